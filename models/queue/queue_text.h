// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/line_splitter.h"
#include "models/queue/queue_entry.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <optional>

namespace gatepost {

/// Reads `postqueue -p`, the only listing before Postfix 3.1, as it arrives. It names no queue but
/// active (`*`) and hold (`!`): everything else is called "deferred". It names no year either: a
/// message is at most one year old.
class QueueTextReader
{
public:
    /// `now`: the host's clock, UTC. `utcOffsetSeconds`: its time zone, in which the listing is.
    QueueTextReader(const QDateTime& now, int utcOffsetSeconds);

    /// Appends to `entries` what is complete now; a message is complete when the next one begins.
    void feed(QByteArrayView chunk, QList<QueueEntry>& entries);
    void finish(QList<QueueEntry>& entries);

    /// Lines that were not understood.
    qint64 skippedLines() const { return m_skipped + m_lines.skippedLines(); }

private:
    void takeLine(QByteArrayView line, QList<QueueEntry>& entries);
    bool takeFirstLine(QByteArrayView line);
    QDateTime arrival(const QByteArray& month, int day, const QByteArray& time) const;
    void flush(QList<QueueEntry>& entries);

    QDateTime m_now;
    int m_utcOffsetSeconds;
    LineSplitter m_lines{1 << 20};
    std::optional<QueueEntry> m_entry;
    QString m_reason;
    qint64 m_skipped = 0;
};

} // namespace gatepost
