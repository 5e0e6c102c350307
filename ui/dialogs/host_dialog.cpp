// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/host_dialog.h"

#include "ui/dialogs/host_form.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

HostDialog::HostDialog(QWidget* parent)
    : HostDialog(tr("Add a host"), parent)
{}

HostDialog::HostDialog(const HostProfile& profile, QWidget* parent)
    : HostDialog(tr("Edit %1").arg(shownLine(profile.name, 200)), parent)
{
    m_form->setProfile(profile);
}

HostDialog::HostDialog(const QString& title, QWidget* parent)
    : Dialog(u"hostDialog"_s, title, parent)
    , m_form(new HostForm)
    , m_testCard(new Card(u"hostTestCard"_s, tr("Connection test")))
    , m_steps(new ConnectionTestView)
    , m_result(new Label(TextRole::Strong))
{
    m_result->setObjectName(u"hostTestResult"_s);
    m_result->wrapped();
    m_result->hide();
    m_testCard->body()->addWidget(m_steps);
    m_testCard->body()->addWidget(m_result);
    m_testCard->hide();
    body()->addWidget(m_form);
    body()->addWidget(m_testCard);
    body()->addStretch(1);

    m_test = addButton(tr("Test connection"), u"hostTestButton"_s);
    buttonRow()->removeWidget(m_test);
    buttonRow()->insertWidget(0, m_test);
    addCancel();
    QPushButton* saveButton = addButton(tr("Save"), u"hostSaveButton"_s, true);
    saveButton->setDefault(true);
    connect(m_test, &QPushButton::clicked, this, &HostDialog::toggleTest);
    connect(saveButton, &QPushButton::clicked, this, &HostDialog::save);
    connect(m_form, &HostForm::changed, this, &HostDialog::formChanged);
    setDesignWidth(680);
}

void HostDialog::setGroups(const QStringList& groups)
{
    m_form->setGroups(groups);
}

bool HostDialog::check()
{
    const auto problem = m_form->problem(m_takenNames);
    if (problem) {
        showProblem(problem->sentence, {}, problem->field);
        return false;
    }
    showProblem({});
    return true;
}

void HostDialog::toggleTest()
{
    if (m_testing) {
        Q_EMIT testCancelled();
        finishTest(false, tr("The test was cancelled."));
        return;
    }
    if (!check()) {
        return;
    }
    const HostProfile profile = m_form->profile();
    QStringList hops;
    for (const SshEndpoint& jump : profile.jumps) {
        hops.append(jump.host);
    }
    m_steps->start(hops);
    m_result->hide();
    m_testCard->show();
    m_testing = true;
    m_hasResult = false;
    m_test->setText(tr("Cancel the test"));
    fitHeight();
    reveal(m_testCard);
    Q_EMIT testRequested(profile);
}

void HostDialog::showTestStep(const HostTestReport& report)
{
    if (m_testing) {
        if (QWidget* row = m_steps->showStep(report)) {
            fitHeight();
            reveal(row);
        }
    }
}

void HostDialog::finishTest(bool passed, const QString& sentence)
{
    if (!m_testing) {
        return;
    }
    m_testing = false;
    m_hasResult = true;
    m_steps->finish();
    m_test->setText(tr("Test connection"));
    m_result->setStatusColor(passed ? StatusLevel::Ok : StatusLevel::Critical);
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
    fitHeight();
    reveal(m_result);
}

void HostDialog::save()
{
    if (check()) {
        Q_EMIT saveRequested(m_form->profile());
    }
}

void HostDialog::formChanged()
{
    showProblem({});
    if (m_hasResult) {
        m_hasResult = false;
        m_result->setStatusColor(std::nullopt);
        m_result->setText(tr("Something was changed after this test. Test again to be sure."));
        m_result->show();
    }
}

void HostDialog::done(int result)
{
    if (m_testing) {
        m_testing = false;
        Q_EMIT testCancelled();
    }
    Dialog::done(result);
}

} // namespace gatepost
