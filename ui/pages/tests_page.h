// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/smtp/probe_report.h"
#include "ui/pages/page.h"

class QPushButton;
class QTableView;

namespace gatepost {

class Card;
class ChoiceBox;
class Label;
class NoticeBar;
class TextTableModel;
class TranscriptView;

/// From where a test may be run.
struct VantageRow
{
    QString id;    ///< what runRequested() says; empty: this desktop
    QString label; ///< "this desktop", "mx2.example.net"

    bool operator==(const VantageRow&) const = default;
};

/// The relay test: choose where from, run, read the verdict, the cases and the dialogue. Names:
/// testTargetLabel, vantageBox, runTestButton, testBanner, testBannerTitle, testBannerText,
/// testCasesTable, transcriptView.
class TestsPage : public Page
{
    Q_OBJECT

public:
    explicit TestsPage(QWidget* parent = nullptr);

    /// Address and port that will be asked; shows the content.
    void setTarget(const QString& target);
    /// The choice that is in force stays when it is among them.
    void setVantages(const QList<VantageRow>& vantages);
    QString chosenVantage() const;
    void chooseVantage(const QString& id);
    /// While it runs the button cancels.
    void setRunning(bool running);
    void setReport(const ProbeReport& report);
    void clearReport();
    void setTestFailure(const Error& error);

Q_SIGNALS:
    void runRequested(const QString& vantageId);
    void cancelRequested();

protected:
    QString purpose() const override;
    void clearContent() override;

private:
    void showCase(int row);

    bool m_running = false;
    ProbeReport m_report;
    Label* m_target;
    ChoiceBox* m_vantage;
    QPushButton* m_run;
    NoticeBar* m_banner;
    Card* m_casesCard;
    TextTableModel* m_cases;
    QTableView* m_caseView;
    Card* m_transcriptCard;
    TranscriptView* m_transcript;
    EmptyState* m_none;
    QWidget* m_results;
};

} // namespace gatepost
