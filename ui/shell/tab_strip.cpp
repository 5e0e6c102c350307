// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tab_strip.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/flow_layout.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatepost {

PageTab::PageTab(const QString& id, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_title(title)
{
    setObjectName(u"tab_"_s + id);
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void PageTab::setCount(std::optional<qint64> count)
{
    m_count = count ? QLocale().toString(*count) : QString();
    setAccessibleName(m_count.isEmpty() ? m_title : u"%1 %2"_s.arg(m_title, m_count));
    updateGeometry();
    update();
}

QSize PageTab::sizeHint() const
{
    // Wide enough for the semibold of the chosen tab, so that nothing moves when it is chosen.
    const QFontMetrics metrics(fontFor(TextRole::Strong));
    const QString text = m_count.isEmpty() ? m_title : u"%1  %2"_s.arg(m_title, m_count);
    return {metrics.horizontalAdvance(text) + dp(2), metrics.height() + dp(16)};
}

void PageTab::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ThemeTokens tokens = currentTokens();
    painter.setFont(fontFor(isChecked() ? TextRole::Strong : TextRole::Body));
    painter.setPen(isChecked() ? tokens.accent : underMouse() ? tokens.text : tokens.dim);
    const QString text = m_count.isEmpty() ? m_title : u"%1  %2"_s.arg(m_title, m_count);
    painter.drawText(rect().adjusted(0, 0, 0, -dp(4)), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (isChecked()) {
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        painter.fillRect(0, height() - dp(2), wide, dp(2), tokens.accent);
    }
    if (hasFocus()) {
        paintRounded(painter, rect().adjusted(-1, dp(2), 1, -dp(4)), dp(4), {}, tokens.accent, 1.6);
    }
}

TabStrip::TabStrip(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"pageTabs"_s);
    new FlowLayout(dp(21), this);
}

PageTab* TabStrip::addTab(const QString& id, const QString& title)
{
    auto* tab = new PageTab(id, title, this);
    const int index = int(m_tabs.size());
    m_tabs.append(tab);
    layout()->addWidget(tab);
    tab->installEventFilter(this);
    tab->setChecked(index == 0);
    connect(tab, &QAbstractButton::clicked, this, [this, index] { Q_EMIT currentChanged(index); });
    return tab;
}

void TabStrip::setCurrent(int index)
{
    if (PageTab* wanted = tab(index)) {
        wanted->setChecked(true);
    }
}

int TabStrip::current() const
{
    for (int index = 0; index < m_tabs.size(); ++index) {
        if (m_tabs.at(index)->isChecked()) {
            return index;
        }
    }
    return 0;
}

bool TabStrip::eventFilter(QObject* watched, QEvent* event)
{
    const int index = int(m_tabs.indexOf(qobject_cast<PageTab*>(watched)));
    if (index < 0 || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    if (step == 0 || index + step < 0 || index + step >= m_tabs.size()) {
        return false;
    }
    m_tabs.at(index + step)->setFocus(Qt::TabFocusReason);
    m_tabs.at(index + step)->click();
    return true;
}

} // namespace gatepost
