// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace gatepost {

/// A configuration file as the caller read it.
struct SshConfigFile
{
    QString path; ///< as shown in diagnostics
    QByteArray bytes;

    bool operator==(const SshConfigFile&) const = default;
};

/// Something in a configuration file that Gatepost does not do as ssh(1) would.
struct SshConfigDiagnostic
{
    enum class Severity {
        Note,   ///< differs from ssh(1) in a way that seldom matters
        Warning ///< the host may not be reachable, or be reached differently
    };

    Severity severity = Severity::Warning;
    QString file;
    int line = 0;   ///< counted from 1
    QString option; ///< keyword as written, for example "ProxyCommand"
    QString text;   ///< sentence that says what is not done

    bool operator==(const SshConfigDiagnostic&) const = default;
};

/// What `%` tokens and `~` stand for; nothing is read from the environment here.
struct SshConfigContext
{
    QString homeFolder; ///< of the desktop's user, without a slash at the end
    QString localUser;  ///< the desktop user's name
    QString localHost;  ///< the desktop's host name
};

/// One host of the configuration, ready for the host list.
struct SshConfigHost
{
    HostProfile profile;
    /// What applies to this host and is not, or not fully, done.
    QList<SshConfigDiagnostic> diagnostics;
};

/// The client configuration of OpenSSH as ssh_config(5) describes it: Host with patterns, Include,
/// and the options that decide how a host is reached and who signs in. `Match`, `ProxyCommand` and
/// every other option that would matter are named in diagnostics. Never fails: what is not
/// understood becomes a diagnostic.
class SshConfig
{
public:
    /// The files that an Include pattern names, in the order in which they apply. The pattern is
    /// as written; relative ones start at the user's .ssh folder. The caller expands `~` and
    /// wildcards; a pattern that matches nothing yields nothing, as in ssh(1).
    using IncludeReader = std::function<QList<SshConfigFile>(const QString& pattern)>;

    /// Parses files in their order of precedence (the user's own first).
    static SshConfig parse(const QList<SshConfigFile>& files, const IncludeReader& includes = {});

    /// Names after Host that are no patterns, without repetition, in file order: what an import
    /// dialog offers.
    QStringList aliases() const;

    /// How ssh(1) would connect for `ssh alias`; the first value of an option wins. Works for any
    /// alias or host name, also for one that only patterns match. The profile's id is empty.
    SshConfigHost resolve(const QString& alias, const SshConfigContext& context) const;

    /// Every diagnostic of every block, in file order.
    QList<SshConfigDiagnostic> diagnostics() const;

    /// One option line.
    struct Option
    {
        QByteArray keyword; ///< lower case
        QString written;    ///< the keyword as written
        QStringList values;
        QString file;
        int line = 0;
    };
    /// The lines after one Host line, or before the first.
    struct Block
    {
        /// Pattern lists that must all match the alias; more than one inside an Include that
        /// itself stands in a Host block.
        QList<QList<QByteArray>> conditions;
        bool neverApplies = false; ///< below a Match that is not understood
        QList<Option> options;
        QList<SshConfigDiagnostic> diagnostics;
    };
    const QList<Block>& blocks() const { return m_blocks; }

private:
    friend class SshConfigReader;

    QList<Block> m_blocks;
};

} // namespace gatepost
