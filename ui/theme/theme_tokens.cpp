// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_tokens.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct TokenPlace
{
    const char* name;
    QColor ThemeTokens::*member;
    QPalette::ColorRole role;
};

// Roles that the house style does not use for bevels carry the tokens Qt has no role for.
constexpr std::array kPlaces{
    TokenPlace{"window", &ThemeTokens::window, QPalette::Window},
    TokenPlace{"card", &ThemeTokens::card, QPalette::Base},
    TokenPlace{"line", &ThemeTokens::line, QPalette::Mid},
    TokenPlace{"text", &ThemeTokens::text, QPalette::WindowText},
    TokenPlace{"dim", &ThemeTokens::dim, QPalette::PlaceholderText},
    TokenPlace{"accent", &ThemeTokens::accent, QPalette::Link},
    TokenPlace{"onAccent", &ThemeTokens::onAccent, QPalette::Light},
    TokenPlace{"sidebar", &ThemeTokens::sidebar, QPalette::AlternateBase},
    TokenPlace{"field", &ThemeTokens::field, QPalette::Dark},
    TokenPlace{"critical", &ThemeTokens::critical, QPalette::BrightText},
    TokenPlace{"warning", &ThemeTokens::warning, QPalette::LinkVisited},
    TokenPlace{"ok", &ThemeTokens::ok, QPalette::Midlight},
    TokenPlace{"selection", &ThemeTokens::selection, QPalette::Highlight},
};

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

} // namespace

Result<ThemeTokens> ThemeTokens::fromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ThemeTokens tokens;
    for (const TokenPlace& place : kPlaces) {
        const QColor color(object.value(QLatin1StringView(place.name)).toString());
        if (!color.isValid()) {
            return failure(
                ErrorCode::ParseFailed,
                QCoreApplication::translate("ThemeTokens", "The theme has no colour for \"%1\".")
                    .arg(QLatin1StringView(place.name)));
        }
        tokens.*place.member = color;
    }
    return tokens;
}

ThemeTokens ThemeTokens::fromPalette(const QPalette& palette)
{
    ThemeTokens tokens;
    for (const TokenPlace& place : kPlaces) {
        tokens.*place.member = palette.color(QPalette::Active, place.role);
    }
    return tokens;
}

QPalette ThemeTokens::toPalette() const
{
    QPalette palette;
    for (const TokenPlace& place : kPlaces) {
        palette.setColor(place.role, this->*place.member);
    }
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Button, card);
    palette.setColor(QPalette::Shadow, mixed(line, text, 0.3));
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, mixed(card, dim, 0.75));
    }
    return palette;
}

bool ThemeTokens::isDark() const
{
    return luminance(window) < 0.2;
}

ThemeTokens currentTokens()
{
    return ThemeTokens::fromPalette(QGuiApplication::palette());
}

QColor mixed(const QColor& base, const QColor& over, double share)
{
    const double rest = 1.0 - share;
    return QColor::fromRgbF(float(base.redF() * rest + over.redF() * share),
                            float(base.greenF() * rest + over.greenF() * share),
                            float(base.blueF() * rest + over.blueF() * share));
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace gatepost
