// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QColor>
#include <QPalette>

namespace gatepost {

/// The colours of a theme, by purpose. They travel in the application's palette, so every widget
/// and delegate sees a switch of theme as an ordinary palette change.
struct ThemeTokens
{
    QColor window;    ///< behind the cards
    QColor card;      ///< cards, buttons, fields
    QColor line;      ///< borders and separators
    QColor text;      ///< primary text
    QColor dim;       ///< secondary text
    QColor accent;    ///< links, primary buttons, focus
    QColor onAccent;  ///< text on accent
    QColor sidebar;   ///< behind the host list
    QColor field;     ///< inset areas: table headers, read-only values
    QColor critical;  ///< octagon
    QColor warning;   ///< triangle
    QColor ok;        ///< circle with check
    QColor selection; ///< chosen rows; text stays `text`

    bool operator==(const ThemeTokens&) const = default;

    /// Reads a flat JSON object that names every token as "#rrggbb". ParseFailed names the token
    /// that is missing or no colour.
    static Result<ThemeTokens> fromJson(const QByteArray& json);
    /// The tokens that toPalette() put in.
    static ThemeTokens fromPalette(const QPalette& palette);
    QPalette toPalette() const;

    bool isDark() const;
};

/// Tokens of the theme in force, read from the application's palette.
ThemeTokens currentTokens();

/// `share` of `over` on `base`, for tints and hover states; 0 gives base, 1 gives over.
QColor mixed(const QColor& base, const QColor& over, double share);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, section 1.4.3).
double contrastRatio(const QColor& first, const QColor& second);

} // namespace gatepost
