// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_connection.h"

#include "app/cli/console_prompter.h"
#include "app/cli/output.h"
#include "app/cli/saved_hosts.h"
#include "app/flows/destination.h"
#include "app/flows/host_directory.h"

#include <QCoreApplication>

#include <atomic>
#include <csignal>
#include <thread>

namespace gatepost {

namespace {

std::atomic<bool> interrupted = false; // NOLINT: all that a signal handler may touch

void onInterrupt(int)
{
    if (interrupted.exchange(true)) {
        std::signal(SIGINT, SIG_DFL); // the second Ctrl+C ends the program at once
    }
}

Result<> applyOptions(HostProfile& profile, const Invocation& invocation)
{
    if (invocation.port) {
        profile.endpoint.port = *invocation.port;
    }
    if (!invocation.identityFiles.isEmpty()) {
        profile.endpoint.identityFiles = invocation.identityFiles;
    }
    if (invocation.elevation) {
        profile.elevation = *invocation.elevation;
    }
    if (!invocation.knownHostsFile.isEmpty()) {
        profile.knownHostsFile = invocation.knownHostsFile;
    }
    profile.readOnly = profile.readOnly || invocation.readOnly;
    if (!invocation.jumps.isEmpty()) {
        profile.jumps.clear();
        for (const QString& jump : invocation.jumps) {
            auto endpoint = parseDestination(jump);
            if (!endpoint) {
                return endpoint.error();
            }
            endpoint->identityFiles = profile.endpoint.identityFiles;
            profile.jumps.append(*endpoint);
        }
    }
    return {};
}

Result<HostProfile> profileFor(const QString& target, const Invocation& invocation)
{
    const auto saved = savedHosts();
    if (!saved) {
        return saved.error();
    }
    auto profile = resolveHost(target, *saved);
    if (!profile) {
        return profile.error();
    }
    if (auto applied = applyOptions(*profile, invocation); !applied) {
        return applied.error();
    }
    return profile;
}

Result<CliConnection> open(const HostProfile& profile, const Invocation& invocation)
{
    CliConnection connection{profile, {}};
    connection.ssh = std::make_unique<SshConnection>(
        profile, std::make_shared<ConsolePrompter>(
                     ConsolePrompter::Options{invocation.askpass, invocation.acceptNewHostKey}));
    if (auto opened = await(connection.ssh->open(interruptToken())); !opened) {
        return opened.error();
    }
    return connection;
}

} // namespace

std::stop_token interruptToken()
{
    static std::stop_source source = [] {
        std::stop_source made;
        std::signal(SIGINT, onInterrupt);
        std::thread([made]() mutable {
            while (!interrupted) {
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            }
            made.request_stop();
        }).detach();
        return made;
    }();
    return source.get_token();
}

Result<CliConnection> connectTo(const QString& target, const Invocation& invocation)
{
    auto profile = profileFor(target, invocation);
    if (!profile) {
        return profile.error();
    }
    return open(*profile, invocation);
}

Result<CliConnection> connectToVantage(const Invocation& invocation)
{
    auto profile = profileFor(invocation.via, invocation);
    if (!profile) {
        return profile.error();
    }
    profile->elevation = Elevation::None;
    return open(*profile, invocation);
}

ExitStatus exitStatusOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::ParseFailed:
    case ErrorCode::Unsupported:
    case ErrorCode::CommandFailed:
    case ErrorCode::Internal:
        return ExitStatus::Partial;
    case ErrorCode::NotFound:
    case ErrorCode::AccessDenied:
    case ErrorCode::AuthFailed:
    case ErrorCode::HostKeyUnknown:
    case ErrorCode::HostKeyChanged:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
    case ErrorCode::Disconnected:
    case ErrorCode::ChangeConflict:
        break;
    }
    return ExitStatus::Unreachable;
}

} // namespace gatepost
