// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/snapshot/host_snapshot.h"
#include "remote/exec/command_runner.h"

#include <QByteArray>
#include <QFuture>

#include <stop_token>

namespace gatepost {

/// Runs the collector on the host, as root where the connection can, and reads its answer while it
/// arrives: one command, one round trip. `redactionKey` is this desktop's secret for this host (see
/// collectorInput). The snapshot's origin is the runner's. Errors: those of the runner
/// (Disconnected, Timeout, AccessDenied, Cancelled, ...), ParseFailed when the answer is no whole
/// snapshot, CommandFailed when the collector could not start. The runner must outlive the future.
QFuture<Result<HostSnapshot>> pullSnapshot(CommandRunner& runner, const QByteArray& redactionKey,
                                           std::stop_token stop = {});

/// The same, as the bytes of the stream, for keeping or passing on. They have been checked to hold
/// a whole snapshot.
QFuture<Result<QByteArray>> pullSnapshotBytes(CommandRunner& runner, const QByteArray& redactionKey,
                                              std::stop_token stop = {});

} // namespace gatepost
