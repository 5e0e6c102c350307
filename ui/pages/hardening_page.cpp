// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hardening_page.h"

#include "ui/pages/plan_view.h"
#include "ui/pages/transaction_panel.h"
#include "ui/theme/house_style.h"
#include "ui/widgets/layer_button.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

HardeningPage::HardeningPage(QWidget* parent)
    : Page(u"hardeningPage"_s, parent)
    , m_layer(new LayerButton(u"hardeningLayer_relay"_s, tr("Relay")))
    , m_plan(new PlanView)
    , m_transaction(new TransactionPanel)
    , m_scroll(new QScrollArea)
    , m_note(new Label(TextRole::Body, Tone::Dim))
    , m_apply(makeButton({}, u"applyButton"_s))
{
    m_layer->setListStyle();
    m_layer->setCheckable(true);
    m_layer->setAutoExclusive(true);
    m_layer->setChecked(true);
    m_layer->setFixedWidth(dp(190));
    auto* layers = new QVBoxLayout;
    layers->addWidget(m_layer);
    layers->addStretch(1);

    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(12));
    column->addWidget(m_transaction);
    column->addWidget(m_plan, 1);
    m_transaction->hide();
    m_scroll->setObjectName(u"hardeningScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inner);

    m_note->setObjectName(u"applyNoteLabel"_s);
    m_note->wrapped();
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(dp(12));
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_apply);

    auto* right = new QVBoxLayout;
    right->setSpacing(dp(12));
    right->addWidget(m_scroll, 1);
    right->addLayout(bottom);
    auto* row = new QHBoxLayout;
    row->setSpacing(dp(16));
    row->addLayout(layers);
    row->addLayout(right, 1);
    content()->addLayout(row, 1);

    connect(m_apply, &QPushButton::clicked, this,
            [this] { Q_EMIT applyRequested(m_plan->plan().id); });
    connect(m_plan, &PlanView::trustedNetworksEdited, this, &HardeningPage::trustedNetworksEdited);
    connect(m_transaction, &TransactionPanel::keepRequested, this, &HardeningPage::keepRequested);
    connect(m_transaction, &TransactionPanel::undoRequested, this, &HardeningPage::undoRequested);
    connect(m_transaction, &TransactionPanel::planAgainRequested, this,
            &HardeningPage::planRequested);
    refresh();
}

void HardeningPage::setPlan(const ChangePlan& plan, const QStringList& trustedNetworks)
{
    m_nothingToDo = plan.isEmpty();
    m_plan->setPlan(plan);
    m_plan->setTrustedNetworks(trustedNetworks);
    m_transaction->setHostName(hostName());
    refresh();
    showContent();
}

void HardeningPage::setTrustedNetworksProblem(const QString& sentence)
{
    m_plan->setTrustedNetworksProblem(sentence);
}

void HardeningPage::setLayerState(StatusLevel level, const QString& line)
{
    m_layer->setFacts(level, line);
}

void HardeningPage::setTransaction(const std::optional<TransactionReport>& report)
{
    m_running = report && (report->state == TransactionState::Preparing ||
                           report->state == TransactionState::AwaitConfirm);
    m_transaction->setVisible(report.has_value());
    if (report) {
        m_transaction->setHostName(hostName());
        m_transaction->setReport(*report);
        m_scroll->verticalScrollBar()->setValue(0);
        showContent();
    }
    refresh();
}

void HardeningPage::setDeciding(bool deciding)
{
    m_transaction->setDeciding(deciding);
}

void HardeningPage::setProof(const QString& sentence)
{
    m_transaction->setProof(sentence);
}

void HardeningPage::setUndoSeconds(int seconds)
{
    m_undoSeconds = seconds;
    refresh();
}

void HardeningPage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void HardeningPage::refresh()
{
    m_apply->setText(tr("Apply to %1…").arg(hostName()).replace(u'&', u"&&"_s));
    m_apply->setVisible(!m_nothingToDo && !m_readOnly);
    m_apply->setEnabled(!m_running);
    m_plan->setEditable(!m_running && !m_readOnly);
    if (m_readOnly) {
        m_note->setText(tr("The connection to %1 is read-only: nothing can be changed through it.")
                            .arg(hostName()));
    } else if (m_nothingToDo) {
        m_note->setText(tr("Nothing to change in this layer."));
    } else {
        m_note->setText(tr("A backup is made first. Unconfirmed after %n s, the host undoes it by "
                           "itself.",
                           nullptr, m_undoSeconds));
    }
}

QString HardeningPage::purpose() const
{
    return tr("Here stands what should change on this host, line by line, before anything is "
              "applied.");
}

void HardeningPage::clearContent()
{
    m_plan->setPlan({});
    m_transaction->hide();
    m_running = false;
    m_nothingToDo = true;
    refresh();
}

} // namespace gatepost
