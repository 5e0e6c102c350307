// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Brings a snapshot, lists what it holds and, with --out, writes the files.
ExitStatus runPull(const Invocation& invocation);

} // namespace gatepost
