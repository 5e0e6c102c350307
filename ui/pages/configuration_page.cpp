// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration_page.h"

#include "ui/theme/icon_set.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/config_view.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_table_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QLocale>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr int kPathRole = Qt::UserRole + 1;

// The main files first, then by path.
int fileRank(const QByteArray& path)
{
    if (path.endsWith("/main.cf")) {
        return 0;
    }
    return path.endsWith("/master.cf") ? 1 : 2;
}

} // namespace

ConfigurationPage::ConfigurationPage(QWidget* parent)
    : Page(u"configurationPage"_s, parent)
    , m_files(new QListWidget)
    , m_fileCard(new Card(u"configurationFile"_s, u" "_s))
    , m_problem(new Label(TextRole::Body, Tone::Dim))
    , m_view(new ConfigView(u"configurationView"_s))
    , m_parameterCard(
          new Card(u"parameterCard"_s, tr("Parameters that differ from their defaults")))
    , m_filter(new FilterBar(u"parameterFilter"_s, tr("Filter parameters   Ctrl+F")))
    , m_parameterModel(new TextTableModel(this))
    , m_parameterView(
          makeTable(u"parameterTable"_s, tr("Parameters that differ from their defaults")))
{
    m_files->setObjectName(u"configurationFileList"_s);
    m_files->setAccessibleName(tr("Files"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setUniformItemSizes(true);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_files->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_files->setFont(fontFor(TextRole::MonoSmall));
    auto* listCard = new Card(u"configurationFilesCard"_s, tr("Files"));
    listCard->body()->addWidget(m_files);
    m_problem->setObjectName(u"configurationProblem"_s);
    m_problem->wrapped();
    m_problem->selectable();
    m_problem->hide();
    m_fileCard->body()->addWidget(m_problem);
    m_fileCard->body()->addWidget(m_view, 1);
    m_parameterModel->setColumns({tr("Parameter"), tr("Value"), tr("Set at"), tr("Default")});
    m_parameterView->setModel(m_parameterModel);
    QHeaderView* header = m_parameterView->horizontalHeader();
    header->resizeSection(0, dp(230));
    header->resizeSection(1, dp(280));
    header->resizeSection(2, dp(110));
    m_parameterCard->body()->addWidget(m_filter);
    m_parameterCard->body()->addWidget(m_parameterView, 1);

    auto* right = new QSplitter(Qt::Vertical);
    right->setObjectName(u"configurationSplitter"_s);
    right->addWidget(m_fileCard);
    right->addWidget(m_parameterCard);
    right->setChildrenCollapsible(false);
    right->setHandleWidth(dp(12));
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    auto* row = new QSplitter(Qt::Horizontal);
    row->setObjectName(u"configurationFilesSplitter"_s);
    row->addWidget(listCard);
    row->addWidget(right);
    row->setChildrenCollapsible(false);
    row->setHandleWidth(dp(12));
    row->setStretchFactor(1, 1);
    row->setSizes({dp(240), dp(700)});
    listCard->setMinimumWidth(dp(150));
    m_fileCard->setMinimumWidth(dp(260));
    content()->addWidget(row, 1);
    m_parameterCard->hide();

    connect(m_files, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item) {
            showFile(item->data(kPathRole).toString());
        }
    });
    connect(m_filter, &FilterBar::textChanged, this, &ConfigurationPage::applyFilter);
    const auto follow = [this](const QModelIndex& index) {
        const TextCell place = m_parameterModel->rows().at(index.row()).at(2);
        const QVariantList where = place.data.toList();
        if (where.size() == 2) {
            showLocation(where.at(0).toString(), where.at(1).toInt());
        }
    };
    connect(m_parameterView, &QAbstractItemView::activated, this, follow);
    connect(m_parameterView, &QAbstractItemView::clicked, this, follow);
}

