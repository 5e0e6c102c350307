// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heat_table.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

class HeatDelegate : public QStyledItemDelegate
{
public:
    HeatDelegate(const HeatModel* model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const ThemeTokens tokens = currentTokens();
        painter->save();
        const QString text = index.data(Qt::DisplayRole).toString();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, tokens.selection);
        }
        if (!m_model->isCount(index)) {
            const bool total = index.column() > 0;
            painter->setFont(fontFor(total ? TextRole::Strong : TextRole::Body));
            painter->setPen(tokens.text);
            const QRect rect = option.rect.adjusted(total ? 0 : dp(2), 0, -dp(total ? 4 : 8), 0);
            painter->drawText(
                rect, (total ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
        } else {
            const qint64 count = index.data(Qt::UserRole).toLongLong();
            // By logarithm: one message must be told from none beside four thousand.
            const double share =
                m_model->peak() > 0 && count > 0
                    ? std::log1p(double(count)) / std::log1p(double(m_model->peak()))
                    : 0.0;
            const double depth = 0.05 + 0.75 * share * share;
            const QColor fill = mixed(tokens.card, tokens.accent, depth);
            const QRect cell = option.rect.adjusted(1, dp(1.5), -1, -dp(1.5));
            paintRounded(*painter, cell, dp(3), fill, {});
            const bool flip =
                contrastRatio(fill, tokens.onAccent) > contrastRatio(fill, tokens.text);
            painter->setPen(flip ? tokens.onAccent : tokens.text);
            painter->setFont(fontFor(TextRole::Small));
            painter->drawText(cell, Qt::AlignCenter, text);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(tokens.accent, 1, Qt::DotLine));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    const HeatModel* m_model;
};

} // namespace

HeatModel::HeatModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void HeatModel::setData(const QStringList& columns, const QList<HeatRow>& rows)
{
    if (columns == m_columns && rows == m_rows) {
        return;
    }
    beginResetModel();
    m_columns = columns;
    m_rows = rows;
    m_peak = 0;
    for (const HeatRow& row : rows) {
        for (const qint64 count : row.counts) {
            m_peak = qMax(m_peak, count);
        }
    }
    endResetModel();
}

bool HeatModel::isCount(const QModelIndex& index) const
{
    return index.column() > 0 && index.column() <= m_columns.size();
}

int HeatModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HeatModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 2;
}

QVariant HeatModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const HeatRow& row = m_rows.at(index.row());
    const bool count = isCount(index);
    const qint64 value = count ? row.counts.value(index.column() - 1) : row.total;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0) {
            return shownLine(row.label);
        }
        return count && value == 0 ? QString() : QLocale().toString(value);
    case Qt::UserRole:
        return value;
    case Qt::ToolTipRole:
        return index.column() == 0 ? plainToolTip(row.label) : QString();
    case Qt::AccessibleTextRole:
        return index.column() == 0
                   ? tr("%1: %n message(s)", nullptr, int(qMin<qint64>(row.total, INT_MAX)))
                         .arg(shownLine(row.label))
                   : QLocale().toString(value);
    default:
        return {};
    }
}

QVariant HeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(section > m_columns.size() ? Qt::AlignRight | Qt::AlignVCenter
                                              : Qt::AlignCenter);
    }
    if (role == Qt::DisplayRole) {
        if (section > 0 && section <= m_columns.size()) {
            return m_columns.at(section - 1);
        }
        return section == 0 ? QString() : tr("total");
    }
    return {};
}

HeatTable::HeatTable(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_model(new HeatModel(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setModel(m_model);
    setItemDelegate(new HeatDelegate(m_model, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(dp(23));
    horizontalHeader()->setFont(fontFor(TextRole::Small));
    horizontalHeader()->setProperty("gatepostPlain", true);
    horizontalHeader()->setFixedHeight(dp(26));
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(dp(24));
    const auto follow = [this](const QModelIndex& index) {
        const QString filter = m_model->rows().value(index.row()).filter;
        if (!filter.isEmpty()) {
            Q_EMIT rowActivated(filter);
        }
    };
    connect(this, &QAbstractItemView::activated, this, follow);
    connect(this, &QAbstractItemView::clicked, this, follow);
}

void HeatTable::setContents(const QStringList& columns, const QList<HeatRow>& rows)
{
    m_model->setData(columns, rows);
    QHeaderView* header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    const QFontMetrics metrics(fontFor(TextRole::Body));
    int widest = dp(90);
    for (const HeatRow& row : rows) {
        widest = qMax(widest, metrics.horizontalAdvance(shownLine(row.label, 40)) + dp(16));
    }
    header->setSectionResizeMode(0, QHeaderView::Interactive);
    header->resizeSection(0, qMin(widest, dp(180)));
    const int last = m_model->columnCount() - 1;
    header->setSectionResizeMode(last, QHeaderView::Interactive);
    header->resizeSection(last, dp(64));
    setMinimumHeight(dp(26) + int(rows.size()) * dp(23) + 2);
}

} // namespace gatepost
