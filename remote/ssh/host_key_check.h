// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "models/hosts/known_hosts.h"
#include "remote/ssh/ssh_connection.h"
#include "remote/ssh/ssh_session.h"

namespace gatepost {

/// The known_hosts files of one connection and what follows from them for a server's key.
class HostKeyCheck
{
public:
    /// `userFile` is written to when a new key is accepted; empty means ~/.ssh/known_hosts of the
    /// desktop's user. The system-wide file is read too.
    explicit HostKeyCheck(const QString& userFile);

    /// Key types to ask this server for first.
    QList<QByteArray> knownKeyTypes(const SshEndpoint& endpoint) const;

    /// A known key passes with the sentence to show; an unknown one is put before `prompter` and,
    /// once accepted, written down. HostKeyChanged (also for a revoked key and for one of a type
    /// that is not listed while others are), HostKeyUnknown when it was not accepted, Cancelled.
    Result<QString> verify(const SshEndpoint& endpoint, const ServerKey& key,
                           ConnectPrompter& prompter, const std::stop_token& stop);

private:
    Result<> remember(const SshEndpoint& endpoint, const ServerKey& key);

    QString m_userFile;
    KnownHosts m_known;
};

} // namespace gatepost
