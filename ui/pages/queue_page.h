// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"
#include "ui/pages/page.h"

class QTableView;
class QStackedLayout;

namespace gatepost {

class Card;
class FilterBar;
class HeatTable;
class Label;
class QueueDetails;
class QueueTableModel;

/// The queue, message by message. Names: queueFilterEdit, queueFilterChip_NAME (active, deferred,
/// hold, incoming, ...), queueTable, queueCountLabel, queueDetails, queueDomainTable.
class QueuePage : public Page
{
    Q_OBJECT

public:
    explicit QueuePage(QWidget* parent = nullptr);

    /// Shows the content; `readAt` (UTC) is what ages are counted from.
    void setEntries(const QList<QueueEntry>& entries, const QDateTime& readAt);
    /// Puts a text into the filter line and applies it.
    void setFilter(const QString& text);

    void startFilter() override;
    bool clearFilter() override;

Q_SIGNALS:
    /// The text in force, after the user stopped typing.
    void filterChanged(const QString& text);

protected:
    QString purpose() const override;
    void clearContent() override;
    void emptyButtonClicked(EmptyReason reason) override;

private:
    void applyFilter();
    void refreshCounts();
    void showSelected();

    QueueTableModel* m_model;
    FilterBar* m_filter;
    QTableView* m_table;
    EmptyState* m_filteredOut;
    QStackedLayout* m_stack;
    QueueDetails* m_details;
    Card* m_domainCard;
    HeatTable* m_domains;
    Label* m_count;
};

} // namespace gatepost
