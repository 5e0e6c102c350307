// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hardening/change_plan.h"
#include "remote/exec/command_runner.h"

#include <QFuture>

#include <chrono>
#include <functional>

namespace gatepost {

/// Called on the runner's thread with each step the host reports, for example "step reloaded".
using ChangeProgress = std::function<void(const QString& step)>;

/// A transaction as the console knows it: what to confirm or undo.
struct PendingChange
{
    QByteArray transactionId;
    TransactionReport report;
};

/// Carries the plan out on the host, up to the point where it waits for confirmation. A transaction
/// that was refused or undone is a value, not an error. Errors: AccessDenied on a read-only
/// connection, Unsupported, and Disconnected when the connection ended; the host then goes on by
/// itself and undoes the change at its deadline.
QFuture<Result<PendingChange>> applyChange(CommandRunner& runner, const ChangePlan& plan,
                                           std::chrono::seconds undoAfter,
                                           ChangeProgress progress = {}, std::stop_token stop = {});

QFuture<Result<TransactionReport>> confirmChange(CommandRunner& runner,
                                                 const QByteArray& transactionId);
QFuture<Result<TransactionReport>> undoChange(CommandRunner& runner,
                                              const QByteArray& transactionId);
QFuture<Result<TransactionReport>> changeStatus(CommandRunner& runner,
                                                const QByteArray& transactionId);

} // namespace gatepost
