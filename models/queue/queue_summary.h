// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace gatepost {

/// What a part of the queue holds.
struct QueueCount
{
    QString name;          ///< queue, recipient domain or sender; empty: no domain, the null sender
    qint64 messages = 0;   ///< with at least one recipient in this part
    qint64 recipients = 0; ///< that still have to be reached
    qint64 sizeBytes = 0;
    QDateTime oldest; ///< UTC

    bool operator==(const QueueCount&) const = default;
};

/// The queue in numbers. Lists are sorted by messages, most first, then by name.
struct QueueSummary
{
    qint64 messages = 0;
    qint64 recipients = 0;
    qint64 sizeBytes = 0;
    QDateTime oldest; ///< invalid when the queue is empty
    QList<QueueCount> byQueue;
    QList<QueueCount> byDomain;
    QList<QueueCount> bySender;

    bool operator==(const QueueSummary&) const = default;
};

/// The domain of an address in the one form that its spellings share: lower case, international
/// names in their ASCII form (RFC 5890), no final dot. Empty: the address has none.
QString foldedDomain(const QString& address);

/// Counts while entries arrive.
class QueueSummarizer
{
public:
    void add(const QueueEntry& entry);
    QueueSummary summary() const;

private:
    QueueSummary m_totals;
    QHash<QString, QueueCount> m_queues;
    QHash<QString, QueueCount> m_domains;
    QHash<QString, QueueCount> m_senders;
};

QueueSummary summarizeQueue(const QList<QueueEntry>& entries);

} // namespace gatepost
