// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/algorithms.h"

namespace gatepost {

namespace {

bool processorHasAes()
{
#if defined(__x86_64__) || defined(__i386__)
    return __builtin_cpu_supports("aes") != 0;
#else
    return true;
#endif
}

/// A key type may be used with several signature algorithms (RFC 8332 for RSA).
QList<QByteArray> signaturesOf(const QByteArray& keyType)
{
    if (keyType == "ssh-rsa") {
        return {"rsa-sha2-512", "rsa-sha2-256"};
    }
    return {keyType};
}

} // namespace

SshAlgorithms sshAlgorithms(const QList<QByteArray>& knownKeyTypes)
{
    const QList<QByteArray> supported = {"ssh-ed25519",         "ecdsa-sha2-nistp256",
                                         "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
                                         "rsa-sha2-512",        "rsa-sha2-256"};
    QList<QByteArray> hostKeys;
    for (const QByteArray& type : knownKeyTypes) {
        for (const QByteArray& signature : signaturesOf(type)) {
            if (supported.contains(signature) && !hostKeys.contains(signature)) {
                hostKeys.append(signature);
            }
        }
    }
    for (const QByteArray& signature : supported) {
        if (!hostKeys.contains(signature)) {
            hostKeys.append(signature);
        }
    }
    const QByteArray gcm = "aes128-gcm@openssh.com,aes256-gcm@openssh.com";
    const QByteArray chacha = "chacha20-poly1305@openssh.com";
    return {.keyExchange = "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,"
                           "ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group16-sha512,"
                           "diffie-hellman-group18-sha512,diffie-hellman-group-exchange-sha256,"
                           "diffie-hellman-group14-sha256",
            .hostKeys = hostKeys.join(','),
            .ciphers = (processorHasAes() ? gcm + ',' + chacha : chacha + ',' + gcm) +
                       ",aes128-ctr,aes192-ctr,aes256-ctr",
            .macs = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,"
                    "hmac-sha2-512"};
}

} // namespace gatepost
