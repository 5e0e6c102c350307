// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Says from the configuration of a host, or of a copy of /etc/postfix, who may relay.
ExitStatus runVerdict(const Invocation& invocation);

} // namespace gatepost
