// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/shell/activity_strip.h"
#include "ui/shell/host_row.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;

namespace gatepost {

class ActionRegistry;
class CommandPalette;
class ConfigurationPage;
class HardeningPage;
class HostHeader;
class HostSidebar;
class OverviewPage;
class QueuePage;
class TabStrip;
class TestsPage;

/// The window: hosts at the left, the chosen host's header, tabs and page at the right, what is
/// going on at the bottom. Passive: shows what it is told and says what the user wants. Shows an
/// empty state while there is no host, or none is chosen. Names of its own: mainWindow, hostArea,
/// windowEmptyState; the parts' names stand in their headers.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    OverviewPage* overview() const { return m_overview; }
    ConfigurationPage* configuration() const { return m_configuration; }
    QueuePage* queue() const { return m_queue; }
    HardeningPage* hardening() const { return m_hardening; }
    TestsPage* tests() const { return m_tests; }
    ActionRegistry* actionRegistry() const { return m_actions; }
    ActivityStrip* activityStrip() const { return m_activity; }

    void setHosts(const QList<HostRow>& hosts);
    /// Chooses without hostChosen(). All pages go back to "never loaded" for that host when it is
    /// another one than before.
    void setCurrentHost(const HostId& id);
    HostId currentHost() const { return m_current; }
    void setHeader(const HostHeaderFacts& facts);
    void setPageCount(PageId page, std::optional<qint64> count);
    void showPage(PageId page);
    PageId currentPage() const;

    void setActivity(const Activity& activity);
    void clearActivity();
    /// "Nothing has been changed on this host", or what was.
    void setChangeNote(const QString& note, std::optional<StatusLevel> level = {});
    /// Pull, relay test and close-relay rest while something runs on the host.
    void setBusy(bool busy);

Q_SIGNALS:
    void hostChosen(const gatepost::HostId& id);
    void addHostRequested();
    void editHostRequested(const gatepost::HostId& id);
    void removeHostRequested(const gatepost::HostId& id);
    void importHostsRequested();
    /// F5, the header's button, or the button of an empty state: connect when needed, then pull.
    void pullRequested();
    /// Ctrl+T or the header's button; the tests page is shown already.
    void relayTestRequested();
    void cancelRequested();
    void preferencesRequested();
    void pageShown(gatepost::PageId page);

private:
    void makeActions();
    void makeMenus();
    QWidget* makeHostArea();
    void connectPages();
    void openPalette(const QString& text);
    void paletteChosen(const QString& id);
    void hostPicked(const HostId& id);
    void cancelOrClear();
    void refreshEmptyState();
    Page* pageAt(int index) const;

    HostId m_current;
    ActionRegistry* m_actions;
    HostSidebar* m_sidebar;
    HostHeader* m_header = nullptr;
    TabStrip* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    ActivityStrip* m_activity = nullptr;
    QStackedWidget* m_right;
    EmptyState* m_empty;
    CommandPalette* m_palette;
    OverviewPage* m_overview;
    ConfigurationPage* m_configuration;
    QueuePage* m_queue;
    HardeningPage* m_hardening;
    TestsPage* m_tests;
};

} // namespace gatepost
