// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/host_desk.h"
#include "ui/shell/main_window.h"

#include <QObject>

namespace gatepost {

/// Shows one host at a time in the window: each fact of its flows on the pages that it concerns.
/// Decides nothing. GUI thread only.
class HostPresenter : public QObject
{
    Q_OBJECT

public:
    explicit HostPresenter(MainWindow& window, QObject* parent = nullptr);

    /// Shows this host from now on; null shows none. The desk must outlive this or be replaced
    /// first.
    void present(HostDesk* desk);
    HostDesk* desk() const { return m_desk; }
    /// Opens the place that the verdict rests on: the deciding line, or the probe's dialogue where
    /// only that shows a hole.
    void showEvidence();

private:
    void showHeader();
    void showActivity();
    void showReading();
    void showQueue();
    void showProbe();
    void showPlan();
    void showTransaction();
    void showConnection();

    MainWindow& m_window;
    HostDesk* m_desk = nullptr;
    QObject* m_watch = nullptr; ///< owns the connections to the desk that is shown
};

/// One host of the sidebar: what is known of it now.
HostRow hostRow(const HostProfile& profile, const HostDesk* desk);

} // namespace gatepost
