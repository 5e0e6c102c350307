// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/pages/configuration_page.h"
#include "ui/pages/hardening_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/tests_page.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/host_header.h"
#include "ui/shell/host_sidebar.h"
#include "ui/shell/tab_strip.h"
#include "ui/theme/icon_set.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr auto kHostPrefix = "host:";

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_actions(new ActionRegistry(this))
    , m_sidebar(new HostSidebar)
    , m_right(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_overview(new OverviewPage)
    , m_configuration(new ConfigurationPage)
    , m_queue(new QueuePage)
    , m_hardening(new HardeningPage)
    , m_tests(new TestsPage)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Gatepost"_s);
    setWindowIcon(themedIcon(u"gatepost"_s));
    m_empty->setObjectName(u"windowEmptyState"_s);
    m_right->addWidget(m_empty);
    m_right->addWidget(makeHostArea());
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"windowSplitter"_s);
    splitter->addWidget(m_sidebar);
    splitter->addWidget(m_right);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({dp(258), dp(1100)});
    m_sidebar->setMinimumWidth(dp(170));
    setCentralWidget(splitter);
    m_palette = new CommandPalette(this);
    resize(dp(1440), dp(900));

    makeActions();
    makeMenus();
    connectPages();
    refreshEmptyState();
}

QWidget* MainWindow::makeHostArea()
{
    auto* area = new QWidget;
    area->setObjectName(u"hostArea"_s);
    m_header = new HostHeader;
    m_tabs = new TabStrip;
    m_tabs->addTab(u"overview"_s, tr("Overview"));
    m_tabs->addTab(u"configuration"_s, tr("Configuration"));
    m_tabs->addTab(u"queue"_s, tr("Queue"));
    m_tabs->addTab(u"hardening"_s, tr("Hardening"));
    m_tabs->addTab(u"tests"_s, tr("Tests"));
    m_pages = new QStackedWidget;
    for (Page* page : QList<Page*>{m_overview, m_configuration, m_queue, m_hardening, m_tests}) {
        m_pages->addWidget(page);
        connect(page, &Page::pullRequested, this, &MainWindow::pullRequested);
    }
    m_activity = new ActivityStrip;
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(dp(24), dp(16), dp(24), dp(10));
    layout->setSpacing(dp(12));
    layout->addWidget(m_header);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_activity);
    return area;
}

