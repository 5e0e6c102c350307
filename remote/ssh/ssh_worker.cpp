// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/ssh_worker.h"

#include "models/core/display_text.h"
#include "remote/ssh/tunnel_stream.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshWorker)
};

/// Errors that say that the way to the host failed, so that trying again may help.
bool mayPass(ErrorCode code)
{
    return code == ErrorCode::Disconnected || code == ErrorCode::Timeout ||
           code == ErrorCode::NotFound;
}

} // namespace

SshWorker::SshWorker(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                     StepObserver observer, ConnectionTiming timing)
    : m_profile(std::move(profile))
    , m_prompter(std::move(prompter))
    , m_timing(timing)
    , m_stepObserver(std::move(observer))
{
    if (auto pair = nativeSocketPair()) {
        m_wakeSender = std::move(pair->first);
        m_wakeReceiver = std::move(pair->second);
    }
}

void SshWorker::setLinkObserver(LinkObserver observer)
{
    const std::scoped_lock lock(m_observerMutex);
    m_linkObserver = std::move(observer);
}

void SshWorker::submit(std::shared_ptr<SshJob> job)
{
    {
        const std::scoped_lock lock(m_queueMutex);
        if (!m_shutDown) {
            m_queue.push_back(std::move(job));
            m_wakeSender.send("w", 1);
            return;
        }
    }
    job->cancel();
}

void SshWorker::shutDown()
{
    {
        const std::scoped_lock lock(m_observerMutex);
        m_stepObserver = nullptr;
        m_linkObserver = nullptr;
    }
    std::deque<std::shared_ptr<SshJob>> waiting;
    std::shared_ptr<SshJob> current;
    {
        const std::scoped_lock lock(m_queueMutex);
        m_shutDown = true;
        waiting = std::exchange(m_queue, {});
        current = m_current;
        m_wakeSender.send("w", 1);
    }
    m_stop.request_stop();
    if (current) {
        current->cancel();
    }
    for (const auto& job : waiting) {
        job->cancel();
    }
}

std::shared_ptr<SshJob> SshWorker::nextJob()
{
    const std::scoped_lock lock(m_queueMutex);
    if (m_queue.empty() || m_shutDown) {
        m_current = nullptr;
    } else {
        m_current = std::move(m_queue.front());
        m_queue.pop_front();
    }
    return m_current;
}

void SshWorker::main()
{
    while (!m_stop.stop_requested()) {
        if (const auto job = nextJob()) {
            job->perform();
            afterJob();
        } else {
            rest();
        }
    }
    m_open = false;
    m_link.reset();
}

void SshWorker::afterJob()
{
    if (!m_link) {
        return;
    }
    if (m_link->session->isConnected()) {
        m_link->executor->endAbandoned();
    }
    if (!m_link->session->isConnected()) {
        dropLink(m_link->session->lostError());
    }
}

void SshWorker::rest()
{
    if (m_link) {
        superviseLink();
    } else if (m_nextAttempt) {
        if (m_nextAttempt->hasExpired()) {
            tryReconnect();
        } else {
            waitReadable({m_wakeReceiver.handle()},
                         std::chrono::milliseconds(m_nextAttempt->remainingTime()));
        }
    } else {
        waitReadable({m_wakeReceiver.handle()}, std::chrono::minutes(1));
    }
    std::array<char, 64> drained{};
    while (m_wakeReceiver.receive(drained.data(), drained.size()) > 0) {
    }
}

void SshWorker::superviseLink()
{
    using namespace std::chrono_literals;
    SshSession& session = *m_link->session;
    waitReadable({m_wakeReceiver.handle(), session.socketHandle()}, m_watch->nextCheck());
    if (const auto served = session.serve(0ms); !served) {
        dropLink(served.error());
    } else if (const auto alive = m_watch->check(session); !alive) {
        dropLink(alive.error());
    }
}

