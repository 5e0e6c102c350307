// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace gatepost {

/// One program to run on a host. Words are quoted by the runner; no shell source is ever accepted.
struct Command
{
    /// Program and arguments. Programs are given by name and found in a PATH that includes the sbin
    /// directories, whatever the user's own PATH is.
    QList<QByteArray> argv;
    /// Sent to the program's standard input, which is closed afterwards.
    QByteArray input = {};
    /// Run as root through the connection's Elevation. When that is None, the program runs as the
    /// user who signed in.
    bool elevated = false;
    /// After this time without the program having ended it is ended on the host and the result is
    /// ErrorCode::Timeout.
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
    /// Output beyond this many bytes ends the program with ErrorCode::ParseFailed: a host that
    /// never stops printing must not fill the desktop's memory.
    qint64 maxOutputBytes = 64LL << 20;
    /// Changes the host. Refused with ErrorCode::AccessDenied on a read-only connection.
    bool changesHost = false;
};

/// How the program ended and what it printed.
struct CommandResult
{
    int exitStatus = -1; ///< 0..255; 128+n when signal n ended it
    QByteArray out;
    QByteArray err;
};

} // namespace gatepost
