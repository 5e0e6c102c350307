// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/output.h"

#include <QCoreApplication>

#include "resources/translations.h"

int main(int argc, char** argv)
{
    using namespace gatepost;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gatepost"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEPOST_VERSION));
    installTranslations(application, QStringLiteral("system"));

    const auto invocation = parseInvocation(QCoreApplication::arguments().sliced(1));
    if (!invocation) {
        printError(invocation.error());
        printErrorLine(QCoreApplication::translate(
            "gatepostctl", "gatepostctl help lists the commands and their options."));
        return static_cast<int>(ExitStatus::WrongUsage);
    }
    return static_cast<int>(runInvocation(*invocation));
}
