// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_set.h"

#include "ui/theme/svg_mask.h"
#include "ui/theme/theme_tokens.h"

#include <QFile>
#include <QPixmapCache>

#include <array>

using namespace Qt::StringLiterals;

namespace gatepost {

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio)
{
    const int pixels = qMax(1, qRound(size * ratio));
    const QString key = u"gatepost/%1/%2/%3/%4"_s.arg(name, color.name()).arg(pixels).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(u":/gatepost/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const Result<SvgMask> mask = parseSvgMask(file.readAll());
    if (!mask) {
        return {};
    }
    pixmap = QPixmap::fromImage(mask->render(pixels, color));
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon themedIcon(const QString& name, const QColor& color)
{
    constexpr std::array kSizes{16, 20, 24, 32, 48};
    const ThemeTokens tokens = currentTokens();
    QIcon icon;
    for (const int size : kSizes) {
        icon.addPixmap(iconPixmap(name, color, size, 1.0));
        icon.addPixmap(iconPixmap(name, mixed(tokens.card, tokens.dim, 0.6), size, 1.0),
                       QIcon::Disabled);
    }
    return icon;
}

QIcon themedIcon(const QString& name)
{
    return themedIcon(name, currentTokens().text);
}

} // namespace gatepost
