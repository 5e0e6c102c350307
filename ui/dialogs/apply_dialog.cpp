// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/apply_dialog.h"

#include "ui/theme/house_style.h"
#include "ui/theme/status_style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_text.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr qsizetype kShownChanges = 6;
constexpr qsizetype kShownValue = 160;

QString changeLines(const ChangePlan& plan)
{
    const auto value = [](const QString& text) {
        return text.isEmpty() ? ApplyDialog::tr("(empty)") : shownLine(text, kShownValue);
    };
    QStringList lines;
    for (const SemanticChange& change :
         plan.changes.first(qMin(kShownChanges, plan.changes.size()))) {
        lines.append(u"%1: %2 → %3"_s.arg(shownLine(change.parameter, kShownValue),
                                          value(change.before), value(change.after)));
    }
    if (plan.changes.size() > kShownChanges) {
        lines.append(
            ApplyDialog::tr("… and %n more", nullptr, int(plan.changes.size() - kShownChanges)));
    }
    return lines.join(u'\n');
}

QString bullets(const QStringList& sentences)
{
    return sentences.isEmpty() ? QString() : u"•  "_s + sentences.join(u"\n•  "_s);
}

} // namespace

ApplyDialog::ApplyDialog(const ChangePlan& plan, const QString& hostName,
                         std::chrono::seconds undoAfter, QWidget* parent)
    : Dialog(u"applyDialog"_s, tr("Apply to %1?").arg(shownLine(hostName, 200)), parent)
    , m_planId(plan.id)
    , m_hostName(hostName)
{
    const bool loosens =
        relayVerdictRank(plan.after.verdict) > relayVerdictRank(plan.before.verdict);
    setLead(plan.title);
    QStringList files;
    for (const FileEdit& edit : plan.edits) {
        files.append(shownBytes(edit.path, 300));
    }
    addSection(tr("What changes"), changeLines(plan), u"applyChangesLabel"_s, true);
    addSection(tr("What happens on %1").arg(shownLine(hostName, 200)),
               bullets({tr("%1 is backed up; the new file is checked beside the old one first.",
                           nullptr, int(files.size()))
                            .arg(files.join(u", "_s)),
                        tr("Postfix reloads, and Gatepost looks whether it answers."),
                        tr("Unless you keep the change within %n s, the host undoes it by itself, "
                           "also when this desktop is gone.",
                           nullptr, int(undoAfter.count()))}),
               u"applyStepsLabel"_s);
    addSection(tr("Who might notice"), bullets(plan.risks), u"applyRisksLabel"_s);
    if (loosens) {
        addTypedConfirmation(plan);
    }
    body()->addStretch(1);

    QPushButton* cancel = addCancel();
    m_apply = addButton(tr("Apply to %1").arg(shownLine(hostName, 60)), u"applyConfirmButton"_s,
                        !loosens);
    if (loosens) {
        setButtonKind(m_apply, ButtonKind::Danger);
        m_apply->setEnabled(false);
    }
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setDefault(true);
    if (m_typed) {
        m_typed->setFocus();
    } else {
        cancel->setFocus();
    }
    setDesignWidth(560);
}

void ApplyDialog::addSection(const QString& heading, const QString& text, const QString& objectName,
                             bool mono)
{
    if (text.isEmpty()) {
        return;
    }
    auto* label = new Label(text, mono ? TextRole::Mono : TextRole::Body);
    label->setObjectName(objectName);
    label->wrapped();
    label->selectable();
    auto* section = new QVBoxLayout;
    section->setSpacing(dp(4));
    section->addWidget(new Label(heading, TextRole::Heading));
    section->addWidget(label);
    body()->addLayout(section);
}

void ApplyDialog::addTypedConfirmation(const ChangePlan& plan)
{
    auto* bar = new NoticeBar(u"applyLooseningBar"_s);
    body()->addWidget(bar);
    bar->showNotice(StatusLevel::Critical, tr("This opens the host further than it is now"),
                    tr("Relaying now: %1. Afterwards: %2. Type the host's name to go on.")
                        .arg(verdictWord(plan.before.verdict), verdictWord(plan.after.verdict)));
    m_typed = new QLineEdit;
    m_typed->setObjectName(u"applyHostNameEdit"_s);
    m_typed->setAccessibleName(tr("The host's name, %1").arg(shownLine(m_hostName, 200)));
    m_typed->setPlaceholderText(shownLine(m_hostName, 200));
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_apply->setEnabled(text.trimmed() == m_hostName.trimmed());
    });
    body()->addWidget(m_typed);
}

} // namespace gatepost
