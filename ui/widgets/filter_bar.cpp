// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"

#include "ui/theme/house_style.h"
#include "ui/theme/text_style.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/plain_text.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

FilterBar::FilterBar(const QString& prefix, const QString& placeholder, QWidget* parent)
    : QWidget(parent)
    , m_prefix(prefix)
    , m_edit(new QLineEdit)
    , m_chipRow(new QWidget)
{
    constexpr int kRestMilliseconds = 150;
    setObjectName(prefix + u"Bar"_s);
    m_edit->setObjectName(prefix + u"Edit"_s);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(placeholder);
    m_edit->setClearButtonEnabled(false);
    new FlowLayout(dp(8), m_chipRow);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(8));
    column->addWidget(m_edit);
    column->addWidget(m_chipRow);
    m_chipRow->hide();

    auto* rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(kRestMilliseconds);
    connect(m_edit, &QLineEdit::textChanged, rest, qOverload<>(&QTimer::start));
    connect(rest, &QTimer::timeout, this, [this] { Q_EMIT textChanged(m_edit->text()); });
    connect(m_edit, &QLineEdit::returnPressed, this, [this, rest] {
        rest->stop();
        Q_EMIT textChanged(m_edit->text());
    });
}

void FilterBar::setChips(const QList<FilterChip>& chips)
{
    QMap<QString, QPushButton*> kept;
    for (const FilterChip& chip : chips) {
        QPushButton* button = m_chips.take(chip.id);
        if (!button) {
            button = makeButton({}, m_prefix + u"Chip_"_s + chip.id, ButtonKind::Chip, m_chipRow);
            button->setCheckable(true);
            m_chipRow->layout()->addWidget(button);
            connect(button, &QPushButton::clicked, this, [this, id = chip.id](bool on) {
                chooseChip(on ? id : QString());
                Q_EMIT chipChosen(m_chosen);
            });
        }
        const QString text = u"%1 %2"_s.arg(shownLine(chip.label), QLocale().toString(chip.count));
        button->setText(QString(text).replace(u'&', u"&&"_s));
        button->setAccessibleName(text);
        button->show();
        kept.insert(chip.id, button);
    }
    qDeleteAll(m_chips);
    m_chips = kept;
    m_chipRow->setVisible(!kept.isEmpty());
}

void FilterBar::setText(const QString& text)
{
    m_edit->setText(text);
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::chooseChip(const QString& id)
{
    m_chosen = id;
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it) {
        it.value()->setChecked(it.key() == id);
    }
}

void FilterBar::startTyping()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

} // namespace gatepost
