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

/// A name for a transaction that is about to begin: unique, and safe in a file name. Whoever keeps
/// it can ask by changeStatus what became of the change when the connection was lost meanwhile.
QByteArray makeTransactionId(const ChangePlan& plan);

/// Carries the plan out on the host, up to the point where it waits for confirmation. A transaction
/// that was refused or undone is a value, not an error. An empty `transactionId` is made up.
/// Errors: AccessDenied on a read-only connection, Unsupported, and Disconnected when the
/// connection ended; the host then goes on by itself and undoes the change at its deadline.
QFuture<Result<PendingChange>> applyChange(CommandRunner& runner, const ChangePlan& plan,
                                           std::chrono::seconds undoAfter,
                                           ChangeProgress progress = {}, std::stop_token stop = {},
                                           const QByteArray& transactionId = {},
                                           const QByteArray& redactionKey = {});

/// Keeps the change. The report says Committed, or what else had been decided before. Errors of
/// these three: NotFound when the host knows of no such transaction, AccessDenied on a read-only
/// connection (not for changeStatus), and those of the connection.
QFuture<Result<TransactionReport>> confirmChange(CommandRunner& runner,
                                                 const QByteArray& transactionId);
/// Puts the old files back, also after an undo that failed.
QFuture<Result<TransactionReport>> undoChange(CommandRunner& runner,
                                              const QByteArray& transactionId);
/// Asks what became of a change; changes nothing.
QFuture<Result<TransactionReport>> changeStatus(CommandRunner& runner,
                                                const QByteArray& transactionId);

/// The transaction that is under way on the host or waits there for confirmation, for example one
/// of a console that has crashed; empty when there is none.
QFuture<Result<QByteArray>> pendingTransaction(CommandRunner& runner);

} // namespace gatepost
