// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

#include <QList>

namespace gatepost {

/// The hosts of the console's list; empty when there is no list yet.
Result<QList<HostProfile>> savedHosts();

} // namespace gatepost
