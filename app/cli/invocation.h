// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace gatepost {

/// Exit status of gatepostctl; scripts may count on these.
enum class ExitStatus {
    Fine = 0,
    Finding = 1,     ///< a critical or high finding, or a verdict of open, conditional, down, error
    WrongUsage = 2,  ///< unknown command or option, missing argument
    Unreachable = 3, ///< host not reachable, or it refused
    Partial = 4      ///< something could not be seen or is unknown
};

/// What the user asked gatepostctl to do: one subcommand with its options, checked for form.
struct Invocation
{
    enum class Task { Pull, Verdict, RelayTest, Queue, Harden, Hosts, Help, Version };

    Task task = Task::Help;
    QString target;          ///< HOST, or ADDRESS[:PORT] for relay-test
    QString configDirectory; ///< --config-dir
    QString outDirectory;    ///< --out
    QString via;             ///< --via HOST
    QString layer;           ///< --layer
    QString filter;          ///< --filter
    QStringList ownDomains;  ///< --own-domain, repeated
    bool json = false;
    bool apply = false;
    bool acceptNewHostKey = false;
    bool readOnly = false;
    std::optional<Elevation> elevation; ///< --elevate; empty: the host's own setting, or automatic
    std::optional<quint16> port;        ///< --port
    QStringList identityFiles;          ///< --identity, repeated
    QStringList jumps;                  ///< --jump, comma-separated destinations
    QString knownHostsFile;             ///< --known-hosts
    QString askpass;                    ///< --askpass PROGRAM
    QStringList trustedNetworks;        ///< --trust NETWORK, repeated
    bool trustedNetworksGiven = false;
    std::chrono::seconds undoAfter = std::chrono::seconds(120);
};

/// Reads the arguments that follow the program's name. ErrorCode::ParseFailed: wrong usage, with a
/// sentence that names the argument at fault.
Result<Invocation> parseInvocation(const QStringList& arguments);

/// The text of `gatepostctl help`.
QString usageText();

} // namespace gatepost
