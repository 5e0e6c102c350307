// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"

namespace gatepost {

enum class Outcome { Accept, Conditional, Refuse, Defer, Down, ConfigError, Unknown };

/// Whether a stranger can make something happen. Ordered: the weakest link of a chain counts, and
/// the best of several ways.
enum class Level {
    Never,
    IfUnseen, ///< if something that cannot be seen happens to allow it
    IfChosen, ///< with the right sender, HELO, recipient, certificate or address
    Sure
};

/// How a restriction, or a list of them, can end for a stranger's mail. The three ends do not
/// exclude each other: a table of senders permits those who choose a sender from it and lets the
/// others fall through.
struct Flow
{
    Level ok = Level::Never;     ///< permitted; the rest of the list is skipped
    Level fall = Level::Sure;    ///< not decided; the next restriction counts
    Level refuse = Level::Never; ///< refused
    Outcome refusal = Outcome::Refuse;
    Because okBecause;
    Because refuseBecause;

    /// How surely mail comes through: permitted, or refused by nothing.
    Level pass() const { return qMax(ok, fall); }

    static Flow dunno() { return {}; }
    static Flow permitted() { return {Level::Sure, Level::Never, Level::Never, {}, {}, {}}; }
    static Flow refused(Outcome how)
    {
        return {Level::Never, Level::Never, Level::Sure, how, {}, {}};
    }
    /// Whoever chooses the right words is permitted.
    static Flow permittedIfChosen()
    {
        return {Level::IfChosen, Level::Sure, Level::Never, {}, {}, {}};
    }
    /// Anything may happen.
    static Flow unseen()
    {
        return {Level::IfUnseen, Level::IfUnseen, Level::IfUnseen, Outcome::Refuse, {}, {}};
    }
};

} // namespace gatepost
