// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QString>

#include <chrono>
#include <initializer_list>
#include <stop_token>
#include <utility>

namespace gatepost {

/// A stream socket of the desktop's operating system, non-blocking and not inherited by child
/// processes. Closed on destruction. One implementation per system (native_socket_posix.cpp,
/// native_socket_windows.cpp); everything above is the same on both.
class NativeSocket
{
public:
    using Handle = qintptr;
    static constexpr Handle kInvalid = -1;

    enum class Direction { Read, Write };
    /// What a transfer did; negative results of receive, peek and send.
    static constexpr qint64 kWouldBlock = -1;
    static constexpr qint64 kFailed = -2;

    NativeSocket() = default;
    explicit NativeSocket(Handle handle)
        : m_handle(handle)
    {}
    NativeSocket(NativeSocket&& other) noexcept
        : m_handle(other.release())
    {}
    NativeSocket& operator=(NativeSocket&& other) noexcept;
    NativeSocket(const NativeSocket&) = delete;
    NativeSocket& operator=(const NativeSocket&) = delete;
    ~NativeSocket() { close(); }

    bool isValid() const { return m_handle != kInvalid; }
    Handle handle() const { return m_handle; }
    /// Gives the handle away; the caller closes it.
    Handle release() { return std::exchange(m_handle, kInvalid); }
    void close();
    /// Ends both directions, so that the other side and every waiting thread see the end, but keeps
    /// the handle: safe while another thread still uses it.
    void shutdown();

    /// Waits until bytes (or the end) can be read, or written. False when the time is over.
    bool wait(Direction direction, std::chrono::milliseconds time) const;
    /// Bytes read, 0 at the peer's orderly end, kWouldBlock or kFailed.
    qint64 receive(char* buffer, qint64 size);
    /// Like receive, but the bytes stay to be read again.
    qint64 peek(char* buffer, qint64 size);
    /// Bytes taken, kWouldBlock or kFailed. A peer that is gone never raises a signal.
    qint64 send(const char* data, qint64 size);

private:
    Handle m_handle = kInvalid;
};

/// Connects to one numeric address (IPv4, IPv6, IPv6 with a zone). NotFound when the text is no
/// address, Timeout, Cancelled, Disconnected when the port is closed or nothing can be reached; the
/// error's detail keeps the system's own words.
Result<NativeSocket> connectTcp(const QString& address, quint16 port,
                                std::chrono::milliseconds timeout, std::stop_token stop);

/// Two connected sockets inside this process: a socket pair, on Windows a loopback TCP connection.
Result<std::pair<NativeSocket, NativeSocket>> nativeSocketPair();

/// Waits until one of these sockets can be read (or has ended). False when the time is over.
bool waitReadable(std::initializer_list<NativeSocket::Handle> handles,
                  std::chrono::milliseconds time);

/// How long a waiting thread sleeps at most before it looks at its stop token again.
inline constexpr std::chrono::milliseconds kStopCheckInterval{40};

} // namespace gatepost
