// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec/byte_stream.h"
#include "remote/ssh/ssh_session.h"

namespace gatepost {

/// A TCP stream from the host to address and port, through its SSH session. Uses the session, so it
/// lives and is used on the session's thread and ends before it.
Result<std::unique_ptr<ByteStream>> openTunnelStream(SshSession& session, const QString& address,
                                                     quint16 port,
                                                     std::chrono::milliseconds timeout,
                                                     const std::stop_token& stop);

} // namespace gatepost
