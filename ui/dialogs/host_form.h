// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace gatepost {

class ChoiceBox;
class KeyFileList;
class Label;

/// The fields of a host. Children: hostNameEdit, hostGroupBox, hostAddressEdit, hostPortEdit,
/// hostUserEdit, hostAgentCheck, hostElevationBox, hostReadOnlyCheck, hostJumpsEdit,
/// hostAdvancedButton, hostKnownHostsEdit; keys as in key_file_list.h.
class HostForm : public QWidget
{
    Q_OBJECT

public:
    explicit HostForm(QWidget* parent = nullptr);

    void setProfile(const HostProfile& profile);
    /// The host as it stands in the fields. What the form does not show (id, aliases of host keys,
    /// keys of jump hosts) is that of the profile that was set.
    HostProfile profile() const;
    void setGroups(const QStringList& groups);

    /// What keeps the host from being used.
    struct Problem
    {
        QString sentence;
        QWidget* field = nullptr;
    };
    /// The first problem from the top. `takenNames` are the names of the other hosts.
    std::optional<Problem> problem(const QStringList& takenNames) const;

Q_SIGNALS:
    void changed();

private:
    void addRow(QFormLayout* form, const QString& text, QWidget* field);
    QLineEdit* makeEdit(const QString& objectName, const QString& accessibleName);
    void splitAddress();
    void suggestElevation();
    QList<SshEndpoint> jumps() const;

    HostProfile m_base;
    QLineEdit* m_name;
    QComboBox* m_group;
    QLineEdit* m_address;
    QLineEdit* m_port;
    QLineEdit* m_user;
    KeyFileList* m_keys;
    QCheckBox* m_agent;
    ChoiceBox* m_elevation;
    QCheckBox* m_readOnly;
    QLineEdit* m_jumps;
    QPushButton* m_advanced;
    Label* m_knownHostsLabel;
    QLineEdit* m_knownHosts;
    bool m_elevationChosen = false;
};

} // namespace gatepost
