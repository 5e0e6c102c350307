// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "remote/ssh/ssh_connection.h"

#include <memory>
#include <stop_token>

namespace gatepost {

/// A host as gatepostctl reached it.
struct CliConnection
{
    HostProfile profile;
    std::unique_ptr<SshConnection> ssh;
};

/// Finds `target` (the console's list of hosts, ~/.ssh/config, or an ssh destination), applies the
/// invocation's options, connects, signs in and tries out root rights.
Result<CliConnection> connectTo(const QString& target, const Invocation& invocation);

/// The same for the host of --via, which only passes a connection on: no root rights are asked for.
Result<CliConnection> connectToVantage(const Invocation& invocation);

/// Partial (4) for an answer that could not be used, otherwise Unreachable (3).
ExitStatus exitStatusOf(const Error& error);

/// Waits for a future on this thread. gatepostctl has no event loop to keep free.
template<typename T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// Requested by Ctrl+C, so that an interrupted command ends in order.
std::stop_token interruptToken();

} // namespace gatepost
