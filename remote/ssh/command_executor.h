// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec/command_runner.h"
#include "remote/exec/program_dialogue.h"
#include "remote/ssh/link_watch.h"
#include "remote/ssh/ssh_connection.h"
#include "remote/ssh/ssh_session.h"

#include <optional>

namespace gatepost {

class SshProcess;

/// The password for sudo or doas, kept in memory for the time of a connection and wiped after use.
class ElevationSecret
{
public:
    ElevationSecret() = default;
    ElevationSecret(const ElevationSecret&) = delete;
    ElevationSecret& operator=(const ElevationSecret&) = delete;
    ~ElevationSecret() { forget(); }

    const std::optional<QByteArray>& value() const { return m_value; }
    void remember(const QString& password) { m_value = password.toUtf8(); }
    void forget();

private:
    std::optional<QByteArray> m_value;
};

/// Runs commands over one session: elevation, limits, time, and the host's and the user's ways of
/// ending them. Lives on the worker thread.
class CommandExecutor
{
public:
    CommandExecutor(SshSession& session, Elevation elevation, QString origin,
                    ConnectPrompter& prompter, ElevationSecret& secret,
                    const ConnectionTiming& timing);

    /// Learns what the host offers (HostTools). To be called once, before anything else.
    Result<> examineHost(const std::stop_token& stop);
    const HostTools& tools() const { return m_tools; }

    /// `sink` may be empty: then standard output is collected.
    Result<CommandResult> execute(const Command& command, const OutputSink& sink,
                                  const std::stop_token& stop);

    /// Ends, on the host, programs that were given up while they ran. To be called when nobody
    /// waits for anything; closing a channel alone leaves them running.
    void endAbandoned();

private:
    struct Attempt;
    struct Abandoned
    {
        qint64 processId;
        bool elevated;
    };

    /// One start of the program. Empty when a password is wanted first.
    Result<std::optional<CommandResult>> attempt(const Command& command, Elevation elevation,
                                                 const OutputSink& sink,
                                                 const std::stop_token& stop);
    std::unique_ptr<ProgramDialogue> makeDialogue(const Command& command,
                                                  Elevation elevation) const;
    Result<> converse(Attempt& attempt, const std::stop_token& stop);
    Error limitError(const Attempt& attempt, const Command& command) const;

    SshSession& m_session;
    Elevation m_elevation;
    QString m_origin;
    ConnectPrompter& m_prompter;
    ElevationSecret& m_secret;
    ConnectionTiming m_timing;
    HostTools m_tools;
    QList<Abandoned> m_abandoned;
    bool m_refused = false;        ///< the last attempt's password was wrong
    bool m_doasByTerminal = false; ///< doas wants a password, so it wants a terminal
};

} // namespace gatepost
