// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_text.h"

#include "models/queue/queue_json.h"

#include <utility>

namespace gatepost {

QueueTextReader::QueueTextReader(const QDateTime& now, int utcOffsetSeconds)
    : m_now(now.toOffsetFromUtc(qBound(-50400, utcOffsetSeconds, 50400)))
    , m_utcOffsetSeconds(qBound(-50400, utcOffsetSeconds, 50400))
{}

void QueueTextReader::feed(QByteArrayView chunk, QList<QueueEntry>& entries)
{
    m_lines.feed(chunk, [&](QByteArrayView line) { takeLine(line, entries); });
}

void QueueTextReader::finish(QList<QueueEntry>& entries)
{
    m_lines.finish([&](QByteArrayView line) { takeLine(line, entries); });
    flush(entries);
}

void QueueTextReader::flush(QList<QueueEntry>& entries)
{
    if (m_entry) {
        entries += std::move(*m_entry);
        m_entry.reset();
    }
    m_reason.clear();
}

void QueueTextReader::takeLine(QByteArrayView line, QList<QueueEntry>& entries)
{
    const QByteArrayView words = line.trimmed();
    if (words.isEmpty()) {
        return flush(entries);
    }
    if (line[0] != ' ' && line[0] != '(') {
        flush(entries);
        // "-Queue ID-  --Size-- ...", "-- 18210 Kbytes in 10005 Requests.", "Mail queue is empty"
        if (line[0] != '-' && words != "Mail queue is empty" && !takeFirstLine(line)) {
            ++m_skipped;
        }
    } else if (!m_entry) {
        ++m_skipped;
    } else if (words.startsWith('(') && words.endsWith(')')) {
        m_reason = QString::fromUtf8(words.sliced(1, words.size() - 2));
    } else {
        m_entry->recipients += {QString::fromUtf8(words), m_reason};
    }
}

// "628BF2735A*      836 Sun Nov 22 19:37:01  s0003@spam-sender.test"
bool QueueTextReader::takeFirstLine(QByteArrayView line)
{
    QByteArray rest = line.toByteArray();
    QByteArrayList words;
    for (int i = 0; i < 6; ++i) {
        const qsizetype end = rest.indexOf(' ');
        if (end < 0) {
            return false;
        }
        words += rest.left(end);
        rest = rest.mid(end);
        while (rest.startsWith(' ')) {
            rest.remove(0, 1);
        }
    }
    QueueEntry entry;
    entry.queueName = QStringLiteral("deferred");
    for (; !words[0].isEmpty() && QByteArrayView("*!#").contains(words[0].back());
         words[0].chop(1)) {
        switch (words[0].back()) {
        case '*':
            entry.queueName = QStringLiteral("active");
            break;
        case '!':
            entry.queueName = QStringLiteral("hold");
            break;
        default:
            entry.forcedExpire = true;
        }
    }
    entry.arrivedAt = arrival(words[3], words[4].toInt(), words[5]);
    if (!isQueueId(words[0]) || !entry.arrivedAt.isValid()) {
        return false;
    }
    entry.queueId = QString::fromLatin1(words[0]);
    entry.sizeBytes = qMax(0LL, words[1].toLongLong());
    if (rest != "MAILER-DAEMON") {
        entry.sender = QString::fromUtf8(rest);
    }
    m_entry = std::move(entry);
    return true;
}

QDateTime QueueTextReader::arrival(const QByteArray& month, int day, const QByteArray& time) const
{
    constexpr QByteArrayView kMonths("JanFebMarAprMayJunJulAugSepOctNovDec");
    const qsizetype at = month.size() == 3 ? kMonths.indexOf(month) : -1;
    const QTime clock = QTime::fromString(QString::fromLatin1(time), QStringLiteral("HH:mm:ss"));
    if (at < 0 || at % 3 != 0 || !clock.isValid()) {
        return {};
    }
    // Clocks are not equal to the second: a message from a little later is not from last year.
    for (int year = m_now.date().year() + 1; year > m_now.date().year() - 8; --year) {
        const QDate date(year, static_cast<int>(at / 3) + 1, day);
        const QDateTime when(date, clock, Qt::OffsetFromUTC, m_utcOffsetSeconds);
        if (date.isValid() && when <= m_now.addDays(1)) {
            return when.toUTC();
        }
    }
    return {};
}

} // namespace gatepost
