// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec/native_socket.h"

#include <QStringList>

namespace gatepost {

/// A connection and the one of several addresses that it was made to.
struct ReachedAddress
{
    NativeSocket socket;
    QString address;
};

/// Connects to the first of these numeric addresses that answers. Each gets a share of the time, so
/// that a dead IPv6 address does not use up all of it. The error is the first address's, with one
/// line for each address in its detail.
Result<ReachedAddress> connectAny(const QStringList& addresses, quint16 port,
                                  std::chrono::milliseconds timeout, const std::stop_token& stop);

/// Looks the name up and connects, all within `timeout`.
Result<NativeSocket> connectByName(const QString& host, quint16 port,
                                   std::chrono::milliseconds timeout, const std::stop_token& stop);

/// "mx1:25", "[2001:db8::1]:25".
QString hostAndPort(const QString& host, quint16 port);

} // namespace gatepost
