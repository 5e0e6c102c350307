// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/tunnel_stream.h"

#include "remote/ssh/jump_link.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TunnelStream)
};

class TunnelStream : public ByteStream
{
public:
    TunnelStream(SshSession& session, SshChannelHandle channel)
        : m_session(session)
        , m_channel(std::move(channel))
    {}

    Result<QByteArray> read(std::chrono::milliseconds timeout, std::stop_token stop) override
    {
        const QDeadlineTimer deadline(timeout);
        QByteArray buffer(64 << 10, Qt::Uninitialized);
        for (;;) {
            const int count = ssh_channel_read_nonblocking(m_channel.get(), buffer.data(),
                                                           static_cast<uint32_t>(buffer.size()), 0);
            if (count > 0) {
                buffer.truncate(count);
                return buffer;
            }
            if (count < 0 || ssh_channel_is_eof(m_channel.get()) != 0) {
                return ended();
            }
            if (const auto waited = wait(deadline, stop); !waited) {
                return waited.error();
            }
        }
    }

    Result<> write(QByteArrayView bytes, std::chrono::milliseconds timeout,
                   std::stop_token stop) override
    {
        const QDeadlineTimer deadline(timeout);
        while (!bytes.isEmpty()) {
            const auto room = static_cast<qsizetype>(ssh_channel_window_size(m_channel.get()));
            const auto size = static_cast<uint32_t>(std::min(room, bytes.size()));
            const int written =
                size == 0 ? 0 : ssh_channel_write(m_channel.get(), bytes.data(), size);
            if (written < 0 || ssh_channel_is_closed(m_channel.get()) != 0) {
                return ended();
            }
            bytes = bytes.sliced(written);
            if (written == 0) {
                if (const auto waited = wait(deadline, stop); !waited) {
                    return waited;
                }
            }
        }
        return {};
    }

private:
    Result<> wait(const QDeadlineTimer& deadline, const std::stop_token& stop)
    {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired()) {
            return failure(ErrorCode::Timeout, Text::tr("The other side did not answer in time."));
        }
        return m_session.serve(
            std::min(kStopCheckInterval, std::chrono::milliseconds(deadline.remainingTime() + 1)));
    }

    Error ended() const
    {
        return m_session.isConnected()
                   ? failure(ErrorCode::Disconnected, Text::tr("The other side hung up."))
                   : m_session.lostError();
    }

    SshSession& m_session;
    SshChannelHandle m_channel;
};

} // namespace

Result<std::unique_ptr<ByteStream>> openTunnelStream(SshSession& session, const QString& address,
                                                     quint16 port,
                                                     std::chrono::milliseconds timeout,
                                                     const std::stop_token& stop)
{
    auto channel = openForward(session, address, port, QDeadlineTimer(timeout), stop);
    if (!channel) {
        return channel.error();
    }
    return std::make_unique<TunnelStream>(session, std::move(*channel));
}

} // namespace gatepost
