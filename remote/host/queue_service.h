// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/queue/queue_entry.h"
#include "remote/exec/command_runner.h"

#include <QFuture>

namespace gatepost {

/// The whole queue as postqueue(1) -j lists it.
QFuture<Result<QList<QueueEntry>>> readQueue(CommandRunner& runner, std::stop_token stop = {});

} // namespace gatepost
