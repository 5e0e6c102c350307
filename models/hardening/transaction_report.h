// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"

namespace gatepost {

/// Reads what the engine printed (resources/transaction.sh). Lines of other programs are ignored; a
/// stream that broke off is Preparing, or AwaitConfirm once the change may have begun.
TransactionReport readTransactionReport(const QByteArray& output);

/// One step for people, from the words behind "GATEPOST step ": "reloaded" becomes "Postfix took
/// the new configuration". Words that this version does not know are shown as they are.
QString transactionStepText(const QByteArray& step);

} // namespace gatepost
