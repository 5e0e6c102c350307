// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/host_reading.h"

#include "models/policy/relay_judge.h"

namespace gatepost {

HostReading readingOf(HostSnapshot snapshot, const QDateTime& pulledAt)
{
    HostReading reading;
    reading.snapshot = std::move(snapshot);
    reading.verdict = judgeRelay(reading.snapshot);
    reading.parameters = parameterRows(reading.snapshot);
    reading.servedDomains = servedDomains(reading.snapshot);
    reading.pulledAt = pulledAt;
    return reading;
}

} // namespace gatepost
