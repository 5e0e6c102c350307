// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_registry.h"

#include "ui/theme/icon_set.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gatepost {

ActionRegistry::ActionRegistry(QWidget* window)
    : QObject(window)
    , m_window(window)
{}

QAction* ActionRegistry::add(const QString& id, const QString& text, const QString& icon,
                             const QKeySequence& shortcut)
{
    auto* action = new QAction(text, m_window);
    action->setObjectName(u"action_"_s + id);
    action->setData(id);
    action->setProperty("gatepostIcon", icon);
    if (!icon.isEmpty()) {
        action->setIcon(themedIcon(icon));
    }
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    m_window->addAction(action);
    m_actions.append(action);
    m_byId.insert(id, action);
    return action;
}

void ActionRegistry::fillMenu(QMenu* menu, const QStringList& ids) const
{
    for (const QString& id : ids) {
        if (id.isEmpty()) {
            menu->addSeparator();
        } else if (QAction* known = action(id)) {
            menu->addAction(known);
        }
    }
}

} // namespace gatepost
