// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"
#include "ui/dialogs/dialog.h"

#include <chrono>

class QLineEdit;
class QPushButton;

namespace gatepost {

/// The last question before a plan is applied: what changes, what happens on the host, who might
/// notice. accepted(): apply. The button is never the default; a plan whose verdict afterwards is
/// worse than before must be confirmed by typing the host's name. Children: applyChangesLabel,
/// applyStepsLabel, applyRisksLabel, applyLooseningBar, applyHostNameEdit, applyConfirmButton,
/// applyDialogCancelButton (the default).
class ApplyDialog : public Dialog
{
    Q_OBJECT

public:
    ApplyDialog(const ChangePlan& plan, const QString& hostName, std::chrono::seconds undoAfter,
                QWidget* parent = nullptr);

    QString planId() const { return m_planId; }

private:
    void addSection(const QString& heading, const QString& text, const QString& objectName,
                    bool mono = false);
    void addTypedConfirmation(const ChangePlan& plan);

    QString m_planId;
    QString m_hostName;
    QLineEdit* m_typed = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace gatepost
