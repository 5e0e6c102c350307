// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gatepost {

/// Identity of a host in the console's own list; stays the same when the host is renamed.
struct HostId
{
    QString value;

    bool operator==(const HostId&) const = default;
};

/// How commands that need root get it.
enum class Elevation {
    None, ///< run as the user that signed in (who may be root)
    Sudo, ///< sudo(8), with or without a password
    Doas  ///< doas(1), with or without a password
};

/// One ssh server on the way: where it listens and who signs in.
struct SshEndpoint
{
    QString host;              ///< name or address as the user wrote it
    quint16 port = 22;         ///< TCP port
    QString user;              ///< empty: the desktop user's name
    QStringList identityFiles; ///< private key files in the order they are tried; empty: defaults
    /// Name that known_hosts entries are kept under when it differs from `host` (HostKeyAlias).
    QString hostKeyAlias = {};

    bool operator==(const SshEndpoint&) const = default;
};

/// A mail host as the user knows it: how to reach it and what may be done there. Holds no secrets.
struct HostProfile
{
    HostId id;
    QString name;  ///< shown in the sidebar; unique within the list
    QString group; ///< sidebar heading; may be empty
    SshEndpoint endpoint;
    QList<SshEndpoint> jumps; ///< ProxyJump chain, first hop first
    Elevation elevation = Elevation::None;
    /// Nothing that changes the host is offered or possible.
    bool readOnly = false;
    /// Use keys held by the ssh agent.
    bool useAgent = true;
    /// Path of the known_hosts file; empty means the user's own (~/.ssh/known_hosts).
    QString knownHostsFile = {};

    bool operator==(const HostProfile&) const = default;
};

} // namespace gatepost
