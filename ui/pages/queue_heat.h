// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"
#include "ui/widgets/heat_table.h"

namespace gatepost {

/// Titles of the age columns: "<5m", "<30m", "<2h", "<8h", "<1d", "older".
QStringList ageTitles();

/// Messages by recipient domain and age at `now`, largest first; a message counts once for each
/// domain among its recipients. Beyond `maximumRows` the rest is one last line, "others (N)".
QList<HeatRow> heatByDomain(const QList<QueueEntry>& entries, const QDateTime& now,
                            int maximumRows);

} // namespace gatepost
