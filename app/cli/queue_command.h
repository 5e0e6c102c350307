// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Lists the mail queue, or the part of it that --filter picks, and counts it.
ExitStatus runQueue(const Invocation& invocation);

} // namespace gatepost
