// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Asks a mail server itself whether it relays, up to RCPT and no further.
ExitStatus runRelayTest(const Invocation& invocation);

} // namespace gatepost
