// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/theme/house_style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

NoticeBar::NoticeBar(const QString& objectName, QWidget* parent)
    : Card(objectName, {}, parent)
    , m_mark(new StatusMark(StatusLevel::Unknown, 18))
    , m_titleLabel(new Label(TextRole::Banner))
    , m_textLabel(new Label(TextRole::Body))
    , m_buttons(new QHBoxLayout)
{
    m_titleLabel->setObjectName(objectName + u"Title"_s);
    m_textLabel->setObjectName(objectName + u"Text"_s);
    m_titleLabel->wrapped();
    m_titleLabel->selectable();
    m_textLabel->wrapped();
    m_textLabel->selectable();
    auto* texts = new QVBoxLayout;
    texts->setSpacing(dp(2));
    texts->addWidget(m_titleLabel);
    texts->addWidget(m_textLabel);
    auto* row = new QHBoxLayout;
    row->setSpacing(dp(18));
    row->addWidget(m_mark, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    m_buttons->setSpacing(dp(10));
    row->addLayout(m_buttons);
    body()->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void NoticeBar::showNotice(StatusLevel level, const QString& title, const QString& text)
{
    m_mark->setLevel(level);
    setLevel(level);
    m_titleLabel->setText(title);
    m_textLabel->setText(text);
    m_textLabel->setVisible(!text.isEmpty());
    setAccessibleName(u"%1: %2"_s.arg(statusWord(level), m_titleLabel->fullText()));
    setAccessibleDescription(m_textLabel->fullText());
    show();
}

QPushButton* NoticeBar::addButton(const QString& text, const QString& objectName, bool primary)
{
    QPushButton* button =
        makeButton(text, objectName, primary ? ButtonKind::Primary : ButtonKind::Normal, this);
    m_buttons->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void NoticeBar::setClosable()
{
    QPushButton* close =
        makeIconButton(u"close"_s, tr("Hide this notice"), objectName() + u"CloseButton"_s, this);
    m_buttons->addWidget(close, 0, Qt::AlignVCenter);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
}

} // namespace gatepost
