// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "ui/dialogs/connection_test_view.h"
#include "ui/dialogs/dialog.h"

#include <QStringList>

namespace gatepost {

class Card;
class HostForm;
class Label;

/// Adds or edits a host, and tries whether it can be reached. Children: those of host_form.h and
/// connection_test_view.h, hostTestCard, hostTestResult, hostTestButton, hostSaveButton,
/// hostDialogCancelButton.
class HostDialog : public Dialog
{
    Q_OBJECT

public:
    /// For a new host.
    explicit HostDialog(QWidget* parent = nullptr);
    /// For a host of the list.
    explicit HostDialog(const HostProfile& profile, QWidget* parent = nullptr);

    /// Names of the other hosts; a second host of the same name is not saved.
    void setTakenNames(const QStringList& names) { m_takenNames = names; }
    /// Groups to choose from; another can be typed.
    void setGroups(const QStringList& groups);

    /// Between testRequested() and finishTest().
    void showTestStep(const HostTestReport& report);
    /// `sentence` sums the test up.
    void finishTest(bool passed, const QString& sentence);
    bool isTesting() const { return m_testing; }

    void done(int result) override;

Q_SIGNALS:
    /// The steps are shown as waiting already.
    void testRequested(const gatepost::HostProfile& profile);
    /// Also when the dialog is closed while a test runs.
    void testCancelled();
    /// The dialog stays open, so that a failure can be shown in it with showProblem(); accept()
    /// closes it.
    void saveRequested(const gatepost::HostProfile& profile);

private:
    HostDialog(const QString& title, QWidget* parent);
    bool check();
    void toggleTest();
    void save();
    void formChanged();

    QStringList m_takenNames;
    HostForm* m_form;
    Card* m_testCard;
    ConnectionTestView* m_steps;
    Label* m_result;
    QPushButton* m_test = nullptr;
    bool m_testing = false;
    bool m_hasResult = false;
};

} // namespace gatepost
