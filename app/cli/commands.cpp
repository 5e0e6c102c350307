// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/cli_connection.h"
#include "app/cli/harden_command.h"
#include "app/cli/output.h"
#include "app/cli/verdict_text.h"
#include "app/flows/destination.h"
#include "models/core/display_text.h"
#include "models/policy/relay_judge.h"
#include "remote/exec/tcp_stream.h"
#include "remote/host/queue_service.h"
#include "remote/host/snapshot_service.h"
#include "remote/smtp/smtp_prober.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

ExitStatus fail(const Invocation& invocation, const QString& command, const Error& error)
{
    printError(error);
    if (invocation.json) {
        printJson(errorDocument(command, invocation.target, error));
    }
    return exitStatusOf(error);
}

QJsonObject merged(QJsonObject head, const QJsonObject& fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        head.insert(it.key(), it.value());
    }
    return head;
}

ExitStatus statusOf(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Closed:
        return ExitStatus::Fine;
    case RelayVerdict::Unknown:
        return ExitStatus::Partial;
    case RelayVerdict::Open:
    case RelayVerdict::Conditional:
    case RelayVerdict::Down:
    case RelayVerdict::Error:
        break;
    }
    return ExitStatus::Finding;
}

/// Writes the collected files below `folder`. A path of the host can never leave the folder: each
/// of its parts becomes a plain name.
Result<int> writeFiles(const HostSnapshot& snapshot, const QString& folder)
{
    int written = 0;
    for (const CollectedFile& file : snapshot.files) {
        if (!file.readable) {
            continue;
        }
        QStringList parts;
        for (const QByteArray& part : file.path.split('/')) {
            if (part != "" && part != "." && part != "..") {
                parts.append(displayText(part).replace(u'\\', u'_').replace(u':', u'_'));
            }
        }
        const QString path = folder + u'/' + parts.join(u'/');
        QDir().mkpath(path.left(path.lastIndexOf(u'/')));
        QSaveFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(file.content) != file.content.size() ||
            !out.commit()) {
            return failure(ErrorCode::AccessDenied,
                           Text::tr("%1 could not be written: %2.").arg(path, out.errorString()));
        }
        ++written;
    }
    return written;
}

ExitStatus runPull(const Invocation& invocation)
{
    auto connection = connectTo(invocation.target, invocation, {});
    if (!connection) {
        return fail(invocation, QStringLiteral("pull"), connection.error());
    }
    auto snapshot = await(pullSnapshot(*connection->ssh, {}, interruptToken()));
    if (!snapshot) {
        return fail(invocation, QStringLiteral("pull"), snapshot.error());
    }
    if (!invocation.outDirectory.isEmpty()) {
        if (auto written = writeFiles(*snapshot, invocation.outDirectory); !written) {
            return fail(invocation, QStringLiteral("pull"), written.error());
        }
    }
    if (invocation.json) {
        QJsonArray files;
        for (const CollectedFile& file : std::as_const(snapshot->files)) {
            files.append(QJsonObject{{QStringLiteral("path"), QString::fromUtf8(file.path)},
                                     {QStringLiteral("readable"), file.readable},
                                     {QStringLiteral("bytes"), file.sizeBytes},
                                     {QStringLiteral("mode"), QString::number(file.mode, 8)},
                                     {QStringLiteral("owner"), QString::fromUtf8(file.owner)},
                                     {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)}});
        }
        printJson(
            merged(documentHead(QStringLiteral("pull"), connection->profile.name),
                   {{QStringLiteral("postfix"), QString::fromUtf8(snapshot->postfixVersion)},
                    {QStringLiteral("os"), QString::fromUtf8(snapshot->osName)},
                    {QStringLiteral("privileged"), snapshot->privileged},
                    {QStringLiteral("files"), files},
                    {QStringLiteral("not_seen"), QJsonArray::fromStringList(snapshot->notSeen)}}));
    } else {
        printLine(Text::tr("%1: Postfix %2 on %3, %4 files, %5 command outputs")
                      .arg(displayText(snapshot->origin), displayText(snapshot->postfixVersion),
                           displayText(snapshot->osName))
                      .arg(snapshot->files.size())
                      .arg(snapshot->commands.size()));
        for (const CollectedFile& file : std::as_const(snapshot->files)) {
            if (file.readable && file.path.startsWith(snapshot->configDirectory)) {
                printLine(QStringLiteral("  %1  %2 %3 %4")
                              .arg(displayText(file.path), displayText(file.owner),
                                   QString::number(file.mode, 8))
                              .arg(file.sizeBytes));
            }
        }
        for (const QString& sentence : std::as_const(snapshot->notSeen)) {
            printLine(displayText(sentence));
        }
    }
    return snapshot->postfixVersion.isEmpty() ? ExitStatus::Partial : ExitStatus::Fine;
}

