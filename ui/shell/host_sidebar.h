// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/host_list_view.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;

namespace gatepost {

/// Left side: search field, hosts by group, and the two ways to add some. Children:
/// hostSearchEdit, hostList, mainMenuButton, addHostButton, importHostsButton.
class HostSidebar : public QWidget
{
    Q_OBJECT

public:
    explicit HostSidebar(QWidget* parent = nullptr);

    void setHosts(const QList<HostRow>& hosts);
    const QList<HostRow>& hosts() const { return m_model->hosts(); }
    /// Selects without hostChosen().
    void setCurrentHost(const HostId& id);
    HostId currentHost() const { return m_current; }
    void setMenu(QMenu* menu);
    void setHostMenu(QMenu* menu) { m_hostMenu = menu; }
    void startTyping();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void hostChosen(const gatepost::HostId& id);
    void addHostRequested();
    void importHostsRequested();
    /// Enter on a text that no host fits.
    void paletteRequested(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void currentChanged(const QModelIndex& index);

    HostRowModel* m_model;
    HostListView* m_list;
    QLineEdit* m_search;
    QPushButton* m_menuButton;
    QMenu* m_hostMenu = nullptr;
    HostId m_current;
    bool m_quiet = false;
};

} // namespace gatepost
