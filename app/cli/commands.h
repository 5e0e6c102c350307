// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace gatepost {

/// Carries out what the user asked for and prints the outcome: a document with --json, sentences
/// otherwise. Errors go to standard error and, with --json, also into the document.
ExitStatus runInvocation(const Invocation& invocation);

} // namespace gatepost
