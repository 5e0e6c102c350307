// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/ssh_connection.h"
#include "remote/ssh/ssh_session.h"

#include <QElapsedTimer>

namespace gatepost {

/// Notices a connection that has silently died: after keepAliveInterval without a byte the server
/// is asked for a sign of life, and after keepAliveTimeout more the connection counts as lost.
class LinkWatch
{
public:
    explicit LinkWatch(const ConnectionTiming& timing)
        : m_timing(timing)
    {
        m_quiet.start();
    }

    /// To be called now and then; Disconnected once the connection counts as lost, and the session
    /// knows it then, too.
    Result<> check(SshSession& session);
    /// Time until check should be called next.
    std::chrono::milliseconds nextCheck() const;

private:
    ConnectionTiming m_timing;
    QElapsedTimer m_quiet;
    quint64 m_seenBytes = 0;
    bool m_asked = false;
};

} // namespace gatepost
