// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "remote/exec/byte_stream.h"
#include "remote/exec/command_runner.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

namespace gatepost {

/// The steps of connecting, in their order. Postfix is filled in by the flow that connects.
enum class ConnectStep { Name, Tcp, HostKey, SignIn, Elevation, Postfix };

enum class StepState { Running, Passed, Failed };

/// One step's progress.
struct StepReport
{
    ConnectStep step = ConnectStep::Name;
    StepState state = StepState::Running;
    QString text; ///< what was found, or the error's sentence; empty while running
    QString hop;  ///< jump host that this concerns; empty: the host itself

    bool operator==(const StepReport&) const = default;
};

/// A host key that nobody has accepted yet.
struct HostKeyFacts
{
    QString host;
    quint16 port = 22;
    QString keyType;           ///< for example "ssh-ed25519"
    QString sha256Fingerprint; ///< as `ssh-keygen -l` prints it, for example "SHA256:47DE..."
    QStringList knownKeyTypes; ///< types on record for this host; empty for a first contact
};

/// One question of a keyboard-interactive round (RFC 4256 section 3.2). The text comes from the
/// host, with control characters made visible.
struct InteractivePrompt
{
    QString text;
    bool echo = false; ///< the answer may be shown while it is typed
};

/// Answers what connecting needs to know. Asked on the connection's worker thread; may block until
/// a person answers; `stop` ends the wait. An error (Cancelled, or AuthFailed when there is nobody
/// to ask) ends the attempt with that error.
class ConnectPrompter
{
public:
    virtual ~ConnectPrompter() = default;

    /// True: go on and write the key to known_hosts.
    virtual Result<bool> acceptHostKey(const HostKeyFacts& facts, std::stop_token stop) = 0;
    /// `attempt` counts from 1; more than 1 means that the last answer was wrong.
    virtual Result<QString> password(const QString& userAtHost, int attempt,
                                     std::stop_token stop) = 0;
    virtual Result<QString> keyPassphrase(const QString& keyFile, int attempt,
                                          std::stop_token stop) = 0;
    /// One round of keyboard-interactive questions; as many answers as prompts, in their order.
    virtual Result<QStringList> answers(const QString& userAtHost, const QString& name,
                                        const QString& instruction,
                                        const QList<InteractivePrompt>& prompts,
                                        std::stop_token stop) = 0;
    /// For sudo or doas.
    virtual Result<QString> elevationPassword(const QString& userAtHost, int attempt,
                                              std::stop_token stop) = 0;
};

/// Told about each step on the worker thread.
using StepObserver = std::function<void(const StepReport&)>;

/// How a connection stands.
enum class LinkState {
    Closed,       ///< not opened yet, or opening failed
    Connecting,   ///< open() is at work
    Open,         ///< commands can run
    Lost,         ///< the connection ended; the error says how. Followed by Reconnecting or GaveUp
    Reconnecting, ///< an attempt to connect again is under way
    GaveUp        ///< no further attempts are made by itself; a command or open() tries again
};

/// Told about each change on the worker thread; `error` is meant for Lost, GaveUp and Closed.
using LinkObserver = std::function<void(LinkState state, const Error& error)>;

/// Waiting times of a connection; the defaults suit people, tests shorten them.
struct ConnectionTiming
{
    std::chrono::milliseconds nameTimeout = std::chrono::seconds(10);
    std::chrono::milliseconds tcpTimeout = std::chrono::seconds(15);
    std::chrono::milliseconds handshakeTimeout = std::chrono::seconds(20);
    /// For the server's answer to one sign-in step; people may take longer.
    std::chrono::milliseconds answerTimeout = std::chrono::seconds(30);
    /// Silence after which the server is asked for a sign of life.
    std::chrono::milliseconds keepAliveInterval = std::chrono::seconds(15);
    /// Further silence after which the connection counts as lost.
    std::chrono::milliseconds keepAliveTimeout = std::chrono::seconds(15);
    /// Pause before the first attempt to reconnect; doubles with each attempt.
    std::chrono::milliseconds reconnectPause = std::chrono::seconds(1);
    int reconnectAttempts = 6; ///< 0 switches reconnecting off
};

/// One SSH connection to a host, through its jump hosts, with a worker thread of its own.
///
/// Commands are carried out in order, each in a channel of its own. A command that was under way
/// when the connection broke fails with Disconnected and is never repeated; one that comes while
/// the connection is down first tries to connect again. Objects may be used from any thread.
class SshConnection : public CommandRunner
{
public:
    /// Nothing happens before open(). `prompter` must not be null.
    SshConnection(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                  StepObserver observer = {}, ConnectionTiming timing = {});
    /// Ends the session. Open futures finish with Cancelled; observers are not called afterwards.
    ~SshConnection() override;
    SshConnection(const SshConnection&) = delete;
    SshConnection& operator=(const SshConnection&) = delete;

    /// Set before open().
    void setLinkObserver(LinkObserver observer);

    /// Connects: all steps from Name to Elevation. Succeeds at once when already open.
    QFuture<Result<>> open(std::stop_token stop = {});

    QFuture<Result<CommandResult>> run(Command command, std::stop_token stop = {}) override;
    QFuture<Result<CommandResult>> stream(Command command, OutputSink sink,
                                          std::stop_token stop = {}) override;
    QString origin() const override;

    /// Calls `use` on the worker thread with an opener for TCP streams that start at the host
    /// (direct-tcpip, RFC 4254 section 7.2). The opener and its streams end with `use`. An opened
    /// stream's errors: Disconnected when the host cannot reach the address, AccessDenied when its
    /// SSH server forbids forwarding, Timeout, Cancelled.
    QFuture<Result<>> withTunnel(std::function<Result<>(const StreamOpener&)> use,
                                 std::stop_token stop = {});

    bool isOpen() const;

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace gatepost
