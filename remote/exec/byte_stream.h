// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace gatepost {

/// A connected TCP byte stream, direct from the desktop or forwarded through an SSH connection.
/// Blocking: used on one worker thread, never on the GUI thread.
class ByteStream
{
public:
    virtual ~ByteStream() = default;

    /// At least one byte, or what went wrong: Timeout, Cancelled, Disconnected (also at the peer's
    /// orderly end).
    virtual Result<QByteArray> read(std::chrono::milliseconds timeout, std::stop_token stop) = 0;

    /// Writes everything.
    virtual Result<> write(QByteArrayView bytes, std::chrono::milliseconds timeout,
                           std::stop_token stop) = 0;
};

/// Opens a stream to address and port as seen from one vantage point.
using StreamOpener = std::function<Result<std::unique_ptr<ByteStream>>(
    const QString& address, quint16 port, std::chrono::milliseconds timeout, std::stop_token stop)>;

} // namespace gatepost
