// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/hosts/host_profile.h"
#include "remote/exec/command.h"

#include <QByteArray>

#include <optional>

namespace gatepost {

/// What the host offers for running programs; found out once per connection.
struct HostTools
{
    /// timeout(1) understands `-k`, so that a program ends on the host even when the connection is
    /// cut.
    bool hasTimeout = false;
    /// The user who signed in is root already; elevation is not needed.
    bool isRoot = false;
};

/// The start of one program on a host: which shell source to send, and what to answer until the
/// program itself has begun. Knows no transport; bytes in, decisions out.
///
/// A random marker on both output streams tells the program's own output from everything before it
/// (login scripts that print, sudo's lecture). The password is handed out once, and only after
/// sudo has printed a prompt that was made up for this one call: where no password is wanted,
/// nothing is written, and so no program ever reads a password as its input (sudo(8), -S and -p).
class StartDialogue
{
public:
    enum class State {
        Waiting,        ///< neither prompt nor marker yet
        PasswordWanted, ///< a password is asked for and none (or a wrong one) was given
        Started,        ///< the program runs; its input may be sent
        Flooded         ///< far too much output before the program began
    };

    /// `elevation` is what this very command uses: None, or the profile's choice.
    StartDialogue(const Command& command, Elevation elevation, const HostTools& tools,
                  std::optional<QByteArray> password);
    ~StartDialogue();
    StartDialogue(const StartDialogue&) = delete;
    StartDialogue& operator=(const StartDialogue&) = delete;

    /// One line for the user's login shell, whichever that is.
    const QByteArray& commandLine() const { return m_commandLine; }

    /// Takes output as it arrives; what belongs to the program is returned.
    QByteArray feedOut(QByteArrayView chunk);
    QByteArray feedErr(QByteArrayView chunk);

    State state() const { return m_state; }
    /// Bytes to write now, if any. Yields the password line at most once.
    QByteArray takeAnswer();
    /// The password that was given has been refused.
    bool passwordRefused() const { return m_refused; }
    /// Process id of the program on the host, 0 while unknown. It leads its own process group when
    /// the host has timeout(1).
    qint64 processId() const { return m_processId; }
    /// What was printed instead of the program beginning, for a program that never began.
    QByteArray earlyText() const { return m_early; }

    /// Why the program never began, for an exit without the marker.
    Error startError(int exitStatus, const QString& origin) const;

private:
    void examinePrompt();

    Elevation m_elevation;
    QByteArray m_marker;
    QByteArray m_prompt;
    QByteArray m_commandLine;
    QByteArray m_answer;
    QByteArray m_early;    // standard error before the marker
    QByteArray m_earlyOut; // standard output before the marker
    qint64 m_processId = 0;
    State m_state = State::Waiting;
    bool m_outBegun = false;
    bool m_answered = false;
    bool m_refused = false;
};

} // namespace gatepost
