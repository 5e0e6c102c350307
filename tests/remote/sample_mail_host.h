// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/remote/collector_sandbox.h"

#include <memory>

namespace gatepost {

/// Every secret of the host below holds this word.
inline constexpr const char* kSampleSecret = "Tr0ub4dor";

/// This machine as a mail host with a secret in each kind of file that may hold one, and two
/// certificates with their keys. Null, with a warning, when no sandbox can be made.
std::unique_ptr<CollectorSandbox> makeMailHost();

} // namespace gatepost
