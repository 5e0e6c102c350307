// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatepost {

/// Source of resources/transaction.sh, which carries out and undoes a change on a host.
QByteArray transactionEngine();

} // namespace gatepost
