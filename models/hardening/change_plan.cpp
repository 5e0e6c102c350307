// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/change_plan.h"

namespace gatepost {

QString transactionStateName(TransactionState state)
{
    switch (state) {
    case TransactionState::Preparing:
        return QStringLiteral("preparing");
    case TransactionState::Refused:
        return QStringLiteral("refused");
    case TransactionState::AwaitConfirm:
        return QStringLiteral("await-confirm");
    case TransactionState::Committed:
        return QStringLiteral("committed");
    case TransactionState::Undone:
        return QStringLiteral("undone");
    case TransactionState::UndoFailed:
        break;
    }
    return QStringLiteral("undo-failed");
}

} // namespace gatepost
