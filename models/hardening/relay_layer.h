// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hardening/change_plan.h"
#include "models/snapshot/host_snapshot.h"

#include <QStringList>

#include <optional>

namespace gatepost {

/// What the user decides about the relay layer.
struct RelayChoices
{
    /// Networks that may send without signing in, beside this machine itself. Empty optional: the
    /// private networks that mynetworks holds now, without anything that strangers can come from.
    std::optional<QStringList> trustedNetworks;

    bool operator==(const RelayChoices&) const = default;
};

/// The smallest change that closes the relay: mynetworks down to this machine and the chosen
/// networks, and a relay list that refuses everybody else. Both verdicts are in the plan; one that
/// does not prove closed says so among its risks. An empty plan: nothing to change. Errors:
/// NotFound without main.cf, ParseFailed for a chosen network that is none, Unsupported when a file
/// to be edited was cut off or holds redacted text at the edited place.
Result<ChangePlan> planRelayLayer(const HostSnapshot& snapshot, const RelayChoices& choices);

} // namespace gatepost
