// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/house_style.h"

#include <QColor>
#include <QPainter>
#include <QRect>
#include <QStyleOption>

namespace gatepost {

/// State of a button as far as painting cares.
struct ButtonLook
{
    ButtonKind kind = ButtonKind::Normal;
    bool enabled = true;
    bool hovered = false;
    bool pressed = false;
    bool checked = false;
    bool focused = false;
};

/// A rounded rectangle with a one-pixel border drawn crisp; an invalid colour leaves that part out.
void paintRounded(QPainter& painter, const QRect& rect, qreal radius, const QColor& fill,
                  const QColor& border, qreal borderWidth = 1);

void paintButtonBevel(QPainter& painter, const QRect& rect, const ButtonLook& look);
QColor buttonTextColor(ButtonKind kind, bool enabled, bool checked);
void paintField(QPainter& painter, const QRect& rect, bool enabled, bool focused, bool readOnly);
void paintCheck(QPainter& painter, const QRect& rect, bool on, bool enabled, bool focused);
void paintRadio(QPainter& painter, const QRect& rect, bool on, bool enabled, bool focused);
void paintFocus(QPainter& painter, const QRect& rect);
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, bool contents);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& slider);
/// Geometry of a scroll bar without arrow buttons.
QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);

} // namespace gatepost
