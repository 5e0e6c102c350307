// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_strip.h"

#include "ui/theme/house_style.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatepost {

ActivityStrip::ActivityStrip(QWidget* parent)
    : QWidget(parent)
    , m_label(new Label(TextRole::Body, Tone::Dim))
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(tr("Cancel"), u"activityCancelButton"_s, ButtonKind::Link))
    , m_note(new Label(TextRole::Body, Tone::Dim))
{
    using namespace std::chrono_literals;
    setObjectName(u"activityStrip"_s);
    m_label->setObjectName(u"activityLabel"_s);
    m_label->elided();
    m_bar->setObjectName(u"activityBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(dp(160), dp(12));
    m_note->setObjectName(u"changeNoteLabel"_s);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setChangeNote(tr("Nothing has been changed on this host"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(12));
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_note);
    m_barTimer.setSingleShot(true);
    m_barTimer.setInterval(300ms);
    m_textTimer.setSingleShot(true);
    m_textTimer.setInterval(2s);
    connect(&m_barTimer, &QTimer::timeout, m_bar, &QWidget::show);
    connect(&m_textTimer, &QTimer::timeout, this, &ActivityStrip::revealNow);
    connect(m_cancel, &QPushButton::clicked, this, &ActivityStrip::cancelRequested);
    clearActivity();
}

void ActivityStrip::setActivity(const Activity& activity)
{
    if (!m_active) {
        m_active = true;
        m_barTimer.start();
        m_textTimer.start();
    }
    m_cancellable = activity.cancellable;
    m_label->setText(m_bar->isVisibleTo(this) && !m_textTimer.isActive() ? activity.sentence
                                                                         : QString());
    m_label->setProperty("gatepostSentence", activity.sentence);
    m_bar->setRange(0, activity.share ? 1000 : 0);
    m_bar->setValue(activity.share ? qRound(*activity.share * 1000) : 0);
}

void ActivityStrip::clearActivity()
{
    m_active = false;
    m_barTimer.stop();
    m_textTimer.stop();
    m_label->setText({});
    m_bar->hide();
    m_cancel->hide();
}

void ActivityStrip::setChangeNote(const QString& note, std::optional<StatusLevel> level)
{
    m_note->setText(note);
    m_note->setStatusColor(level);
}

void ActivityStrip::revealNow()
{
    if (!m_active) {
        return;
    }
    m_barTimer.stop();
    m_textTimer.stop();
    m_label->setText(m_label->property("gatepostSentence").toString());
    m_bar->show();
    m_cancel->setVisible(m_cancellable);
}

} // namespace gatepost
