// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog.h"

#include "ui/theme/house_style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

/// What scrolls. Wrapped labels would ask for the height that they need at their narrowest; here
/// only the height at the width in force counts.
class Content : public QWidget
{
public:
    QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

} // namespace

Dialog::Dialog(const QString& objectName, const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_title(new Label(title, TextRole::Banner))
    , m_lead(new Label(TextRole::Body, Tone::Dim))
    , m_problem(new NoticeBar(objectName + u"Problem"_s))
    , m_scroll(new QScrollArea)
    , m_content(new Content)
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
    m_scroll->setMinimumHeight(1); // else Qt keeps room for scroll bars in an empty one
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
        reveal(field);
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
    m_fitted = true;
    QDialog::showEvent(event);
    if (QWidget* field = focusWidget(); field && m_content->isAncestorOf(field)) {
        reveal(field);
    }
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
    // Qt gives a dialog some size of its own before it is shown; from then on this one counts.
    const QSize atLeast = m_fitted ? size() : QSize();
    resize(qMax(width, atLeast.width()), qMin(qMax(height, atLeast.height()), room.height()));
    if (m_fitted) { // grown: all of it stays on the screen
        const QRect area = screen()->availableGeometry();
        const QRect frame = frameGeometry();
        move(qMax(area.left(), qMin(frame.left(), area.right() - frame.width())),
             qMax(area.top(), qMin(frame.top(), area.bottom() - frame.height())));
    }
}

void Dialog::reveal(QWidget* part)
{
    // Later: the part gets its place only when the layout has run.
    const auto show = [this, guarded = QPointer<QWidget>(part)] {
        if (guarded) {
            m_scroll->ensureWidgetVisible(guarded, 0, dp(8));
        }
    };
    QTimer::singleShot(0, this, show);
}

} // namespace gatepost
