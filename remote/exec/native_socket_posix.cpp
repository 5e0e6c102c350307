// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/native_socket.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NativeSocket)
};

int fd(NativeSocket::Handle handle)
{
    return static_cast<int>(handle);
}

QString systemText(int error)
{
    return QString::fromStdString(std::generic_category().message(error));
}

qint64 outcome(ssize_t count)
{
    if (count >= 0) {
        return count;
    }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? NativeSocket::kWouldBlock
                                                                     : NativeSocket::kFailed;
}

Error connectError(int error)
{
    if (error == ECONNREFUSED) {
        return failure(ErrorCode::Disconnected,
                       Text::tr("Nothing listens on this port, or a firewall refuses it."),
                       systemText(error));
    }
    if (error == ETIMEDOUT) {
        return failure(ErrorCode::Timeout, Text::tr("No answer from this address."),
                       systemText(error));
    }
    return failure(ErrorCode::Disconnected, Text::tr("This address cannot be reached from here."),
                   systemText(error));
}

} // namespace

NativeSocket& NativeSocket::operator=(NativeSocket&& other) noexcept
{
    if (this != &other) {
        close();
        m_handle = other.release();
    }
    return *this;
}

void NativeSocket::close()
{
    if (isValid()) {
        ::close(fd(release()));
    }
}

void NativeSocket::shutdown()
{
    if (isValid()) {
        ::shutdown(fd(m_handle), SHUT_RDWR);
    }
}

bool NativeSocket::wait(Direction direction, std::chrono::milliseconds time) const
{
    pollfd entry{fd(m_handle), static_cast<short>(direction == Direction::Read ? POLLIN : POLLOUT),
                 0};
    return ::poll(&entry, 1, static_cast<int>(std::max<qint64>(0, time.count()))) > 0;
}

qint64 NativeSocket::receive(char* buffer, qint64 size)
{
    return outcome(::recv(fd(m_handle), buffer, static_cast<std::size_t>(size), 0));
}

qint64 NativeSocket::peek(char* buffer, qint64 size)
{
    return outcome(::recv(fd(m_handle), buffer, static_cast<std::size_t>(size), MSG_PEEK));
}

qint64 NativeSocket::send(const char* data, qint64 size)
{
    return outcome(::send(fd(m_handle), data, static_cast<std::size_t>(size), MSG_NOSIGNAL));
}

Result<NativeSocket> connectTcp(const QString& address, quint16 port,
                                std::chrono::milliseconds timeout, std::stop_token stop)
{
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(address.toUtf8().constData(), QByteArray::number(port).constData(), &hints,
                      &found) != 0) {
        return failure(ErrorCode::NotFound, Text::tr("\"%1\" is not an IP address.").arg(address));
    }
    NativeSocket socket(
        ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP));
    const int rc = ::connect(fd(socket.handle()), found->ai_addr, found->ai_addrlen);
    const int connectErrno = errno;
    ::freeaddrinfo(found);
    if (rc != 0 && connectErrno != EINPROGRESS) {
        return connectError(connectErrno);
    }
    const QDeadlineTimer deadline(timeout);
    while (!socket.wait(NativeSocket::Direction::Write, kStopCheckInterval)) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired()) {
            return connectError(ETIMEDOUT);
        }
    }
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(fd(socket.handle()), SOL_SOCKET, SO_ERROR, &error, &length);
    if (error != 0) {
        return connectError(error);
    }
    const int on = 1;
    ::setsockopt(fd(socket.handle()), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

Result<std::pair<NativeSocket, NativeSocket>> nativeSocketPair()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure(ErrorCode::Internal,
                       Text::tr("This computer has no free file handles. Close some programs and "
                                "try again."),
                       systemText(errno));
    }
    return std::pair{NativeSocket(ends[0]), NativeSocket(ends[1])};
}

bool waitReadable(std::initializer_list<NativeSocket::Handle> handles,
                  std::chrono::milliseconds time)
{
    std::vector<pollfd> entries;
    for (const NativeSocket::Handle handle : handles) {
        entries.push_back({fd(handle), POLLIN, 0});
    }
    return ::poll(entries.data(), entries.size(),
                  static_cast<int>(std::max<qint64>(0, time.count()))) > 0;
}

} // namespace gatepost
