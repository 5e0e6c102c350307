// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_page.h"

#include "ui/pages/overview_text.h"
#include "ui/pages/queue_heat.h"
#include "ui/theme/house_style.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/layer_button.h"
#include "ui/widgets/text_table_model.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr int kBecauseColumn = 2;

QString sentenceList(const QStringList& sentences)
{
    QStringList lines;
    for (const QString& sentence : sentences) {
        lines.append(u"•  "_s + sentence);
    }
    return lines.join(u'\n');
}

} // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : Page(u"overviewPage"_s, parent)
    , m_banner(new NoticeBar(u"verdictBanner"_s))
    , m_evidence(m_banner->addButton(tr("Evidence"), u"evidenceButton"_s))
    , m_close(m_banner->addButton(tr("Close the relay…"), u"closeRelayButton"_s, true))
    , m_services(new TextTableModel(this))
{
    m_evidence->setToolTip(tr("Show the line of the configuration and the dialogue of the probe"));
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(12));
    column->addWidget(m_banner);

    auto* strip = new QHBoxLayout;
    strip->setSpacing(dp(8));
    m_layer = new LayerButton(u"layer_relay"_s, tr("Relay"));
    strip->addWidget(m_layer);
    strip->addStretch(1);
    column->addLayout(strip);
    column->addWidget(makeServices());
    auto* row = new QHBoxLayout;
    row->setSpacing(dp(12));
    row->addWidget(makeQueue(), 5);
    row->addWidget(makeNotSeen(), 4);
    column->addLayout(row, 1);

    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"overviewScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    content()->addWidget(scroll);

    connect(m_evidence, &QPushButton::clicked, this, &OverviewPage::evidenceRequested);
    connect(m_close, &QPushButton::clicked, this, &OverviewPage::closeRelayRequested);
    connect(m_layer, &QAbstractButton::clicked, this, &OverviewPage::hardeningRequested);
}

QWidget* OverviewPage::makeServices()
{
    auto* card = new Card(u"servicesCard"_s, tr("Listening services"));
    m_services->setColumns({tr("Service"), tr("A stranger finds it"), tr("Decided at"), tr("Why")});
    m_serviceView = makeTable(u"servicesTable"_s, tr("Listening services"));
    m_serviceView->setModel(m_services);
    QHeaderView* header = m_serviceView->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
    card->body()->addWidget(m_serviceView);
    const auto follow = [this](const QModelIndex& index) {
        const ServiceVerdict service = m_verdict.services.value(index.row());
        if (!service.because.file.isEmpty()) {
            Q_EMIT locationRequested(service.because.file, service.because.line);
        }
    };
    connect(m_serviceView, &QAbstractItemView::clicked, this, [follow](const QModelIndex& index) {
        if (index.column() == kBecauseColumn) {
            follow(index);
        }
    });
    connect(m_serviceView, &QAbstractItemView::activated, this, follow);
    return card;
}

QWidget* OverviewPage::makeQueue()
{
    m_queueCard = new Card(u"queueHeatCard"_s, tr("Queue by recipient domain and age"));
    m_heat = new HeatTable(u"queueHeatTable"_s, tr("Queue by recipient domain and age"));
    m_queueText = new Label(TextRole::Body, Tone::Dim);
    m_queueText->setObjectName(u"queueHeatText"_s);
    m_queueText->wrapped();
    m_queueCard->body()->addWidget(m_heat);
    m_queueCard->body()->addWidget(m_queueText);
    m_queueCard->body()->addStretch(1);
    connect(m_heat, &HeatTable::rowActivated, this, &OverviewPage::queueFilterRequested);
    return m_queueCard;
}

QWidget* OverviewPage::makeNotSeen()
{
    m_notSeenCard = new Card(u"notSeenCard"_s, tr("What was not seen"));
    m_notSeen = new Label(TextRole::Body);
    m_notSeen->setObjectName(u"notSeenLabel"_s);
    m_notSeen->wrapped();
    m_notSeen->selectable();
    m_notesTitle = new Label(tr("Worth knowing"), TextRole::Heading);
    m_notes = new Label(TextRole::Body);
    m_notes->setObjectName(u"notesLabel"_s);
    m_notes->wrapped();
    m_notes->selectable();
    m_notSeenCard->body()->addWidget(m_notSeen);
    m_notSeenCard->body()->addSpacing(dp(8));
    m_notSeenCard->body()->addWidget(m_notesTitle);
    m_notSeenCard->body()->addWidget(m_notes);
    m_notSeenCard->body()->addStretch(1);
    setNotSeen({});
    m_notesTitle->hide();
    m_notes->hide();
    return m_notSeenCard;
}

