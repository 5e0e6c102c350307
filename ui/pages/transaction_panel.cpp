// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transaction_panel.h"

#include "ui/theme/house_style.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_text.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatepost {

TransactionPanel::TransactionPanel(QWidget* parent)
    : QWidget(parent)
    , m_bar(new NoticeBar(u"transactionBar"_s))
    , m_planAgain(m_bar->addButton(tr("Plan again"), u"planAgainButton"_s))
    , m_undo(m_bar->addButton(tr("Undo now"), u"undoChangeButton"_s))
    , m_keep(m_bar->addButton(tr("Keep the change"), u"keepChangeButton"_s, true))
    , m_stepsCard(new Card(u"transactionStepsCard"_s, tr("What happened on the host")))
    , m_steps(new Label(TextRole::Body))
    , m_log(new CodeView(u"transactionLogView"_s, tr("The host's own log")))
{
    using namespace std::chrono_literals;
    constexpr int kLogLines = 14;
    setObjectName(u"transactionPanel"_s);
    m_steps->setObjectName(u"transactionStepsLabel"_s);
    m_steps->wrapped();
    m_steps->selectable();
    m_log->setFitContents(kLogLines);
    m_stepsCard->body()->addWidget(m_steps);
    m_stepsCard->body()->addWidget(m_log);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(12));
    layout->addWidget(m_bar);
    layout->addWidget(m_stepsCard);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &TransactionPanel::refreshBar);
    connect(m_keep, &QPushButton::clicked, this, &TransactionPanel::keepRequested);
    connect(m_undo, &QPushButton::clicked, this, &TransactionPanel::undoRequested);
    connect(m_planAgain, &QPushButton::clicked, this, &TransactionPanel::planAgainRequested);
}

void TransactionPanel::setReport(const TransactionReport& report)
{
    m_report = report;
    m_proof.clear();
    QStringList steps;
    for (const QString& step : report.steps) {
        steps.append(u"✓  "_s + step);
    }
    m_steps->setText(steps.join(u'\n'));
    m_steps->setVisible(!steps.isEmpty());
    QList<CodeLine> lines;
    constexpr QByteArrayView kDetail = "GATEPOST detail ";
    for (QByteArray line : report.hostLog.split('\n')) {
        // The engine's own words stand above as steps; what other programs said is what is left.
        if (line.startsWith(kDetail)) {
            line.remove(0, kDetail.size());
        }
        if (!line.isEmpty() && !line.startsWith("GATEPOST ")) {
            lines.append({{}, {}, QString::fromUtf8(line), LineTint::None, true, {}});
        }
    }
    m_log->setLines(lines);
    m_log->setVisible(!lines.isEmpty());
    m_stepsCard->setNote(report.backupPath.isEmpty()
                             ? QString()
                             : tr("backup in %1").arg(shownBytes(report.backupPath, 200)));
    m_stepsCard->setVisible(!steps.isEmpty() || !lines.isEmpty());
    setDeciding(false);
    const bool waits = report.state == TransactionState::AwaitConfirm;
    const bool ended = !waits && report.state != TransactionState::Preparing;
    m_keep->setVisible(waits);
    m_undo->setVisible(waits);
    m_planAgain->setVisible(ended);
    waits ? m_tick.start() : m_tick.stop();
    refreshBar();
}

void TransactionPanel::setDeciding(bool deciding)
{
    m_keep->setEnabled(!deciding);
    m_undo->setEnabled(!deciding);
}

void TransactionPanel::setProof(const QString& sentence)
{
    m_proof = sentence;
    refreshBar();
}

void TransactionPanel::refreshBar()
{
    const QString reason = m_report.reason;
    const auto say = [this](StatusLevel level, const QString& title, const QString& text) {
        m_bar->showNotice(level, title,
                          m_proof.isEmpty() ? text : u"%1 %2"_s.arg(text, m_proof).trimmed());
    };
    switch (m_report.state) {
    case TransactionState::Preparing:
        say(StatusLevel::Unknown, tr("Applying to %1…").arg(m_hostName),
            tr("A backup is made, the new files are checked beside the old ones, then they are "
               "swapped."));
        return;
    case TransactionState::AwaitConfirm: {
        const int left =
            int(qMax<qint64>(0, QDateTime::currentDateTimeUtc().secsTo(m_report.undoDeadline)));
        say(StatusLevel::Warning,
            left > 0 ? tr("The change is in place on %1. Keep it? The host undoes it in %n s",
                          nullptr, left)
                           .arg(m_hostName)
                     : tr("Time is up: %1 is undoing the change by itself").arg(m_hostName),
            tr("Check that mail still flows. Without an answer the host goes back to the old "
               "files by itself."));
        return;
    }
    case TransactionState::Committed:
        say(StatusLevel::Ok, tr("The change is kept on %1").arg(m_hostName), reason);
        return;
    case TransactionState::Refused:
        say(StatusLevel::Warning, tr("Nothing was changed on %1").arg(m_hostName), reason);
        return;
    case TransactionState::Undone:
        say(StatusLevel::Warning,
            tr("Undone: %1 has its old configuration back, byte for byte").arg(m_hostName), reason);
        return;
    case TransactionState::UndoFailed:
        say(StatusLevel::Critical,
            tr("The undo on %1 failed: a person has to look").arg(m_hostName),
            m_report.backupPath.isEmpty() ? reason
                                          : tr("%1 The old files are in %2 on the host.")
                                                .arg(reason, shownBytes(m_report.backupPath, 300)));
        return;
    }
}

} // namespace gatepost
