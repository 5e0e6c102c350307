// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_file_list.h"

#include "ui/theme/house_style.h"
#include "ui/theme/text_style.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

KeyFileList::KeyFileList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_add(makeButton(tr("Add…"), u"addKeyButton"_s))
    , m_remove(makeButton(tr("Remove"), u"removeKeyButton"_s))
{
    constexpr int kVisibleRows = 3;
    m_list->setObjectName(u"keyFileList"_s);
    m_list->setAccessibleName(tr("Key files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // the card around it is painted
    m_list->setFont(fontFor(TextRole::Mono));
    m_list->setFixedHeight(m_list->fontMetrics().height() * kVisibleRows + dp(12));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setTabKeyNavigation(false);
    m_add->setToolTip(tr("Choose a private key file"));
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(dp(6));
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(8));
    auto* frame = new Card(u"keyFileCard"_s);
    frame->setFlush();
    frame->body()->addWidget(m_list);
    layout->addWidget(frame, 1);
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &KeyFileList::browse);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_list->selectedItems());
        refresh();
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QListWidget::itemChanged, this, &KeyFileList::refresh);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &KeyFileList::refresh);
    refresh();
}

void KeyFileList::setFiles(const QStringList& files)
{
    m_list->clear();
    for (const QString& file : files) {
        append(file);
    }
    refresh();
}

QStringList KeyFileList::files() const
{
    QStringList files;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString file = m_list->item(row)->text().trimmed();
        if (!file.isEmpty()) {
            files.append(file);
        }
    }
    return files;
}

QList<QWidget*> KeyFileList::tabStops() const
{
    return {m_list, m_add, m_remove};
}

void KeyFileList::append(const QString& file)
{
    auto* item = new QListWidgetItem(file, m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void KeyFileList::browse()
{
    auto* dialog =
        new QFileDialog(this, tr("Choose a private key file"), QDir::homePath() + u"/.ssh"_s);
    dialog->setObjectName(u"keyFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& chosen) {
        for (const QString& file : chosen) {
            append(QDir::toNativeSeparators(file));
        }
        refresh();
    });
    dialog->open();
}

void KeyFileList::refresh()
{
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
    Q_EMIT changed();
}

} // namespace gatepost
