// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatepost {

/// What the standard input of `sh -s` on the host must be: the key that this desktop keeps for this
/// host (any bytes without newline; 64 hex digits are usual), then the collector. The key thus
/// never appears in a process list. An empty key lets the collector make one up, and then digests
/// of two pulls cannot be compared.
QByteArray collectorInput(const QByteArray& script, const QByteArray& redactionKey);

} // namespace gatepost
