// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

namespace gatepost {

/// Finds the host that a word means: a name of the console's own list `saved`, an alias of the
/// user's ssh_config(5), or an ssh destination. Reads ~/.ssh/config and what it includes. A user
/// who is not root gets root rights by sudo(8) unless the saved host says otherwise.
Result<HostProfile> resolveHost(const QString& word, const QList<HostProfile>& saved);

/// All hosts of an ssh_config(5) file by their aliases, and what of the file is not followed, one
/// sentence each. ErrorCode::NotFound when the file cannot be read.
struct ImportedHosts
{
    QList<HostProfile> hosts;
    QStringList notes;
};
Result<ImportedHosts> importSshConfig(const QString& path);

} // namespace gatepost
