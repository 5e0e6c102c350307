// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/desktop_paths.h"

#include <pwd.h>
#include <unistd.h>

namespace gatepost {

QString systemKnownHostsFile()
{
    return QStringLiteral("/etc/ssh/ssh_known_hosts");
}

QString desktopUserName()
{
    const passwd* entry = ::getpwuid(::getuid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->pw_name) : qEnvironmentVariable("USER");
}

} // namespace gatepost
