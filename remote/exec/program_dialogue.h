// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/hosts/host_profile.h"
#include "remote/exec/command.h"

#include <QByteArray>

#include <memory>
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

/// Output that belongs to the program itself.
struct ProgramOutput
{
    QByteArray out;
    QByteArray err;
};

/// One run of one program on a host, as a conversation: which shell source to send, what to answer
/// until the program itself has begun, and which of the bytes that come back are the program's.
/// Knows no transport; bytes in, decisions out.
///
/// A random marker tells the program's own output from everything before it (login scripts that
/// print, sudo's lecture). A password is handed out once, and only after it has been asked for: so
/// no program ever reads a password as its input.
class ProgramDialogue
{
public:
    enum class State {
        Waiting,        ///< neither prompt nor marker yet
        PasswordWanted, ///< a password is asked for and none (or a wrong one) was given
        Started,        ///< the program runs; its input may be sent
        Flooded         ///< far too much output before the program began
    };

    virtual ~ProgramDialogue() = default;

    /// One line for the user's login shell, whichever that is.
    const QByteArray& commandLine() const { return m_commandLine; }
    /// The line wants a terminal; then everything comes back as standard output.
    virtual bool needsTerminal() const { return false; }
    /// The program's input ends with the closing of the channel's; otherwise by its length.
    virtual bool closesInput() const { return true; }

    /// Takes output as it arrives; what belongs to the program is returned.
    virtual ProgramOutput feed(QByteArrayView chunk, bool isError) = 0;

    State state() const { return m_state; }
    /// Bytes to write now, if any. Yields the password line at most once.
    virtual QByteArray takeAnswer() = 0;
    /// The password that was given has been refused.
    virtual bool passwordRefused() const { return false; }
    /// Process id of the program on the host, 0 while unknown. It leads its own process group when
    /// the host has timeout(1).
    qint64 processId() const { return m_processId; }
    /// What was printed instead of the program beginning, for a program that never began.
    virtual QByteArray earlyText() const = 0;
    /// Why the program never began, for an exit without the marker.
    virtual Error startError(int exitStatus, const QString& origin) const = 0;

protected:
    QByteArray m_commandLine;
    State m_state = State::Waiting;
    qint64 m_processId = 0;
};

/// Output before the program begins that is still taken for login scripts and lectures.
inline constexpr qsizetype kMostEarlyBytes = 256 << 10;

/// Runs the program without a terminal, its three streams kept apart. `elevation` is what this very
/// command uses. sudo is called with -S and a prompt that is made up for this one call, and gets
/// `password` only after that prompt has appeared (sudo(8), -S and -p); doas is called with -n,
/// because it takes passwords from a terminal only.
std::unique_ptr<ProgramDialogue> makePipeDialogue(const Command& command, Elevation elevation,
                                                  const HostTools& tools,
                                                  std::optional<QByteArray> password);

/// Runs the program by doas with a password, on a terminal, because doas takes passwords from
/// there only (doas(1) reads /dev/tty). The terminal is made transparent for bytes, the input ends
/// by its length, and standard error follows in one piece after the program's end.
std::unique_ptr<ProgramDialogue> makeDoasTerminalDialogue(const Command& command,
                                                          const HostTools& tools,
                                                          const QByteArray& password);

} // namespace gatepost
