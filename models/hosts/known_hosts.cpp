// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/known_hosts.h"

#include "models/hosts/host_pattern.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace gatepost {

namespace {

/// The form under which known_hosts keeps a host: plain for port 22, "[name]:port" otherwise.
QByteArray entryName(const QString& name, quint16 port)
{
    const QByteArray lower = name.toLower().toUtf8();
    return port == 22 ? lower : '[' + lower + "]:" + QByteArray::number(port);
}

QByteArray hashedName(const QByteArray& name, const QByteArray& salt)
{
    return QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
}

bool matches(const KnownHostEntry& entry, const QByteArray& name)
{
    if (!entry.patterns.startsWith("|1|")) {
        return matchesHostPatterns(entry.patterns.split(','), name);
    }
    const QList<QByteArray> parts = entry.patterns.split('|');
    if (parts.size() != 4) {
        return false;
    }
    const QByteArray salt = QByteArray::fromBase64(parts[2]);
    return hashedName(name, salt) == QByteArray::fromBase64(parts[3]);
}

QList<QByteArray> fieldsOf(const QByteArray& line)
{
    return line.simplified().split(' ');
}

} // namespace

void KnownHosts::addFile(QByteArrayView bytes)
{
    int number = 0;
    for (const QByteArray& line : bytes.toByteArray().split('\n')) {
        ++number;
        QList<QByteArray> fields = fieldsOf(line);
        KnownHostEntry entry;
        entry.line = number;
        if (fields.first() == "@revoked") {
            entry.marker = KnownHostEntry::Marker::Revoked;
        } else if (fields.first() == "@cert-authority") {
            entry.marker = KnownHostEntry::Marker::CertAuthority;
        }
        if (entry.marker != KnownHostEntry::Marker::None) {
            fields.removeFirst();
        } else if (fields.first().startsWith('#') || fields.first().startsWith('@')) {
            continue;
        }
        if (fields.size() < 3) {
            continue;
        }
        const auto decoded = QByteArray::fromBase64Encoding(
            fields[2], QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || (*decoded).isEmpty()) {
            continue;
        }
        entry.patterns = fields[0];
        entry.keyType = fields[1];
        entry.key = *decoded;
        m_entries.append(entry);
    }
}

HostKeyTrust KnownHosts::check(const QString& name, quint16 port, const QByteArray& keyType,
                               const QByteArray& key) const
{
    const QByteArray wanted = entryName(name, port);
    HostKeyTrust trust = HostKeyTrust::Unknown;
    for (const KnownHostEntry& entry : m_entries) {
        if (entry.marker == KnownHostEntry::Marker::CertAuthority || !matches(entry, wanted)) {
            continue;
        }
        const bool same = entry.keyType == keyType && entry.key == key;
        if (entry.marker == KnownHostEntry::Marker::Revoked) {
            if (same) {
                return HostKeyTrust::Revoked;
            }
        } else if (same) {
            trust = HostKeyTrust::Known;
        } else if (trust == HostKeyTrust::Unknown) {
            trust = HostKeyTrust::Changed;
        }
    }
    return trust;
}

QList<QByteArray> KnownHosts::keyTypes(const QString& name, quint16 port) const
{
    const QByteArray wanted = entryName(name, port);
    QList<QByteArray> types;
    for (const KnownHostEntry& entry : m_entries) {
        if (entry.marker == KnownHostEntry::Marker::None && !types.contains(entry.keyType) &&
            matches(entry, wanted)) {
            types.append(entry.keyType);
        }
    }
    return types;
}

QByteArray KnownHosts::makeLine(const QString& name, quint16 port, const QByteArray& keyType,
                                const QByteArray& key, bool hashed, const QByteArray& salt)
{
    QByteArray shown = entryName(name, port);
    if (hashed) {
        shown = "|1|" + salt.toBase64() + '|' + hashedName(shown, salt).toBase64();
    }
    return shown + ' ' + keyType + ' ' + key.toBase64() + '\n';
}

bool KnownHosts::usesHashes() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const KnownHostEntry& entry) {
        return entry.patterns.startsWith("|1|");
    });
}

} // namespace gatepost
