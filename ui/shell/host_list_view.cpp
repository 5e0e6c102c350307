// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/host_list_view.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

class HostDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        if (index.data(HostRowModel::HeadingRole).toBool()) {
            paintHeading(*painter, option, index);
        } else {
            paintHost(*painter, option, index);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(option)
        const int body = QFontMetrics(fontFor(TextRole::Strong)).height();
        const int small = QFontMetrics(fontFor(TextRole::Small)).height();
        return {dp(120), index.data(HostRowModel::HeadingRole).toBool() ? small + dp(12)
                                                                        : body + small + dp(21)};
    }

private:
    static void paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
    {
        QFont font = fontFor(TextRole::Small);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(currentTokens().dim);
        const QRect rect = option.rect.adjusted(dp(2), 0, -dp(8), 0);
        painter.drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(index.data(Qt::DisplayRole).toString().toUpper(),
                                             Qt::ElideRight, rect.width()));
    }

    static void paintHost(QPainter& painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index)
    {
        const ThemeTokens tokens = currentTokens();
        const QRect box = option.rect.adjusted(0, 1, 0, -dp(2));
        const bool selected = option.state & QStyle::State_Selected;
        const bool focused = option.state & QStyle::State_HasFocus;
        if (selected || (option.state & QStyle::State_MouseOver)) {
            paintRounded(painter, box, dp(6),
                         selected ? tokens.selection : mixed(tokens.sidebar, tokens.text, 0.05),
                         {});
        }
        if (focused) {
            paintRounded(painter, box, dp(6), {}, tokens.accent, 1.6);
        }
        const auto level = StatusLevel(index.data(HostRowModel::StatusRole).toInt());
        const int icon = dp(14);
        const int left = box.left() + dp(11);
        const QFontMetrics strong(fontFor(TextRole::Strong));
        const QFontMetrics small(fontFor(TextRole::Small));
        const int top = box.top() + (box.height() - strong.height() - small.height() - dp(3)) / 2;
        paintStatus(painter, QRect(left, top + (strong.height() - icon) / 2, icon, icon), level);
        int right = box.right() - dp(10);
        const int serious = index.data(HostRowModel::SeriousRole).toInt();
        if (serious > 0) {
            const QString count = QString::number(serious);
            painter.setFont(fontFor(TextRole::Strong));
            painter.setPen(statusColor(level));
            const int wide = strong.horizontalAdvance(count);
            painter.drawText(QRect(right - wide, top, wide, strong.height()), Qt::AlignCenter,
                             count);
            right -= wide + dp(8);
        }
        const int textLeft = left + icon + dp(10);
        painter.setFont(fontFor(TextRole::Strong));
        painter.setPen(tokens.text);
        painter.drawText(QRect(textLeft, top, right - textLeft, strong.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         strong.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                                           right - textLeft));
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.dim);
        painter.drawText(QRect(textLeft, top + strong.height() + dp(3),
                               box.right() - dp(8) - textLeft, small.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         small.elidedText(index.data(HostRowModel::VersionRole).toString(),
                                          Qt::ElideRight, box.right() - dp(8) - textLeft));
    }
};

} // namespace

HostRowModel::HostRowModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void HostRowModel::setHosts(const QList<HostRow>& hosts)
{
    m_hosts = hosts;
    rebuild();
}

void HostRowModel::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    rebuild();
}

void HostRowModel::rebuild()
{
    QList<HostRow> shown;
    for (const HostRow& host : m_hosts) {
        if (m_filter.isEmpty() || host.name.contains(m_filter, Qt::CaseInsensitive) ||
            host.group.contains(m_filter, Qt::CaseInsensitive)) {
            shown.append(host);
        }
    }
    std::stable_sort(shown.begin(), shown.end(), [](const HostRow& a, const HostRow& b) {
        return a.group.localeAwareCompare(b.group) < 0;
    });
    QList<Line> lines;
    QString group;
    for (const HostRow& host : shown) {
        if (host.group != group) {
            group = host.group;
            HostRow heading;
            heading.group = group;
            lines.append({true, heading});
        }
        lines.append({false, host});
    }
    // The same hosts in the same order: only their facts changed, so selection and scroll stay.
    const bool sameShape = std::equal(lines.cbegin(), lines.cend(), m_lines.cbegin(),
                                      m_lines.cend(), [](const Line& a, const Line& b) {
                                          return a.heading == b.heading && a.host.id == b.host.id &&
                                                 a.host.group == b.host.group;
                                      });
    if (!sameShape) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (int row = 0; row < lines.size(); ++row) {
        if (m_lines.at(row) != lines.at(row)) {
            m_lines[row] = lines.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

QModelIndex HostRowModel::indexOf(const HostId& id) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (!m_lines.at(row).heading && m_lines.at(row).host.id == id) {
            return index(row);
        }
    }
    return {};
}

int HostRowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant HostRowModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Line& line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shownLine(line.heading ? line.host.group : line.host.name);
    case HeadingRole:
        return line.heading;
    case IdRole:
        return line.host.id.value;
    case VersionRole:
        return shownLine(line.host.versionLine);
    case StatusRole:
        return int(line.host.status);
    case SeriousRole:
        return line.host.seriousFindings;
    case Qt::ToolTipRole:
        return line.heading ? QString()
                            : plainToolTip(u"%1\n%2"_s.arg(line.host.name, line.host.versionLine));
    case Qt::AccessibleTextRole:
        if (line.heading) {
            return shownLine(line.host.group);
        }
        return tr("%1, %2, %3, %n serious finding(s)", nullptr, line.host.seriousFindings)
            .arg(shownLine(line.host.name), statusWord(line.host.status),
                 shownLine(line.host.versionLine));
    default:
        return {};
    }
}

Qt::ItemFlags HostRowModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_lines.at(index.row()).heading) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

HostListView::HostListView(QWidget* parent)
    : QListView(parent)
{
    setObjectName(u"hostList"_s);
    setAccessibleName(tr("Hosts"));
    setItemDelegate(new HostDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setAutoFillBackground(false);
}

} // namespace gatepost
