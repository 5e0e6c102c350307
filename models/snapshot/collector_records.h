// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/host_snapshot.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gatepost {

/// Fields of one `file` record as a CollectedFile. Numbers out of range become "not collected" or
/// are left out; nothing is trusted to be consistent. `changed` is set when the bytes are not those
/// the host computed the checksum of.
CollectedFile collectedFile(const QList<QByteArray>& fields, bool* changed);

/// Fills in what is derived from records that have all arrived: version, OS name, privileges.
void completeSnapshot(HostSnapshot& snapshot);

/// Sentences on what this snapshot lacks: from the collector's notes ("id\tdetail"), from files
/// that exist but could not be read and from programs that failed.
QStringList whatWasNotSeen(const HostSnapshot& snapshot, const QList<QByteArray>& notes);

} // namespace gatepost
