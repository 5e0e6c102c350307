// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/layer_button.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatepost {

LayerButton::LayerButton(const QString& objectName, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(objectName);
    setText(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LayerButton::setFacts(StatusLevel level, const QString& line)
{
    m_level = level;
    m_line = shownLine(line);
    setAccessibleName(u"%1: %2, %3"_s.arg(text(), statusWord(level), m_line));
    updateGeometry();
    update();
}

void LayerButton::setListStyle()
{
    m_listStyle = true;
    update();
}

QSize LayerButton::sizeHint() const
{
    const QFontMetrics strong(fontFor(TextRole::Strong));
    const QFontMetrics small(fontFor(TextRole::Small));
    const int wide =
        qMax(strong.horizontalAdvance(text()) + dp(22), small.horizontalAdvance(m_line));
    return {qMax(dp(126), wide + dp(28)), strong.height() + small.height() + dp(21)};
}

void LayerButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ThemeTokens tokens = currentTokens();
    QColor fill = m_listStyle ? QColor() : tokens.card;
    if (isChecked()) {
        fill = tokens.selection;
    } else if (underMouse()) {
        fill = mixed(m_listStyle ? tokens.window : tokens.card, tokens.text, 0.04);
    }
    paintRounded(painter, rect(), dp(8), fill, m_listStyle ? QColor() : tokens.line);
    if (hasFocus()) {
        paintRounded(painter, rect(), dp(8), {}, tokens.accent, 1.8);
    }
    const QFontMetrics strong(fontFor(TextRole::Strong));
    const QFontMetrics small(fontFor(TextRole::Small));
    const int icon = dp(14);
    const int left = dp(14);
    const int top = (height() - strong.height() - small.height() - dp(3)) / 2;
    paintStatus(painter, QRect(left, top + (strong.height() - icon) / 2, icon, icon), m_level);
    painter.setFont(fontFor(TextRole::Strong));
    painter.setPen(tokens.text);
    painter.drawText(QRect(left + icon + dp(8), top, width(), strong.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.dim);
    const int lineLeft = m_listStyle ? left + icon + dp(8) : left;
    painter.drawText(
        QRect(lineLeft, top + strong.height() + dp(3), width() - lineLeft - dp(6), small.height()),
        Qt::AlignLeft | Qt::AlignVCenter,
        small.elidedText(m_line, Qt::ElideRight, width() - lineLeft - dp(6)));
}

} // namespace gatepost
