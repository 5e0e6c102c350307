// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatepost {

/// One usable line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
struct KnownHostEntry
{
    enum class Marker { None, Revoked, CertAuthority };

    Marker marker = Marker::None;
    QByteArray patterns; ///< comma-separated, or one hashed name "|1|salt|hash"
    QByteArray keyType;  ///< for example "ssh-ed25519"
    QByteArray key;      ///< the public key blob, decoded from base64
    int line = 0;        ///< counted from 1

    bool operator==(const KnownHostEntry&) const = default;
};

/// What known_hosts says about a host's key.
enum class HostKeyTrust {
    Known,   ///< this very key is listed for this host
    Unknown, ///< no key is listed for this host
    Changed, ///< other keys are listed, this one is not
    Revoked  ///< this key is marked @revoked
};

/// The entries of known_hosts files, without file access: bytes in, answers out. Lines that are no
/// entries (comments, unknown markers, broken base64) are passed over, as ssh(1) does.
class KnownHosts
{
public:
    /// Adds a file's entries behind those that are already there.
    void addFile(QByteArrayView bytes);

    const QList<KnownHostEntry>& entries() const { return m_entries; }

    /// `name` is the host name, address or HostKeyAlias; a port other than 22 is looked up as
    /// "[name]:port".
    HostKeyTrust check(const QString& name, quint16 port, const QByteArray& keyType,
                       const QByteArray& key) const;

    /// Types of the keys listed for this host, without repetition, in file order. Certificate
    /// authorities and revoked keys do not count.
    QList<QByteArray> keyTypes(const QString& name, quint16 port) const;

    /// Line to append, with its newline. Names are hashed when `hashed` (HashKnownHosts of
    /// ssh_config(5)), with `salt` of 20 random bytes.
    static QByteArray makeLine(const QString& name, quint16 port, const QByteArray& keyType,
                               const QByteArray& key, bool hashed = false,
                               const QByteArray& salt = {});

    /// The file keeps its host names hashed, so a new line should be hashed too.
    bool usesHashes() const;

private:
    QList<KnownHostEntry> m_entries;
};

} // namespace gatepost
