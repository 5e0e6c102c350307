// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QCoreApplication>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace gatepost {

/// A question that a worker thread waits on and a dialog answers. Shared by both, since either may
/// go first: the connection is cancelled while the dialog is open, or the window closes while the
/// worker waits. The first answer counts.
template<typename T>
class PendingAnswer
{
public:
    /// GUI thread.
    void answer(Result<T> result)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_result) {
                return;
            }
            m_result.emplace(std::move(result));
        }
        m_answered.notify_all();
    }

    /// GUI thread: the person closed the dialog.
    void dismiss() { answer(cancelled()); }

    /// Worker thread: blocks until there is an answer or `stop` is requested.
    Result<T> wait(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_answered.wait(lock, stop, [this] { return m_result.has_value(); });
        if (!m_result) {
            m_result.emplace(cancelled());
        }
        return *m_result;
    }

    /// Whether somebody still waits for it.
    bool isOpen()
    {
        const std::scoped_lock lock(m_mutex);
        return !m_result;
    }

private:
    static Error cancelled()
    {
        return failure(ErrorCode::Cancelled,
                       QCoreApplication::translate("gatepost", "Cancelled. Nothing was changed."));
    }

    std::mutex m_mutex;
    std::condition_variable_any m_answered;
    std::optional<Result<T>> m_result;
};

} // namespace gatepost
