// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace gatepost {

class Card;
class Label;
class MatrixView;

/// A change plan for reading: sentence, trusted networks, each file's comparison, who may send
/// where, what else happens. Names: planCard, planCardHeading, planExplanationLabel,
/// trustedNetworksEdit, trustedNetworksProblem, diffCard_N, diffView_N, matrixCard, matrixView,
/// planChangesCard, planRisksLabel, planCommandsLabel.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);

    void setPlan(const ChangePlan& plan);
    const ChangePlan& plan() const { return m_plan; }
    void setTrustedNetworks(const QStringList& networks);
    /// Under the field; empty takes it away.
    void setTrustedNetworksProblem(const QString& sentence);
    void setEditable(bool editable);

Q_SIGNALS:
    /// The list was edited, Enter or leaving the field; elements as typed.
    void trustedNetworksEdited(const QStringList& networks);

private:
    void fillDiffs();
    void fillChanges();
    void networksEdited();

    ChangePlan m_plan;
    QStringList m_networks;
    Card* m_card;
    Label* m_explanation;
    QLineEdit* m_edit;
    Label* m_problem;
    QVBoxLayout* m_diffs;
    Card* m_matrixCard;
    MatrixView* m_matrix;
    Card* m_changesCard;
    QVBoxLayout* m_changes;
};

} // namespace gatepost
