// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

#include <QByteArray>
#include <QList>

namespace gatepost {

/// Reads the console's host list: a JSON document with schema "gatepost/hosts/1". Empty bytes are
/// an empty list. Members that this version does not know are passed over; a host without "id" is
/// known by its name, one without "name" by its address. ErrorCode::ParseFailed names the line, or
/// the host and the member, at fault; Unsupported: a newer Gatepost wrote it. Nothing is guessed:
/// one broken host fails the whole list, so that a later rewrite cannot lose it.
Result<QList<HostProfile>> readHostList(const QByteArray& bytes);

/// The bytes for the list, in its order, ending in a newline. What `previous` holds beyond what
/// this version knows, in the document or in a host of the same id, is kept; `previous` that is no
/// host list adds nothing.
QByteArray writeHostList(const QList<HostProfile>& hosts, const QByteArray& previous = {});

} // namespace gatepost
