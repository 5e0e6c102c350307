// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/probe_flow.h"
#include "remote/host/change_service.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace gatepost {

/// The relay layer of one host from plan to proof: plans from the last reading, applies, reads the
/// host again, probes it, and keeps or undoes. What the host itself undoes (no confirmation in
/// time, a lost connection) is learned from it as soon as it can be asked. GUI thread only.
class ChangeFlow : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Planning, ///< no transaction, or one that has ended
        Applying, ///< the host works on it
        Proving,  ///< applied; read and probed again
        Deciding, ///< proved; waits for keep() or undo()
        Finishing ///< keep or undo has been sent
    };

    ChangeFlow(HostSession& session, ProbeFlow& probe, QObject* parent = nullptr);

    Stage stage() const { return m_stage; }
    bool isBusy() const { return m_stage != Stage::Planning; }
    /// Empty before the first reading.
    const std::optional<Result<ChangePlan>>& plan() const { return m_plan; }
    /// Networks that the plan lets send without signing in.
    const QStringList& trustedNetworks() const { return m_trusted; }
    /// The transaction that runs or was the last to run since the last plan.
    const std::optional<TransactionReport>& transaction() const { return m_transaction; }
    /// What reading and probing the changed host showed.
    const QString& proof() const { return m_proof; }
    /// One sentence on what this console has changed on the host; empty: nothing.
    const QString& changeNote() const { return m_changeNote; }

    void setUndoAfter(std::chrono::seconds time) { m_undoAfter = time; }
    std::chrono::seconds undoAfter() const { return m_undoAfter; }

    /// Makes a new plan for these networks; forgets the last transaction.
    void planFor(const QStringList& trustedNetworks);
    /// Makes a new plan from what the host trusts now.
    void planAgain();
    /// Applies the plan that is shown; `planId` must be its id. The proof probes from `vantage`.
    void apply(const QString& planId, const Vantage& vantage);
    void keep();
    void undo();

Q_SIGNALS:
    void planChanged();
    void transactionChanged();

private:
    void readingArrived();
    void lookForPending();
    void adopt(const TransactionReport& report);
    void watchDeadline();
    void makePlan(const RelayChoices& choices);
    void applied(Result<PendingChange> result);
    void prove();
    void weighProof();
    void decide(QFuture<Result<TransactionReport>> answer);
    void decided(const Result<TransactionReport>& result);
    void askHost();
    void showSteps(const QString& step);
    void setStage(Stage stage);
    void end(const TransactionReport& report);

    HostSession& m_session;
    ProbeFlow& m_probe;
    Stage m_stage = Stage::Planning;
    std::optional<Result<ChangePlan>> m_plan;
    QStringList m_trusted;
    quint64 m_planNumber = 0;
    std::optional<TransactionReport> m_transaction;
    QByteArray m_transactionId;
    QString m_proof;
    QString m_changeNote;
    Vantage m_vantage;
    std::chrono::seconds m_undoAfter{120};
    QTimer m_deadline; ///< when the host has undone it by itself
};

} // namespace gatepost
