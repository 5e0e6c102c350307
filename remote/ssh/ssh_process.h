// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/ssh_session.h"

#include <libssh/callbacks.h>

#include <functional>
#include <optional>

namespace gatepost {

/// One program on the host, in a channel of its own. The output goes to `onOutput` while the
/// session is served; nothing is kept here.
class SshProcess
{
public:
    using OutputHandler = std::function<void(QByteArrayView chunk, bool isError)>;

    SshProcess(SshSession& session, OutputHandler onOutput);
    SshProcess(const SshProcess&) = delete;
    SshProcess& operator=(const SshProcess&) = delete;
    /// Closes the channel; the program itself is not ended by that.
    ~SshProcess();

    /// Opens the channel and has `commandLine` run by the user's login shell. A refusal to open
    /// (sshd_config(5) MaxSessions) is tried again for a while. AccessDenied when the server keeps
    /// refusing.
    Result<> start(const QByteArray& commandLine, bool terminal, QDeadlineTimer deadline,
                   const std::stop_token& stop);

    /// Sends as much as the host takes at the moment, and says how much that was.
    Result<qint64> write(QByteArrayView bytes);
    void closeInput();

    /// Lets the host send further ahead while it sends much. To be called now and then.
    void widenWindow();

    /// The program has ended and its output is complete.
    bool isFinished() const;
    /// 0..255, 128+n for signal n, -1 when the host did not say.
    int exitStatus() const { return m_exitStatus.value_or(-1); }
    bool hasExitStatus() const { return m_exitStatus.has_value(); }

private:
    Result<> openChannel(QDeadlineTimer deadline, const std::stop_token& stop);
    void installCallbacks();

    SshSession& m_session;
    OutputHandler m_onOutput;
    ssh_channel_callbacks_struct m_callbacks{};
    std::optional<int> m_exitStatus;
    qint64 m_receivedBytes = 0;
    qint64 m_widenedAtBytes = 0;
    QByteArray m_unused; ///< see widenWindow()
    bool m_ended = false;
    bool m_closed = false;
    SshChannelHandle m_channel; // last: its end may still call back
};

} // namespace gatepost