void SshWorker::dropLink(const Error& error)
{
    m_open = false;
    m_mayReconnect = !m_link->neededAnswers;
    m_link.reset();
    m_attempt = 0;
    tell(LinkState::Lost, error);
    scheduleReconnect();
}

void SshWorker::scheduleReconnect()
{
    m_nextAttempt.reset();
    if (!m_mayReconnect || m_attempt >= m_timing.reconnectAttempts) {
        tell(LinkState::GaveUp,
             failure(ErrorCode::Disconnected,
                     m_mayReconnect
                         ? Text::tr("%1 could not be reached again. Connect once the host or the "
                                    "network is back.")
                               .arg(m_profile.endpoint.host)
                         : Text::tr("The connection to %1 was lost, and signing in again needs "
                                    "your answers. Connect again when you are ready.")
                               .arg(m_profile.endpoint.host)));
        return;
    }
    m_nextAttempt = QDeadlineTimer(m_timing.reconnectPause * (1 << std::min(m_attempt, 10)));
    ++m_attempt;
}

void SshWorker::tryReconnect()
{
    tell(LinkState::Reconnecting);
    const auto opened = ensureOpen(m_stop.get_token());
    if (opened || m_stop.stop_requested()) {
        return;
    }
    if (!mayPass(opened.error().code)) {
        m_nextAttempt.reset();
        tell(LinkState::GaveUp, opened.error());
        return;
    }
    scheduleReconnect();
}

void SshWorker::tell(LinkState state, const Error& error)
{
    const std::scoped_lock lock(m_observerMutex);
    if (m_linkObserver) {
        m_linkObserver(state, error);
    }
}

Result<> SshWorker::ensureOpen(const std::stop_token& stop)
{
    if (m_link) {
        using namespace std::chrono_literals;
        const auto served = m_link->session->serve(0ms);
        if (served) {
            return {};
        }
        dropLink(served.error());
    }
    const bool reconnecting = m_nextAttempt.has_value();
    if (!reconnecting) {
        tell(LinkState::Connecting);
    }
    const StepObserver observer = [this](const StepReport& report) {
        const std::scoped_lock lock(m_observerMutex);
        if (m_stepObserver) {
            m_stepObserver(report);
        }
    };
    auto link = ConnectSequence(m_profile, *m_prompter, m_secret, observer, m_timing, stop).run();
    if (!link) {
        if (!reconnecting) {
            tell(LinkState::Closed, link.error());
        }
        return link.error();
    }
    m_link = std::move(*link);
    m_watch.emplace(m_timing);
    m_nextAttempt.reset();
    m_open = true;
    tell(LinkState::Open);
    return {};
}

Result<CommandResult> SshWorker::execute(const Command& command, const OutputSink& sink,
                                         const std::stop_token& stop)
{
    if (command.changesHost && m_profile.readOnly) {
        return failure(
            ErrorCode::AccessDenied,
            Text::tr("%1 is connected read-only, so nothing on it is changed. Allow "
                     "changes in the host's settings first.")
                .arg(m_profile.name.isEmpty() ? m_profile.endpoint.host : m_profile.name),
            displayText(command.argv.value(0)));
    }
    if (const auto opened = ensureOpen(stop); !opened) {
        return opened.error();
    }
    return m_link->executor->execute(command, sink, stop);
}

Result<> SshWorker::tunnel(const std::function<Result<>(const StreamOpener&)>& use,
                           const std::stop_token& stop)
{
    if (const auto opened = ensureOpen(stop); !opened) {
        return opened;
    }
    SshSession& session = *m_link->session;
    const StreamOpener opener =
        [&session, &stop](const QString& address, quint16 port, std::chrono::milliseconds timeout,
                          std::stop_token own) -> Result<std::unique_ptr<ByteStream>> {
        return openTunnelStream(session, address, port, timeout, own.stop_possible() ? own : stop);
    };
    return use(opener);
}

} // namespace gatepost
