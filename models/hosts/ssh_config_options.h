// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/ssh_config.h"

#include <optional>

namespace gatepost {

/// The diagnostic for an option that Gatepost does not follow; empty for one that it uses or that
/// makes no difference with this value.
std::optional<SshConfigDiagnostic> sshOptionDiagnostic(const SshConfig::Option& option);

} // namespace gatepost
