// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr qreal kBasePoints = 9.75; // 13 px at 96 dpi

qreal relativeSize(TextRole role)
{
    switch (role) {
    case TextRole::Small:
    case TextRole::MonoSmall:
        return 11.5 / 13.0;
    case TextRole::Heading:
        return 13.0 / 13.0;
    case TextRole::Banner:
        return 14.0 / 13.0;
    case TextRole::Title:
        return 20.0 / 13.0;
    case TextRole::Mono:
        return 12.5 / 13.0;
    case TextRole::Body:
    case TextRole::Strong:
        break;
    }
    return 1.0;
}

} // namespace

QFont applicationFont(qreal scale)
{
    QFont font;
    font.setFamilies({u"Inter"_s, QFontDatabase::systemFont(QFontDatabase::GeneralFont).family(),
                      u"Noto Sans CJK SC"_s});
    font.setPointSizeF(kBasePoints * scale);
    return font;
}

QFont fontFor(TextRole role)
{
    QFont font = QApplication::font();
    const bool mono = role == TextRole::Mono || role == TextRole::MonoSmall;
    if (mono) {
        font.setFamilies({u"JetBrains Mono"_s,
                          QFontDatabase::systemFont(QFontDatabase::FixedFont).family(),
                          u"Noto Sans Mono CJK SC"_s, u"Noto Sans CJK SC"_s});
        font.setStyleHint(QFont::Monospace);
    }
    font.setPointSizeF(font.pointSizeF() * relativeSize(role));
    if (role == TextRole::Strong || role == TextRole::Heading || role == TextRole::Banner ||
        role == TextRole::Title) {
        font.setWeight(QFont::DemiBold);
    }
    return font;
}

int dp(qreal length)
{
    constexpr qreal kBasePixels = 13.0;
    return qRound(length * QFontInfo(QApplication::font()).pixelSize() / kBasePixels);
}

} // namespace gatepost
