// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/link_watch.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LinkWatch)
};

} // namespace

Result<> LinkWatch::check(SshSession& session)
{
    using std::chrono::milliseconds;
    if (const quint64 bytes = session.receivedBytes(); bytes != m_seenBytes) {
        m_seenBytes = bytes;
        m_asked = false;
        m_quiet.restart();
        return {};
    }
    const milliseconds quiet(m_quiet.elapsed());
    if (quiet >= m_timing.keepAliveInterval + m_timing.keepAliveTimeout) {
        session.giveUp();
        return failure(ErrorCode::Disconnected,
                       Text::tr("%1 no longer answers: the connection was lost. Check the network "
                                "and whether the host is up.")
                           .arg(session.label()));
    }
    if (!m_asked && quiet >= m_timing.keepAliveInterval) {
        m_asked = true;
        session.sendKeepAlive();
    }
    return {};
}

std::chrono::milliseconds LinkWatch::nextCheck() const
{
    using std::chrono::milliseconds;
    const milliseconds limit = m_asked ? m_timing.keepAliveInterval + m_timing.keepAliveTimeout
                                       : m_timing.keepAliveInterval;
    return std::max(milliseconds(1), limit - milliseconds(m_quiet.elapsed()) + milliseconds(1));
}

} // namespace gatepost
