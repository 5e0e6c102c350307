// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/jump_link.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JumpLink)
};

/// Bytes under way in one direction.
class Stretch
{
public:
    /// More is read only once what is here has gone on.
    static constexpr qsizetype kEnough = 256 << 10;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    bool isFull() const { return m_bytes.size() >= kEnough; }
    void add(const char* data, qsizetype size) { m_bytes.append(data, size); }
    const QByteArray& bytes() const { return m_bytes; }
    void drop(qsizetype count) { m_bytes.remove(0, count); }

private:
    QByteArray m_bytes;
};

/// From the socket into `out`. False at its end.
bool fill(NativeSocket& socket, Stretch& out)
{
    QByteArray buffer(64 << 10, Qt::Uninitialized);
    while (!out.isFull()) {
        const qint64 count = socket.receive(buffer.data(), buffer.size());
        if (count <= 0) {
            return count == NativeSocket::kWouldBlock;
        }
        out.add(buffer.constData(), count);
    }
    return true;
}

/// From `out` into the channel, as far as its window allows. False when the channel has ended.
bool drain(Stretch& out, ssh_channel channel)
{
    while (!out.isEmpty()) {
        const auto room = static_cast<qsizetype>(ssh_channel_window_size(channel));
        const auto size = std::min(room, out.bytes().size());
        if (size == 0) {
            return true;
        }
        const int written =
            ssh_channel_write(channel, out.bytes().constData(), static_cast<uint32_t>(size));
        if (written <= 0) {
            return written == 0;
        }
        out.drop(written);
    }
    return true;
}

bool fill(ssh_channel channel, Stretch& in)
{
    QByteArray buffer(64 << 10, Qt::Uninitialized);
    while (!in.isFull()) {
        const int count = ssh_channel_read_nonblocking(channel, buffer.data(),
                                                       static_cast<uint32_t>(buffer.size()), 0);
        if (count <= 0) {
            return count == 0 && ssh_channel_is_eof(channel) == 0;
        }
        in.add(buffer.constData(), count);
    }
    return true;
}

bool drain(Stretch& in, NativeSocket& socket)
{
    while (!in.isEmpty()) {
        const qint64 sent = socket.send(in.bytes().constData(), in.bytes().size());
        if (sent < 0) {
            return sent == NativeSocket::kWouldBlock;
        }
        in.drop(sent);
    }
    return true;
}

} // namespace

Result<SshChannelHandle> openForward(SshSession& session, const QString& host, quint16 port,
                                     QDeadlineTimer deadline, const std::stop_token& stop)
{
    SshChannelHandle channel(ssh_channel_new(session.handle()));
    const QByteArray name = host.toUtf8();
    const auto rc = session.drive(
        [&] {
            return ssh_channel_open_forward(channel.get(), name.constData(), port, "127.0.0.1", 0);
        },
        SSH_AGAIN, deadline, stop);
    if (!rc) {
        return rc.error();
    }
    if (*rc == SSH_OK) {
        return channel;
    }
    if (!session.isConnected()) {
        return session.lostError();
    }
    const QString words = session.lastError();
    // libssh: "Channel opening failure: channel 43 error (1) open failed"; the number is the
    // reason code of RFC 4254 section 5.1, 1 being "administratively prohibited".
    if (words.contains(QLatin1String("error (1)"))) {
        return failure(ErrorCode::AccessDenied,
                       Text::tr("%1 does not pass connections on (AllowTcpForwarding or PermitOpen "
                                "of its sshd_config). Allow it there, or use another way.")
                           .arg(session.label()),
                       words);
    }
    return failure(ErrorCode::Disconnected,
                   Text::tr("%1 cannot reach %2, port %3. Check the name and the port, and whether "
                            "a firewall is in between.")
                       .arg(session.label(), host)
                       .arg(port),
                   words);
}

JumpLink::JumpLink(std::unique_ptr<SshSession> session, const ConnectionTiming& timing)
    : m_session(std::move(session))
    , m_timing(timing)
{}

JumpLink::~JumpLink() = default;

Result<NativeSocket> JumpLink::open(const QString& host, quint16 port, QDeadlineTimer deadline,
                                    const std::stop_token& stop)
{
    auto channel = openForward(*m_session, host, port, deadline, stop);
    if (!channel) {
        return channel.error();
    }
    auto pair = nativeSocketPair();
    if (!pair) {
        return pair.error();
    }
    m_thread = std::jthread([this, ours = std::move(pair->first),
                             forward = std::move(*channel)](const std::stop_token& own) mutable {
        pump(std::move(ours), std::move(forward), own);
    });
    return std::move(pair->second);
}

void JumpLink::pump(NativeSocket ours, SshChannelHandle channel, const std::stop_token& stop)
{
    using namespace std::chrono_literals;
    Stretch outward;
    Stretch inward;
    LinkWatch watch(m_timing);
    bool alive = true;
    while (alive && !stop.stop_requested()) {
        alive = fill(ours, outward) && drain(outward, channel.get());
        const bool more = alive && fill(channel.get(), inward);
        alive = alive && drain(inward, ours) && more;
        if (!alive) {
            break;
        }
        // A full stretch waits for its far side only; otherwise whichever side speaks first.
        if (!inward.isEmpty()) {
            ours.wait(NativeSocket::Direction::Write, kStopCheckInterval);
        } else if (outward.isFull()) {
            waitReadable({m_session->socketHandle()}, kStopCheckInterval);
        } else {
            waitReadable({m_session->socketHandle(), ours.handle()}, kStopCheckInterval);
        }
        alive = m_session->serve(0ms) && watch.check(*m_session);
    }
}

} // namespace gatepost
