// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_paint.h"

#include "ui/theme/icon_set.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"

using namespace Qt::StringLiterals;

namespace gatepost {

void paintRounded(QPainter& painter, const QRect& rect, qreal radius, const QColor& fill,
                  const QColor& border, qreal borderWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    painter.setPen(border.isValid() ? QPen(border, borderWidth) : Qt::NoPen);
    const qreal inset = border.isValid() ? borderWidth / 2 : 0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintButtonBevel(QPainter& painter, const QRect& rect, const ButtonLook& look)
{
    const ThemeTokens tokens = currentTokens();
    QColor fill = tokens.card;
    QColor border = tokens.line;
    qreal radius = dp(6);
    switch (look.kind) {
    case ButtonKind::Primary:
        fill = tokens.accent;
        border = QColor();
        break;
    case ButtonKind::Danger:
        border = tokens.critical;
        break;
    case ButtonKind::Link:
    case ButtonKind::Icon:
        fill = QColor();
        border = QColor();
        break;
    case ButtonKind::Chip:
        radius = rect.height() / 2.0;
        if (look.checked) {
            fill = tokens.selection;
            border = tokens.accent;
        }
        break;
    case ButtonKind::Normal:
        if (look.checked) {
            fill = tokens.selection;
        }
        break;
    }
    if (!look.enabled) {
        fill = fill.isValid() ? mixed(tokens.window, tokens.line, 0.35) : fill;
        border = border.isValid() ? tokens.line : border;
    } else if (look.pressed || look.hovered) {
        const QColor base = fill.isValid() ? fill : tokens.window;
        if (look.kind != ButtonKind::Link) {
            fill = mixed(base, tokens.text, look.pressed ? 0.12 : 0.06);
        }
    }
    paintRounded(painter, rect, radius, fill, border);
    if (look.focused) {
        const QColor ring = look.kind == ButtonKind::Primary ? tokens.onAccent : tokens.accent;
        const int in = look.kind == ButtonKind::Primary ? 2 : 0;
        paintRounded(painter, rect.adjusted(in, in, -in, -in), qMax<qreal>(2, radius - in), {},
                     ring, look.kind == ButtonKind::Primary ? 1.5 : 2);
    }
}

QColor buttonTextColor(ButtonKind kind, bool enabled, bool checked)
{
    const ThemeTokens tokens = currentTokens();
    if (!enabled) {
        return mixed(tokens.card, tokens.dim, 0.75);
    }
    switch (kind) {
    case ButtonKind::Primary:
        return tokens.onAccent;
    case ButtonKind::Danger:
        return tokens.critical;
    case ButtonKind::Link:
        return tokens.accent;
    case ButtonKind::Chip:
        return checked ? tokens.accent : tokens.text;
    case ButtonKind::Icon:
    case ButtonKind::Normal:
        break;
    }
    return tokens.text;
}

void paintField(QPainter& painter, const QRect& rect, bool enabled, bool focused, bool readOnly)
{
    const ThemeTokens tokens = currentTokens();
    const QColor fill = enabled && !readOnly ? tokens.card : tokens.field;
    paintRounded(painter, rect, dp(6), fill, focused ? tokens.accent : tokens.line,
                 focused ? 1.6 : 1);
}

void paintCheck(QPainter& painter, const QRect& rect, bool on, bool enabled, bool focused)
{
    const ThemeTokens tokens = currentTokens();
    const QColor edge = focused ? tokens.accent : mixed(tokens.line, tokens.text, 0.45);
    const QColor fill = on && enabled ? tokens.accent : tokens.card;
    paintRounded(painter, rect, dp(4), fill, on && enabled ? tokens.accent : edge, focused ? 2 : 1);
    if (on) {
        const int size = rect.width() - dp(3);
        QRect place(0, 0, size, size);
        place.moveCenter(rect.center());
        painter.drawPixmap(place.topLeft(),
                           iconPixmap(u"check"_s, enabled ? tokens.onAccent : tokens.dim, size,
                                      painter.device()->devicePixelRatioF()));
    }
    if (focused && on) {
        paintRounded(painter, rect.adjusted(-2, -2, 2, 2), dp(5), {}, tokens.accent, 1);
    }
}

void paintRadio(QPainter& painter, const QRect& rect, bool on, bool enabled, bool focused)
{
    const ThemeTokens tokens = currentTokens();
    const QColor edge = on && enabled ? tokens.accent : mixed(tokens.line, tokens.text, 0.45);
    paintRounded(painter, rect, rect.width() / 2.0, tokens.card, focused ? tokens.accent : edge,
                 focused ? 2 : 1.4);
    if (on) {
        const int in = rect.width() / 4 + 1;
        paintRounded(painter, rect.adjusted(in, in, -in, -in), rect.width() / 2.0,
                     enabled ? tokens.accent : tokens.dim, {});
    }
}

void paintFocus(QPainter& painter, const QRect& rect)
{
    paintRounded(painter, rect, dp(4), {}, currentTokens().accent, 1.6);
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, bool contents)
{
    const ThemeTokens tokens = currentTokens();
    QRect bar = option.rect;
    const int height = qMin(bar.height(), dp(6));
    bar.setTop(option.rect.center().y() - height / 2);
    bar.setHeight(height);
    if (!contents) {
        paintRounded(painter, bar, height / 2.0, tokens.line, {});
        return;
    }
    if (option.maximum <= option.minimum) {
        // Length unknown: a third of the bar in the middle, still, so that nothing repaints idly.
        bar.adjust(bar.width() / 3, 0, -bar.width() / 3, 0);
    } else {
        const double share =
            double(option.progress - option.minimum) / double(option.maximum - option.minimum);
        bar.setWidth(qRound(bar.width() * qBound(0.0, share, 1.0)));
    }
    if (bar.width() > 0) {
        paintRounded(painter, bar, height / 2.0, tokens.accent, {});
    }
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& slider)
{
    const ThemeTokens tokens = currentTokens();
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool active = (option.activeSubControls & QStyle::SC_ScrollBarSlider) &&
                        (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    const int in = dp(2);
    const QRect handle = slider.adjusted(in, in, -in, -in);
    paintRounded(painter, handle, qMin(handle.width(), handle.height()) / 2.0,
                 mixed(tokens.line, tokens.dim, active ? 0.7 : 0.4), {});
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const bool across = option.orientation == Qt::Horizontal;
    const QRect bar = option.rect;
    const int length = across ? bar.width() : bar.height();
    const int range = option.maximum - option.minimum;
    int handle = length;
    if (range > 0) {
        handle = int(qint64(option.pageStep) * length / (qint64(range) + option.pageStep));
        handle = qBound(qMin(dp(28), length), handle, length);
    }
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto slice = [&](int from, int size) {
        return across ? QRect(bar.x() + from, bar.y(), size, bar.height())
                      : QRect(bar.x(), bar.y() + from, bar.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return slice(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
        return bar;
    default:
        break;
    }
    return {};
}

} // namespace gatepost
