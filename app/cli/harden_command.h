// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Shows the plan for a layer and, with --apply, carries it out: applies, proves the result on a
/// new pull, and confirms it or lets the host undo it.
ExitStatus runHarden(const Invocation& invocation);

} // namespace gatepost