void ConfigurationPage::setSnapshot(const HostSnapshot& snapshot)
{
    m_snapshot = snapshot;
    QList<QByteArray> paths = snapshot.files.keys();
    std::stable_sort(paths.begin(), paths.end(), [](const QByteArray& a, const QByteArray& b) {
        return fileRank(a) < fileRank(b);
    });
    const QString wanted = m_path;
    {
        const QSignalBlocker quiet(m_files);
        m_files->clear();
        for (const QByteArray& path : paths) {
            const QString text = shownBytes(path, 1000);
            auto* item = new QListWidgetItem(text, m_files);
            item->setData(kPathRole, QString::fromUtf8(path));
            item->setToolTip(plainToolTip(text));
            const CollectedFile& file = snapshot.files.value(path);
            item->setIcon(themedIcon(file.readable ? u"file"_s : u"lock"_s));
        }
    }
    showContent();
    if (paths.isEmpty()) {
        showNothing(EmptyReason::Empty, tr("No file was read from %1").arg(hostName()),
                    tr("The host has no Postfix configuration that this user may read."),
                    tr("Pull again"));
        return;
    }
    if (wanted.isEmpty() || !showLocation(wanted, m_view->markedLine())) {
        m_files->setCurrentRow(0);
        showFile(QString::fromUtf8(paths.constFirst()));
    }
}

void ConfigurationPage::setParameters(const QList<ParameterRow>& rows)
{
    m_parameters = rows;
    m_parameterCard->setVisible(!rows.isEmpty());
    m_parameterCard->setNote(QLocale().toString(rows.size()));
    applyFilter();
}

void ConfigurationPage::applyFilter()
{
    const QString text = m_filter->text().trimmed();
    QList<TextRow> shown;
    for (const ParameterRow& row : m_parameters) {
        if (!text.isEmpty() && !row.name.contains(text, Qt::CaseInsensitive) &&
            !row.value.contains(text, Qt::CaseInsensitive)) {
            continue;
        }
        TextCell name{row.name, CellTone::Normal, true, {}, {}, {}};
        TextCell value{row.value, CellTone::Normal, true, {}, {}, {}};
        TextCell place;
        if (!row.file.isEmpty()) {
            place.text = u"%1:%2"_s.arg(row.file.section(u'/', -1)).arg(row.line);
            place.tone = CellTone::Link;
            place.mono = true;
            place.data = QVariantList{row.file, row.line};
        }
        TextCell standard{row.defaultValue, CellTone::Dim, true, {}, {}, {}};
        shown.append({name, value, place, standard});
    }
    m_parameterModel->setRows(shown);
}

bool ConfigurationPage::showLocation(const QString& file, int line)
{
    for (int row = 0; row < m_files->count(); ++row) {
        if (m_files->item(row)->data(kPathRole).toString() == file) {
            {
                const QSignalBlocker quiet(m_files);
                m_files->setCurrentRow(row);
            }
            showFile(file);
            m_view->goToLine(line);
            return true;
        }
    }
    return false;
}

void ConfigurationPage::showFile(const QString& path)
{
    m_path = path;
    const CollectedFile file = m_snapshot.files.value(path.toUtf8());
    m_fileCard->setTitle(path);
    QStringList notes;
    if (file.exists) {
        notes.append(u"%1:%2 %3"_s.arg(shownBytes(file.owner, 64), shownBytes(file.group, 64),
                                       QString::number(file.mode, 8).rightJustified(4, u'0')));
        notes.append(QLocale().formattedDataSize(file.sizeBytes));
    }
    if (!file.redacted.isEmpty()) {
        notes.append(tr("%n secret(s) stay on the host", nullptr, int(file.redacted.size())));
    }
    m_fileCard->setNote(notes.join(u" · "_s));
    QString problem;
    if (!file.exists) {
        problem = tr("The configuration names this file, but it does not exist on the host.");
    } else if (!file.readable) {
        problem = tr("This file could not be read: %1").arg(shownBytes(file.problem, 400));
    } else if (file.truncated) {
        problem = tr("This file is large: only its beginning was read.");
        if (file.lineCount >= 0) {
            problem += u' ' + tr("It has %n line(s).", nullptr, int(file.lineCount));
        }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_view->setFile(file);
}

void ConfigurationPage::startFilter()
{
    if (m_parameterCard->isVisible()) {
        m_filter->startTyping();
    } else {
        m_files->setFocus(Qt::ShortcutFocusReason);
    }
}

bool ConfigurationPage::clearFilter()
{
    if (m_filter->text().isEmpty()) {
        return false;
    }
    m_filter->setText({});
    applyFilter();
    return true;
}

QString ConfigurationPage::purpose() const
{
    return tr("Here stands every file that the mail service reads, as it was when it was pulled.");
}

void ConfigurationPage::clearContent()
{
    m_snapshot = {};
    m_path.clear();
    m_files->clear();
    m_view->setLines({});
    setParameters({});
}

} // namespace gatepost
