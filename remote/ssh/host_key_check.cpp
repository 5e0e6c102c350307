// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/host_key_check.h"

#include "remote/ssh/desktop_paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <array>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HostKey)
};

constexpr qint64 kLargestFile = 16LL << 20;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kLargestFile) : QByteArray();
}

/// The name that known_hosts keeps this server under.
QString listedName(const SshEndpoint& endpoint)
{
    return endpoint.hostKeyAlias.isEmpty() ? endpoint.host : endpoint.hostKeyAlias;
}

/// ssh(1) looks an alias up without the port.
quint16 listedPort(const SshEndpoint& endpoint)
{
    return endpoint.hostKeyAlias.isEmpty() ? endpoint.port : quint16{22};
}

QString shortType(const QByteArray& type)
{
    if (type == "ssh-ed25519") {
        return QStringLiteral("ED25519");
    }
    if (type == "ssh-rsa") {
        return QStringLiteral("RSA");
    }
    return type.startsWith("ecdsa-") ? QStringLiteral("ECDSA") : QString::fromLatin1(type);
}

QByteArray randomSalt()
{
    std::array<quint32, 5> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words);
}

} // namespace

HostKeyCheck::HostKeyCheck(const QString& userFile)
    : m_userFile(userFile.isEmpty() ? userSshFile(QStringLiteral("known_hosts")) : userFile)
{
    m_known.addFile(contentOf(m_userFile));
    m_known.addFile(contentOf(systemKnownHostsFile()));
}

QList<QByteArray> HostKeyCheck::knownKeyTypes(const SshEndpoint& endpoint) const
{
    return m_known.keyTypes(listedName(endpoint), listedPort(endpoint));
}

Result<QString> HostKeyCheck::verify(const SshEndpoint& endpoint, const ServerKey& key,
                                     ConnectPrompter& prompter, const std::stop_token& stop)
{
    const QString fingerprint = key.sha256Fingerprint();
    const QString type = shortType(key.type);
    QStringList listed;
    for (const QByteArray& known : knownKeyTypes(endpoint)) {
        listed.append(shortType(known));
    }
    switch (m_known.check(listedName(endpoint), listedPort(endpoint), key.type, key.blob)) {
    case HostKeyTrust::Known:
        return Text::tr("Known host key, %1 %2").arg(type, fingerprint);
    case HostKeyTrust::Revoked:
        return failure(ErrorCode::HostKeyChanged,
                       Text::tr("The key of %1 is marked as revoked in %2. Do not sign in; ask the "
                                "host's operator which key is valid.")
                           .arg(endpoint.host, QDir::toNativeSeparators(m_userFile)),
                       type + QLatin1Char(' ') + fingerprint);
    case HostKeyTrust::Changed:
        return failure(
            ErrorCode::HostKeyChanged,
            Text::tr("The host key of %1 is not the one that is on record. Either the host was "
                     "set up anew or someone is in between; nothing was sent. Compare the "
                     "fingerprint with the host's operator, and only if it is right remove the "
                     "old entry with: ssh-keygen -R %2")
                .arg(endpoint.host, listedPort(endpoint) == 22 ? listedName(endpoint)
                                                               : QStringLiteral("\"[%1]:%2\"")
                                                                     .arg(listedName(endpoint))
                                                                     .arg(listedPort(endpoint))),
            Text::tr("Offered: %1 %2. On record in %3: %4.")
                .arg(type, fingerprint, QDir::toNativeSeparators(m_userFile),
                     listed.join(QStringLiteral(", "))));
    case HostKeyTrust::Unknown:
        break;
    }
    const auto accepted = prompter.acceptHostKey({.host = endpoint.host,
                                                  .port = endpoint.port,
                                                  .keyType = QString::fromLatin1(key.type),
                                                  .sha256Fingerprint = fingerprint,
                                                  .knownKeyTypes = {}},
                                                 stop);
    if (!accepted) {
        return accepted.error();
    }
    if (!*accepted) {
        return failure(ErrorCode::HostKeyUnknown,
                       Text::tr("The host key of %1 is not known here and was not accepted. "
                                "Compare its fingerprint with the host's operator, then connect "
                                "again.")
                           .arg(endpoint.host),
                       type + QLatin1Char(' ') + fingerprint);
    }
    if (const auto remembered = remember(endpoint, key); !remembered) {
        return remembered.error();
    }
    return Text::tr("Accepted and added to known hosts, %1 %2").arg(type, fingerprint);
}

Result<> HostKeyCheck::remember(const SshEndpoint& endpoint, const ServerKey& key)
{
    const QString folder = QFileInfo(m_userFile).absolutePath();
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QFile file(m_userFile);
    const QByteArray line =
        KnownHosts::makeLine(listedName(endpoint), listedPort(endpoint), key.type, key.blob,
                             m_known.usesHashes(), randomSalt());
    const QByteArray before = contentOf(m_userFile);
    // One write call, so that a line of another program that appends at the same time stays whole.
    const QByteArray addition = before.isEmpty() || before.endsWith('\n') ? line : '\n' + line;
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered) ||
        file.write(addition) != addition.size()) {
        return failure(ErrorCode::AccessDenied,
                       Text::tr("The accepted host key could not be written to %1. Check the "
                                "file's permissions and connect again.")
                           .arg(QDir::toNativeSeparators(m_userFile)),
                       file.errorString());
    }
    m_known.addFile(line);
    return {};
}

} // namespace gatepost