Result<HostSnapshot> snapshotOfDirectory(const QString& folder)
{
    HostSnapshot snapshot;
    snapshot.configDirectory = "/etc/postfix";
    const QDir directory(folder);
    constexpr qint64 kLargestFileBytes = 16 << 20;
    for (const QString& name : directory.entryList(QDir::Files)) {
        QFile in(directory.filePath(name));
        CollectedFile file;
        file.path = snapshot.configDirectory + '/' + name.toUtf8();
        file.exists = true;
        file.readable = in.open(QIODevice::ReadOnly);
        file.content = in.read(kLargestFileBytes);
        file.sizeBytes = in.size();
        snapshot.files.insert(file.path, file);
    }
    if (!snapshot.files.contains("/etc/postfix/main.cf")) {
        return failure(ErrorCode::NotFound,
                       Text::tr("%1 holds no main.cf. Name a copy of /etc/postfix.").arg(folder));
    }
    return snapshot;
}

ExitStatus runVerdict(const Invocation& invocation)
{
    Result<HostSnapshot> snapshot = HostSnapshot{};
    if (!invocation.configDirectory.isEmpty()) {
        snapshot = snapshotOfDirectory(invocation.configDirectory);
    } else {
        auto connection = connectTo(invocation.target, invocation, {});
        if (!connection) {
            return fail(invocation, QStringLiteral("verdict"), connection.error());
        }
        snapshot = await(pullSnapshot(*connection->ssh, {}, interruptToken()));
    }
    if (!snapshot) {
        return fail(invocation, QStringLiteral("verdict"), snapshot.error());
    }
    const HostVerdict verdict = judgeRelay(*snapshot);
    if (invocation.json) {
        printJson(merged(documentHead(QStringLiteral("verdict"), invocation.target.isEmpty()
                                                                     ? invocation.configDirectory
                                                                     : invocation.target),
                         verdictFields(verdict)));
    } else {
        printVerdict(verdict);
    }
    return statusOf(verdict.verdict);
}

ExitStatus runRelayTest(const Invocation& invocation)
{
    constexpr quint16 kSmtpPort = 25;
    const QString command = QStringLiteral("relay-test");
    auto address = parseAddress(invocation.target, kSmtpPort);
    if (!address) {
        printError(address.error());
        return ExitStatus::WrongUsage;
    }
    ProbeRequest request{address->host, address->port, Text::tr("this desktop"),
                         invocation.ownDomains};
    Result<ProbeReport> report = ProbeReport{};
    if (invocation.via.isEmpty()) {
        report = probeRelay(openTcpStream, request, interruptToken());
    } else {
        auto connection = connectTo(invocation.via, invocation, {});
        if (!connection) {
            return fail(invocation, command, connection.error());
        }
        request.vantage = connection->profile.name;
        auto done = await(connection->ssh->withTunnel(
            [&report, &request](const StreamOpener& open) -> Result<> {
                report = probeRelay(open, request, interruptToken());
                return {};
            },
            interruptToken()));
        if (!done) {
            return fail(invocation, command, done.error());
        }
    }
    if (!report) {
        return fail(invocation, command, report.error());
    }
    if (invocation.json) {
        printJson(merged(documentHead(command, invocation.target), probeFields(*report)));
    } else {
        printProbe(*report);
    }
    switch (report->verdict) {
    case ProbeVerdict::Closed:
        return ExitStatus::Fine;
    case ProbeVerdict::Open:
    case ProbeVerdict::Conditional:
        return ExitStatus::Finding;
    case ProbeVerdict::Unknown:
        break;
    }
    return ExitStatus::Partial;
}

