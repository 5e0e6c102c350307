// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/connection_test.h"
#include "app/gui/host_registry.h"

#include <QObject>

class QWidget;

namespace gatepost {

class HostDialog;
class PromptDesk;

/// Adds, edits, removes and imports hosts: the dialogs, and what comes of them. GUI thread only.
class HostEditor : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive this.
    HostEditor(QWidget& window, HostRegistry& registry, PromptDesk& prompts,
               QObject* parent = nullptr);

    void add();
    void edit(const gatepost::HostId& id);
    /// Asks first.
    void remove(const gatepost::HostId& id);
    /// From the user's ssh_config(5).
    void import();

Q_SIGNALS:
    /// A host is new in the list, or has been changed there.
    void saved(const gatepost::HostId& id);
    /// Nothing was changed; the sentence is for the window.
    void failed(const gatepost::Error& error);

private:
    void present(HostDialog* dialog, const HostId& id);
    void test(HostDialog* dialog, HostProfile profile);
    QStringList takenNames(const HostId& except) const;

    QWidget& m_window;
    HostRegistry& m_registry;
    PromptDesk& m_prompts;
};

} // namespace gatepost
