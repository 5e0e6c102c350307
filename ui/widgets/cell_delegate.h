// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace gatepost {

/// Paints cells from the roles of text_table_model.h: status shape, tone, mono; text is cut with
/// "…" and never read as HTML. Rows have the height of the design.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A table view as every page uses it: whole rows, no grid, no row titles, CellDelegate, Tab
/// leaves the table.
QTableView* makeTable(const QString& objectName, const QString& accessibleName,
                      QWidget* parent = nullptr);

/// Lets the view show all its rows without scrolling, up to `maximumRows`.
void fitTableHeight(QTableView* view, int maximumRows);

} // namespace gatepost