bool matches(const QueueEntry& entry, const QString& filter)
{
    const auto holds = [&filter](const QString& text) {
        return text.contains(filter, Qt::CaseInsensitive);
    };
    return filter.isEmpty() || holds(entry.queueId) || holds(entry.sender) ||
           std::any_of(entry.recipients.begin(), entry.recipients.end(),
                       [&holds](const QueueRecipient& recipient) {
                           return holds(recipient.address) || holds(recipient.delayReason);
                       });
}

ExitStatus runQueue(const Invocation& invocation)
{
    auto connection = connectTo(invocation.target, invocation, {});
    if (!connection) {
        return fail(invocation, QStringLiteral("queue"), connection.error());
    }
    auto entries = await(readQueue(*connection->ssh, interruptToken()));
    if (!entries) {
        return fail(invocation, QStringLiteral("queue"), entries.error());
    }
    QMap<QString, int> byQueue;
    QMap<QString, int> byDomain;
    QJsonArray messages;
    int total = 0;
    for (const QueueEntry& entry : std::as_const(*entries)) {
        if (!matches(entry, invocation.filter)) {
            continue;
        }
        ++total;
        ++byQueue[entry.queueName];
        QJsonArray recipients;
        for (const QueueRecipient& recipient : entry.recipients) {
            ++byDomain[recipient.address.section(u'@', -1).toLower()];
            recipients.append(QJsonObject{{QStringLiteral("address"), recipient.address},
                                          {QStringLiteral("reason"), recipient.delayReason}});
        }
        messages.append(
            QJsonObject{{QStringLiteral("queue"), entry.queueName},
                        {QStringLiteral("queue_id"), entry.queueId},
                        {QStringLiteral("arrived"), entry.arrivedAt.toString(Qt::ISODate)},
                        {QStringLiteral("bytes"), entry.sizeBytes},
                        {QStringLiteral("sender"), entry.sender},
                        {QStringLiteral("recipients"), recipients}});
    }
    const auto counts = [](const QMap<QString, int>& map) {
        QJsonObject object;
        for (auto it = map.begin(); it != map.end(); ++it) {
            object.insert(it.key(), it.value());
        }
        return object;
    };
    if (invocation.json) {
        printJson(merged(documentHead(QStringLiteral("queue"), connection->profile.name),
                         {{QStringLiteral("total"), total},
                          {QStringLiteral("by_queue"), counts(byQueue)},
                          {QStringLiteral("by_domain"), counts(byDomain)},
                          {QStringLiteral("messages"), messages}}));
        return ExitStatus::Fine;
    }
    printLine(Text::tr("%1 messages in the queue").arg(total));
    QList<std::pair<int, QString>> domains;
    for (auto it = byDomain.begin(); it != byDomain.end(); ++it) {
        domains.append({it.value(), it.key()});
    }
    std::sort(domains.rbegin(), domains.rend());
    constexpr qsizetype kShownDomains = 12;
    for (const auto& [count, domain] : domains.first(qMin(domains.size(), kShownDomains))) {
        printLine(QStringLiteral("  %1  %2").arg(count, 6).arg(displayText(domain)));
    }
    return ExitStatus::Fine;
}

} // namespace

ExitStatus runInvocation(const Invocation& invocation)
{
    switch (invocation.task) {
    case Invocation::Task::Pull:
        return runPull(invocation);
    case Invocation::Task::Verdict:
        return runVerdict(invocation);
    case Invocation::Task::RelayTest:
        return runRelayTest(invocation);
    case Invocation::Task::Queue:
        return runQueue(invocation);
    case Invocation::Task::Harden:
        return runHarden(invocation);
    case Invocation::Task::Hosts:
        return ExitStatus::Fine;
    case Invocation::Task::Version:
        printLine(QStringLiteral("gatepostctl ") + QCoreApplication::applicationVersion());
        return ExitStatus::Fine;
    case Invocation::Task::Help:
        break;
    }
    printLine(usageText().trimmed());
    return ExitStatus::Fine;
}

} // namespace gatepost
