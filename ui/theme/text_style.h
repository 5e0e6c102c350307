// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace gatepost {

/// What a text is for; decides size, weight and family.
enum class TextRole {
    Body,    ///< 13 px
    Strong,  ///< 13 px, semibold: names, numbers that matter
    Small,   ///< 11.5 px: second lines, column titles
    Heading, ///< 13.5 px, semibold: titles of cards
    Banner,  ///< 14 px, semibold: verdicts
    Title,   ///< 20 px, semibold: the page's host
    Mono,    ///< 12.5 px, fixed width: ids, configuration, headers
    MonoSmall
};

/// Inter, else the desktop's own font, with a fallback for Chinese. 13 px at 96 dpi times scale.
QFont applicationFont(qreal scale);

/// The font for a role, relative to the application's font.
QFont fontFor(TextRole role);

/// A length of the design (given at 13 px text) in pixels at the application's font size.
int dp(qreal length);

} // namespace gatepost