void MainWindow::makeActions()
{
    const auto bind = [this](const QString& id, const QString& text, const QString& icon,
                             const QKeySequence& keys, auto slot) {
        connect(m_actions->add(id, text, icon, keys), &QAction::triggered, this, slot);
    };
    bind(u"pull"_s, tr("Pull from the host"), u"refresh"_s, Qt::Key_F5,
         [this] { Q_EMIT pullRequested(); });
    bind(u"relay-test"_s, tr("Run the relay test"), u"shield"_s, Qt::CTRL | Qt::Key_T, [this] {
        showPage(PageId::Tests);
        Q_EMIT relayTestRequested();
    });
    bind(u"close-relay"_s, tr("Close the relay…"), u"lock"_s, {},
         [this] { showPage(PageId::Hardening); });
    const QStringList pages{tr("Show the overview"), tr("Show the configuration"),
                            tr("Show the queue"), tr("Show hardening"), tr("Show the tests")};
    for (int index = 0; index < pages.size(); ++index) {
        bind(u"page-%1"_s.arg(index + 1), pages.at(index), {},
             QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index)),
             [this, index] { showPage(PageId(index)); });
    }
    bind(u"command-palette"_s, tr("Find a host or an action"), u"search"_s, Qt::CTRL | Qt::Key_K,
         [this] { openPalette({}); });
    bind(u"filter"_s, tr("Filter this page"), u"search"_s, QKeySequence::Find, [this] {
        if (Page* page = pageAt(m_pages->currentIndex())) {
            page->startFilter();
        }
    });
    bind(u"cancel"_s, tr("Cancel or clear"), u"close"_s, Qt::Key_Escape,
         [this] { cancelOrClear(); });
    bind(u"add-host"_s, tr("Add host…"), u"add"_s, QKeySequence::New,
         [this] { Q_EMIT addHostRequested(); });
    bind(u"edit-host"_s, tr("Edit this host…"), u"host"_s, Qt::CTRL | Qt::Key_E,
         [this] { Q_EMIT editHostRequested(m_current); });
    bind(u"remove-host"_s, tr("Remove this host from the list…"), u"close"_s, {},
         [this] { Q_EMIT removeHostRequested(m_current); });
    bind(u"import-hosts"_s, tr("Import hosts from ~/.ssh/config…"), u"import"_s, {},
         [this] { Q_EMIT importHostsRequested(); });
    bind(u"preferences"_s, tr("Preferences…"), {}, Qt::CTRL | Qt::Key_Comma,
         [this] { Q_EMIT preferencesRequested(); });
    bind(u"quit"_s, tr("Quit Gatepost"), {}, QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeMenus()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"mainMenu"_s);
    m_actions->fillMenu(menu, {u"pull"_s,
                               u"relay-test"_s,
                               u"close-relay"_s,
                               {},
                               u"page-1"_s,
                               u"page-2"_s,
                               u"page-3"_s,
                               u"page-4"_s,
                               u"page-5"_s,
                               {},
                               u"command-palette"_s,
                               u"filter"_s,
                               {},
                               u"add-host"_s,
                               u"edit-host"_s,
                               u"remove-host"_s,
                               u"import-hosts"_s,
                               {},
                               u"preferences"_s,
                               u"quit"_s});
    m_sidebar->setMenu(menu);
    auto* hostMenu = new QMenu(this);
    hostMenu->setObjectName(u"hostMenu"_s);
    m_actions->fillMenu(hostMenu,
                        {u"pull"_s, u"relay-test"_s, {}, u"edit-host"_s, u"remove-host"_s});
    m_sidebar->setHostMenu(hostMenu);
}

void MainWindow::connectPages()
{
    const auto trigger = [this](const QString& id) {
        return [this, id] { m_actions->action(id)->trigger(); };
    };
    connect(m_header->pullButton(), &QPushButton::clicked, this, trigger(u"pull"_s));
    connect(m_header->relayTestButton(), &QPushButton::clicked, this, trigger(u"relay-test"_s));
    connect(m_sidebar, &HostSidebar::hostChosen, this, &MainWindow::hostPicked);
    connect(m_sidebar, &HostSidebar::addHostRequested, this, &MainWindow::addHostRequested);
    connect(m_sidebar, &HostSidebar::importHostsRequested, this, &MainWindow::importHostsRequested);
    connect(m_sidebar, &HostSidebar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::paletteChosen);
    connect(m_tabs, &TabStrip::currentChanged, this,
            [this](int index) { showPage(PageId(index)); });
    connect(m_activity, &ActivityStrip::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, &MainWindow::addHostRequested);
    connect(m_overview, &OverviewPage::locationRequested, this,
            [this](const QString& file, int line) {
                showPage(PageId::Configuration);
                m_configuration->showLocation(file, line);
            });
    connect(m_overview, &OverviewPage::queueFilterRequested, this, [this](const QString& filter) {
        m_queue->setFilter(filter);
        showPage(PageId::Queue);
    });
    connect(m_overview, &OverviewPage::hardeningRequested, this,
            [this] { showPage(PageId::Hardening); });
    connect(m_overview, &OverviewPage::closeRelayRequested, this,
            [this] { showPage(PageId::Hardening); });
}

void MainWindow::setHosts(const QList<HostRow>& hosts)
{
    m_sidebar->setHosts(hosts);
    refreshEmptyState();
}

void MainWindow::setCurrentHost(const HostId& id)
{
    m_sidebar->setCurrentHost(id);
    if (!(id == m_current)) {
        m_current = id;
        QString name;
        for (const HostRow& host : m_sidebar->hosts()) {
            name = host.id == id ? host.name : name;
        }
        for (int index = 0; index < m_pages->count(); ++index) {
            pageAt(index)->setHostName(name);
            m_tabs->tab(index)->setCount({});
        }
        clearActivity();
        setChangeNote(tr("Nothing has been changed on this host"));
    }
    refreshEmptyState();
}

