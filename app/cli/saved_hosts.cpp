// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/saved_hosts.h"

#include "app/storage/host_repository.h"

namespace gatepost {

Result<QList<HostProfile>> savedHosts()
{
    return HostRepository().load();
}

} // namespace gatepost
