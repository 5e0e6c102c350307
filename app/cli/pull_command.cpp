// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pull_command.h"

#include "app/cli/cli_connection.h"
#include "app/cli/command_support.h"
#include "app/cli/output.h"
#include "models/core/display_text.h"
#include "remote/host/snapshot_service.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

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
                           Text::tr("%1 could not be written: %2. Choose another folder for "
                                    "--out.")
                               .arg(path, out.errorString()));
        }
        ++written;
    }
    return written;
}

QJsonObject fieldsOf(const HostSnapshot& snapshot)
{
    QJsonArray files;
    for (const CollectedFile& file : snapshot.files) {
        files.append(QJsonObject{{u"path"_s, QString::fromUtf8(file.path)},
                                 {u"readable"_s, file.readable},
                                 {u"bytes"_s, file.sizeBytes},
                                 {u"mode"_s, QString::number(file.mode, 8)},
                                 {u"owner"_s, QString::fromUtf8(file.owner)},
                                 {u"sha256"_s, QString::fromLatin1(file.sha256)}});
    }
    return {{u"postfix"_s, QString::fromUtf8(snapshot.postfixVersion)},
            {u"os"_s, QString::fromUtf8(snapshot.osName)},
            {u"privileged"_s, snapshot.privileged},
            {u"files"_s, files},
            {u"not_seen"_s, QJsonArray::fromStringList(snapshot.notSeen)}};
}

void print(const HostSnapshot& snapshot)
{
    printLine(Text::tr("%1: Postfix %2 on %3, %4 files, %5 command outputs")
                  .arg(displayText(snapshot.origin), displayText(snapshot.postfixVersion),
                       displayText(snapshot.osName))
                  .arg(snapshot.files.size())
                  .arg(snapshot.commands.size()));
    for (const CollectedFile& file : snapshot.files) {
        if (file.readable && file.path.startsWith(snapshot.configDirectory)) {
            printLine(u"  %1  %2 %3 %4"_s.arg(displayText(file.path), displayText(file.owner),
                                              QString::number(file.mode, 8),
                                              QString::number(file.sizeBytes)));
        }
    }
    for (const QString& sentence : snapshot.notSeen) {
        printLine(displayText(sentence));
    }
}

} // namespace

ExitStatus runPull(const Invocation& invocation)
{
    const QString command = u"pull"_s;
    auto connection = connectTo(invocation.target, invocation);
    if (!connection) {
        return failCommand(invocation, command, connection.error());
    }
    auto snapshot = await(pullSnapshot(*connection->ssh, {}, interruptToken()));
    if (!snapshot) {
        return failCommand(invocation, command, snapshot.error());
    }
    if (!invocation.outDirectory.isEmpty()) {
        if (auto written = writeFiles(*snapshot, invocation.outDirectory); !written) {
            return failCommand(invocation, command, written.error());
        }
    }
    if (invocation.json) {
        printJson(withFields(documentHead(command, connection->profile.name), fieldsOf(*snapshot)));
    } else {
        print(*snapshot);
    }
    return snapshot->postfixVersion.isEmpty() ? ExitStatus::Partial : ExitStatus::Fine;
}

} // namespace gatepost
