// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"
#include "models/snapshot/host_snapshot.h"

namespace gatepost {

/// Says from the configuration alone who may send mail to the outside through this host, service by
/// service. Pure: the same snapshot gives the same verdict. A host without main.cf is Unknown.
HostVerdict judgeRelay(const HostSnapshot& snapshot);

} // namespace gatepost
