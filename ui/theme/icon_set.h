// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace gatepost {

/// Names of the icons are those of the files in resources/icons, without ".svg".

/// The icon in one colour, `size` device-independent pixels square, sharp at `ratio`. An unknown
/// name gives an empty pixmap. GUI thread only; rendered pixmaps are kept in QPixmapCache.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio);

/// An icon for buttons and menus, in the theme's text colour, rendered at the usual sizes. Ask
/// again when the palette changes.
QIcon themedIcon(const QString& name);
QIcon themedIcon(const QString& name, const QColor& color);

} // namespace gatepost
