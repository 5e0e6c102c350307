// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QStringList>

#include <chrono>
#include <stop_token>

namespace gatepost {

/// The numeric addresses of a host name, in the order in which the desktop's resolver prefers them;
/// an address yields itself. NotFound when the name has none, Timeout, Cancelled. Blocking; the
/// look-up itself goes on in a thread of its own when nobody waits for it any longer, because
/// getaddrinfo(3) cannot be interrupted.
Result<QStringList> lookUpName(const QString& host, std::chrono::milliseconds timeout,
                               std::stop_token stop);

} // namespace gatepost
