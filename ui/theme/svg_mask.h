// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPainterPath>
#include <QString>

namespace gatepost {

/// One stroke or area of an icon.
struct MaskPart
{
    QPainterPath path;
    double strokeWidth = 0; ///< 0: filled
    bool cut = false;       ///< white in the file: takes away from what is below
};

/// A monochrome drawing on a square of 24 units: black adds, white cuts.
struct SvgMask
{
    QList<MaskPart> parts;

    /// Alpha of the drawing in `color`, `size` pixels square.
    QImage render(int size, const QColor& color) const;
};

/// Reads the path data of SVG (commands M L H V C Q A Z in both cases; SVG 1.1, section 8.3), arcs
/// without rotation. ParseFailed names the place.
Result<QPainterPath> parseSvgPath(const QString& data);

/// Reads an icon file: `path` elements with d, fill, stroke and stroke-width, nothing else.
Result<SvgMask> parseSvgMask(const QByteArray& svg);

} // namespace gatepost
