// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/snapshot/host_snapshot.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gatepost {

/// Reads what resources/collector.sh prints, as it arrives (docs/collector.md). The form:
///
///     GATEPOST-SNAPSHOT 1
///
///     rec KIND LENGTH LENGTH ...
///     FIELD FIELD ...            (exactly so many bytes each, nothing in between)
///
/// Kinds: `fact` name, value; `note` id, detail; `cmd` name, argv, status, output, errors; `file`
/// path, facts, link target, problem, redacted spans, content; `end` number of records. Unknown
/// kinds are skipped. Whatever a login shell printed before the first line is skipped and noted.
///
/// Nothing that a host sends makes it read beyond its limits or fail otherwise than by an Error.
class CollectorStream
{
public:
    static constexpr qint64 kMaxStreamBytes = 64LL << 20;
    static constexpr qsizetype kMaxGreetingBytes = 64 << 10;
    static constexpr int kMaxRecords = 20000;
    static constexpr int kMaxFields = 16;

    /// Takes the next bytes. False: the stream is broken and nothing more is wanted. Bytes after
    /// the end record are ignored.
    bool feed(QByteArrayView chunk);

    /// What has arrived cannot become a snapshot any more.
    bool isBroken() const { return m_state == State::Broken; }

    /// The snapshot, without `origin`. ParseFailed: no snapshot at all, cut off before its end
    /// record, not in the agreed form, or too large.
    Result<HostSnapshot> finish();

private:
    enum class State { Greeting, Records, Done, Broken };

    bool skipGreeting();
    bool takeRecord();
    void broken(const QString& summary, const QByteArray& detail = {});

    State m_state = State::Greeting;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< in m_buffer; before it everything is done with
    qint64 m_received = 0;
    int m_records = 0;
    QByteArray m_greeting;
    HostSnapshot m_snapshot;
    QList<QByteArray> m_notes; ///< "id\tdetail"
    Error m_error;
};

/// The whole stream at once, for an imported file.
Result<HostSnapshot> parseCollectorStream(QByteArrayView stream);

} // namespace gatepost
