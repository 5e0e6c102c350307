// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gatepost {

/// Whether `name` matches one pattern with `*` (any run of bytes) and `?` (any one byte), letter
/// case apart. ssh_config(5), PATTERNS.
bool matchesHostPattern(QByteArrayView pattern, QByteArrayView name);

/// Whether `name` matches a pattern list: at least one plain pattern matches and none that is
/// negated by `!`. ssh_config(5), PATTERNS.
bool matchesHostPatterns(const QList<QByteArray>& patterns, QByteArrayView name);

} // namespace gatepost
