// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hardening/change_plan.h"
#include "models/hardening/relay_layer.h"
#include "models/hosts/host_profile.h"
#include "models/policy/relay_verdict.h"
#include "models/queue/queue_entry.h"
#include "models/smtp/probe_report.h"
#include "models/snapshot/host_snapshot.h"
#include "remote/ssh/ssh_connection.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace gatepost {

class SecretStore;

/// Everything that the console knows and does about one host: the connection, the last pull and
/// what follows from it, and the change that is under way. Lives on the GUI thread; every call
/// returns at once, every result arrives as a signal. Asking for something while the host is not
/// connected connects first.
class HostSession : public QObject
{
    Q_OBJECT

public:
    enum class Link { Offline, Connecting, Connected, Lost };
    Q_ENUM(Link)

    /// What a failure concerns, so that it is shown on the page where it belongs.
    enum class Subject { Connection, Snapshot, Queue, Plan, Change, Probe };
    Q_ENUM(Subject)

    HostSession(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                SecretStore* secrets, QObject* parent = nullptr);
    ~HostSession() override;

    const HostProfile& profile() const { return m_profile; }
    Link link() const { return m_link; }
    const std::optional<HostSnapshot>& snapshot() const { return m_snapshot; }
    const std::optional<HostVerdict>& verdict() const { return m_verdict; }
    const std::optional<QList<QueueEntry>>& queue() const { return m_queue; }
    const std::optional<ChangePlan>& plan() const { return m_plan; }
    const std::optional<TransactionReport>& transaction() const { return m_transaction; }
    const std::optional<ProbeReport>& probe() const { return m_probe; }
    /// A sentence on what runs now; empty when nothing does.
    QString activity() const { return m_activity; }

    /// Connects, then brings snapshot and queue. Nothing happens while a pull is running.
    void pull();
    void refreshQueue();
    /// Makes the relay layer's plan from the last snapshot.
    void planRelay(const RelayChoices& choices);
    /// Applies exactly `plan`, then pulls and probes to prove it; the host waits for keepChange.
    void applyPlan(const ChangePlan& plan, const StreamOpener& vantage, const QString& vantageName);
    void keepChange();
    void undoChange();
    /// Asks the mail server from `vantage`. An empty name of `via` means this desktop.
    void runRelayTest(HostSession* via);
    /// Stops what is running. A change that the host has taken over is not stopped: it undoes itself.
    void cancel();
    void disconnectFromHost();

Q_SIGNALS:
    void linkChanged();
    void stepReported(const gatepost::StepReport& report);
    void snapshotChanged();
    void queueChanged();
    void planChanged();
    void transactionChanged();
    void transactionStep(const QString& step);
    void probeChanged();
    void activityChanged();
    void failed(gatepost::HostSession::Subject subject, const gatepost::Error& error);
};

} // namespace gatepost
