// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/host/queue_service.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatepost {

namespace {

QueueEntry entryOf(const QJsonObject& object)
{
    QueueEntry entry;
    entry.queueName = object.value(u"queue_name").toString();
    entry.queueId = object.value(u"queue_id").toString();
    entry.arrivedAt =
        QDateTime::fromSecsSinceEpoch(object.value(u"arrival_time").toInteger(), Qt::UTC);
    entry.sizeBytes = object.value(u"message_size").toInteger();
    entry.forcedExpire = object.value(u"forced_expire").toBool();
    entry.sender = object.value(u"sender").toString();
    if (entry.sender == u"MAILER-DAEMON") {
        entry.sender.clear();
    }
    const QJsonArray recipients = object.value(u"recipients").toArray();
    for (const auto value : recipients) {
        const QJsonObject recipient = value.toObject();
        entry.recipients.append({recipient.value(u"address").toString(),
                                 recipient.value(u"delay_reason").toString()});
    }
    return entry;
}

} // namespace

QFuture<Result<QList<QueueEntry>>> readQueue(CommandRunner& runner, std::stop_token stop)
{
    Command command;
    command.argv = {"postqueue", "-j"};
    command.elevated = true;
    command.timeout = std::chrono::minutes(10);
    command.maxOutputBytes = 1LL << 30;
    return runner.run(command, stop)
        .then([](Result<CommandResult> result) -> Result<QList<QueueEntry>> {
            if (!result) {
                return result.error();
            }
            if (result->exitStatus != 0) {
                return failure(
                    ErrorCode::CommandFailed,
                    QCoreApplication::translate("QueueService", "The queue could not be listed."),
                    QString::fromUtf8(result->err));
            }
            QList<QueueEntry> entries;
            for (const QByteArray& line : result->out.split('\n')) {
                if (!line.isEmpty()) {
                    entries.append(entryOf(QJsonDocument::fromJson(line).object()));
                }
            }
            return entries;
        });
}

} // namespace gatepost
