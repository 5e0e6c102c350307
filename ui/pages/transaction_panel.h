// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace gatepost {

class Card;
class CodeView;
class Label;
class NoticeBar;

/// Where a transaction on the host stands: a bar with the countdown and "Keep the change" / "Undo
/// now" while it waits, its steps, and the host's own log. Names: transactionBar,
/// transactionBarTitle, transactionBarText, keepChangeButton, undoChangeButton,
/// transactionStepsCard, transactionStepsLabel, transactionLogView, planAgainButton.
class TransactionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TransactionPanel(QWidget* parent = nullptr);

    void setHostName(const QString& name) { m_hostName = name; }
    void setReport(const TransactionReport& report);
    const TransactionReport& report() const { return m_report; }
    /// The answer to Keep or Undo is awaited: both buttons rest.
    void setDeciding(bool deciding);
    /// One more sentence after the end, for example the probe's result.
    void setProof(const QString& sentence);

Q_SIGNALS:
    void keepRequested();
    void undoRequested();
    void planAgainRequested();

private:
    void refreshBar();

    QString m_hostName;
    QString m_proof;
    TransactionReport m_report;
    QTimer m_tick;
    NoticeBar* m_bar;
    QPushButton* m_planAgain;
    QPushButton* m_undo;
    QPushButton* m_keep;
    Card* m_stepsCard;
    Label* m_steps;
    CodeView* m_log;
};

} // namespace gatepost
