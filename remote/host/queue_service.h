// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/queue/queue_entry.h"
#include "remote/exec/command_runner.h"

#include <QFuture>
#include <QList>

#include <functional>
#include <stop_token>

namespace gatepost {

/// The whole queue as the host listed it.
struct QueueListing
{
    QList<QueueEntry> entries;
    qint64 skippedLines = 0; ///< of the listing, not understood
    bool queuesNamed = true; ///< false: Postfix before 3.1, which tells only active and hold apart

    bool operator==(const QueueListing&) const = default;
};

/// Takes messages while the listing is still arriving, on the runner's thread.
using QueueBatchSink = std::function<void(const QList<QueueEntry>& batch)>;

/// Lists the queue by `postqueue -j`, or `postqueue -p` before Postfix 3.1. Everything that went to
/// `batch` is in the result again. Errors: those of the runner; NotFound when the host has no
/// postqueue; AccessDenied when this user may not list the queue (authorized_mailq_users);
/// CommandFailed with what postqueue said otherwise, for example while Postfix does not run. The
/// runner must outlive the future.
QFuture<Result<QueueListing>> listQueue(CommandRunner& runner, QueueBatchSink batch = {},
                                        std::stop_token stop = {});

/// listQueue for callers who want the messages alone.
QFuture<Result<QList<QueueEntry>>> readQueue(CommandRunner& runner, std::stop_token stop = {});

} // namespace gatepost
