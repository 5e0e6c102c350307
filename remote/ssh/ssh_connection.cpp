// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/ssh_connection.h"

#include "remote/ssh/ssh_worker.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace gatepost {

/// Owned by the connection and by its thread, whichever lasts longer: a thread that is stuck in a
/// prompter is left behind to end by itself.
class SshConnection::Private
{
public:
    Private(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter, StepObserver observer,
            ConnectionTiming timing)
        : worker(std::move(profile), std::move(prompter), std::move(observer), timing)
    {}

    template<typename T>
    QFuture<Result<T>> submit(typename SshTask<T>::Work work, std::stop_token stop)
    {
        const auto task = std::make_shared<SshTask<T>>(std::move(work));
        const QFuture<Result<T>> future = task->future();
        worker.submit(task);
        task->follow(std::move(stop));
        return future;
    }

    SshWorker worker;
    std::thread thread;
    std::mutex endMutex;
    std::condition_variable endReached;
    bool ended = false;
};

SshConnection::SshConnection(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                             StepObserver observer, ConnectionTiming timing)
    : d(std::make_shared<Private>(std::move(profile), std::move(prompter), std::move(observer),
                                  timing))
{
    d->thread = std::thread([self = d] {
        self->worker.main();
        const std::scoped_lock lock(self->endMutex);
        self->ended = true;
        self->endReached.notify_all();
    });
}

SshConnection::~SshConnection()
{
    constexpr std::chrono::milliseconds kMoment(300);
    d->worker.shutDown();
    bool ended = false;
    if (d->thread.get_id() != std::this_thread::get_id()) {
        std::unique_lock lock(d->endMutex);
        ended = d->endReached.wait_for(lock, kMoment, [this] { return d->ended; });
    }
    if (ended) {
        d->thread.join();
    } else {
        d->thread.detach();
    }
}

void SshConnection::setLinkObserver(LinkObserver observer)
{
    d->worker.setLinkObserver(std::move(observer));
}

QFuture<Result<>> SshConnection::open(std::stop_token stop)
{
    SshWorker& worker = d->worker;
    return d->submit<void>(
        [&worker](const std::stop_token& token) { return worker.ensureOpen(token); },
        std::move(stop));
}

QFuture<Result<CommandResult>> SshConnection::run(Command command, std::stop_token stop)
{
    return stream(std::move(command), {}, std::move(stop));
}

QFuture<Result<CommandResult>> SshConnection::stream(Command command, OutputSink sink,
                                                     std::stop_token stop)
{
    SshWorker& worker = d->worker;
    return d->submit<CommandResult>(
        [&worker, command = std::move(command), sink = std::move(sink)](
            const std::stop_token& token) { return worker.execute(command, sink, token); },
        std::move(stop));
}

QFuture<Result<>> SshConnection::withTunnel(std::function<Result<>(const StreamOpener&)> use,
                                            std::stop_token stop)
{
    SshWorker& worker = d->worker;
    return d->submit<void>([&worker, use = std::move(use)](
                               const std::stop_token& token) { return worker.tunnel(use, token); },
                           std::move(stop));
}

QString SshConnection::origin() const
{
    const SshEndpoint& endpoint = d->worker.profile().endpoint;
    return signInUser(endpoint) + QLatin1Char('@') + endpoint.host;
}

bool SshConnection::isOpen() const
{
    return d->worker.isOpen();
}

} // namespace gatepost
