// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace gatepost {

/// Calls `then` with the future's value on the thread of `context`, or never when `context` is gone
/// by then. (QFuture::then with a context asserts in Qt 6.4 debug builds when the context has
/// died.)
template<typename T, typename Then>
void whenFinished(const QFuture<T>& future, QObject* context, Then then)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) {
                             then(watcher->future().result());
                         }
                     });
    watcher->setFuture(future);
}

} // namespace gatepost
