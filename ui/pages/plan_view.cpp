// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_view.h"

#include "models/core/ip_network.h"
#include "ui/widgets/card.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/matrix_view.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

void clearLayout(QVBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // Later: the change may come from a signal of a widget inside.
            widget->hide();
            widget->setObjectName({});
            widget->deleteLater();
        }
        delete item;
    }
}

Label* paragraph(const QString& text, const QString& objectName, TextRole role = TextRole::Body,
                 Tone tone = Tone::Normal)
{
    auto* label = new Label(text, role, tone);
    label->setObjectName(objectName);
    label->wrapped();
    label->selectable();
    return label;
}

} // namespace

PlanView::PlanView(QWidget* parent)
    : QWidget(parent)
    , m_card(new Card(u"planCard"_s, u" "_s))
    , m_explanation(paragraph({}, u"planExplanationLabel"_s, TextRole::Body, Tone::Dim))
    , m_edit(new QLineEdit)
    , m_problem(paragraph({}, u"trustedNetworksProblem"_s))
    , m_diffs(new QVBoxLayout)
    , m_matrixCard(new Card(u"matrixCard"_s, tr("Who may send where, after this change")))
    , m_matrix(new MatrixView(u"matrixView"_s))
    , m_changesCard(new Card(u"planChangesCard"_s, tr("What changes, and who might notice")))
    , m_changes(new QVBoxLayout)
{
    m_card->body()->addWidget(m_explanation);
    auto* row = new QHBoxLayout;
    row->setSpacing(dp(9));
    auto* name = new Label(tr("Trusted networks"), TextRole::Body);
    name->setBuddy(m_edit);
    m_edit->setObjectName(u"trustedNetworksEdit"_s);
    m_edit->setAccessibleName(tr("Trusted networks"));
    m_edit->setFont(fontFor(TextRole::Mono));
    m_edit->setToolTip(tr("Addresses and networks that may send to the outside without signing "
                          "in, separated by spaces"));
    row->addWidget(name);
    row->addWidget(m_edit, 1);
    m_card->body()->addLayout(row);
    m_problem->setStatusColor(StatusLevel::Critical);
    m_problem->hide();
    m_card->body()->addWidget(m_problem);
    m_diffs->setSpacing(dp(12));
    m_matrixCard->setNote(tr("proved on the staged files, before anything is applied"));
    m_matrixCard->body()->addWidget(m_matrix);
    m_changes->setSpacing(dp(4));
    m_changesCard->body()->addLayout(m_changes);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(12));
    layout->addWidget(m_card);
    layout->addLayout(m_diffs);
    layout->addWidget(m_matrixCard);
    layout->addWidget(m_changesCard);
    layout->addStretch(1);
    connect(m_edit, &QLineEdit::editingFinished, this, &PlanView::networksEdited);
}

void PlanView::setPlan(const ChangePlan& plan)
{
    m_plan = plan;
    m_card->setTitle(plan.title);
    m_explanation->setText(plan.explanation);
    fillDiffs();
    m_matrix->setChange(plan.before.matrix, plan.after.matrix);
    m_matrixCard->setVisible(!plan.before.matrix.isEmpty() || !plan.after.matrix.isEmpty());
    fillChanges();
}

void PlanView::fillDiffs()
{
    constexpr int kVisibleLines = 40;
    clearLayout(m_diffs);
    int number = 0;
    for (const FileEdit& edit : m_plan.edits) {
        auto* card = new Card(u"diffCard_%1"_s.arg(number), shownBytes(edit.path, 300));
        auto* diff = new DiffView(u"diffView_%1"_s.arg(number));
        diff->setTexts(edit.before, edit.after);
        diff->setFitContents(kVisibleLines);
        const int count = changeCount(diff->lines());
        card->setNote(tr("%n change(s)", nullptr, count) + u" · "_s + tr("comments kept"));
        card->body()->addWidget(diff);
        m_diffs->addWidget(card);
        ++number;
    }
}

void PlanView::fillChanges()
{
    clearLayout(m_changes);
    for (const SemanticChange& change : m_plan.changes) {
        const QString before = change.before.isEmpty() ? tr("(empty)") : change.before;
        const QString after = change.after.isEmpty() ? tr("(empty)") : change.after;
        m_changes->addWidget(
            paragraph(u"%1: %2 → %3"_s.arg(change.parameter, before, after), {}, TextRole::Mono));
        if (!change.why.isEmpty()) {
            m_changes->addWidget(paragraph(change.why, {}, TextRole::Body, Tone::Dim));
        }
    }
    if (!m_plan.risks.isEmpty()) {
        m_changes->addSpacing(dp(6));
        m_changes->addWidget(
            paragraph(u"•  "_s + m_plan.risks.join(u"\n•  "_s), u"planRisksLabel"_s));
    }
    if (!m_plan.commands.isEmpty()) {
        m_changes->addSpacing(dp(6));
        m_changes->addWidget(new Label(tr("Commands that run on the host after the files are in "
                                          "place"),
                                       TextRole::Small, Tone::Dim));
        m_changes->addWidget(
            paragraph(m_plan.commands.join(u'\n'), u"planCommandsLabel"_s, TextRole::Mono));
    }
    m_changesCard->setVisible(m_changes->count() > 0);
}

void PlanView::setTrustedNetworks(const QStringList& networks)
{
    m_networks = networks;
    m_edit->setText(shownLine(networks.join(u"  "_s)));
    setTrustedNetworksProblem({});
}

void PlanView::setTrustedNetworksProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PlanView::setEditable(bool editable)
{
    m_edit->setReadOnly(!editable);
}

void PlanView::networksEdited()
{
    static const QRegularExpression separators(u"[\\s,]+"_s); // "127.0.0.0/8, [::1]/128"
    const QStringList typed = m_edit->text().split(separators, Qt::SkipEmptyParts);
    if (typed == m_networks || m_edit->isReadOnly()) {
        return;
    }
    for (const QString& element : typed) {
        const bool numeric = element.at(0).isDigit() || element.startsWith(u'[');
        if (numeric && !IpNetwork::parse(element.toUtf8())) {
            setTrustedNetworksProblem(
                tr("%1 is no network. Write it as 192.0.2.0/24 or [2001:db8::]/32, with no bits "
                   "set beyond the prefix.")
                    .arg(element));
            return;
        }
    }
    setTrustedNetworksProblem({});
    m_networks = typed;
    Q_EMIT trustedNetworksEdited(typed);
}

} // namespace gatepost
