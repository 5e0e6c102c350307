// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue_table_model.h"

#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_table_model.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

QString recipientsText(const QueueEntry& entry)
{
    const QString first =
        entry.recipients.isEmpty() ? QString() : entry.recipients.constFirst().address;
    const qsizetype more = entry.recipients.size() - 1;
    return more > 0 ? u"%1 +%2"_s.arg(first).arg(more) : first;
}

QString reasonText(const QueueEntry& entry)
{
    for (const QueueRecipient& recipient : entry.recipients) {
        if (!recipient.delayReason.isEmpty()) {
            return recipient.delayReason;
        }
    }
    return {};
}

} // namespace

QueueTableModel::QueueTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void QueueTableModel::setEntries(const QList<QueueEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    rebuild();
    endResetModel();
}

void QueueTableModel::setFilter(const QString& text, const QString& queueName)
{
    if (text == m_text && queueName == m_queueName) {
        return;
    }
    beginResetModel();
    m_text = text;
    m_queueName = queueName;
    rebuild();
    endResetModel();
}

bool QueueTableModel::fits(const QueueEntry& entry, const QStringList& words) const
{
    if (!m_queueName.isEmpty() && entry.queueName != m_queueName) {
        return false;
    }
    return std::all_of(words.cbegin(), words.cend(), [&](const QString& word) {
        const auto holds = [&](const QString& text) {
            return text.contains(word, Qt::CaseInsensitive);
        };
        return holds(entry.queueId) || holds(entry.sender) || holds(entry.queueName) ||
               std::any_of(entry.recipients.cbegin(), entry.recipients.cend(),
                           [&](const QueueRecipient& recipient) {
                               return holds(recipient.address) || holds(recipient.delayReason);
                           });
    });
}

void QueueTableModel::rebuild()
{
    const QStringList words = m_text.split(u' ', Qt::SkipEmptyParts);
    m_shown.clear();
    m_shown.reserve(size_t(m_entries.size()));
    for (qsizetype index = 0; index < m_entries.size(); ++index) {
        if (fits(m_entries.at(index), words)) {
            m_shown.push_back(index);
        }
    }
    const auto less = [this](qsizetype left, qsizetype right) {
        const QueueEntry& a = m_entries.at(left);
        const QueueEntry& b = m_entries.at(right);
        switch (m_sortColumn) {
        case IdColumn:
            return a.queueId < b.queueId;
        case QueueColumn:
            return a.queueName < b.queueName;
        case SizeColumn:
            return a.sizeBytes < b.sizeBytes;
        case FromColumn:
            return a.sender < b.sender;
        case ToColumn:
            return recipientsText(a) < recipientsText(b);
        case WhyColumn:
            return reasonText(a) < reasonText(b);
        default:
            return a.arrivedAt < b.arrivedAt;
        }
    };
    std::stable_sort(m_shown.begin(), m_shown.end(), [&](qsizetype a, qsizetype b) {
        return m_order == Qt::AscendingOrder ? less(a, b) : less(b, a);
    });
}

void QueueTableModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_order) {
        return;
    }
    beginResetModel();
    m_sortColumn = column;
    m_order = order;
    rebuild();
    endResetModel();
}

int QueueTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int QueueTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant QueueTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const QueueEntry& entry = entryAt(index.row());
    const int column = index.column();
    if (role == Qt::DisplayRole) {
        switch (column) {
        case IdColumn:
            return shownLine(entry.queueId);
        case QueueColumn:
            return shownLine(entry.queueName);
        case ArrivedColumn:
            return QLocale().toString(entry.arrivedAt.toLocalTime(), u"MM-dd HH:mm:ss"_s);
        case SizeColumn:
            return QLocale().formattedDataSize(entry.sizeBytes, 1,
                                               QLocale::DataSizeTraditionalFormat);
        case FromColumn:
            return entry.sender.isEmpty() ? u"<>"_s : shownLine(entry.sender);
        case ToColumn:
            return shownLine(recipientsText(entry));
        case WhyColumn:
            return shownLine(reasonText(entry), 400);
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole && column >= FromColumn) {
        return plainToolTip(column == WhyColumn ? reasonText(entry)
                                                : data(index, Qt::DisplayRole).toString());
    }
    if (role == Qt::TextAlignmentRole) {
        return int((column == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == CellMonoRole) {
        return column == IdColumn;
    }
    if (role == CellToneRole) {
        const bool dim = column == ArrivedColumn || column == SizeColumn || column == WhyColumn ||
                         column == QueueColumn;
        return int(dim ? CellTone::Dim : CellTone::Normal);
    }
    return {};
}

QVariant QueueTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles{tr("Queue ID"), tr("Queue"), tr("Arrived"),          tr("Size"),
                             tr("From"),     tr("To"),    tr("Why it is waiting")};
    return titles.value(section);
}

} // namespace gatepost
