// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog.h"

#include "ui/theme/house_style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

Dialog::Dialog(const QString& objectName, const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_title(new Label(title, TextRole::Banner))
    , m_lead(new Label(TextRole::Body, Tone::Dim))
    , m_problem(new NoticeBar(objectName + u"Problem"_s))
    , m_scroll(new QScrollArea)
    , m_content(new QWidget)
    , m_body(new QVBoxLayout(m_content))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    m_title->setObjectName(objectName + u"Title"_s);
    m_title->wrapped();
    m_lead->setObjectName(objectName + u"Text"_s);
    m_lead->wrapped();
    m_lead->hide();
    m_problem->hide();
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(dp(10));
    m_scroll->setObjectName(objectName + u"Scroll"_s);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_buttons->setSpacing(dp(10));
    m_buttons->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(20), dp(16), dp(20), dp(16));
    layout->setSpacing(dp(12));
    layout->addWidget(m_title);
    layout->addWidget(m_lead);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_problem);
    layout->addLayout(m_buttons);
}

void Dialog::present()
{
    setAttribute(Qt::WA_DeleteOnClose);
    open();
}

void Dialog::showProblem(const QString& title, const QString& text, QWidget* field)
{
    if (title.isEmpty()) {
        m_problem->hide();
        return;
    }
    m_problem->showNotice(StatusLevel::Critical, title, text);
    fitHeight();
    if (field) {
        field->setFocus();
        m_scroll->ensureWidgetVisible(field);
    }
}

void Dialog::setLead(const QString& text)
{
    m_lead->setText(text);
    m_lead->setVisible(!text.isEmpty());
    setAccessibleDescription(m_lead->fullText());
}

QPushButton* Dialog::addButton(const QString& text, const QString& objectName, bool primary)
{
    QPushButton* button =
        makeButton(text, objectName, primary ? ButtonKind::Primary : ButtonKind::Normal);
    // Return must never do what the person has not chosen: each dialog names its default itself.
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

QPushButton* Dialog::addCancel(const QString& text)
{
    QPushButton* button =
        addButton(text.isEmpty() ? tr("Cancel") : text, objectName() + u"CancelButton"_s);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    return button;
}

void Dialog::setDesignWidth(int width)
{
    m_designWidth = width;
}

void Dialog::showEvent(QShowEvent* event)
{
    fitHeight();
    QDialog::showEvent(event);
}

void Dialog::fitHeight()
{
    constexpr int kScreenMargin = 60;
    const QSize room = screen()->availableSize() - QSize(kScreenMargin, kScreenMargin);
    const QMargins margins = layout()->contentsMargins();
    const int width = qMin(dp(m_designWidth), room.width());
    const int inner = width - margins.left() - margins.right();
    const auto heightOf = [inner](QWidget* widget) {
        return widget->hasHeightForWidth() ? widget->heightForWidth(inner)
                                           : widget->sizeHint().height();
    };
    int height = margins.top() + margins.bottom() + heightOf(m_title) + layout()->spacing() +
                 heightOf(m_content) + layout()->spacing() + m_buttons->sizeHint().height();
    for (QWidget* optional : {static_cast<QWidget*>(m_lead), static_cast<QWidget*>(m_problem)}) {
        if (!optional->isHidden()) {
            height += heightOf(optional) + layout()->spacing();
        }
    }
    resize(qMax(width, isVisible() ? this->width() : 0),
           qMin(qMax(height, isVisible() ? this->height() : 0), room.height()));
    if (isVisible()) { // grown: all of it stays on the screen
        const QRect area = screen()->availableGeometry();
        const QRect frame = frameGeometry();
        move(qMax(area.left(), qMin(frame.left(), area.right() - frame.width())),
             qMax(area.top(), qMin(frame.top(), area.bottom() - frame.height())));
    }
}

void Dialog::reveal(QWidget* part)
{
    m_content->layout()->activate();
    m_scroll->ensureWidgetVisible(part, 0, 0);
}

} // namespace gatepost
