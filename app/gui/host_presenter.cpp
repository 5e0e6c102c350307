// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/host_presenter.h"

#include "models/core/display_text.h"
#include "remote/exec/tcp_connect.h"
#include "ui/pages/configuration_page.h"
#include "ui/pages/hardening_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/tests_page.h"
#include "ui/theme/status_style.h"

#include <array>

namespace gatepost {

namespace {

constexpr quint16 kSshPort = 22;
constexpr int kMostOfAName = 60;

HostLink headerLink(const HostSession& session)
{
    switch (session.link()) {
    case LinkState::Open:
        return HostLink::Connected;
    case LinkState::Connecting:
    case LinkState::Reconnecting:
        return HostLink::Connecting;
    case LinkState::Lost:
    case LinkState::GaveUp:
        return HostLink::Lost;
    case LinkState::Closed:
        break;
    }
    return HostLink::NotConnected;
}

bool isLost(const HostSession& session)
{
    const HostLink link = headerLink(session);
    return link == HostLink::Lost || session.link() == LinkState::Reconnecting;
}

QString addressOf(const SshEndpoint& endpoint)
{
    return endpoint.port == kSshPort ? endpoint.host : hostAndPort(endpoint.host, endpoint.port);
}

bool isSerious(RelayVerdict verdict)
{
    return levelOf(verdict) == StatusLevel::Critical;
}

int seriousFindings(const HostVerdict& verdict)
{
    int count = 0;
    for (const ServiceVerdict& service : verdict.services) {
        count += isSerious(service.verdict) ? 1 : 0;
    }
    return count;
}

} // namespace

HostRow hostRow(const HostProfile& profile, const HostDesk* desk)
{
    HostRow row{profile.id, profile.name, profile.group, addressOf(profile.endpoint)};
    if (!desk) {
        return row;
    }
    if (const auto reading = desk->session.reading()) {
        row.versionLine = QStringLiteral("Postfix %1 · %2")
                              .arg(displayText(reading->snapshot.postfixVersion, kMostOfAName),
                                   displayText(reading->snapshot.osName, kMostOfAName));
        row.status = levelOf(reading->verdict.verdict);
        row.seriousFindings = seriousFindings(reading->verdict);
    }
    if (isLost(desk->session)) {
        row.versionLine = HostPresenter::tr("connection lost");
        row.status = StatusLevel::Unknown;
    } else if (desk->session.pullError() && !desk->session.reading()) {
        row.versionLine = HostPresenter::tr("not reached");
    }
    return row;
}

HostPresenter::HostPresenter(MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{}

void HostPresenter::present(HostDesk* desk)
{
    delete m_watch;
    m_watch = nullptr;
    m_desk = desk;
    if (!desk) {
        return;
    }
    m_watch = new QObject(this);
    const auto watch = [this](auto* sender, auto signal, void (HostPresenter::*show)()) {
        connect(sender, signal, m_watch, [this, show] { (this->*show)(); });
    };
    watch(&desk->session, &HostSession::linkChanged, &HostPresenter::showConnection);
    watch(&desk->session, &HostSession::activityChanged, &HostPresenter::showActivity);
    watch(&desk->session, &HostSession::readingChanged, &HostPresenter::showReading);
    watch(&desk->session, &HostSession::queueChanged, &HostPresenter::showQueue);
    watch(&desk->probe, &ProbeFlow::changed, &HostPresenter::showProbe);
    watch(&desk->change, &ChangeFlow::planChanged, &HostPresenter::showPlan);
    watch(&desk->change, &ChangeFlow::transactionChanged, &HostPresenter::showTransaction);
    const bool readOnly = desk->session.profile().readOnly;
    m_window.overview()->setReadOnly(readOnly);
    m_window.hardening()->setReadOnly(readOnly);
    m_window.hardening()->setUndoSeconds(int(desk->change.undoAfter().count()));
    m_window.tests()->setTarget(desk->probe.target());
    showReading();
    showQueue();
    showPlan();
    showTransaction();
    showProbe();
    showConnection();
    showActivity();
}

void HostPresenter::showEvidence()
{
    const auto reading = m_desk ? m_desk->session.reading() : nullptr;
    if (!reading) {
        return;
    }
    for (const ServiceVerdict& service : reading->verdict.services) {
        if (service.verdict == reading->verdict.verdict && !service.because.file.isEmpty()) {
            m_window.showPage(PageId::Configuration);
            m_window.configuration()->showLocation(service.because.file, service.because.line);
            return;
        }
    }
    m_window.showPage(m_desk->probe.report() ? PageId::Tests : PageId::Configuration);
}

void HostPresenter::showHeader()
{
    const HostProfile& profile = m_desk->session.profile();
    HostHeaderFacts facts;
    facts.name = profile.name;
    facts.address = addressOf(profile.endpoint);
    facts.user = profile.endpoint.user;
    facts.elevation = profile.elevation;
    facts.readOnly = profile.readOnly;
    facts.link = headerLink(m_desk->session);
    if (const auto reading = m_desk->session.reading()) {
        facts.postfixVersion = displayText(reading->snapshot.postfixVersion, kMostOfAName);
        facts.osName = displayText(reading->snapshot.osName, kMostOfAName);
        facts.pulledAt = reading->pulledAt;
    }
    m_window.setHeader(facts);
}

void HostPresenter::showActivity()
{
    const HostSession& session = m_desk->session;
    const bool probing = m_desk->probe.isRunning();
    const bool changing = m_desk->change.isBusy();
    m_window.setBusy(session.isPulling() || probing || changing);
    const QString& name = session.profile().name;
    if (session.isPulling()) {
        m_window.setActivity({session.activity(), {}, true});
        if (!session.reading()) {
            for (Page* page :
                 std::initializer_list<Page*>{m_window.overview(), m_window.configuration(),
                                              m_window.queue(), m_window.hardening()}) {
                page->showLoading(session.activity());
            }
        }
    } else if (probing) {
        m_window.setActivity({tr("Asking %1 whether it relays").arg(name), {}, true});
    } else if (m_desk->change.stage() == ChangeFlow::Stage::Applying) {
        m_window.setActivity({tr("Applying the change to %1").arg(name), {}, false});
    } else {
        m_window.clearActivity();
    }
}

void HostPresenter::showReading()
{
    showHeader();
    const HostSession& session = m_desk->session;
    const auto reading = session.reading();
    if (session.pullError()) {
        m_window.overview()->showFailure(*session.pullError());
        m_window.configuration()->showFailure(*session.pullError());
        m_window.queue()->showFailure(*session.pullError());
        if (!reading) {
            m_window.hardening()->showFailure(*session.pullError());
        }
        return;
    }
    if (!reading) {
        return;
    }
    m_window.overview()->setNotSeen(reading->snapshot.notSeen);
    m_window.overview()->setProbe(m_desk->probe.report());
    m_window.overview()->setVerdict(reading->verdict);
    m_window.configuration()->setSnapshot(reading->snapshot);
    m_window.configuration()->setParameters(reading->parameters);
    m_window.setPageCount(PageId::Configuration, reading->parameters.size());
}

void HostPresenter::showQueue()
{
    const HostSession& session = m_desk->session;
    if (session.queueError()) {
        m_window.overview()->setQueueFailure(*session.queueError());
        m_window.queue()->showFailure(*session.queueError());
        m_window.setPageCount(PageId::Queue, {});
    } else if (const auto queue = session.queue()) {
        m_window.overview()->setQueue(queue->entries, queue->readAt);
        m_window.queue()->setEntries(queue->entries, queue->readAt);
        m_window.setPageCount(PageId::Queue, queue->entries.size());
    }
}

void HostPresenter::showProbe()
{
    const ProbeFlow& probe = m_desk->probe;
    TestsPage& page = *m_window.tests();
    page.setRunning(probe.isRunning());
    if (!probe.isRunning()) {
        if (probe.error() && probe.error()->code != ErrorCode::Cancelled) {
            page.setTestFailure(*probe.error());
        } else if (probe.report()) {
            page.setReport(*probe.report());
        } else {
            page.clearReport();
        }
    }
    if (m_desk->session.reading()) {
        m_window.overview()->setProbe(probe.report());
    }
    showActivity();
}

void HostPresenter::showPlan()
{
    const auto& plan = m_desk->change.plan();
    HardeningPage& page = *m_window.hardening();
    if (!plan) {
        return;
    }
    if (!*plan) {
        if (plan->error().code == ErrorCode::ParseFailed && page.hasContent()) {
            page.setTrustedNetworksProblem(plan->error().summary);
        } else {
            page.showFailure(plan->error());
            page.setLayerState(StatusLevel::Unknown, tr("no plan"));
        }
        return;
    }
    const ChangePlan& made = **plan;
    page.setTrustedNetworksProblem({});
    page.setPlan(made, m_desk->change.trustedNetworks());
    page.setLayerState(made.isEmpty() ? levelOf(made.before.verdict) : StatusLevel::Critical,
                       made.isEmpty()
                           ? tr("nothing to do")
                           : tr("%n change(s) ready", nullptr, int(made.changes.size())));
    m_window.setPageCount(PageId::Hardening,
                          made.isEmpty() ? std::optional<qint64>() : made.changes.size());
}

void HostPresenter::showTransaction()
{
    const ChangeFlow& change = m_desk->change;
    HardeningPage& page = *m_window.hardening();
    page.setTransaction(change.transaction());
    page.setProof(change.proof());
    page.setDeciding(change.stage() == ChangeFlow::Stage::Finishing);
    const QString& name = m_desk->session.profile().name;
    if (change.changeNote().isEmpty()) {
        m_window.setChangeNote(tr("Nothing has been changed on %1").arg(name));
    } else {
        const bool waits = change.isBusy();
        m_window.setChangeNote(change.changeNote(), waits ? StatusLevel::Warning : StatusLevel::Ok);
    }
    showActivity();
}

void HostPresenter::showConnection()
{
    showHeader();
    const HostSession& session = m_desk->session;
    const auto reading = session.reading();
    if (!reading) {
        return;
    }
    for (Page* page : std::initializer_list<Page*>{m_window.overview(), m_window.configuration(),
                                                   m_window.queue()}) {
        if (isLost(session)) {
            page->showDisconnected(reading->pulledAt);
        } else if (session.link() == LinkState::Open && page->hasContent()) {
            page->showContent();
        }
    }
}

} // namespace gatepost
