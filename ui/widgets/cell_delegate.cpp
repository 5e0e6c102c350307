// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/text_table_model.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace gatepost {

namespace {

QColor toneColor(CellTone tone, const ThemeTokens& tokens)
{
    switch (tone) {
    case CellTone::Dim:
        return tokens.dim;
    case CellTone::Link:
        return tokens.accent;
    case CellTone::Critical:
        return tokens.critical;
    case CellTone::Ok:
        return tokens.ok;
    case CellTone::Normal:
    case CellTone::Strong:
        break;
    }
    return tokens.text;
}

QFont cellFont(const QModelIndex& index)
{
    if (index.data(CellMonoRole).toBool()) {
        return fontFor(TextRole::Mono);
    }
    const auto tone = CellTone(index.data(CellToneRole).toInt());
    const bool strong =
        tone == CellTone::Strong || tone == CellTone::Critical || tone == CellTone::Ok;
    return fontFor(strong ? TextRole::Strong : TextRole::Body);
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const ThemeTokens tokens = currentTokens();
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, tokens.selection);
    }
    QRect rect = option.rect.adjusted(dp(10), 0, -dp(6), 0);
    const QVariant status = index.data(CellStatusRole);
    if (status.isValid()) {
        const int size = dp(14);
        paintStatus(*painter, QRect(rect.left(), rect.center().y() - size / 2, size, size),
                    StatusLevel(status.toInt()));
        rect.setLeft(rect.left() + size + dp(7));
    }
    const QFont font = cellFont(index);
    painter->setFont(font);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor color = toneColor(CellTone(index.data(CellToneRole).toInt()), tokens);
    painter->setPen(enabled ? color : mixed(tokens.card, color, 0.6));
    const QString text = QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(),
                                                       Qt::ElideRight, rect.width());
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    painter->drawText(
        rect, (alignment ? alignment : int(Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        text);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.accent, 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    const QFontMetrics metrics(cellFont(index));
    int width = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + dp(20);
    if (index.data(CellStatusRole).isValid()) {
        width += dp(21);
    }
    return {width, qMax(dp(26), metrics.height() + dp(8))};
}

QTableView* makeTable(const QString& objectName, const QString& accessibleName, QWidget* parent)
{
    auto* view = new QTableView(parent);
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setItemDelegate(new CellDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setAlternatingRowColors(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setCornerButtonEnabled(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(
        qMax(dp(26), QFontMetrics(fontFor(TextRole::Mono)).height() + dp(8)));
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setFont(fontFor(TextRole::Small));
    view->horizontalHeader()->setFixedHeight(dp(30));
    return view;
}

void fitTableHeight(QTableView* view, int maximumRows)
{
    const int rows = view->model() ? view->model()->rowCount() : 0;
    const int shown = qBound(1, rows, maximumRows);
    view->setFixedHeight(view->horizontalHeader()->maximumHeight() +
                         shown * view->verticalHeader()->defaultSectionSize() + 2);
}

} // namespace gatepost
