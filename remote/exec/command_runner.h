// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "remote/exec/command.h"

#include <QFuture>

#include <functional>
#include <stop_token>

namespace gatepost {

/// Takes a program's output as it arrives, on the runner's thread. Returning false ends the
/// program.
using OutputSink = std::function<bool(QByteArrayView chunk)>;

/// The seam between services and transport: runs programs on one host. Calls may come from any
/// thread, return at once, and are carried out in order. The future always finishes with a Result;
/// a stop request finishes it with ErrorCode::Cancelled, so a waiting page is never left busy.
class CommandRunner
{
public:
    virtual ~CommandRunner() = default;

    /// Runs to the end. A non-zero exit status is not an error here; the caller knows what it
    /// means.
    virtual QFuture<Result<CommandResult>> run(Command command, std::stop_token stop = {}) = 0;

    /// Like run, but standard output goes to `sink` instead of CommandResult::out and is not
    /// limited by maxOutputBytes.
    virtual QFuture<Result<CommandResult>> stream(Command command, OutputSink sink,
                                                  std::stop_token stop = {}) = 0;

    /// Host and user for messages, for example "admin@mx1.example.net".
    virtual QString origin() const = 0;
};

} // namespace gatepost
