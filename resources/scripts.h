// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatepost {

/// Source of resources/collector.sh, which reads a mail host and prints one framed snapshot. It
/// goes to `sh -s` through models/snapshot/collector_input.h, or an admin runs it by hand.
QByteArray collectorScript();

/// Source of resources/transaction.sh, which carries out and undoes a change on a host.
QByteArray transactionEngine();

} // namespace gatepost
