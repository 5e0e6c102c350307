// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue_page.h"

#include "ui/pages/queue_details.h"
#include "ui/pages/queue_heat.h"
#include "ui/pages/queue_table_model.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/filter_bar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMap>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatepost {

QueuePage::QueuePage(QWidget* parent)
    : Page(u"queuePage"_s, parent)
    , m_model(new QueueTableModel(this))
    , m_filter(new FilterBar(u"queueFilter"_s,
                             tr("Filter by any text: address, domain, queue ID, reason   Ctrl+F")))
    , m_table(makeTable(u"queueTable"_s, tr("Messages in the queue")))
    , m_filteredOut(new EmptyState)
    , m_stack(new QStackedLayout)
    , m_details(new QueueDetails)
    , m_domainCard(new Card(u"queueDomainCard"_s, tr("By recipient domain and age")))
    , m_domains(new HeatTable(u"queueDomainTable"_s, tr("By recipient domain and age")))
    , m_count(new Label(TextRole::Strong))
{
    m_count->setObjectName(u"queueCountLabel"_s);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QueueTableModel::ArrivedColumn, Qt::DescendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    header->resizeSection(QueueTableModel::IdColumn, dp(130));
    header->resizeSection(QueueTableModel::QueueColumn, dp(78));
    header->resizeSection(QueueTableModel::ArrivedColumn, dp(116));
    header->resizeSection(QueueTableModel::SizeColumn, dp(74));
    header->resizeSection(QueueTableModel::FromColumn, dp(190));
    header->resizeSection(QueueTableModel::ToColumn, dp(180));

    auto* tableCard = new Card(u"queueTableCard"_s);
    tableCard->setFlush();
    auto* filtered = new QWidget;
    auto* filteredLayout = new QVBoxLayout(filtered);
    filteredLayout->addWidget(m_filteredOut);
    m_stack->addWidget(m_table);
    m_stack->addWidget(filtered);
    tableCard->body()->addLayout(m_stack, 1);
    m_domainCard->body()->addWidget(m_domains);
    auto* side = new QSplitter(Qt::Vertical);
    side->setObjectName(u"queueSideSplitter"_s);
    side->addWidget(m_details);
    side->addWidget(m_domainCard);
    side->setChildrenCollapsible(false);
    side->setHandleWidth(dp(12));
    side->setStretchFactor(0, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"queueSplitter"_s);
    splitter->addWidget(tableCard);
    splitter->addWidget(side);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(dp(12));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({dp(700), dp(390)});
    tableCard->setMinimumWidth(dp(240));
    side->setMinimumWidth(dp(220));

    content()->addWidget(m_filter);
    content()->addWidget(splitter, 1);
    content()->addWidget(m_count);

    connect(m_filter, &FilterBar::textChanged, this, [this](const QString& text) {
        applyFilter();
        Q_EMIT filterChanged(text);
    });
    connect(m_filter, &FilterBar::chipChosen, this, &QueuePage::applyFilter);
    connect(m_filteredOut, &EmptyState::buttonClicked, this, [this] { clearFilter(); });
    connect(m_domains, &HeatTable::rowActivated, this, &QueuePage::setFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuePage::showSelected);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueuePage::showSelected);
}

void QueuePage::setEntries(const QList<QueueEntry>& entries, const QDateTime& readAt)
{
    constexpr int kDomains = 6;
    m_model->setEntries(entries);
    QMap<QString, qint64> byQueue{
        {u"active"_s, 0}, {u"deferred"_s, 0}, {u"hold"_s, 0}, {u"incoming"_s, 0}};
    for (const QueueEntry& entry : entries) {
        ++byQueue[entry.queueName];
    }
    QList<FilterChip> chips;
    for (auto it = byQueue.cbegin(); it != byQueue.cend(); ++it) {
        chips.append({it.key(), it.key(), it.value()});
    }
    m_filter->setChips(chips);
    m_domains->setContents(ageTitles(), heatByDomain(entries, readAt, kDomains));
    applyFilter();
    if (entries.isEmpty()) {
        showNothing(EmptyReason::Empty, tr("The queue of %1 is empty").arg(hostName()),
                    tr("Nothing waits to be sent. Pull again to look once more."),
                    tr("Pull again"));
        return;
    }
    showContent();
}

void QueuePage::setFilter(const QString& text)
{
    m_filter->setText(text);
    applyFilter();
}

void QueuePage::applyFilter()
{
    m_model->setFilter(m_filter->text(), m_filter->chosenChip());
    m_table->horizontalHeader()->setStretchLastSection(true);
    refreshCounts();
}

void QueuePage::refreshCounts()
{
    const int shown = m_model->rowCount();
    const int selected = int(m_table->selectionModel()->selectedRows().size());
    const bool filtered = !m_filter->text().isEmpty() || !m_filter->chosenChip().isEmpty();
    QString text = filtered ? tr("%n match(es)", nullptr, shown)
                                  .replace(QString::number(shown), QLocale().toString(shown))
                            : tr("%n message(s)", nullptr, shown)
                                  .replace(QString::number(shown), QLocale().toString(shown));
    if (selected > 0) {
        text += u" · "_s + tr("%n selected", nullptr, selected);
    }
    m_count->setText(text);
    if (shown == 0 && filtered) {
        m_filteredOut->showReason(EmptyReason::FilteredOut, tr("No message fits the filter"),
                                  tr("%n message(s) are in the queue, none holds all the words.",
                                     nullptr, int(m_model->entries().size())),
                                  tr("Clear the filter"));
    }
    m_stack->setCurrentIndex(shown == 0 && filtered ? 1 : 0);
}

void QueuePage::showSelected()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() == 1) {
        m_details->setEntry(m_model->entryAt(rows.constFirst().row()));
    } else {
        m_details->setSelectionCount(int(rows.size()));
    }
    refreshCounts();
}

void QueuePage::startFilter()
{
    m_filter->startTyping();
}

bool QueuePage::clearFilter()
{
    if (m_filter->text().isEmpty() && m_filter->chosenChip().isEmpty()) {
        return false;
    }
    m_filter->setText({});
    m_filter->chooseChip({});
    applyFilter();
    return true;
}

QString QueuePage::purpose() const
{
    return tr("Here stands every message that waits, with the reason why it does.");
}

void QueuePage::clearContent()
{
    m_filter->setText({});
    m_filter->chooseChip({});
    m_model->setEntries({});
    m_details->setSelectionCount(0);
}

void QueuePage::emptyButtonClicked(EmptyReason reason)
{
    Q_UNUSED(reason)
    Q_EMIT pullRequested();
}

} // namespace gatepost
