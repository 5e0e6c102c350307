// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gatepost {

/// Whether a person sits at this process's terminal and can be asked.
bool terminalIsInteractive();

/// Writes `prompt` to the terminal and reads one line, shown as typed only when `echo` is set.
/// Reads from the terminal itself, so that standard input stays free for data. Empty: no terminal,
/// or the person ended the input.
std::optional<QString> askOnTerminal(const QString& prompt, bool echo);

} // namespace gatepost
