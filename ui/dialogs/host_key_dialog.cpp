// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/host_key_dialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_text.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

HostKeyDialog::HostKeyDialog(const HostKeyQuestion& question, QWidget* parent)
    : Dialog(u"hostKeyDialog"_s, tr("Do you know this host key?"), parent)
{
    const QString host = shownLine(question.host, 200);
    setLead(
        tr("%1 (port %2) shows a key that is not in your known_hosts file. Compare it with what "
           "the host's administrator, or ssh-keygen -l on the host, says. Connect only when both "
           "are the same.")
            .arg(host)
            .arg(question.port));

    auto* card = new Card(u"hostKeyCard"_s, shownLine(question.keyType, 100));
    auto* fingerprint = new Label(question.fingerprint, TextRole::Mono);
    fingerprint->setObjectName(u"hostKeyFingerprint"_s);
    fingerprint->setAccessibleName(tr("Fingerprint: %1").arg(fingerprint->fullText()));
    fingerprint->wrapped();
    fingerprint->selectable();
    card->body()->addWidget(fingerprint);
    body()->addWidget(card);

    if (!question.knownKeyTypes.isEmpty()) {
        auto* known = new NoticeBar(u"hostKeyKnownTypes"_s);
        body()->addWidget(known);
        known->showNotice(
            StatusLevel::Warning, tr("You know this host by another key"),
            tr("On record: %1. A host seldom gets a new kind of key; ask whether it did.")
                .arg(shownLine(question.knownKeyTypes.join(u", "_s), 300)));
    }
    body()->addStretch(1);

    QPushButton* cancel = addCancel(tr("Cancel"));
    QPushButton* accept = addButton(tr("Connect and remember"), u"hostKeyAcceptButton"_s);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setDefault(true);
    cancel->setFocus();
    setDesignWidth(520);
}

} // namespace gatepost
