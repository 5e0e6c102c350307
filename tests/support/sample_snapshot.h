// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/host_snapshot.h"

namespace gatepost {

/// Puts a readable file into a snapshot.
inline void addFile(HostSnapshot& snapshot, const QByteArray& path, const QByteArray& content)
{
    CollectedFile file;
    file.path = path;
    file.content = content;
    file.sizeBytes = content.size();
    file.exists = true;
    file.readable = true;
    snapshot.files.insert(path, file);
}

/// A Postfix 3.7 host with these two files and nothing else.
inline HostSnapshot sampleSnapshot(const QByteArray& mainCf,
                                   const QByteArray& masterCf = "smtp inet n - y - - smtpd\n")
{
    HostSnapshot snapshot;
    snapshot.postfixVersion = "3.7.11";
    addFile(snapshot, "/etc/postfix/main.cf", mainCf);
    addFile(snapshot, "/etc/postfix/master.cf", masterCf);
    return snapshot;
}

} // namespace gatepost
