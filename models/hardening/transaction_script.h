// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hardening/change_plan.h"

#include <chrono>

namespace gatepost {

/// What a transaction is carried out with.
struct TransactionOptions
{
    QByteArray transactionId; ///< letters, digits and '-'; unique on the host
    QByteArray engine;        ///< source of resources/transaction.sh
    std::chrono::seconds undoAfter = std::chrono::seconds(120);
    /// The key that the snapshot's secrets were digested with (models/snapshot/collector_input.h).
    QByteArray redactionKey = {};
};

/// Directory on a host that holds everything that Gatepost leaves there, readable by root only.
inline constexpr const char* kHostDirectory = "/var/lib/gatepost";

/// The plan as one POSIX sh script, to be fed to `sh -s` as root: lays the plan's files and the
/// engine down in the transaction's directory and starts the engine. ErrorCode::Unsupported for
/// content that cannot travel as text (NUL bytes), for paths with line breaks, and for a file with
/// secrets when one of their lines would change or the key is not known.
Result<QByteArray> compileTransaction(const ChangePlan& plan, const TransactionOptions& options);

/// The command that confirms, undoes or asks after a transaction: words for a Command.
QList<QByteArray> transactionCommand(const QByteArray& action, const QByteArray& transactionId);

} // namespace gatepost
