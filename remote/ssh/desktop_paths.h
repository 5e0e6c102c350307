// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatepost {

/// A file in the .ssh folder of the desktop's user (also on Windows, where OpenSSH uses the same).
QString userSshFile(const QString& name);

/// `path` with a leading "~/" replaced by the home folder of the desktop's user.
QString expandedHome(const QString& path);

/// The known_hosts file that the desktop's administrator keeps for all users.
QString systemKnownHostsFile();

/// Name of the desktop's user, who signs in when a profile names nobody.
QString desktopUserName();

} // namespace gatepost
