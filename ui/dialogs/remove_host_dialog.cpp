// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/remove_host_dialog.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatepost {

RemoveHostDialog::RemoveHostDialog(const QString& hostName, QWidget* parent)
    : Dialog(u"removeHostDialog"_s, tr("Remove %1 from the list?").arg(hostName), parent)
{
    setLead(tr("Nothing changes on %1 itself. Its address and settings are forgotten here; add it "
               "again at any time.")
                .arg(hostName));
    addCancel();
    connect(addButton(tr("Remove %1").arg(hostName), u"removeHostButton"_s), &QPushButton::clicked,
            this, &QDialog::accept);
}

} // namespace gatepost
