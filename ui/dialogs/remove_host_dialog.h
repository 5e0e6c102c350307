// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

namespace gatepost {

/// Asks before a host goes from the console's list. Accepted: remove it. Children:
/// removeHostButton, removeHostDialogCancelButton.
class RemoveHostDialog : public Dialog
{
    Q_OBJECT

public:
    explicit RemoveHostDialog(const QString& hostName, QWidget* parent = nullptr);
};

} // namespace gatepost
