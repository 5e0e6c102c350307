// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/command_executor.h"
#include "remote/ssh/host_key_check.h"
#include "remote/ssh/jump_link.h"

#include <memory>
#include <vector>

namespace gatepost {

/// A connection that has been made: the jump hosts' sessions, the host's own, and what runs there.
struct EstablishedLink
{
    std::vector<std::unique_ptr<JumpLink>> jumps; ///< first hop first
    std::unique_ptr<SshSession> session;
    std::unique_ptr<CommandExecutor> executor;
    /// Signing in took answers that only a person can give, such as a one-time code; connecting
    /// again by itself would ask for them unbidden.
    bool neededAnswers = false;

    EstablishedLink() = default;
    EstablishedLink(EstablishedLink&&) = default;
    EstablishedLink& operator=(EstablishedLink&&) = default;
    ~EstablishedLink();
};

/// The steps from a profile to a connection, each reported as it begins and ends.
class ConnectSequence
{
public:
    ConnectSequence(const HostProfile& profile, ConnectPrompter& prompter, ElevationSecret& secret,
                    const StepObserver& observer, const ConnectionTiming& timing,
                    std::stop_token stop);

    Result<EstablishedLink> run();

private:
    Result<NativeSocket> reach(const SshEndpoint& endpoint, JumpLink* through, const QString& hop);
    Result<NativeSocket> reachDirectly(const SshEndpoint& endpoint, const QString& hop);
    Result<std::unique_ptr<SshSession>> signIn(const SshEndpoint& endpoint, NativeSocket socket,
                                               const QString& hop);
    Result<std::unique_ptr<SshSession>> shakeHands(const SshEndpoint& endpoint, const QString& user,
                                                   NativeSocket socket);
    Result<> elevate();

    void begin(ConnectStep step, const QString& hop);
    void pass(const QString& text);
    Error fail(Error error);

    const HostProfile& m_profile;
    ConnectPrompter& m_prompter;
    ElevationSecret& m_secret;
    const StepObserver& m_observer;
    ConnectionTiming m_timing;
    std::stop_token m_stop;
    HostKeyCheck m_hostKeys;
    EstablishedLink m_link;
    StepReport m_step;
};

/// The user who signs in at this server.
QString signInUser(const SshEndpoint& endpoint);

} // namespace gatepost
