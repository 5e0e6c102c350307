// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/host_directory.h"

#include "app/flows/destination.h"
#include "models/hosts/ssh_config.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>

namespace gatepost {

namespace {

constexpr qint64 kLargestConfigBytes = 1 << 20;

QString sshFolder()
{
    return QDir::homePath() + QStringLiteral("/.ssh");
}

std::optional<SshConfigFile> readConfig(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return SshConfigFile{path, file.read(kLargestConfigBytes)};
}

QList<SshConfigFile> readIncluded(const QString& pattern)
{
    QString path = pattern;
    if (path.startsWith(u"~/")) {
        path = QDir::homePath() + path.sliced(1);
    } else if (QDir::isRelativePath(path)) {
        path = sshFolder() + u'/' + path;
    }
    const qsizetype slash = path.lastIndexOf(u'/');
    const QDir folder(path.left(slash));
    QList<SshConfigFile> files;
    for (const QString& name :
         folder.entryList({path.sliced(slash + 1)}, QDir::Files, QDir::Name)) {
        if (auto file = readConfig(folder.filePath(name))) {
            files.append(*file);
        }
    }
    return files;
}

SshConfigContext context()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return {QDir::homePath(), user, QSysInfo::machineHostName()};
}

void completeProfile(HostProfile& profile, const QString& name)
{
    profile.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.elevation = profile.endpoint.user == u"root" ? Elevation::None : Elevation::Sudo;
}

} // namespace

Result<HostProfile> resolveHost(const QString& word, const QList<HostProfile>& saved)
{
    const auto known = std::find_if(saved.begin(), saved.end(),
                                    [&word](const HostProfile& host) { return host.name == word; });
    if (known != saved.end()) {
        return *known;
    }
    auto endpoint = parseDestination(word);
    if (!endpoint) {
        return endpoint.error();
    }
    HostProfile profile;
    if (const auto file = readConfig(sshFolder() + QStringLiteral("/config"))) {
        profile =
            SshConfig::parse({*file}, readIncluded).resolve(endpoint->host, context()).profile;
        if (!endpoint->user.isEmpty()) {
            profile.endpoint.user = endpoint->user;
        }
        constexpr quint16 kSshPort = 22;
        if (endpoint->port != kSshPort) {
            profile.endpoint.port = endpoint->port;
        }
    } else {
        profile.endpoint = *endpoint;
    }
    completeProfile(profile, word);
    return profile;
}

Result<ImportedHosts> importSshConfig(const QString& path)
{
    const auto file = readConfig(path);
    if (!file) {
        return failure(ErrorCode::NotFound, QCoreApplication::translate(
                                                "HostDirectory", "%1 could not be read. Name the "
                                                                 "file that ssh uses.")
                                                .arg(path));
    }
    const SshConfig config = SshConfig::parse({*file}, readIncluded);
    ImportedHosts imported;
    for (const SshConfigDiagnostic& note : config.diagnostics()) {
        imported.notes.append(
            QStringLiteral("%1:%2: %3").arg(note.file).arg(note.line).arg(note.text));
    }
    for (const QString& alias : config.aliases()) {
        HostProfile profile = config.resolve(alias, context()).profile;
        completeProfile(profile, alias);
        imported.hosts.append(profile);
    }
    return imported;
}

} // namespace gatepost
