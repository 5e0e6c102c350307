// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/line_splitter.h"
#include "models/queue/queue_entry.h"

#include <QByteArrayView>
#include <QList>

#include <memory>

namespace gatepost {

/// Ids that Postfix gives to queue files: short ones in hex, long ones in base 52 (postconf(5),
/// enable_long_queue_ids). Nothing else is ever passed on to a command.
bool isQueueId(QByteArrayView text);

/// Reads `postqueue -j` (postqueue(1), Postfix 3.1 and later) as it arrives: one JSON object a
/// line. Unknown members are ignored. A line that is no such object, or whose queue name or id
/// cannot be one, is skipped and counted.
class QueueJsonReader
{
public:
    QueueJsonReader();
    ~QueueJsonReader();
    QueueJsonReader(QueueJsonReader&&) noexcept;
    QueueJsonReader& operator=(QueueJsonReader&&) noexcept;

    /// Appends to `entries` what is complete now.
    void feed(QByteArrayView chunk, QList<QueueEntry>& entries);
    void finish(QList<QueueEntry>& entries);

    /// Lines that were not understood.
    qint64 skippedLines() const { return m_skipped + m_lines.skippedLines(); }

private:
    struct Parser;
    void takeLine(QByteArrayView line, QList<QueueEntry>& entries);

    LineSplitter m_lines;
    std::unique_ptr<Parser> m_parser;
    qint64 m_skipped = 0;
};

} // namespace gatepost
