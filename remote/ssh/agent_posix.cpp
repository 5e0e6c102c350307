// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/agent.h"

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace gatepost {

namespace {

NativeSocket connectAgent()
{
    const QByteArray path = qgetenv("SSH_AUTH_SOCK");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
        return {};
    }
    std::copy(path.begin(), path.end(), address.sun_path);
    NativeSocket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int rc = ::connect(static_cast<int>(socket.handle()),
                             reinterpret_cast<const sockaddr*>(&address), sizeof address);
    return rc == 0 ? std::move(socket) : NativeSocket();
}

/// Moves what has arrived at `from` to `to`. False when one of them has ended.
bool passOn(NativeSocket& from, NativeSocket& to)
{
    std::array<char, 16384> buffer{};
    const qint64 count = from.receive(buffer.data(), buffer.size());
    if (count == 0 || count == NativeSocket::kFailed) {
        return false;
    }
    for (qint64 done = 0; done < count;) {
        const qint64 sent = to.send(buffer.data() + done, count - done);
        if (sent == NativeSocket::kFailed) {
            return false;
        }
        if (sent == NativeSocket::kWouldBlock) {
            to.wait(NativeSocket::Direction::Write, kStopCheckInterval);
            continue;
        }
        done += sent;
    }
    return true;
}

void relay(NativeSocket agent, NativeSocket ours, const std::stop_token& own,
           const std::stop_token& user)
{
    while (!own.stop_requested() && !user.stop_requested()) {
        if (!waitReadable({ours.handle(), agent.handle()}, kStopCheckInterval)) {
            continue;
        }
        using Direction = NativeSocket::Direction;
        using namespace std::chrono_literals;
        if ((ours.wait(Direction::Read, 0ms) && !passOn(ours, agent)) ||
            (agent.wait(Direction::Read, 0ms) && !passOn(agent, ours))) {
            return;
        }
    }
}

} // namespace

AgentLink::~AgentLink() = default;

bool AgentLink::attach(ssh_session session)
{
    NativeSocket agent = connectAgent();
    if (!agent.isValid()) {
        return false;
    }
    auto pair = nativeSocketPair();
    if (!pair) {
        return false;
    }
    // libssh reads and writes this end as a blocking one and closes it with the session.
    const int end = static_cast<int>(pair->second.release());
    ::fcntl(end, F_SETFL, ::fcntl(end, F_GETFL) & ~O_NONBLOCK);
    ssh_set_agent_socket(session, end);
    m_relay = std::jthread([agent = std::move(agent), ours = std::move(pair->first),
                            user = m_stop](const std::stop_token& own) mutable {
        relay(std::move(agent), std::move(ours), own, user);
    });
    return true;
}

} // namespace gatepost
