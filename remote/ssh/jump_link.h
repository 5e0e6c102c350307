// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/link_watch.h"
#include "remote/ssh/ssh_session.h"

#include <memory>
#include <thread>

namespace gatepost {

/// A signed-in session at a jump host that forwards one TCP connection to the next server. From
/// open() on, the session belongs to a thread of this object, which passes bytes between the
/// forwarded channel and a socket pair; the next session uses the pair's other end as if it were a
/// TCP socket.
class JumpLink
{
public:
    JumpLink(std::unique_ptr<SshSession> session, const ConnectionTiming& timing);
    JumpLink(const JumpLink&) = delete;
    JumpLink& operator=(const JumpLink&) = delete;
    ~JumpLink();

    /// Connects to host and port as the jump host sees them. AccessDenied when it forbids
    /// forwarding, Disconnected when the next host cannot be reached from it, NotFound when it
    /// knows no such name, Timeout, Cancelled.
    Result<NativeSocket> open(const QString& host, quint16 port, QDeadlineTimer deadline,
                              const std::stop_token& stop);

private:
    void pump(NativeSocket ours, SshChannelHandle channel, const std::stop_token& stop);

    std::unique_ptr<SshSession> m_session;
    ConnectionTiming m_timing;
    std::jthread m_thread; // last: it uses the session
};

/// Opens a direct-tcpip channel (RFC 4254 section 7.2) with the errors that JumpLink::open names.
Result<SshChannelHandle> openForward(SshSession& session, const QString& host, quint16 port,
                                     QDeadlineTimer deadline, const std::stop_token& stop);

} // namespace gatepost
