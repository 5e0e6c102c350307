// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/status_style.h"

#include <QAbstractTableModel>
#include <QList>
#include <QVariant>

#include <optional>

namespace gatepost {

/// How a cell is painted by CellDelegate.
enum class CellTone { Normal, Dim, Link, Strong, Critical, Ok };

/// One cell: text from anywhere, shown plain.
struct TextCell
{
    QString text;
    CellTone tone = CellTone::Normal;
    bool mono = false;
    std::optional<StatusLevel> status; ///< shape before the text
    QVariant data;                     ///< what the row's owner wants back
    QString toolTip;                   ///< plain; empty: the whole text when it is cut

    bool operator==(const TextCell&) const = default;
};

using TextRow = QList<TextCell>;

/// Roles that CellDelegate understands, beside Qt's own; queue and other models may offer them.
enum CellRole {
    CellToneRole = Qt::UserRole + 100, ///< int of CellTone
    CellMonoRole,                      ///< bool
    CellStatusRole,                    ///< int of StatusLevel
    CellDataRole                       ///< TextCell::data
};

/// A small table of texts (services, test cases, parameters): rows are taken whole; when only
/// texts differ, selection and scroll stay.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TextTableModel(QObject* parent = nullptr);

    void setColumns(const QStringList& titles, const QList<int>& rightAligned = {});
    void setRows(const QList<TextRow>& rows);
    const QList<TextRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    QList<int> m_rightAligned;
    QList<TextRow> m_rows;
};

} // namespace gatepost
