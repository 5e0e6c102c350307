// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec/byte_stream.h"

namespace gatepost {

/// Opens a TCP stream from the desktop itself. `address` may be a name or an address; a name's
/// addresses are tried in their order. NotFound for a name without address, Disconnected when
/// nothing listens or nothing can be reached, Timeout, Cancelled. Blocking, with this signature a
/// StreamOpener; needs no event loop.
Result<std::unique_ptr<ByteStream>> openTcpStream(const QString& address, quint16 port,
                                                  std::chrono::milliseconds timeout,
                                                  std::stop_token stop);

} // namespace gatepost
