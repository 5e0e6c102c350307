// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace gatepost {

class Label;
class StatusMark;

/// The steps of reaching a host, in their order. A jump host has the first four.
enum class HostTestStep { Name, Tcp, HostKey, SignIn, Elevation, Postfix };

enum class HostTestState { Waiting, Running, Passed, Failed, NotReached };

/// How far one step is.
struct HostTestReport
{
    HostTestStep step = HostTestStep::Name;
    HostTestState state = HostTestState::Waiting;
    QString text; ///< what was found, or the error's sentence
    QString hop;  ///< jump host that this concerns; empty: the host itself

    bool operator==(const HostTestReport&) const = default;
};

/// Each step of a connection test on its own line: shape, step, word and sentence. Children: for
/// the step at `row` from the top, testStepWord_ROW and testStepText_ROW.
class ConnectionTestView : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionTestView(QWidget* parent = nullptr);

    /// Shows all steps as waiting: those of `hops` in their order, then those of the host.
    void start(const QStringList& hops);
    /// Returns what shows the step; null for one that is not among the steps, which is passed over.
    QWidget* showStep(const HostTestReport& report);
    /// What still waits or runs was not reached.
    void finish();
    QList<HostTestReport> steps() const { return m_steps; }

private:
    struct Row
    {
        StatusMark* mark = nullptr;
        Label* name = nullptr;
        Label* word = nullptr;
        Label* text = nullptr;
    };

    void addHeading(const QString& text);
    void addStep(const HostTestReport& step);
    void refresh(qsizetype index);

    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
    QList<HostTestReport> m_steps;
    QList<Row> m_rows;
};

} // namespace gatepost
