// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gatepost {

/// What Gatepost offers in the key exchange, comma-separated, best first. Nothing older than what
/// OpenSSH 7.4 (CentOS 7) understands is needed, so SHA-1, CBC and DSA are left out.
struct SshAlgorithms
{
    QByteArray keyExchange;
    QByteArray hostKeys;
    QByteArray ciphers;
    QByteArray macs;
};

/// `knownKeyTypes` (key types as in known_hosts) come first among the host keys. AES-GCM leads the
/// ciphers where the processor has AES instructions, ChaCha20 elsewhere.
SshAlgorithms sshAlgorithms(const QList<QByteArray>& knownKeyTypes);

} // namespace gatepost
