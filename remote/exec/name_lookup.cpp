// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/name_lookup.h"

#include "remote/exec/native_socket.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHostInfo>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NameLookup)
};

struct Pending
{
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<QHostInfo> answer;
};

Result<QStringList> addressesOf(const QString& host, const QHostInfo& info)
{
    QStringList addresses;
    for (const QHostAddress& address : info.addresses()) {
        addresses.append(address.toString());
    }
    if (addresses.isEmpty()) {
        return failure(ErrorCode::NotFound,
                       Text::tr("The name \"%1\" has no address. Check its spelling, or the DNS "
                                "settings of this computer.")
                           .arg(host),
                       info.errorString());
    }
    return addresses;
}

} // namespace

Result<QStringList> lookUpName(const QString& host, std::chrono::milliseconds timeout,
                               std::stop_token stop)
{
    if (QHostAddress literal; literal.setAddress(host)) {
        return QStringList{literal.toString()};
    }
    if (host.isEmpty()) {
        return failure(ErrorCode::NotFound, Text::tr("No host name is given."));
    }
    const auto pending = std::make_shared<Pending>();
    std::thread([pending, host] {
        QHostInfo info = QHostInfo::fromName(host);
        const std::scoped_lock lock(pending->mutex);
        pending->answer = std::move(info);
        pending->ready.notify_all();
    }).detach();

    const QDeadlineTimer deadline(timeout);
    std::unique_lock lock(pending->mutex);
    while (!pending->answer) {
        pending->ready.wait_for(lock, kStopCheckInterval);
        if (pending->answer) {
            break;
        }
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired()) {
            return failure(ErrorCode::Timeout,
                           Text::tr("The DNS servers of this computer did not answer for \"%1\". "
                                    "Check the network, or use the host's address.")
                               .arg(host));
        }
    }
    return addressesOf(host, *pending->answer);
}

} // namespace gatepost
