// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_table_model.h"

#include "ui/widgets/plain_text.h"

using namespace Qt::StringLiterals;

namespace gatepost {

TextTableModel::TextTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void TextTableModel::setColumns(const QStringList& titles, const QList<int>& rightAligned)
{
    beginResetModel();
    m_titles = titles;
    m_rightAligned = rightAligned;
    m_rows.clear();
    endResetModel();
}

void TextTableModel::setRows(const QList<TextRow>& rows)
{
    const int common = int(qMin(rows.size(), m_rows.size()));
    if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, int(rows.size()), int(m_rows.size()) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    for (int row = 0; row < common; ++row) {
        if (m_rows.at(row) != rows.at(row)) {
            m_rows[row] = rows.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, int(m_titles.size()) - 1));
        }
    }
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, common, int(rows.size()) - 1);
        m_rows.append(rows.sliced(common));
        endInsertRows();
    }
}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.column() >= m_rows.at(index.row()).size()) {
        return {};
    }
    const TextCell& cell = m_rows.at(index.row()).at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownLine(cell.text);
    case Qt::ToolTipRole:
        return plainToolTip(cell.toolTip.isEmpty() ? cell.text : cell.toolTip);
    case Qt::AccessibleTextRole:
        return cell.status && statusWord(*cell.status) != cell.text
                   ? u"%1: %2"_s.arg(statusWord(*cell.status), shownLine(cell.text))
                   : shownLine(cell.text);
    case Qt::TextAlignmentRole:
        return int((m_rightAligned.contains(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case CellToneRole:
        return int(cell.tone);
    case CellMonoRole:
        return cell.mono;
    case CellStatusRole:
        return cell.status ? QVariant(int(*cell.status)) : QVariant();
    case CellDataRole:
        return cell.data;
    default:
        return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return m_titles.at(section);
    }
    if (role == Qt::TextAlignmentRole) {
        return int((m_rightAligned.contains(section) ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    }
    return {};
}

} // namespace gatepost
