// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tests_page.h"

#include "ui/theme/house_style.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/text_table_model.h"
#include "ui/widgets/transcript_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

StatusLevel caseLevel(const RelayCaseResult& one)
{
    const bool accepted = one.replyClass == ReplyClass::Accepted;
    if (one.foreign) {
        if (accepted) {
            return StatusLevel::Critical;
        }
        return one.replyClass == ReplyClass::Dropped || one.replyClass == ReplyClass::RateLimited
                   ? StatusLevel::Unknown
                   : StatusLevel::Ok;
    }
    return accepted ? StatusLevel::Ok : StatusLevel::Unknown;
}

QString bracketed(const QString& address)
{
    return u"<%1>"_s.arg(address);
}

} // namespace

TestsPage::TestsPage(QWidget* parent)
    : Page(u"testsPage"_s, parent)
    , m_target(new Label(TextRole::Body, Tone::Dim))
    , m_vantage(new ChoiceBox(u"vantageBox"_s, tr("Where the test is run from")))
    , m_run(makeButton(tr("Run the relay test"), u"runTestButton"_s, ButtonKind::Primary))
    , m_banner(new NoticeBar(u"testBanner"_s))
    , m_casesCard(new Card(u"testCasesCard"_s, tr("What was tried")))
    , m_cases(new TextTableModel(this))
    , m_caseView(makeTable(u"testCasesTable"_s, tr("What was tried")))
    , m_transcriptCard(new Card(u"transcriptCard"_s, tr("Dialogue")))
    , m_transcript(new TranscriptView(u"transcriptView"_s))
    , m_none(new EmptyState)
    , m_results(new QWidget)
{
    m_target->setObjectName(u"testTargetLabel"_s);
    m_target->wrapped();
    auto* card =
        new Card(u"relayTestCard"_s, tr("Relay test: can a stranger send mail through this host?"));
    card->body()->addWidget(m_target);
    auto* row = new QHBoxLayout;
    row->setSpacing(dp(9));
    auto* from = new Label(tr("Run from"), TextRole::Body);
    from->setBuddy(m_vantage);
    row->addWidget(from);
    row->addWidget(m_vantage);
    row->addStretch(1);
    row->addWidget(m_run);
    card->body()->addSpacing(dp(4));
    card->body()->addLayout(row);

    m_cases->setColumns({tr("Case"), tr("Sender"), tr("Recipient"), tr("Result"), tr("Reply")});
    m_caseView->setModel(m_cases);
    QHeaderView* header = m_caseView->horizontalHeader();
    header->resizeSection(0, dp(200));
    header->resizeSection(1, dp(170));
    header->resizeSection(2, dp(210));
    header->resizeSection(3, dp(120));
    m_casesCard->body()->addWidget(m_caseView);
    m_transcriptCard->body()->addWidget(m_transcript);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"testsSplitter"_s);
    splitter->addWidget(m_casesCard);
    splitter->addWidget(m_transcriptCard);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(dp(12));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* results = new QVBoxLayout(m_results);
    results->setContentsMargins(0, 0, 0, 0);
    results->setSpacing(dp(12));
    results->addWidget(m_banner);
    results->addWidget(splitter, 1);

    content()->addWidget(card);
    content()->addWidget(m_none, 1);
    content()->addWidget(m_results, 1);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_running) {
            Q_EMIT cancelRequested();
        } else {
            Q_EMIT runRequested(chosenVantage());
        }
    });
    connect(m_none, &EmptyState::buttonClicked, this,
            [this] { Q_EMIT runRequested(chosenVantage()); });
    connect(m_caseView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { showCase(index.row()); });
    setVantages({{{}, tr("this desktop")}});
    clearReport();
}

void TestsPage::setTarget(const QString& target)
{
    m_target->setText(tr("Gatepost speaks SMTP with %1 as a stranger would, up to RCPT and no "
                         "further: no message is sent.")
                          .arg(target));
    showContent();
}

void TestsPage::setVantages(const QList<VantageRow>& vantages)
{
    const QString before = chosenVantage();
    m_vantage->clear();
    for (const VantageRow& vantage : vantages) {
        m_vantage->addChoice(vantage.label, vantage.id);
    }
    chooseVantage(before);
}

QString TestsPage::chosenVantage() const
{
    return m_vantage->chosen();
}

void TestsPage::chooseVantage(const QString& id)
{
    m_vantage->choose(id);
}

void TestsPage::setRunning(bool running)
{
    m_running = running;
    m_run->setText(running ? tr("Stop the test") : tr("Run the relay test"));
    setButtonKind(m_run, running ? ButtonKind::Normal : ButtonKind::Primary);
    m_vantage->setEnabled(!running);
    if (running) {
        m_results->hide();
        m_none->show();
        m_none->showReason(EmptyReason::Loading, tr("Asking %1…").arg(hostName()),
                           tr("Each form of address is tried in its own dialogue."), {});
    } else if (m_report.cases.isEmpty() && m_report.sentence.isEmpty()) {
        clearReport();
    } else {
        setReport(m_report);
    }
}

void TestsPage::setReport(const ProbeReport& report)
{
    m_report = report;
    const QString when = QLocale().toString(report.startedAt.toLocalTime(), QLocale::ShortFormat);
    m_banner->showNotice(levelOf(report.verdict),
                         report.sentence.isEmpty() ? verdictWord(report.verdict) : report.sentence,
                         tr("Asked %1 from %2 on %3.").arg(report.target, report.vantage, when));
    QList<TextRow> rows;
    int accepted = 0;
    for (const RelayCaseResult& one : report.cases) {
        const StatusLevel level = caseLevel(one);
        accepted += level == StatusLevel::Critical ? 1 : 0;
        TextCell result;
        result.text = replyClassWord(one.replyClass);
        result.status = level;
        result.tone = level == StatusLevel::Critical ? CellTone::Critical : CellTone::Normal;
        rows.append({TextCell{one.title, CellTone::Normal, false, {}, {}, {}},
                     TextCell{bracketed(one.sender), CellTone::Normal, true, {}, {}, {}},
                     TextCell{bracketed(one.recipient), CellTone::Normal, true, {}, {}, {}}, result,
                     TextCell{one.reply, CellTone::Dim, true, {}, {}, {}}});
    }
    m_cases->setRows(rows);
    m_casesCard->setNote(accepted ? tr("%n form(s) accepted for the outside", nullptr, accepted)
                                  : tr("%n case(s)", nullptr, int(report.cases.size())));
    m_transcript->setTranscript(report.transcript);
    m_transcriptCard->setNote(report.banner);
    m_none->hide();
    m_results->show();
}

void TestsPage::clearReport()
{
    m_report = {};
    m_cases->setRows({});
    m_results->hide();
    m_none->show();
    m_none->showReason(EmptyReason::NeverLoaded, tr("No test was run yet"),
                       tr("The verdict, every case with its reply, and the whole dialogue will "
                          "stand here."),
                       tr("Run the relay test"));
}

void TestsPage::setTestFailure(const Error& error)
{
    m_running = false;
    m_report = {};
    setRunning(false);
    m_none->showReason(EmptyReason::Failed, tr("The test could not be run"), error.summary,
                       tr("Try again"));
}

void TestsPage::showCase(int row)
{
    if (row >= 0 && row < m_report.cases.size()) {
        m_transcript->showRecipient(m_report.cases.at(row).recipient);
    }
}

QString TestsPage::purpose() const
{
    return tr("Here the host is asked from outside, as a stranger would.");
}

void TestsPage::clearContent()
{
    m_running = false;
    setRunning(false);
    clearReport();
}

} // namespace gatepost
