// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/desktop_paths.h"

#include <QDir>

namespace gatepost {

QString userSshFile(const QString& name)
{
    return QDir::home().filePath(QStringLiteral(".ssh/") + name);
}

QString expandedHome(const QString& path)
{
    return path.startsWith(QLatin1String("~/")) ? QDir::home().filePath(path.mid(2)) : path;
}

} // namespace gatepost
