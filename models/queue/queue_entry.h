// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace gatepost {

/// One recipient that a queued message still has to reach.
struct QueueRecipient
{
    QString address;
    QString delayReason; ///< empty: not tried, or the queue lists none

    bool operator==(const QueueRecipient&) const = default;
};

/// One message in the queue as postqueue(1) lists it.
struct QueueEntry
{
    QString queueName; ///< "active", "deferred", "hold", "incoming", "maildrop"
    QString queueId;
    QDateTime arrivedAt; ///< UTC, whole seconds
    qint64 sizeBytes = 0;
    bool forcedExpire = false;
    QString sender; ///< empty: the null sender, which postqueue prints as MAILER-DAEMON
    QList<QueueRecipient> recipients;

    bool operator==(const QueueEntry&) const = default;
};

} // namespace gatepost
