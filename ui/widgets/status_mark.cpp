// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_mark.h"

#include "ui/theme/icon_set.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"

#include <QPainter>

namespace gatepost {

StatusMark::StatusMark(StatusLevel level, qreal size, QWidget* parent)
    : QWidget(parent)
    , m_level(level)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(statusWord(level));
}

void StatusMark::setLevel(StatusLevel level)
{
    m_level = level;
    setAccessibleName(statusWord(level));
    update();
}

void StatusMark::setIcon(const QString& name)
{
    m_icon = name;
    update();
}

QSize StatusMark::sizeHint() const
{
    return {dp(m_size), dp(m_size)};
}

void StatusMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_icon.isEmpty()) {
        paintStatus(painter, rect(), m_level);
        return;
    }
    const int size = qMin(width(), height());
    painter.drawPixmap((width() - size) / 2, (height() - size) / 2,
                       iconPixmap(m_icon, currentTokens().dim, size, devicePixelRatioF()));
}

} // namespace gatepost
