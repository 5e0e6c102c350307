// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace gatepost {

/// Something that a worker thread does in its turn.
class SshJob
{
public:
    virtual ~SshJob() = default;
    /// Does it, on the worker thread. Does nothing when the job has been cancelled meanwhile.
    virtual void perform() = 0;
    /// Gives it up; a job that waits finishes at once, one that runs is asked to end.
    virtual void cancel() = 0;
};

/// A job with a result. The future finishes exactly once: with the result, or with Cancelled as
/// soon as the caller asks for it, also while earlier jobs keep the worker busy.
template<typename T>
class SshTask : public SshJob, public std::enable_shared_from_this<SshTask<T>>
{
public:
    using Work = std::function<Result<T>(const std::stop_token& stop)>;

    explicit SshTask(Work work)
        : m_work(std::move(work))
    {
        m_promise.start();
    }

    QFuture<Result<T>> future() const { return m_promise.future(); }

    /// Follows the caller's wish to stop. Called once, after construction.
    void follow(std::stop_token caller)
    {
        m_callback.emplace(std::move(caller), [weak = this->weak_from_this()] {
            if (const auto self = weak.lock()) {
                self->cancel();
            }
        });
    }

    void perform() override
    {
        if (!m_claimed.exchange(true)) {
            finish(m_work(m_stop.get_token()));
        }
    }

    void cancel() override
    {
        m_stop.request_stop();
        if (!m_claimed.exchange(true)) {
            finish(failure(ErrorCode::Cancelled,
                           QCoreApplication::translate("SshTask", "Cancelled.")));
        }
    }

private:
    void finish(Result<T> result)
    {
        m_work = nullptr;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    Work m_work;
    QPromise<Result<T>> m_promise;
    std::stop_source m_stop;
    std::atomic<bool> m_claimed = false;
    std::optional<std::stop_callback<std::function<void()>>> m_callback;
};

} // namespace gatepost
