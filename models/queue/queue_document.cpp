// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_document.h"

#include <QJsonArray>

namespace gatepost {
namespace {

QJsonValue timeValue(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray countArray(const QList<QueueCount>& counts, const QString& nameKey)
{
    QJsonArray array;
    for (const QueueCount& count : counts) {
        array += QJsonObject{{nameKey, count.name},
                             {QStringLiteral("messages"), count.messages},
                             {QStringLiteral("recipients"), count.recipients}};
    }
    return array;
}

} // namespace

QJsonObject queueDocument(const QList<QueueEntry>& entries, const QString& host,
                          const QDateTime& time, qint64 skippedLines)
{
    const QueueSummary summary = summarizeQueue(entries);
    QJsonObject byQueue;
    for (const QueueCount& count : summary.byQueue) {
        byQueue.insert(count.name, count.messages);
    }
    QJsonArray messages;
    for (const QueueEntry& entry : entries) {
        QJsonArray recipients;
        for (const QueueRecipient& recipient : entry.recipients) {
            recipients += QJsonObject{{QStringLiteral("address"), recipient.address},
                                      {QStringLiteral("reason"), recipient.delayReason}};
        }
        messages += QJsonObject{{QStringLiteral("queue"), entry.queueName},
                                {QStringLiteral("id"), entry.queueId},
                                {QStringLiteral("arrived"), timeValue(entry.arrivedAt)},
                                {QStringLiteral("bytes"), entry.sizeBytes},
                                {QStringLiteral("forced_expire"), entry.forcedExpire},
                                {QStringLiteral("sender"), entry.sender},
                                {QStringLiteral("recipients"), recipients}};
    }
    return {{QStringLiteral("schema"), QStringLiteral("gatepost/queue/1")},
            {QStringLiteral("host"), host},
            {QStringLiteral("time"), timeValue(time)},
            {QStringLiteral("total"), summary.messages},
            {QStringLiteral("recipients"), summary.recipients},
            {QStringLiteral("bytes"), summary.sizeBytes},
            {QStringLiteral("oldest"), timeValue(summary.oldest)},
            {QStringLiteral("skipped"), skippedLines},
            {QStringLiteral("by_queue"), byQueue},
            {QStringLiteral("by_domain"), countArray(summary.byDomain, QStringLiteral("domain"))},
            {QStringLiteral("by_sender"), countArray(summary.bySender, QStringLiteral("sender"))},
            {QStringLiteral("messages"), messages}};
}

} // namespace gatepost
