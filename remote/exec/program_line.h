// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec/program_dialogue.h"

namespace gatepost {

/// Shell source that sets PATH (the user's own first, then where programs of the system are) and
/// makes programs speak English.
QByteArray environmentSource();

/// A word that nobody on the host could have known before: 128 random bits in hexadecimal.
QByteArray randomWord();

/// The command's words behind timeout(1), where the host has it.
QList<QByteArray> limitedProgram(const Command& command, const HostTools& tools);

} // namespace gatepost
