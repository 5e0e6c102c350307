// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gatepost {

/// How well `pattern` fits `text` when its letters occur there in order, case aside: higher is
/// better, starts of words and neighbours count more; -1 when they do not occur. An empty pattern
/// fits everything with 0.
int fuzzyScore(QStringView pattern, QStringView text);

} // namespace gatepost
