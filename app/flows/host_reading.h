// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/parameter_list.h"
#include "models/hardening/relay_layer.h"
#include "models/policy/relay_verdict.h"
#include "models/snapshot/host_snapshot.h"

namespace gatepost {

/// One pull and everything that follows from it alone.
struct HostReading
{
    HostSnapshot snapshot;
    HostVerdict verdict;
    QList<ParameterRow> parameters;
    QStringList servedDomains;
    QDateTime pulledAt; ///< UTC, by this desktop's clock
};

/// Works out the rest from a snapshot. Takes long for large configurations: for a worker thread.
HostReading readingOf(HostSnapshot snapshot, const QDateTime& pulledAt);

} // namespace gatepost
