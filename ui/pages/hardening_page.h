// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"
#include "ui/pages/page.h"
#include "ui/theme/status_style.h"

#include <optional>

class QPushButton;
class QScrollArea;

namespace gatepost {

class Label;
class LayerButton;
class PlanView;
class TransactionPanel;

/// The relay layer: what is, what is proposed, why, and applying it. Names: hardeningPage,
/// hardeningLayer_relay, applyButton, applyNoteLabel; the plan's are in plan_view.h, the
/// transaction's in transaction_panel.h.
class HardeningPage : public Page
{
    Q_OBJECT

public:
    explicit HardeningPage(QWidget* parent = nullptr);

    /// Shows the plan; an empty plan says that there is nothing to change. `trustedNetworks` is
    /// what the plan was made with.
    void setPlan(const ChangePlan& plan, const QStringList& trustedNetworks);
    void setTrustedNetworksProblem(const QString& sentence);
    /// The line under the layer's name and its shape.
    void setLayerState(StatusLevel level, const QString& line);
    /// A transaction's state; the plan stays below while it runs and goes when it is done. Empty
    /// goes back to the plan.
    void setTransaction(const std::optional<TransactionReport>& report);
    /// Keep or undo was sent and its answer is awaited.
    void setDeciding(bool deciding);
    /// One more sentence on the transaction's bar: what the probe said afterwards.
    void setProof(const QString& sentence);
    /// Seconds after which an unconfirmed change is undone, for the sentence beside Apply.
    void setUndoSeconds(int seconds);
    void setReadOnly(bool readOnly);
    const PlanView* planView() const { return m_plan; }

Q_SIGNALS:
    void trustedNetworksEdited(const QStringList& networks);
    /// Apply was clicked; the flow asks for confirmation with ApplyDialog.
    void applyRequested(const QString& planId);
    void keepRequested();
    void undoRequested();
    /// "Plan again", after a transaction has ended.
    void planRequested();

protected:
    QString purpose() const override;
    void clearContent() override;

private:
    void refresh();

    bool m_readOnly = false;
    bool m_running = false;
    bool m_nothingToDo = false;
    LayerButton* m_layer;
    PlanView* m_plan;
    TransactionPanel* m_transaction;
    QScrollArea* m_scroll;
    Label* m_note;
    int m_undoSeconds = 120;
    QPushButton* m_apply;
};

} // namespace gatepost
