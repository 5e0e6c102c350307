// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"
#include "models/queue/queue_entry.h"
#include "models/smtp/probe_report.h"
#include "ui/pages/page.h"

#include <optional>

class QPushButton;
class QTableView;

namespace gatepost {

class Card;
class HeatTable;
class Label;
class LayerButton;
class NoticeBar;
class TextTableModel;

/// Is this host open, how is it proved, and what waits in its queue. Names: verdictBanner,
/// verdictBannerTitle, verdictBannerText, evidenceButton, closeRelayButton, layer_relay,
/// servicesTable, queueHeatCard, queueHeatTable, notSeenCard, notesLabel.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);

    /// Shows the content.
    void setVerdict(const HostVerdict& verdict);
    /// The last probe of this host; empty: none was made since the last change.
    void setProbe(const std::optional<ProbeReport>& probe);
    /// `readAt` is when the queue was read (UTC), for the ages.
    void setQueue(const QList<QueueEntry>& entries, const QDateTime& readAt);
    void setQueueFailure(const Error& error);
    void setNotSeen(const QStringList& sentences);
    /// Takes "Close the relay…" away: on a read-only connection nothing is offered.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    /// "Evidence": where the verdict comes from.
    void evidenceRequested();
    void closeRelayRequested();
    /// A place in the configuration was clicked; line is 1-based, 0 for the file as a whole.
    void locationRequested(const QString& file, int line);
    /// A recipient domain was clicked.
    void queueFilterRequested(const QString& filter);
    void hardeningRequested();

protected:
    QString purpose() const override;
    void clearContent() override;

private:
    QWidget* makeServices();
    QWidget* makeQueue();
    QWidget* makeNotSeen();
    void refreshBanner();

    HostVerdict m_verdict;
    std::optional<ProbeReport> m_probe;
    bool m_readOnly = false;
    NoticeBar* m_banner;
    QPushButton* m_evidence;
    QPushButton* m_close;
    LayerButton* m_layer = nullptr;
    TextTableModel* m_services;
    QTableView* m_serviceView = nullptr;
    Card* m_queueCard = nullptr;
    HeatTable* m_heat = nullptr;
    Label* m_queueText = nullptr;
    Card* m_notSeenCard = nullptr;
    Label* m_notSeen = nullptr;
    Label* m_notesTitle = nullptr;
    Label* m_notes = nullptr;
};

} // namespace gatepost
