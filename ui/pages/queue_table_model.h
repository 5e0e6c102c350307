// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"

#include <QAbstractTableModel>
#include <QList>

#include <vector>

namespace gatepost {

/// Messages of a queue, one a row; sorts and filters over an index of its own.
class QueueTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        IdColumn,
        QueueColumn,
        ArrivedColumn,
        SizeColumn,
        FromColumn,
        ToColumn,
        WhyColumn,
        ColumnCount
    };

    explicit QueueTableModel(QObject* parent = nullptr);

    void setEntries(const QList<QueueEntry>& entries);
    const QList<QueueEntry>& entries() const { return m_entries; }
    /// Words that must all occur in id, sender, a recipient, the queue's name or a reason; case
    /// does not matter.
    void setFilter(const QString& text, const QString& queueName);
    const QueueEntry& entryAt(int row) const { return m_entries.at(m_shown[size_t(row)]); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void rebuild();
    bool fits(const QueueEntry& entry, const QStringList& words) const;

    QList<QueueEntry> m_entries;
    std::vector<qsizetype> m_shown;
    QString m_text;
    QString m_queueName;
    int m_sortColumn = ArrivedColumn;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace gatepost
