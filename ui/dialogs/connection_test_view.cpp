// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connection_test_view.h"

#include "ui/widgets/label.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/status_mark.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr std::array kHopSteps{HostTestStep::Name, HostTestStep::Tcp, HostTestStep::HostKey,
                               HostTestStep::SignIn};
constexpr std::array kHostSteps{HostTestStep::Name,      HostTestStep::Tcp,
                                HostTestStep::HostKey,   HostTestStep::SignIn,
                                HostTestStep::Elevation, HostTestStep::Postfix};

enum Column { MarkColumn, NameColumn, WordColumn, TextColumn, ColumnCount };

QString stepName(HostTestStep step)
{
    switch (step) {
    case HostTestStep::Name:
        return ConnectionTestView::tr("Name");
    case HostTestStep::Tcp:
        return ConnectionTestView::tr("TCP connection");
    case HostTestStep::HostKey:
        return ConnectionTestView::tr("Host key");
    case HostTestStep::SignIn:
        return ConnectionTestView::tr("Sign-in");
    case HostTestStep::Elevation:
        return ConnectionTestView::tr("Root rights");
    case HostTestStep::Postfix:
        break;
    }
    return u"Postfix"_s;
}

QString stateWord(HostTestState state)
{
    switch (state) {
    case HostTestState::Waiting:
        return ConnectionTestView::tr("waiting");
    case HostTestState::Running:
        return ConnectionTestView::tr("running");
    case HostTestState::Passed:
        return ConnectionTestView::tr("passed");
    case HostTestState::Failed:
        return ConnectionTestView::tr("failed");
    case HostTestState::NotReached:
        break;
    }
    return ConnectionTestView::tr("not reached");
}

} // namespace

ConnectionTestView::ConnectionTestView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"connectionTestView"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void ConnectionTestView::start(const QStringList& hops)
{
    m_steps.clear();
    m_rows.clear();
    delete m_table;
    m_table = new QWidget;
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(dp(10));
    m_grid->setVerticalSpacing(dp(5));
    m_grid->setColumnStretch(TextColumn, 1);
    m_grid->setColumnMinimumWidth(
        WordColumn, fontMetrics().horizontalAdvance(stateWord(HostTestState::NotReached)));
    layout()->addWidget(m_table);
    for (const QString& hop : hops) {
        addHeading(tr("Through %1").arg(shownLine(hop, 200)));
        for (const HostTestStep step : kHopSteps) {
            addStep({step, HostTestState::Waiting, {}, hop});
        }
    }
    if (!hops.isEmpty()) {
        addHeading(tr("The host itself"));
    }
    for (const HostTestStep step : kHostSteps) {
        addStep({step, HostTestState::Waiting, {}, {}});
    }
}

void ConnectionTestView::addHeading(const QString& text)
{
    auto* heading = new Label(text, TextRole::Small, Tone::Dim);
    m_grid->addWidget(heading, m_grid->rowCount(), 0, 1, ColumnCount);
}

void ConnectionTestView::addStep(const HostTestReport& step)
{
    const QString number = QString::number(m_steps.size());
    Row row{new StatusMark(StatusLevel::Unknown, 14),
            new Label(stepName(step.step), TextRole::Body), new Label(TextRole::Body),
            new Label(TextRole::Body, Tone::Dim)};
    row.word->setObjectName(u"testStepWord_"_s + number);
    row.text->setObjectName(u"testStepText_"_s + number);
    row.text->wrapped();
    row.text->selectable();
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.mark, line, MarkColumn, Qt::AlignTop);
    m_grid->addWidget(row.name, line, NameColumn, Qt::AlignTop);
    m_grid->addWidget(row.word, line, WordColumn, Qt::AlignTop);
    m_grid->addWidget(row.text, line, TextColumn);
    m_steps.append(step);
    m_rows.append(row);
    refresh(m_steps.size() - 1);
}

QWidget* ConnectionTestView::showStep(const HostTestReport& report)
{
    for (qsizetype index = 0; index < m_steps.size(); ++index) {
        if (m_steps.at(index).step == report.step && m_steps.at(index).hop == report.hop) {
            m_steps[index] = report;
            refresh(index);
            return m_rows.at(index).text;
        }
    }
    return nullptr;
}

void ConnectionTestView::finish()
{
    for (qsizetype index = 0; index < m_steps.size(); ++index) {
        HostTestState& state = m_steps[index].state;
        if (state == HostTestState::Waiting || state == HostTestState::Running) {
            state = HostTestState::NotReached;
            refresh(index);
        }
    }
}

void ConnectionTestView::refresh(qsizetype index)
{
    const HostTestReport& step = m_steps.at(index);
    const Row& row = m_rows.at(index);
    switch (step.state) {
    case HostTestState::Waiting:
    case HostTestState::NotReached:
        row.mark->setIcon(u"step-waiting"_s);
        row.word->setStatusColor(std::nullopt);
        break;
    case HostTestState::Running:
        row.mark->setIcon(u"step-running"_s);
        row.word->setStatusColor(std::nullopt);
        break;
    case HostTestState::Passed:
        row.mark->setIcon({});
        row.mark->setLevel(StatusLevel::Ok);
        row.word->setStatusColor(StatusLevel::Ok);
        break;
    case HostTestState::Failed:
        row.mark->setIcon({});
        row.mark->setLevel(StatusLevel::Critical);
        row.word->setStatusColor(StatusLevel::Critical);
        break;
    }
    row.word->setText(stateWord(step.state));
    row.text->setText(step.text);
    row.word->setAccessibleName(tr("%1: %2").arg(stepName(step.step), stateWord(step.state)));
}

} // namespace gatepost