void OverviewPage::setVerdict(const HostVerdict& verdict)
{
    m_verdict = verdict;
    QList<TextRow> rows;
    int holes = 0;
    for (const ServiceVerdict& service : verdict.services) {
        const StatusLevel level = levelOf(service.verdict);
        holes += level == StatusLevel::Critical ? 1 : 0;
        TextCell word;
        word.text = verdictWord(service.verdict);
        word.status = level;
        word.tone = level == StatusLevel::Critical ? CellTone::Critical : CellTone::Normal;
        TextCell place;
        place.text = placeName(service.because);
        place.tone = CellTone::Link;
        place.mono = true;
        place.toolTip = tr("Show %1 in the configuration").arg(place.text);
        if (place.text.isEmpty()) {
            place = {tr("built-in default"), CellTone::Dim, false, {}, {}, {}};
        }
        TextCell why;
        why.text =
            service.because.sentence.isEmpty() ? service.because.text : service.because.sentence;
        rows.append({TextCell{service.name, CellTone::Normal, true, {}, {}, {}}, word, place, why});
    }
    m_services->setRows(rows);
    fitTableHeight(m_serviceView, 8);
    m_layer->setFacts(levelOf(verdict.verdict), holes ? tr("%n service(s) to close", nullptr, holes)
                                                      : verdictWord(verdict.verdict));
    m_notes->setText(sentenceList(verdict.notes));
    m_notes->setVisible(!verdict.notes.isEmpty());
    m_notesTitle->setVisible(!verdict.notes.isEmpty());
    refreshBanner();
    showContent();
}

void OverviewPage::setProbe(const std::optional<ProbeReport>& probe)
{
    m_probe = probe;
    refreshBanner();
}

void OverviewPage::refreshBanner()
{
    const BannerText banner = bannerText(m_verdict, m_probe);
    m_banner->showNotice(banner.level, banner.title, banner.proof);
    m_close->setVisible(banner.canClose && !m_readOnly);
}

void OverviewPage::setQueue(const QList<QueueEntry>& entries, const QDateTime& readAt)
{
    constexpr int kRows = 7;
    m_heat->setContents(ageTitles(), heatByDomain(entries, readAt, kRows));
    m_heat->setVisible(!entries.isEmpty());
    const qint64 bytes =
        std::accumulate(entries.cbegin(), entries.cend(), qint64(0),
                        [](qint64 sum, const QueueEntry& entry) { return sum + entry.sizeBytes; });
    m_queueCard->setNote(tr("%n message(s)", nullptr, int(entries.size())) + u" · "_s +
                         QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
    m_queueText->setText(entries.isEmpty() ? tr("The queue is empty: nothing waits on this host.")
                                           : QString());
    m_queueText->setVisible(entries.isEmpty());
}

void OverviewPage::setQueueFailure(const Error& error)
{
    m_heat->hide();
    m_queueCard->setNote({});
    m_queueText->setText(error.summary);
    m_queueText->show();
}

void OverviewPage::setNotSeen(const QStringList& sentences)
{
    m_notSeenCard->setNote(sentences.isEmpty() ? QString() : QLocale().toString(sentences.size()));
    m_notSeen->setText(sentences.isEmpty() ? tr("Everything Gatepost asks for could be read.")
                                           : sentenceList(sentences));
}

void OverviewPage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refreshBanner();
}

QString OverviewPage::purpose() const
{
    return tr("Here stands whether strangers can send mail through this host, and how it is "
              "proved.");
}

void OverviewPage::clearContent()
{
    m_verdict = {};
    m_probe.reset();
    m_services->setRows({});
    m_heat->setContents(ageTitles(), {});
    m_queueCard->setNote({});
    m_queueText->setText(tr("The queue has not been read yet."));
    m_queueText->show();
    m_heat->hide();
    setNotSeen({});
}

} // namespace gatepost
