// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/native_socket.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <limits>
#include <mutex>
#include <system_error>
#include <vector>
#include <winsock2.h>
#include <ws2tcpip.h>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NativeSocket)
};

SOCKET fd(NativeSocket::Handle handle)
{
    return static_cast<SOCKET>(handle);
}

void startWinsock()
{
    static std::once_flag once;
    std::call_once(once, [] {
        WSADATA data;
        WSAStartup(MAKEWORD(2, 2), &data);
    });
}

QString systemText(int error)
{
    return QString::fromLocal8Bit(std::system_category().message(error).c_str());
}

int clamped(qint64 size)
{
    return static_cast<int>(std::min<qint64>(size, std::numeric_limits<int>::max()));
}

qint64 outcome(int count)
{
    if (count >= 0) {
        return count;
    }
    return WSAGetLastError() == WSAEWOULDBLOCK ? NativeSocket::kWouldBlock : NativeSocket::kFailed;
}

NativeSocket makeSocket(int family)
{
    startWinsock();
    const SOCKET handle = ::WSASocketW(family, SOCK_STREAM, IPPROTO_TCP, nullptr, 0,
                                       WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    return handle == INVALID_SOCKET ? NativeSocket()
                                    : NativeSocket(static_cast<NativeSocket::Handle>(handle));
}

void setNonBlocking(const NativeSocket& socket)
{
    u_long on = 1;
    ::ioctlsocket(fd(socket.handle()), FIONBIO, &on);
}

void setNoDelay(const NativeSocket& socket)
{
    const BOOL on = TRUE;
    ::setsockopt(fd(socket.handle()), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char*>(&on),
                 sizeof on);
}

Error connectError(int error)
{
    if (error == WSAECONNREFUSED) {
        return failure(ErrorCode::Disconnected,
                       Text::tr("Nothing listens on this port, or a firewall refuses it."),
                       systemText(error));
    }
    if (error == WSAETIMEDOUT) {
        return failure(ErrorCode::Timeout, Text::tr("No answer from this address."),
                       systemText(error));
    }
    return failure(ErrorCode::Disconnected, Text::tr("This address cannot be reached from here."),
                   systemText(error));
}

bool pollOne(SOCKET socket, short events, std::chrono::milliseconds time)
{
    WSAPOLLFD entry{socket, events, 0};
    return ::WSAPoll(&entry, 1, clamped(std::max<qint64>(0, time.count()))) > 0;
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
        ::closesocket(fd(release()));
    }
}

void NativeSocket::shutdown()
{
    if (isValid()) {
        ::shutdown(fd(m_handle), SD_BOTH);
    }
}

bool NativeSocket::wait(Direction direction, std::chrono::milliseconds time) const
{
    return pollOne(fd(m_handle),
                   static_cast<short>(direction == Direction::Read ? POLLRDNORM : POLLWRNORM),
                   time);
}

qint64 NativeSocket::receive(char* buffer, qint64 size)
{
    return outcome(::recv(fd(m_handle), buffer, clamped(size), 0));
}

qint64 NativeSocket::peek(char* buffer, qint64 size)
{
    return outcome(::recv(fd(m_handle), buffer, clamped(size), MSG_PEEK));
}

qint64 NativeSocket::send(const char* data, qint64 size)
{
    return outcome(::send(fd(m_handle), data, clamped(size), 0));
}

Result<NativeSocket> connectTcp(const QString& address, quint16 port,
                                std::chrono::milliseconds timeout, std::stop_token stop)
{
    startWinsock();
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(address.toUtf8().constData(), QByteArray::number(port).constData(), &hints,
                      &found) != 0) {
        return failure(ErrorCode::NotFound, Text::tr("\"%1\" is not an IP address.").arg(address));
    }
    NativeSocket socket = makeSocket(found->ai_family);
    setNonBlocking(socket);
    const int rc =
        ::connect(fd(socket.handle()), found->ai_addr, static_cast<int>(found->ai_addrlen));
    const int connectErrno = rc == 0 ? 0 : WSAGetLastError();
    ::freeaddrinfo(found);
    if (rc != 0 && connectErrno != WSAEWOULDBLOCK) {
        return connectError(connectErrno);
    }
    const QDeadlineTimer deadline(timeout);
    while (!socket.wait(NativeSocket::Direction::Write, kStopCheckInterval)) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired()) {
            return connectError(WSAETIMEDOUT);
        }
    }
    int error = 0;
    int length = sizeof error;
    ::getsockopt(fd(socket.handle()), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error),
                 &length);
    if (error != 0) {
        return connectError(error);
    }
    setNoDelay(socket);
    return socket;
}

Result<std::pair<NativeSocket, NativeSocket>> nativeSocketPair()
{
    const auto failed = [] {
        return failure(ErrorCode::Internal,
                       Text::tr("This computer refuses a connection to itself, which Gatepost "
                                "needs. Check its firewall."),
                       systemText(WSAGetLastError()));
    };
    const NativeSocket listener = makeSocket(AF_INET);
    NativeSocket first = makeSocket(AF_INET);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int length = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(fd(listener.handle()), generic, length) != 0 ||
        ::listen(fd(listener.handle()), 1) != 0 ||
        ::getsockname(fd(listener.handle()), generic, &length) != 0 ||
        ::connect(fd(first.handle()), generic, length) != 0) {
        return failed();
    }
    NativeSocket second(
        static_cast<NativeSocket::Handle>(::accept(fd(listener.handle()), nullptr, nullptr)));
    // Another program of this computer could have been quicker to connect to the listener; the
    // port numbers of both ends tell.
    sockaddr_in here{};
    sockaddr_in there{};
    int hereLength = sizeof here;
    int thereLength = sizeof there;
    if (::getsockname(fd(first.handle()), reinterpret_cast<sockaddr*>(&here), &hereLength) != 0 ||
        ::getpeername(fd(second.handle()), reinterpret_cast<sockaddr*>(&there), &thereLength) !=
            0 ||
        here.sin_port != there.sin_port) {
        return failed();
    }
    for (const NativeSocket* socket : {&first, &second}) {
        setNonBlocking(*socket);
        setNoDelay(*socket);
    }
    return std::pair{std::move(first), std::move(second)};
}

bool waitReadable(std::initializer_list<NativeSocket::Handle> handles,
                  std::chrono::milliseconds time)
{
    std::vector<WSAPOLLFD> entries;
    for (const NativeSocket::Handle handle : handles) {
        entries.push_back({fd(handle), POLLRDNORM, 0});
    }
    return ::WSAPoll(entries.data(), static_cast<ULONG>(entries.size()),
                     clamped(std::max<qint64>(0, time.count()))) > 0;
}

} // namespace gatepost
