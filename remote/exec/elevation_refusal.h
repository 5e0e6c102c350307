// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/hosts/host_profile.h"

#include <QByteArray>

namespace gatepost {

/// Why sudo or doas (or, with None, the shell) did not run a program, from what it printed under
/// LC_ALL=C. AuthFailed for a wrong password, AccessDenied where the host's rules forbid it,
/// NotFound when sudo or doas is not installed, CommandFailed with the text for anything else.
Error elevationRefusal(Elevation elevation, const QByteArray& said, bool passwordGiven,
                       int exitStatus, const QString& origin);

} // namespace gatepost
