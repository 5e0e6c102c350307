// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_flow.h"

#include <QByteArray>

namespace gatepost {

/// What an access(5) result does by its first word. `restrictions` is set when it is none of the
/// known words: then the result is a list of restrictions that count in its place.
struct AccessAction
{
    Flow flow;
    bool restrictions = false;
};

/// Reads the right-hand side of an access table: "OK", "REJECT text", "550 text", "12345" (all
/// digits permit), "DISCARD", "permit_mynetworks, reject" (access(5)).
AccessAction readAccessAction(const QByteArray& result);

} // namespace gatepost
