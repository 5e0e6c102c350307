// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "remote/exec/native_socket.h"
#include "remote/ssh/ssh_handles.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>
#include <QString>

#include <functional>
#include <stop_token>

namespace gatepost {

/// The public key that a server proved to own during the key exchange.
struct ServerKey
{
    QByteArray type; ///< as in known_hosts, for example "ssh-ed25519"
    QByteArray blob; ///< the key in the wire format of RFC 4253 section 6.6
    /// "SHA256:" and unpadded base64, as `ssh-keygen -l` prints it.
    QString sha256Fingerprint() const;
};

/// One libssh session. libssh runs in its non-blocking mode underneath, so that every wait ends at
/// a deadline or, within kStopCheckInterval, at a stop request. Used from one thread at a time.
class SshSession
{
public:
    /// `label` names the server in sentences, for example "mx1.example.net".
    explicit SshSession(QString label);
    SshSession(const SshSession&) = delete;
    SshSession& operator=(const SshSession&) = delete;

    /// Key exchange over a connected socket, which now belongs to the session. `hostKeyTypes` are
    /// the key types that known_hosts lists for this server; they are asked for first, so that a
    /// known server is not taken for an unknown one. Disconnected, Timeout, Cancelled, or
    /// Unsupported when there is no algorithm in common.
    Result<> handshake(NativeSocket socket, const QString& user,
                       const QList<QByteArray>& hostKeyTypes, QDeadlineTimer deadline,
                       std::stop_token stop);

    Result<ServerKey> serverKey() const;

    /// Calls `call` until it returns something other than `again`, serving the connection in
    /// between. Timeout, Cancelled; Disconnected when the connection ends meanwhile.
    Result<int> drive(const std::function<int()>& call, int again, QDeadlineTimer deadline,
                      const std::stop_token& stop);

    /// Serves the connection for at most this time; returns early after traffic. Disconnected when
    /// it has ended.
    Result<> serve(std::chrono::milliseconds time);

    /// Asks the server for a sign of life, without waiting for it.
    void sendKeepAlive();
    /// Bytes received since the handshake began; grows with every sign of life.
    quint64 receivedBytes() const { return m_counter.in_bytes; }

    bool isConnected() const;
    /// Counts the connection as ended from now on, although no packet said so.
    void giveUp() { m_givenUp = true; }
    ssh_session handle() const { return m_session.get(); }
    NativeSocket::Handle socketHandle() const;
    const QString& label() const { return m_label; }
    /// libssh's last words, for Error::detail.
    QString lastError() const;
    /// Error for a connection that ended.
    Error lostError() const;

private:
    Error handshakeError() const;
    void setOptions(const QString& user, const QList<QByteArray>& hostKeyTypes,
                    NativeSocket& socket);

    QString m_label;
    bool m_givenUp = false;
    ssh_counter_struct m_counter{};
    SshSessionHandle m_session;
    SshEventHandle m_event; // declared after the session: it must go first
};

} // namespace gatepost
