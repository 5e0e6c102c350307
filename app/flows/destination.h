// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

namespace gatepost {

/// Reads an ssh destination: "host", "user@host", "user@host:port", "[2001:db8::1]:port",
/// "ssh://user@host:port". A bare IPv6 address has no port. ErrorCode::ParseFailed for anything
/// else, in particular for a host that starts with '-' (ssh(1) would read it as an option).
Result<SshEndpoint> parseDestination(const QString& text);

/// Reads an address with an optional port: "192.0.2.1", "192.0.2.1:2525", "[2001:db8::1]:25",
/// "mail.example.net". Only host and port of the result are set.
Result<SshEndpoint> parseAddress(const QString& text, quint16 defaultPort);

} // namespace gatepost
