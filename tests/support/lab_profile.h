// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "remote/ssh/ssh_connection.h"
#include "tests/support/lab.h"
#include "tests/support/scripted_prompter.h"

#include <mutex>

namespace gatepost {

/// How the lab's people sign in: with the lab's key, no agent, and a known_hosts file that does not
/// exist yet when `knownHosts` names none.
inline HostProfile labProfile(const QString& host, const QString& user, const QString& knownHosts,
                              Elevation elevation = Elevation::None)
{
    HostProfile profile;
    profile.name = host;
    profile.endpoint.host = Lab::address(host);
    profile.endpoint.user = user;
    profile.endpoint.identityFiles = {Lab::key()};
    profile.elevation = elevation;
    profile.useAgent = false;
    profile.knownHostsFile = knownHosts;
    return profile;
}

/// Short waits, so that a lost host shows within a second or two.
inline ConnectionTiming quickTiming()
{
    using namespace std::chrono_literals;
    ConnectionTiming timing;
    timing.tcpTimeout = 5s;
    timing.keepAliveInterval = 400ms;
    timing.keepAliveTimeout = 800ms;
    timing.reconnectPause = 100ms;
    return timing;
}

/// Remembers the steps and states of a connection.
class ConnectionLog
{
public:
    StepObserver steps()
    {
        return [this](const StepReport& report) {
            const std::scoped_lock lock(m_mutex);
            m_steps.append(report);
        };
    }
    LinkObserver links()
    {
        return [this](LinkState state, const Error&) {
            const std::scoped_lock lock(m_mutex);
            m_states.append(state);
        };
    }
    /// The last report on this step, for the host itself or for a jump host.
    StepReport last(ConnectStep step, const QString& hop = {}) const
    {
        const std::scoped_lock lock(m_mutex);
        for (qsizetype i = m_steps.size() - 1; i >= 0; --i) {
            if (m_steps[i].step == step && m_steps[i].hop == hop) {
                return m_steps[i];
            }
        }
        return {};
    }
    StepReport last() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_steps.isEmpty() ? StepReport{} : m_steps.last();
    }
    QList<LinkState> states() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_states;
    }

private:
    mutable std::mutex m_mutex;
    QList<StepReport> m_steps;
    QList<LinkState> m_states;
};

/// Has sshd on the host read its configuration and keys again; returns once it greets.
inline void reloadSshd(const QString& host)
{
    Lab::exec(host, {QStringLiteral("sh"), QStringLiteral("-c"),
                     QStringLiteral("kill -HUP $(cat /run/sshd.pid)")});
    Lab::wait(host);
}

} // namespace gatepost
