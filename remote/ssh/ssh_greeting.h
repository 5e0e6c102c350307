// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "remote/exec/native_socket.h"

#include <QDeadlineTimer>

namespace gatepost {

/// Waits until a server has introduced itself as SSH (RFC 4253 section 4.2, lines before "SSH-2.0-"
/// allowed), without taking the bytes away. ParseFailed with the line it sent instead when it is
/// something else, Timeout when it stays silent, Disconnected when it hangs up, Cancelled.
Result<> awaitSshGreeting(NativeSocket& socket, const QString& label, QDeadlineTimer deadline,
                          const std::stop_token& stop);

} // namespace gatepost
