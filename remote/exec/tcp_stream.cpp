// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/tcp_stream.h"

#include "remote/exec/tcp_connect.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TcpStream)
};

class TcpStream : public ByteStream
{
public:
    explicit TcpStream(NativeSocket socket)
        : m_socket(std::move(socket))
    {}

    Result<QByteArray> read(std::chrono::milliseconds timeout, std::stop_token stop) override
    {
        const QDeadlineTimer deadline(timeout);
        QByteArray buffer(64 << 10, Qt::Uninitialized);
        for (;;) {
            const qint64 count = m_socket.receive(buffer.data(), buffer.size());
            if (count > 0) {
                buffer.truncate(count);
                return buffer;
            }
            if (count != NativeSocket::kWouldBlock) {
                return hungUp();
            }
            if (const auto waited = wait(NativeSocket::Direction::Read, deadline, stop); !waited) {
                return waited.error();
            }
        }
    }

    Result<> write(QByteArrayView bytes, std::chrono::milliseconds timeout,
                   std::stop_token stop) override
    {
        const QDeadlineTimer deadline(timeout);
        while (!bytes.isEmpty()) {
            const qint64 count = m_socket.send(bytes.data(), bytes.size());
            if (count > 0) {
                bytes = bytes.sliced(count);
                continue;
            }
            if (count != NativeSocket::kWouldBlock) {
                return hungUp();
            }
            if (const auto waited = wait(NativeSocket::Direction::Write, deadline, stop); !waited) {
                return waited;
            }
        }
        return {};
    }

private:
    Result<> wait(NativeSocket::Direction direction, const QDeadlineTimer& deadline,
                  const std::stop_token& stop) const
    {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired()) {
            return failure(ErrorCode::Timeout, Text::tr("The other side did not answer in time."));
        }
        m_socket.wait(direction, std::min(kStopCheckInterval,
                                          std::chrono::milliseconds(deadline.remainingTime() + 1)));
        return {};
    }

    static Error hungUp()
    {
        return failure(ErrorCode::Disconnected, Text::tr("The other side hung up."));
    }

    NativeSocket m_socket;
};

} // namespace

Result<std::unique_ptr<ByteStream>> openTcpStream(const QString& address, quint16 port,
                                                  std::chrono::milliseconds timeout,
                                                  std::stop_token stop)
{
    auto socket = connectByName(address, port, timeout, stop);
    if (!socket) {
        return socket.error();
    }
    return std::make_unique<TcpStream>(std::move(*socket));
}

} // namespace gatepost
