// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/connect_sequence.h"
#include "remote/ssh/ssh_task.h"

#include <QDeadlineTimer>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace gatepost {

/// The thread of one SshConnection: does its jobs in order and, between them, keeps the connection
/// alive, notices its loss and connects again. Members without a remark belong to that thread.
class SshWorker
{
public:
    SshWorker(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter, StepObserver observer,
              ConnectionTiming timing);
    SshWorker(const SshWorker&) = delete;
    SshWorker& operator=(const SshWorker&) = delete;

    /// Any thread: queues a job. After shutDown it is cancelled at once.
    void submit(std::shared_ptr<SshJob> job);
    /// Any thread: cancels everything, silences the observers and makes main() return soon.
    void shutDown();
    /// Any thread, before the first job.
    void setLinkObserver(LinkObserver observer);
    /// Any thread.
    bool isOpen() const { return m_open; }
    const HostProfile& profile() const { return m_profile; }

    /// The thread's main function; returns after shutDown.
    void main();

    /// Connects unless connected.
    Result<> ensureOpen(const std::stop_token& stop);
    Result<CommandResult> execute(const Command& command, const OutputSink& sink,
                                  const std::stop_token& stop);
    Result<> tunnel(const std::function<Result<>(const StreamOpener&)>& use,
                    const std::stop_token& stop);

private:
    std::shared_ptr<SshJob> nextJob();
    void rest();
    void superviseLink();
    void afterJob();
    void dropLink(const Error& error);
    void scheduleReconnect();
    void tryReconnect();
    void tell(LinkState state, const Error& error = {});

    const HostProfile m_profile;
    const std::shared_ptr<ConnectPrompter> m_prompter;
    const ConnectionTiming m_timing;

    std::recursive_mutex m_observerMutex; ///< guards the observers; held while they are called
    StepObserver m_stepObserver;
    LinkObserver m_linkObserver;

    std::mutex m_queueMutex; ///< guards the next three
    std::deque<std::shared_ptr<SshJob>> m_queue;
    std::shared_ptr<SshJob> m_current;
    bool m_shutDown = false;

    NativeSocket m_wakeSender; ///< any thread, under m_queueMutex
    NativeSocket m_wakeReceiver;
    std::atomic<bool> m_open = false;
    std::stop_source m_stop;

    ElevationSecret m_secret;
    std::optional<EstablishedLink> m_link;
    std::optional<LinkWatch> m_watch;
    std::optional<QDeadlineTimer> m_nextAttempt;
    int m_attempt = 0;
    bool m_mayReconnect = false;
};

} // namespace gatepost
