// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/collector_stream.h"

#include "models/core/display_text.h"
#include "models/snapshot/collector_records.h"

#include <QCoreApplication>

namespace gatepost {
namespace {

constexpr QByteArrayView kFirstLine("GATEPOST-SNAPSHOT 1\n");
constexpr qsizetype kMaxHeaderBytes = 512;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CollectorStream)
};

/// "rec KIND N N ..." without its newline. Empty when it is anything else.
QByteArray parseHeader(QByteArrayView line, QList<qsizetype>& lengths)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() < 3 || words.size() > 2 + CollectorStream::kMaxFields || words[0] != "rec") {
        return {};
    }
    for (qsizetype i = 2; i < words.size(); ++i) {
        bool ok = false;
        const qlonglong length = words[i].toLongLong(&ok);
        if (!ok || length < 0 || length > CollectorStream::kMaxStreamBytes) {
            return {};
        }
        lengths += static_cast<qsizetype>(length);
    }
    return words[1];
}

} // namespace

bool CollectorStream::feed(QByteArrayView chunk)
{
    m_received += chunk.size();
    if (m_state == State::Broken || m_state == State::Done) {
        return m_state == State::Done && m_received <= kMaxStreamBytes;
    }
    if (m_received > kMaxStreamBytes) {
        broken(Text::tr(
            "The host sent more than a snapshot may hold, so the pull was stopped. Check what "
            "its collector prints, then pull again."));
        return false;
    }
    if (m_at > (1 << 16) && m_at > m_buffer.size() / 2) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    m_buffer.append(chunk.data(), chunk.size());
    if (m_state == State::Greeting && !skipGreeting()) {
        return m_state != State::Broken;
    }
    while (m_state == State::Records && takeRecord()) {
    }
    return m_state != State::Broken;
}

bool CollectorStream::skipGreeting()
{
    qsizetype start = 0;
    do {
        start = m_buffer.indexOf(kFirstLine, start);
    } while (start > 0 && m_buffer.at(start - 1) != '\n' && start++ >= 0);
    if (start < 0) {
        if (m_buffer.size() > kMaxGreetingBytes) {
            broken(Text::tr(
                       "The host answered with something that is no snapshot. Check that its login "
                       "shell runs commands, then pull again."),
                   m_buffer.left(400));
        }
        return false;
    }
    m_greeting = m_buffer.left(qMin<qsizetype>(start, 400));
    m_at = start + kFirstLine.size();
    m_state = State::Records;
    return true;
}

bool CollectorStream::takeRecord()
{
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at);
    if (rest.size() < 2) {
        return false;
    }
    const qsizetype newline = rest.indexOf('\n', 1);
    const bool tooLong = newline < 0 ? rest.size() > kMaxHeaderBytes : newline > kMaxHeaderBytes;
    if (newline < 0 && !tooLong) {
        return false;
    }
    QList<qsizetype> lengths;
    const QByteArray kind = tooLong || rest[0] != '\n'
                                ? QByteArray()
                                : parseHeader(rest.sliced(1, newline - 1), lengths);
    if (kind.isEmpty() || ++m_records > kMaxRecords) {
        broken(Text::tr("The snapshot is damaged on its way from the host. Pull again."),
               rest.first(qMin<qsizetype>(rest.size(), 200)).toByteArray());
        return false;
    }
    qint64 needed = newline + 1;
    for (const qsizetype length : lengths) {
        needed += length;
    }
    if (needed > rest.size()) {
        --m_records;
        return false;
    }
    QList<QByteArray> fields;
    qsizetype at = m_at + newline + 1;
    for (const qsizetype length : lengths) {
        fields += m_buffer.mid(at, length);
        at += length;
    }
    m_at = at;

    if (kind == "file" && fields.size() >= 6) {
        bool changed = false;
        CollectedFile file = collectedFile(fields, &changed);
        if (changed) {
            m_notes += "changed\t" + file.path;
        }
        m_snapshot.files.insert(file.path, std::move(file));
    } else if (kind == "cmd" && fields.size() >= 5) {
        bool ok = false;
        const int status = fields[2].toInt(&ok);
        m_snapshot.commands.insert(fields[0],
                                   {fields[0], fields[1], ok ? status : -1, fields[3], fields[4]});
    } else if (kind == "note" && fields.size() >= 2) {
        m_notes += fields[0] + '\t' + fields[1];
    } else if (kind == "fact" && fields.size() >= 2) {
        const QByteArray& name = fields[0];
        const QByteArray& value = fields[1];
        if (name == "collector") {
            m_snapshot.collectorVersion = value;
        } else if (name == "taken") {
            m_snapshot.takenAt = QDateTime::fromSecsSinceEpoch(value.toLongLong(), Qt::UTC);
        } else if (name == "host") {
            m_snapshot.hostName = value;
        } else if (name == "uid") {
            m_snapshot.privileged = value == "0";
        } else if (name == "systemd") {
            m_snapshot.systemd = value == "1";
        } else if (name == "mail-version") {
            m_snapshot.postfixVersion = value;
        } else if (name == "config-directory") {
            m_snapshot.configDirectory = value;
        }
    } else if (kind == "end") {
        if (fields[0].trimmed().toInt() != m_records - 1) {
            broken(Text::tr("Parts of the snapshot are missing. Pull again."));
        } else {
            m_state = State::Done;
        }
    }
    return true;
}

void CollectorStream::broken(const QString& summary, const QByteArray& detail)
{
    m_state = State::Broken;
    m_error = failure(ErrorCode::ParseFailed, summary, displayText(detail));
    m_buffer.clear();
    m_at = 0;
}

Result<HostSnapshot> CollectorStream::finish()
{
    switch (m_state) {
    case State::Broken:
        return m_error;
    case State::Greeting:
        return failure(
            ErrorCode::ParseFailed,
            Text::tr("The host answered with something that is no snapshot. Check that its "
                     "login shell runs commands, then pull again."),
            displayText(m_buffer.left(400)));
    case State::Records:
        return failure(ErrorCode::ParseFailed,
                       Text::tr("The snapshot ends before it is complete. Pull again."));
    case State::Done:
        break;
    }
    if (m_snapshot.commands.isEmpty() && m_snapshot.files.isEmpty()) {
        return failure(
            ErrorCode::CommandFailed,
            Text::tr("The collector found no place for its temporary files on the host. Free "
                     "some memory or space in /tmp there, then pull again."));
    }
    completeSnapshot(m_snapshot);
    if (!m_greeting.trimmed().isEmpty()) {
        m_notes += "greeting\t" + m_greeting;
    }
    m_snapshot.notSeen = whatWasNotSeen(m_snapshot, m_notes);
    return std::move(m_snapshot);
}

Result<HostSnapshot> parseCollectorStream(QByteArrayView stream)
{
    CollectorStream parser;
    parser.feed(stream);
    return parser.finish();
}

} // namespace gatepost
