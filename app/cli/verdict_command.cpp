// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verdict_command.h"

#include "app/cli/cli_connection.h"
#include "app/cli/command_support.h"
#include "app/cli/output.h"
#include "app/cli/verdict_text.h"
#include "models/policy/relay_judge.h"
#include "remote/host/snapshot_service.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

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

Result<HostSnapshot> snapshotFor(const Invocation& invocation)
{
    if (!invocation.configDirectory.isEmpty()) {
        return snapshotOfDirectory(invocation.configDirectory);
    }
    auto connection = connectTo(invocation.target, invocation);
    if (!connection) {
        return connection.error();
    }
    return await(pullSnapshot(*connection->ssh, {}, interruptToken()));
}

} // namespace

ExitStatus runVerdict(const Invocation& invocation)
{
    const QString command = u"verdict"_s;
    const auto snapshot = snapshotFor(invocation);
    if (!snapshot) {
        return failCommand(invocation, command, snapshot.error());
    }
    const HostVerdict verdict = judgeRelay(*snapshot);
    if (invocation.json) {
        const QString& host =
            invocation.target.isEmpty() ? invocation.configDirectory : invocation.target;
        printJson(withFields(documentHead(command, host), verdictFields(verdict)));
    } else {
        printVerdict(verdict);
    }
    return statusOf(verdict.verdict);
}

} // namespace gatepost
