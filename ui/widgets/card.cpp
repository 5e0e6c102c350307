// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/theme_tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

Card::Card(const QString& objectName, const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new Label(title, TextRole::Heading))
    , m_note(new Label(TextRole::Body, Tone::Dim))
    , m_outer(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u"Heading"_s);
    m_note->setObjectName(objectName + u"Note"_s);
    m_title->setVisible(!title.isEmpty());
    m_note->hide();
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_outer->setContentsMargins(dp(16), dp(12), dp(16), dp(12));
    m_outer->setSpacing(dp(8));
    m_header->setSpacing(dp(12));
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_note);
    m_body->setSpacing(dp(6));
    m_outer->addLayout(m_header);
    m_outer->addLayout(m_body, 1);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::setLevel(std::optional<StatusLevel> level)
{
    m_level = level;
    update();
}

void Card::setFlush()
{
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ThemeTokens tokens = currentTokens();
    const bool plain = !m_level || *m_level == StatusLevel::Unknown;
    paintRounded(painter, rect(), dp(8), plain ? tokens.card : statusTint(*m_level),
                 plain ? tokens.line : statusColor(*m_level));
}

} // namespace gatepost
