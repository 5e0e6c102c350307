// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "remote/ssh/ssh_connection.h"

#include <memory>

namespace gatepost {

/// A host as gatepostctl reached it.
struct CliConnection
{
    HostProfile profile;
    std::unique_ptr<SshConnection> ssh;

    /// Name for documents and messages.
    QString name() const { return profile.name; }
};

/// Finds `target` (console's list, ~/.ssh/config, or an ssh destination), applies the invocation's
/// options, connects, signs in and tries out root rights.
Result<CliConnection> connectTo(const QString& target, const Invocation& invocation);

/// Unreachable or refused (3), or whatever fits the error better.
ExitStatus exitStatusOf(const Error& error);

/// Waits for a future on this thread. gatepostctl has no event loop to keep free.
template <typename T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// A stop token that Ctrl+C requests, so that an interrupted command ends in order.
std::stop_token interruptToken();

} // namespace gatepost
