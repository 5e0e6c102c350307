// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Lists the hosts of the console.
ExitStatus runHosts(const Invocation& invocation);

} // namespace gatepost
