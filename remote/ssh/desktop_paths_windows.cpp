// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/desktop_paths.h"

namespace gatepost {

QString systemKnownHostsFile()
{
    return qEnvironmentVariable("ProgramData") + QStringLiteral("/ssh/ssh_known_hosts");
}

QString desktopUserName()
{
    return qEnvironmentVariable("USERNAME");
}

} // namespace gatepost
