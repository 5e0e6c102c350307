// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/host_sidebar.h"

#include "ui/theme/house_style.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/flow_layout.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

HostSidebar::HostSidebar(QWidget* parent)
    : QWidget(parent)
    , m_model(new HostRowModel(this))
    , m_list(new HostListView)
    , m_search(new QLineEdit)
    , m_menuButton(makeIconButton(u"menu"_s, tr("Menu"), u"mainMenuButton"_s))
{
    setObjectName(u"hostSidebar"_s);
    m_search->setObjectName(u"hostSearchEdit"_s);
    m_search->setPlaceholderText(tr("Find host or action   Ctrl+K"));
    m_search->setAccessibleName(tr("Find host or action"));
    m_list->setModel(m_model);

    auto* top = new QHBoxLayout;
    top->setSpacing(dp(4));
    top->addWidget(m_search, 1);
    top->addWidget(m_menuButton);
    QPushButton* add = makeButton(tr("Add host"), u"addHostButton"_s, ButtonKind::Link);
    add->setProperty("gatepostIcon", u"add"_s);
    QPushButton* import =
        makeButton(tr("Import ~/.ssh/config"), u"importHostsButton"_s, ButtonKind::Link);
    auto* buttons = new FlowLayout(dp(4));
    buttons->addWidget(add);
    buttons->addWidget(import);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(6), dp(12), dp(6), dp(6));
    layout->setSpacing(dp(8));
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(dp(6), 0, 0, 0);
    inset->addLayout(top);
    layout->addLayout(inset);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_quiet = true;
        m_model->setFilter(text);
        m_list->setCurrentIndex(m_model->indexOf(m_current));
        m_quiet = false;
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HostSidebar::currentChanged);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_quiet = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_list->setCurrentIndex(m_model->indexOf(m_current));
        m_quiet = false;
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (m_hostMenu && m_list->indexAt(at).isValid()) {
            m_hostMenu->popup(m_list->viewport()->mapToGlobal(at));
        }
    });
    connect(add, &QPushButton::clicked, this, &HostSidebar::addHostRequested);
    connect(import, &QPushButton::clicked, this, &HostSidebar::importHostsRequested);
}

void HostSidebar::setHosts(const QList<HostRow>& hosts)
{
    m_model->setHosts(hosts);
}

void HostSidebar::setCurrentHost(const HostId& id)
{
    m_quiet = true;
    m_current = id;
    m_list->setCurrentIndex(m_model->indexOf(id));
    m_quiet = false;
}

void HostSidebar::setMenu(QMenu* menu)
{
    connect(m_menuButton, &QPushButton::clicked, this, [this, menu] {
        menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
    });
}

void HostSidebar::startTyping()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HostSidebar::currentChanged(const QModelIndex& index)
{
    if (m_quiet || !index.isValid() || index.data(HostRowModel::HeadingRole).toBool()) {
        return;
    }
    const HostId id{index.data(HostRowModel::IdRole).toString()};
    if (!(id == m_current)) {
        m_current = id;
        Q_EMIT hostChosen(id);
    }
}

bool HostSidebar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Down) {
        return false;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (!index.data(HostRowModel::HeadingRole).toBool()) {
            if (enter || !m_list->currentIndex().isValid()) {
                m_list->setCurrentIndex(index);
            }
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    if (enter) {
        const QString text = m_search->text();
        m_search->clear();
        Q_EMIT paletteRequested(text);
    }
    return true;
}

void HostSidebar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().sidebar);
}

} // namespace gatepost
