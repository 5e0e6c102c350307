// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatepost {

/// One hop as written after ProxyJump or `ssh -J`.
struct JumpSpec
{
    QString host;     ///< name, address or alias, without brackets
    QString user;     ///< empty when not given
    quint16 port = 0; ///< 0 when not given

    bool operator==(const JumpSpec&) const = default;
};

/// Reads "[user@]host[:port]" or "ssh://[user@]host[:port]", IPv6 addresses in brackets: what
/// ssh(1) takes as a destination. Empty when it is neither.
std::optional<JumpSpec> parseSshDestination(const QString& text);

/// Reads a comma-separated chain of destinations, first hop first. Empty when a part is broken.
std::optional<QList<JumpSpec>> parseProxyJump(const QString& text);

/// The ProxyJump that does the same as a ProxyCommand of the form
/// "ssh [-q] [-x] [-T] [-l user] [-p port] -W %h:%p [user@]jump". Empty for any other command.
std::optional<QString> jumpOfProxyCommand(const QStringList& values);

} // namespace gatepost
