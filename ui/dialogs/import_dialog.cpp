// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "ui/theme/house_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

QString addressOf(const HostProfile& host)
{
    constexpr quint16 kSshPort = 22;
    QString address = host.endpoint.user.isEmpty() ? host.endpoint.host
                                                   : host.endpoint.user + u'@' + host.endpoint.host;
    if (host.endpoint.port != kSshPort) {
        address += u':' + QString::number(host.endpoint.port);
    }
    QStringList jumps;
    for (const SshEndpoint& jump : host.jumps) {
        jumps.append(jump.host);
    }
    return jumps.isEmpty() ? address
                           : ImportDialog::tr("%1 through %2").arg(address, jumps.join(u", "_s));
}

} // namespace

ImportDialog::ImportDialog(const QString& source, const QList<HostProfile>& found,
                           const QStringList& notes, const QStringList& takenNames, QWidget* parent)
    : Dialog(u"importDialog"_s, tr("Import hosts"), parent)
    , m_found(found)
    , m_list(new QListWidget)
{
    constexpr int kListRows = 9;
    setLead(
        found.isEmpty()
            ? tr("%1 names no host. Add hosts one by one instead.").arg(shownLine(source, 300))
            : tr("%n host(s) in %1. The file itself is not changed.", nullptr, int(found.size()))
                  .arg(shownLine(source, 300)));
    m_list->setObjectName(u"importList"_s);
    m_list->setAccessibleName(tr("Hosts found"));
    m_list->setMinimumHeight(fontMetrics().height() * kListRows);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // the card around it is painted
    m_list->setTextElideMode(Qt::ElideRight);
    addHosts(takenNames);
    auto* frame = new Card(u"importListCard"_s);
    frame->setFlush();
    frame->body()->addWidget(m_list);
    body()->addWidget(frame, 1);
    frame->setVisible(!found.isEmpty());

    QPushButton* all = makeButton(tr("Choose all"), u"importAllButton"_s, ButtonKind::Link);
    QPushButton* none = makeButton(tr("Choose none"), u"importNoneButton"_s, ButtonKind::Link);
    for (QPushButton* link : {all, none}) {
        link->setAutoDefault(false);
    }
    auto* links = new QHBoxLayout;
    links->addWidget(all);
    links->addWidget(none);
    links->addStretch(1);
    body()->addLayout(links);
    all->setVisible(!found.isEmpty());
    none->setVisible(!found.isEmpty());
    connect(all, &QPushButton::clicked, this, [this] { checkAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { checkAll(false); });

    if (!notes.isEmpty()) {
        constexpr qsizetype kShownNotes = 40;
        QStringList lines;
        for (const QString& note : notes.first(qMin(kShownNotes, notes.size()))) {
            lines.append(shownLine(note, 500));
        }
        if (notes.size() > kShownNotes) {
            lines.append(tr("… and %n more", nullptr, int(notes.size() - kShownNotes)));
        }
        auto* card = new Card(u"importNotesCard"_s, tr("What is not followed"));
        auto* label = new Label(lines.join(u'\n'), TextRole::Small);
        label->setObjectName(u"importNotesLabel"_s);
        label->wrapped();
        label->selectable();
        card->body()->addWidget(label);
        body()->addWidget(card);
    }

    addCancel();
    m_import = addButton(tr("Import"), u"importButton"_s, true);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(chosen()); });
    connect(m_list, &QListWidget::itemChanged, this, &ImportDialog::refreshButton);
    refreshButton();
    setDesignWidth(560);
}

void ImportDialog::addHosts(const QStringList& takenNames)
{
    for (const HostProfile& host : std::as_const(m_found)) {
        const bool taken = takenNames.contains(host.name);
        const QString line = u"%1   %2"_s.arg(host.name, addressOf(host));
        auto* item = new QListWidgetItem(
            shownLine(taken ? tr("%1 (in the list already)").arg(line) : line, 400), m_list);
        item->setFlags(taken ? Qt::NoItemFlags
                             : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

void ImportDialog::checkAll(bool checked)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        if (item->flags() & Qt::ItemIsUserCheckable) {
            item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
        }
    }
}

QList<HostProfile> ImportDialog::chosen() const
{
    QList<HostProfile> hosts;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            hosts.append(m_found.at(row));
        }
    }
    return hosts;
}

void ImportDialog::refreshButton()
{
    const int count = int(chosen().size());
    m_import->setEnabled(count > 0);
    m_import->setText(count > 0 ? tr("Import %n host(s)", nullptr, count) : tr("Import"));
}

} // namespace gatepost
