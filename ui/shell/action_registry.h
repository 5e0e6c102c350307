// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace gatepost {

/// Every action of the window once: feeds the menu, the command palette and the shortcuts. Ids:
/// pull, relay-test, close-relay, filter, cancel, command-palette, add-host, edit-host,
/// remove-host, import-hosts, preferences, quit, page-1 ... page-5.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    /// Shortcuts work while `window` is the active one.
    explicit ActionRegistry(QWidget* window);

    QAction* add(const QString& id, const QString& text, const QString& icon = {},
                 const QKeySequence& shortcut = {});
    /// Null when there is none of that id.
    QAction* action(const QString& id) const { return m_byId.value(id); }
    /// In the order they were added.
    const QList<QAction*>& all() const { return m_actions; }
    /// Puts actions into a menu; an empty id makes a separator.
    void fillMenu(QMenu* menu, const QStringList& ids) const;

private:
    QWidget* m_window;
    QList<QAction*> m_actions;
    QHash<QString, QAction*> m_byId;
};

} // namespace gatepost
