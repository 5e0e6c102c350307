// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/ssh_process.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshProcess)
};

/// Signal numbers of POSIX for the names of RFC 4254 section 6.10.
int signalNumber(QByteArrayView name)
{
    constexpr std::array<std::pair<const char*, int>, 12> kSignals = {{{"HUP", 1},
                                                                       {"INT", 2},
                                                                       {"QUIT", 3},
                                                                       {"ILL", 4},
                                                                       {"ABRT", 6},
                                                                       {"FPE", 8},
                                                                       {"KILL", 9},
                                                                       {"USR1", 10},
                                                                       {"SEGV", 11},
                                                                       {"USR2", 12},
                                                                       {"PIPE", 13},
                                                                       {"ALRM", 14}}};
    for (const auto& [known, number] : kSignals) {
        if (name == known) {
            return number;
        }
    }
    return 15;
}

} // namespace

SshProcess::SshProcess(SshSession& session, OutputHandler onOutput)
    : m_session(session)
    , m_onOutput(std::move(onOutput))
{}

SshProcess::~SshProcess()
{
    // libssh keeps a closed channel until the server has closed it too, and would call back here.
    if (m_channel && m_callbacks.size != 0) {
        ssh_remove_channel_callbacks(m_channel.get(), &m_callbacks);
    }
}

void SshProcess::installCallbacks()
{
    m_callbacks = {};
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = [](ssh_session, ssh_channel, void* data, uint32_t length,
                                           int isError, void* self) {
        auto* process = static_cast<SshProcess*>(self);
        process->m_receivedBytes += length;
        process->m_onOutput(
            QByteArrayView(static_cast<const char*>(data), static_cast<qsizetype>(length)),
            isError != 0);
        return static_cast<int>(length);
    };
    m_callbacks.channel_eof_function = [](ssh_session, ssh_channel, void* self) {
        static_cast<SshProcess*>(self)->m_ended = true;
    };
    m_callbacks.channel_close_function = [](ssh_session, ssh_channel, void* self) {
        static_cast<SshProcess*>(self)->m_closed = true;
    };
    m_callbacks.channel_exit_status_function = [](ssh_session, ssh_channel, int status,
                                                  void* self) {
        static_cast<SshProcess*>(self)->m_exitStatus = status & 0xff;
    };
    m_callbacks.channel_exit_signal_function = [](ssh_session, ssh_channel, const char* name, int,
                                                  const char*, const char*, void* self) {
        static_cast<SshProcess*>(self)->m_exitStatus = 128 + signalNumber(QByteArrayView(name));
    };
    ssh_callbacks_init(&m_callbacks);
    ssh_set_channel_callbacks(m_channel.get(), &m_callbacks);
}

Result<> SshProcess::openChannel(QDeadlineTimer deadline, const std::stop_token& stop)
{
    constexpr int kAttempts = 6;
    std::chrono::milliseconds pause(50);
    for (int attempt = 1;; ++attempt) {
        m_channel.reset(ssh_channel_new(m_session.handle()));
        const auto rc =
            m_session.drive([this] { return ssh_channel_open_session(m_channel.get()); }, SSH_AGAIN,
                            deadline, stop);
        if (!rc) {
            return rc.error();
        }
        if (*rc == SSH_OK) {
            return {};
        }
        if (!m_session.isConnected()) {
            return m_session.lostError();
        }
        if (attempt == kAttempts) {
            return failure(ErrorCode::AccessDenied,
                           Text::tr("%1 refuses to run another program in this session "
                                    "(MaxSessions of its sshd_config). Close other sessions, or "
                                    "raise the limit.")
                               .arg(m_session.label()),
                           m_session.lastError());
        }
        for (const QDeadlineTimer over(pause); !over.hasExpired();) {
            if (stop.stop_requested()) {
                return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
            }
            if (const auto served = m_session.serve(kStopCheckInterval); !served) {
                return served;
            }
        }
        pause *= 2;
    }
}

Result<> SshProcess::start(const QByteArray& commandLine, bool terminal, QDeadlineTimer deadline,
                           const std::stop_token& stop)
{
    if (const auto opened = openChannel(deadline, stop); !opened) {
        return opened;
    }
    installCallbacks();
    ssh_channel channel = m_channel.get();
    if (terminal) {
        const auto rc = m_session.drive(
            [channel] { return ssh_channel_request_pty_size(channel, "dumb", 200, 24); }, SSH_AGAIN,
            deadline, stop);
        if (!rc) {
            return rc.error();
        }
        if (*rc != SSH_OK) {
            return failure(ErrorCode::AccessDenied,
                           Text::tr("%1 gives this account no terminal, which doas needs to ask "
                                    "for the password. Allow terminals for it (PermitTTY), or "
                                    "choose sudo.")
                               .arg(m_session.label()),
                           m_session.lastError());
        }
    }
    const auto rc = m_session.drive(
        [channel, &commandLine] {
            return ssh_channel_request_exec(channel, commandLine.constData());
        },
        SSH_AGAIN, deadline, stop);
    if (!rc) {
        return rc.error();
    }
    if (*rc != SSH_OK) {
        return m_session.isConnected()
                   ? failure(ErrorCode::AccessDenied,
                             Text::tr("%1 does not run programs for this account.")
                                 .arg(m_session.label()),
                             m_session.lastError())
                   : m_session.lostError();
    }
    return {};
}

Result<qint64> SshProcess::write(QByteArrayView bytes)
{
    // libssh keeps what the socket does not take at once, and moves all of it with each packet
    // that goes out; so only a little is handed over, and nothing while some is left.
    constexpr qsizetype kPortion = 128 << 10;
    if ((ssh_get_status(m_session.handle()) & SSH_WRITE_PENDING) != 0) {
        return 0;
    }
    const auto room = static_cast<qsizetype>(ssh_channel_window_size(m_channel.get()));
    const auto size = static_cast<uint32_t>(std::min({bytes.size(), room, kPortion}));
    if (size == 0 || m_closed) {
        return 0;
    }
    const int written = ssh_channel_write(m_channel.get(), bytes.data(), size);
    if (written == SSH_ERROR) {
        if (!m_session.isConnected()) {
            return m_session.lostError();
        }
        return 0; // the program has closed its input; its exit status tells the rest
    }
    return written;
}

void SshProcess::closeInput()
{
    ssh_channel_send_eof(m_channel.get());
}

void SshProcess::widenWindow()
{
    // libssh 0.10 grants 1.28 MB and renews that when half is used up, so a sender waits for every
    // delay of this thread. There is no call for a larger window (RFC 4254 section 5.2), but asking
    // for that many bytes grants them. The callback takes all bytes, so none go to m_unused.
    constexpr qsizetype kWindowBytes = 16 << 20;
    constexpr qint64 kStepBytes = 1 << 20;
    if (m_receivedBytes - m_widenedAtBytes < kStepBytes || m_ended || m_closed) {
        return;
    }
    m_widenedAtBytes = m_receivedBytes;
    if (m_unused.isEmpty()) {
        m_unused = QByteArray(kWindowBytes, Qt::Uninitialized);
    }
    ssh_channel_read_timeout(m_channel.get(), m_unused.data(), kWindowBytes, 0, 0);
}

bool SshProcess::isFinished() const
{
    return m_closed || (m_ended && m_exitStatus.has_value());
}

} // namespace gatepost
