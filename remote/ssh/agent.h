// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec/native_socket.h"

#include <libssh/libssh.h>

#include <stop_token>
#include <thread>

namespace gatepost {

/// The desktop's ssh agent for the time of one sign-in. libssh waits for the agent without a time
/// limit, and an agent may ask a person to confirm; so libssh gets a socket of ours, and a small
/// thread passes the bytes on until a stop request closes it. Not there on Windows: libssh 0.10 is
/// built without agent support on it (ssh_userauth_agent is missing).
class AgentLink
{
public:
    explicit AgentLink(std::stop_token stop)
        : m_stop(std::move(stop))
    {}
    AgentLink(const AgentLink&) = delete;
    AgentLink& operator=(const AgentLink&) = delete;
    ~AgentLink();

    /// Makes the session use the agent. False when no agent runs.
    bool attach(ssh_session session);

private:
    std::stop_token m_stop;
    std::jthread m_relay;
};

} // namespace gatepost
