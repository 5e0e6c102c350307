// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/tcp_connect.h"

#include "remote/exec/name_lookup.h"

#include <QDeadlineTimer>

namespace gatepost {

QString hostAndPort(const QString& host, quint16 port)
{
    return host.contains(u':') ? QStringLiteral("[%1]:%2").arg(host).arg(port)
                               : QStringLiteral("%1:%2").arg(host).arg(port);
}

Result<ReachedAddress> connectAny(const QStringList& addresses, quint16 port,
                                  std::chrono::milliseconds timeout, const std::stop_token& stop)
{
    const QDeadlineTimer deadline(timeout);
    Error first;
    QStringList failures;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const std::chrono::milliseconds share(deadline.remainingTime() / (addresses.size() - i));
        auto socket = connectTcp(addresses.at(i), port, share, stop);
        if (socket) {
            return ReachedAddress{.socket = std::move(*socket), .address = addresses.at(i)};
        }
        if (socket.error().code == ErrorCode::Cancelled) {
            return socket.error();
        }
        if (failures.isEmpty()) {
            first = socket.error();
        }
        failures.append(hostAndPort(addresses.at(i), port) + QStringLiteral(": ") +
                        socket.error().detail);
    }
    first.detail = failures.join(u'\n');
    return first;
}

Result<NativeSocket> connectByName(const QString& host, quint16 port,
                                   std::chrono::milliseconds timeout, const std::stop_token& stop)
{
    const QDeadlineTimer deadline(timeout);
    const auto addresses = lookUpName(host, timeout, stop);
    if (!addresses) {
        return addresses.error();
    }
    auto reached =
        connectAny(*addresses, port, std::chrono::milliseconds(deadline.remainingTime()), stop);
    if (!reached) {
        return reached.error();
    }
    return std::move(reached->socket);
}

} // namespace gatepost
