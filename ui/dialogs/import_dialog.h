// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "ui/dialogs/dialog.h"

#include <QList>
#include <QStringList>

class QListWidget;
class QPushButton;

namespace gatepost {

/// Hosts found in an ssh_config(5) file, to choose from. Hosts whose name is in the console's list
/// already are shown, but cannot be chosen. Nothing is chosen at first. Children: importList,
/// importAllButton, importNoneButton, importNotesLabel, importButton.
class ImportDialog : public Dialog
{
    Q_OBJECT

public:
    /// `source` names the file; `notes` says what of it is not followed, one sentence each.
    ImportDialog(const QString& source, const QList<HostProfile>& found, const QStringList& notes,
                 const QStringList& takenNames, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The chosen hosts in the file's order, never empty. The dialog stays open, so that a failure
    /// can be shown in it; accept() closes it.
    void importRequested(const QList<gatepost::HostProfile>& hosts);

private:
    void addHosts(const QStringList& takenNames);
    void checkAll(bool checked);
    void refreshButton();
    QList<HostProfile> chosen() const;

    QList<HostProfile> m_found;
    QListWidget* m_list;
    QPushButton* m_import = nullptr;
};

} // namespace gatepost
