// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_summary.h"

#include <QUrl>

#include <algorithm>

namespace gatepost {
namespace {

void addTo(QueueCount& count, const QueueEntry& entry, qint64 recipients)
{
    ++count.messages;
    count.recipients += recipients;
    count.sizeBytes += entry.sizeBytes;
    if (!count.oldest.isValid() || entry.arrivedAt < count.oldest) {
        count.oldest = entry.arrivedAt;
    }
}

QList<QueueCount> sorted(const QHash<QString, QueueCount>& counts)
{
    QList<QueueCount> list;
    list.reserve(counts.size());
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        list += *it;
        list.last().name = it.key();
    }
    std::sort(list.begin(), list.end(), [](const QueueCount& a, const QueueCount& b) {
        return a.messages != b.messages ? a.messages > b.messages : a.name < b.name;
    });
    return list;
}

} // namespace

QString foldedDomain(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0) {
        return {};
    }
    QString domain = address.mid(at + 1).toLower();
    if (domain.endsWith(u'.')) {
        domain.chop(1);
    }
    const bool ascii =
        std::all_of(domain.begin(), domain.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii) {
        const QByteArray ace = QUrl::toAce(domain);
        return ace.isEmpty() ? domain : QString::fromLatin1(ace);
    }
    return domain;
}

void QueueSummarizer::add(const QueueEntry& entry)
{
    ++m_totals.messages;
    m_totals.recipients += entry.recipients.size();
    m_totals.sizeBytes += entry.sizeBytes;
    if (!m_totals.oldest.isValid() || entry.arrivedAt < m_totals.oldest) {
        m_totals.oldest = entry.arrivedAt;
    }
    addTo(m_queues[entry.queueName], entry, entry.recipients.size());
    addTo(m_senders[entry.sender], entry, entry.recipients.size());
    if (entry.recipients.size() == 1) {
        addTo(m_domains[foldedDomain(entry.recipients.first().address)], entry, 1);
        return;
    }
    QHash<QString, qint64> domains;
    for (const QueueRecipient& recipient : entry.recipients) {
        ++domains[foldedDomain(recipient.address)];
    }
    for (auto it = domains.cbegin(); it != domains.cend(); ++it) {
        addTo(m_domains[it.key()], entry, *it);
    }
}

QueueSummary QueueSummarizer::summary() const
{
    QueueSummary summary = m_totals;
    summary.byQueue = sorted(m_queues);
    summary.byDomain = sorted(m_domains);
    summary.bySender = sorted(m_senders);
    return summary;
}

QueueSummary summarizeQueue(const QList<QueueEntry>& entries)
{
    QueueSummarizer summarizer;
    for (const QueueEntry& entry : entries) {
        summarizer.add(entry);
    }
    return summarizer.summary();
}

} // namespace gatepost
