// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QEvent>
#include <QScopedValueRollback>

namespace gatepost {

Label::Label(TextRole role, Tone tone, QWidget* parent)
    : QLabel(parent)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    dress();
}

Label::Label(const QString& text, TextRole role, Tone tone, QWidget* parent)
    : Label(role, tone, parent)
{
    setText(text);
}

void Label::setText(const QString& text)
{
    m_text = shownLines(text);
    fitText();
}

Label* Label::wrapped()
{
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    return this;
}

Label* Label::elided()
{
    m_elided = true;
    fitText();
    return this;
}

Label* Label::selectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return this;
}

void Label::setStatusColor(std::optional<StatusLevel> level)
{
    m_status = level;
    dress();
}

QSize Label::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    if (!m_elided) {
        return hint;
    }
    return {fontMetrics().horizontalAdvance(m_text) + dp(2), hint.height()};
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(dp(40), hint.height()) : hint;
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::ApplicationPaletteChange ||
        (event->type() == QEvent::PaletteChange && m_status)) {
        dress();
    } else if (event->type() == QEvent::FontChange) {
        fitText();
    }
}

void Label::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (m_elided) {
        fitText();
    }
}

void Label::dress()
{
    if (m_dressing) {
        return;
    }
    // Setting a palette or a font comes back here as a change event.
    const QScopedValueRollback dressing(m_dressing, true);
    const QFont wanted = fontFor(m_role);
    if (font() != wanted) {
        setFont(wanted);
    }
    const QColor color = m_status ? statusColor(*m_status) : QColor();
    if (color.isValid()) {
        if (palette().color(QPalette::WindowText) != color) {
            QPalette own;
            own.setColor(QPalette::WindowText, color);
            setPalette(own);
        }
        setForegroundRole(QPalette::WindowText);
        return;
    }
    if (testAttribute(Qt::WA_SetPalette)) {
        setPalette(QPalette());
    }
    setForegroundRole(m_tone == Tone::Dim      ? QPalette::PlaceholderText
                      : m_tone == Tone::Accent ? QPalette::Link
                                               : QPalette::WindowText);
}

void Label::fitText()
{
    QString shown = m_text;
    if (m_elided) {
        shown = fontMetrics().elidedText(m_text, Qt::ElideRight, qMax(0, contentsRect().width()));
        setToolTip(shown == m_text ? QString() : plainToolTip(m_text));
        setAccessibleName(m_text);
    }
    if (shown != text()) {
        QLabel::setText(shown);
    }
    if (m_elided) {
        updateGeometry();
    }
}

} // namespace gatepost
