// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/scripts.h"

#include <QFile>

static void loadResources()
{
    Q_INIT_RESOURCE(scripts); // a static library's resources are not registered by themselves
}

namespace gatepost {

namespace {

QByteArray script(const QString& path)
{
    static const bool loaded = (loadResources(), true);
    Q_UNUSED(loaded)
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray collectorScript()
{
    return script(QStringLiteral(":/gatepost/collector.sh"));
}

QByteArray transactionEngine()
{
    return script(QStringLiteral(":/gatepost/transaction_files.sh")) +
           script(QStringLiteral(":/gatepost/transaction_postfix.sh")) +
           script(QStringLiteral(":/gatepost/transaction.sh"));
}

} // namespace gatepost