void MainWindow::hostPicked(const HostId& id)
{
    setCurrentHost(id);
    Q_EMIT hostChosen(id);
}

void MainWindow::setHeader(const HostHeaderFacts& facts)
{
    m_header->setFacts(facts);
    setWindowTitle(facts.name.isEmpty() ? u"Gatepost"_s : u"%1 — Gatepost"_s.arg(facts.name));
}

void MainWindow::setPageCount(PageId page, std::optional<qint64> count)
{
    m_tabs->tab(int(page))->setCount(count);
}

void MainWindow::showPage(PageId page)
{
    const bool changes = m_pages->currentIndex() != int(page);
    m_tabs->setCurrent(int(page));
    m_pages->setCurrentIndex(int(page));
    if (changes) {
        Q_EMIT pageShown(page);
    }
}

PageId MainWindow::currentPage() const
{
    return PageId(m_pages->currentIndex());
}

void MainWindow::setActivity(const Activity& activity)
{
    m_activity->setActivity(activity);
}

void MainWindow::clearActivity()
{
    m_activity->clearActivity();
}

void MainWindow::setChangeNote(const QString& note, std::optional<StatusLevel> level)
{
    m_activity->setChangeNote(note, level);
}

void MainWindow::setBusy(bool busy)
{
    for (const auto& id : {u"pull"_s, u"relay-test"_s}) {
        m_actions->action(id)->setEnabled(!busy);
    }
    m_header->pullButton()->setEnabled(!busy);
    m_header->relayTestButton()->setEnabled(!busy);
}

void MainWindow::refreshEmptyState()
{
    const bool chosen = !m_current.value.isEmpty();
    for (const auto& id :
         {u"pull"_s, u"relay-test"_s, u"close-relay"_s, u"edit-host"_s, u"remove-host"_s,
          u"filter"_s, u"page-1"_s, u"page-2"_s, u"page-3"_s, u"page-4"_s, u"page-5"_s}) {
        m_actions->action(id)->setEnabled(chosen);
    }
    if (m_sidebar->hosts().isEmpty()) {
        m_empty->showReason(EmptyReason::NeverLoaded, tr("No mail host yet"),
                            tr("Add a Postfix host that you reach by SSH. Gatepost reads it and "
                               "changes nothing until you say so."),
                            tr("Add host…"));
    } else {
        m_empty->showReason(EmptyReason::Empty, tr("Choose a host"),
                            tr("Pick one on the left, or press Ctrl+K and type a part of its "
                               "name."),
                            {});
    }
    m_right->setCurrentIndex(chosen ? 1 : 0);
}

void MainWindow::openPalette(const QString& text)
{
    QList<PaletteItem> items;
    for (const HostRow& host : m_sidebar->hosts()) {
        items.append({QLatin1StringView(kHostPrefix) + host.id.value, host.name, tr("Host"),
                      host.versionLine});
    }
    for (const QAction* action : m_actions->all()) {
        const QString id = action->data().toString();
        if (action->isEnabled() && id != "command-palette"_L1 && id != "cancel"_L1) {
            items.append({id, action->text().remove(u'&'), tr("Action"),
                          action->shortcut().toString(QKeySequence::NativeText)});
        }
    }
    m_palette->open(items, text);
}

void MainWindow::paletteChosen(const QString& id)
{
    const QLatin1StringView prefix(kHostPrefix);
    if (id.startsWith(prefix)) {
        hostPicked(HostId{id.sliced(prefix.size())});
    } else if (QAction* action = m_actions->action(id)) {
        action->trigger();
    }
}

void MainWindow::cancelOrClear()
{
    if (m_activity->isActive()) {
        Q_EMIT cancelRequested();
    } else if (Page* page = pageAt(m_pages->currentIndex())) {
        page->clearFilter();
    }
}

Page* MainWindow::pageAt(int index) const
{
    return qobject_cast<Page*>(m_pages->widget(index));
}

} // namespace gatepost
