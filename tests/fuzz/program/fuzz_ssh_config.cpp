// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/ssh_config.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const SshConfig config =
        SshConfig::parse({{QStringLiteral("config"), bytes}}, [&bytes](const QString&) {
            return QList<SshConfigFile>{{QStringLiteral("more"), bytes}};
        });
    config.diagnostics();
    const SshConfigContext context{QStringLiteral("/h"), QStringLiteral("u"), QStringLiteral("d")};
    for (const QString& alias : config.aliases().mid(0, 5)) {
        config.resolve(alias, context);
    }
    config.resolve(QStringLiteral("mail"), context);
    return 0;
}
