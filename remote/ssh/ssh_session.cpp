// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/ssh_session.h"

#include "remote/ssh/algorithms.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <libssh/server.h>

#include <algorithm>
#include <mutex>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshSession)
};

void initLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        ssh_init();
        ssh_set_log_level(SSH_LOG_NONE);
    });
}

/// The key blob starts with its own type as a length-prefixed string (RFC 4253 section 6.6).
QByteArray typeOfBlob(const QByteArray& blob)
{
    if (blob.size() < 4) {
        return {};
    }
    const auto length = qFromBigEndian<quint32>(blob.constData());
    return length <= 64 ? blob.mid(4, static_cast<qsizetype>(length)) : QByteArray();
}

} // namespace

QString ServerKey::sha256Fingerprint() const
{
    const QByteArray digest = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(digest.toBase64(QByteArray::OmitTrailingEquals));
}

SshSession::SshSession(QString label)
    : m_label(std::move(label))
{
    initLibrary();
    m_session.reset(ssh_new());
}

void SshSession::setOptions(const QString& user, const QList<QByteArray>& hostKeyTypes,
                            NativeSocket& socket)
{
    ssh_session session = m_session.get();
    const auto set = [session](ssh_options_e option, const QByteArray& value) {
        ssh_options_set(session, option, value.constData());
    };
    // SSH_OPTIONS_HOST stays unset on purpose: with it libssh would read known_hosts files of its
    // own choice. It is not needed, since the socket is connected already.
    const SshAlgorithms algorithms = sshAlgorithms(hostKeyTypes);
    const bool readConfig = false;
    ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &readConfig);
    set(SSH_OPTIONS_USER, user.toUtf8());
    set(SSH_OPTIONS_KEY_EXCHANGE, algorithms.keyExchange);
    set(SSH_OPTIONS_HOSTKEYS, algorithms.hostKeys);
    set(SSH_OPTIONS_CIPHERS_C_S, algorithms.ciphers);
    set(SSH_OPTIONS_CIPHERS_S_C, algorithms.ciphers);
    set(SSH_OPTIONS_HMAC_C_S, algorithms.macs);
    set(SSH_OPTIONS_HMAC_S_C, algorithms.macs);
    set(SSH_OPTIONS_COMPRESSION, "no");
    auto fd = static_cast<socket_t>(socket.release());
    ssh_options_set(session, SSH_OPTIONS_FD, &fd);
    ssh_set_counters(session, nullptr, &m_counter);
    ssh_set_blocking(session, 0);
}

Result<> SshSession::handshake(NativeSocket socket, const QString& user,
                               const QList<QByteArray>& hostKeyTypes, QDeadlineTimer deadline,
                               std::stop_token stop)
{
    setOptions(user, hostKeyTypes, socket);
    int rc = ssh_connect(m_session.get());
    m_event.reset(ssh_event_new());
    ssh_event_add_session(m_event.get(), m_session.get());
    if (rc == SSH_AGAIN) {
        const auto driven =
            drive([this] { return ssh_connect(m_session.get()); }, SSH_AGAIN, deadline, stop);
        if (!driven) {
            const ErrorCode code = driven.error().code;
            return code == ErrorCode::Disconnected ? handshakeError() : driven.error();
        }
        rc = *driven;
    }
    if (rc != SSH_OK) {
        return handshakeError();
    }
    return {};
}

Error SshSession::handshakeError() const
{
    const QString words = lastError();
    if (words.contains(QLatin1String("no match for method"))) {
        return failure(ErrorCode::Unsupported,
                       Text::tr("%1 and Gatepost have no encryption method in common: the server "
                                "offers only methods that are no longer safe. Update its SSH "
                                "server or its Ciphers, MACs and KexAlgorithms settings.")
                           .arg(m_label),
                       words);
    }
    return failure(ErrorCode::Disconnected,
                   Text::tr("%1 ended the connection while the encryption was being set up. It may "
                            "block this address or be overloaded; try again in a minute.")
                       .arg(m_label),
                   words);
}

Result<ServerKey> SshSession::serverKey() const
{
    ssh_key raw = nullptr;
    char* base64 = nullptr;
    if (ssh_get_server_publickey(m_session.get(), &raw) != SSH_OK) {
        return lostError();
    }
    const SshKeyHandle key(raw);
    if (ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK) {
        return failure(
            ErrorCode::Unsupported,
            Text::tr("%1 has a host key of a kind that Gatepost cannot read.").arg(m_label),
            lastError());
    }
    const QByteArray blob = QByteArray::fromBase64(base64);
    ssh_string_free_char(base64);
    return ServerKey{.type = typeOfBlob(blob), .blob = blob};
}

Result<int> SshSession::drive(const std::function<int()>& call, int again, QDeadlineTimer deadline,
                              const std::stop_token& stop)
{
    for (;;) {
        const int rc = call();
        if (rc != again) {
            return rc;
        }
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired()) {
            return failure(ErrorCode::Timeout,
                           Text::tr("%1 did not answer in time. It may be overloaded, or something "
                                    "on the way drops the packets; try again.")
                               .arg(m_label));
        }
        if (const auto served = serve(kStopCheckInterval); !served) {
            return served.error();
        }
    }
}

Result<> SshSession::serve(std::chrono::milliseconds time)
{
    // libssh 0.10 reads 4 KiB at a time; a packet of output is eight of those.
    constexpr int kMostReads = 32;
    quint64 before = receivedBytes();
    int rc = ssh_event_dopoll(m_event.get(), static_cast<int>(time.count()));
    for (int reads = 1; reads < kMostReads && rc == SSH_OK && receivedBytes() != before; ++reads) {
        before = receivedBytes();
        rc = ssh_event_dopoll(m_event.get(), 0);
    }
    if (rc == SSH_ERROR || !isConnected()) {
        return lostError();
    }
    return {};
}

void SshSession::sendKeepAlive()
{
    // libssh 0.10: the first call collects the answer to an earlier request (or sends), the second
    // sends (or finds the answer missing still). Neither waits in non-blocking mode.
    ssh_send_keepalive(m_session.get());
    ssh_send_keepalive(m_session.get());
}

bool SshSession::isConnected() const
{
    return !m_givenUp && (ssh_get_status(m_session.get()) & (SSH_CLOSED | SSH_CLOSED_ERROR)) == 0;
}

NativeSocket::Handle SshSession::socketHandle() const
{
    return static_cast<NativeSocket::Handle>(ssh_get_fd(m_session.get()));
}

QString SshSession::lastError() const
{
    return QString::fromUtf8(ssh_get_error(m_session.get())).left(2000);
}

Error SshSession::lostError() const
{
    return failure(ErrorCode::Disconnected,
                   Text::tr("The connection to %1 was lost. Check the network and connect again.")
                       .arg(m_label),
                   lastError());
}

} // namespace gatepost
