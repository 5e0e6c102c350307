// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue_details.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

QueueDetails::QueueDetails(QWidget* parent)
    : Card(u"queueDetails"_s, u" "_s, parent)
    , m_hint(new Label(TextRole::Body, Tone::Dim))
    , m_parts(new QWidget)
{
    m_hint->wrapped();
    m_hint->setObjectName(u"queueDetailsHint"_s);
    auto* column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(4));
    m_sender = addPart(tr("From"), u"queueDetailsSender"_s);
    m_arrived = addPart(tr("Arrived"), u"queueDetailsArrived"_s);
    m_size = addPart(tr("Size"), u"queueDetailsSize"_s);
    m_recipients = addPart(tr("To, and why it is waiting"), u"queueDetailsRecipients"_s);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"queueDetailsScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_parts->setAutoFillBackground(false);
    scroll->setWidget(m_parts);
    body()->addWidget(m_hint);
    body()->addWidget(scroll, 1);
    setSelectionCount(0);
}

Label* QueueDetails::addPart(const QString& title, const QString& objectName)
{
    auto* column = static_cast<QVBoxLayout*>(m_parts->layout());
    column->addWidget(new Label(title, TextRole::Small, Tone::Dim));
    auto* value = new Label(TextRole::Body);
    value->setObjectName(objectName);
    value->setAccessibleName(title);
    value->wrapped();
    value->selectable();
    column->addWidget(value);
    column->addSpacing(dp(4));
    return value;
}

void QueueDetails::setEntry(const QueueEntry& entry)
{
    constexpr qsizetype kShownRecipients = 50;
    setTitle(entry.queueId);
    setNote(entry.queueName);
    m_hint->hide();
    m_parts->show();
    m_sender->setText(entry.sender.isEmpty() ? tr("<> (a bounce or a delivery report)")
                                             : entry.sender);
    m_arrived->setText(QLocale().toString(entry.arrivedAt.toLocalTime(), QLocale::ShortFormat) +
                       (entry.forcedExpire ? u" · "_s + tr("expires at the next try") : QString()));
    m_size->setText(tr("%1 (%n byte(s))", nullptr, int(qMin<qint64>(entry.sizeBytes, INT_MAX)))
                        .arg(QLocale().formattedDataSize(entry.sizeBytes, 1,
                                                         QLocale::DataSizeTraditionalFormat)));
    QStringList lines;
    for (const QueueRecipient& recipient :
         entry.recipients.first(qMin(kShownRecipients, entry.recipients.size()))) {
        lines.append(recipient.address);
        if (!recipient.delayReason.isEmpty()) {
            lines.append(u"    "_s + recipient.delayReason);
        }
    }
    if (entry.recipients.size() > kShownRecipients) {
        lines.append(tr("and %n more", nullptr, int(entry.recipients.size() - kShownRecipients)));
    }
    m_recipients->setText(lines.join(u'\n'));
}

void QueueDetails::setSelectionCount(int count)
{
    setTitle(count > 1 ? tr("%n message(s) selected", nullptr, count) : tr("No message selected"));
    setNote({});
    m_hint->setText(tr("Choose one message to see its recipients and why it is waiting."));
    m_hint->show();
    m_parts->hide();
}

} // namespace gatepost
