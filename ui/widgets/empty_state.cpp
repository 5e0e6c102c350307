// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/house_style.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

QString iconFor(EmptyReason reason)
{
    switch (reason) {
    case EmptyReason::NeverLoaded:
        return u"import"_s;
    case EmptyReason::Loading:
        return u"refresh"_s;
    case EmptyReason::Empty:
        return u"check"_s;
    case EmptyReason::FilteredOut:
        return u"search"_s;
    case EmptyReason::Disconnected:
        return u"plug"_s;
    case EmptyReason::Failed:
        break;
    }
    return {};
}

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_mark(new StatusMark(StatusLevel::Warning, 36))
    , m_title(new Label(TextRole::Banner))
    , m_text(new Label(TextRole::Body, Tone::Dim))
    , m_button(makeButton({}, u"emptyStateButton"_s))
{
    setObjectName(u"emptyState"_s);
    m_title->setObjectName(u"emptyStateTitle"_s);
    m_text->setObjectName(u"emptyStateText"_s);
    m_title->wrapped();
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->wrapped();
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->selectable();
    m_text->setMaximumWidth(dp(620));
    m_title->setMaximumWidth(dp(620));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(dp(8));
    layout->addStretch(2);
    layout->addWidget(m_mark, 0, Qt::AlignHCenter);
    layout->addSpacing(dp(4));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(dp(6));
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(texts, 4);
    centred->addStretch(1);
    layout->addLayout(centred);
    layout->addSpacing(dp(6));
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT buttonClicked(m_reason); });
}

void EmptyState::showReason(EmptyReason reason, const QString& title, const QString& text,
                            const QString& button)
{
    m_reason = reason;
    m_mark->setIcon(iconFor(reason));
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace gatepost
