// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/fuzzy_match.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

enum PaletteRole { IdRole = Qt::UserRole + 1, KindRole, HintRole };

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const ThemeTokens tokens = currentTokens();
        painter->save();
        if (option.state & QStyle::State_Selected) {
            paintRounded(*painter, option.rect.adjusted(dp(6), 1, -dp(6), -1), dp(6),
                         tokens.selection, {});
        }
        const QRect rect = option.rect.adjusted(dp(16), 0, -dp(16), 0);
        painter->setFont(fontFor(TextRole::Small));
        painter->setPen(tokens.dim);
        const QString hint = index.data(HintRole).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, hint);
        const int hintWidth = painter->fontMetrics().horizontalAdvance(hint) + dp(12);
        const int kindWidth = dp(64);
        painter->drawText(QRect(rect.left(), rect.top(), kindWidth, rect.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, index.data(KindRole).toString());
        painter->setFont(fontFor(TextRole::Body));
        painter->setPen(tokens.text);
        const QRect place = rect.adjusted(kindWidth, 0, -hintWidth, 0);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight, place.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(option)
        Q_UNUSED(index)
        return {dp(200), dp(34)};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_edit(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"commandPalette"_s);
    m_edit->setObjectName(u"commandPaletteEdit"_s);
    m_edit->setPlaceholderText(tr("Find a host or an action"));
    m_edit->setAccessibleName(tr("Find a host or an action"));
    m_list->setObjectName(u"commandPaletteList"_s);
    m_list->setAccessibleName(tr("Hosts and actions found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, dp(12), 1, dp(8));
    layout->setSpacing(dp(8));
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(dp(12), 0, dp(12), 0);
    inset->addWidget(m_edit);
    layout->addLayout(inset);
    layout->addWidget(m_list, 1);
    hide();
    m_edit->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        chooseCurrent();
    });
}

void CommandPalette::open(const QList<PaletteItem>& items, const QString& text)
{
    m_items = items;
    m_edit->setText(text);
    refill();
    place();
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
    m_edit->selectAll();
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int wide = qMin(dp(560), window->width() - dp(40));
    const int high = qMin(dp(420), window->height() - dp(80));
    setGeometry((window->width() - wide) / 2, dp(60), wide, high);
}

void CommandPalette::refill()
{
    QList<std::pair<int, const PaletteItem*>> found;
    for (const PaletteItem& item : m_items) {
        const int score = fuzzyScore(m_edit->text(), item.title);
        if (score >= 0) {
            found.append({score, &item});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_model->clear();
    for (const auto& [score, item] : found) {
        auto* entry = new QStandardItem(shownLine(item->title));
        entry->setData(item->id, IdRole);
        entry->setData(item->kind, KindRole);
        entry->setData(shownLine(item->hint), HintRole);
        entry->setAccessibleText(
            u"%1: %2 %3"_s.arg(item->kind, shownLine(item->title), shownLine(item->hint)));
        entry->setEditable(false);
        m_model->appendRow(entry);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::chooseCurrent()
{
    const QString id = m_list->currentIndex().data(IdRole).toString();
    hide();
    parentWidget()->setFocus();
    if (!id.isEmpty()) {
        Q_EMIT chosen(id);
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched != m_edit) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Escape:
        hide();
        parentWidget()->setFocus();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCurrent();
        return true;
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(qMin(row + 1, m_model->rowCount() - 1), 0));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model->index(qMax(row - 1, 0), 0));
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ThemeTokens tokens = currentTokens();
    paintRounded(painter, rect(), dp(10), tokens.card, mixed(tokens.line, tokens.text, 0.25));
}

} // namespace gatepost
