// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/harden_command.h"
#include "app/cli/hosts_command.h"
#include "app/cli/output.h"
#include "app/cli/pull_command.h"
#include "app/cli/queue_command.h"
#include "app/cli/relay_test_command.h"
#include "app/cli/verdict_command.h"

#include <QCoreApplication>

namespace gatepost {

ExitStatus runInvocation(const Invocation& invocation)
{
    switch (invocation.task) {
    case Invocation::Task::Pull:
        return runPull(invocation);
    case Invocation::Task::Verdict:
        return runVerdict(invocation);
    case Invocation::Task::RelayTest:
        return runRelayTest(invocation);
    case Invocation::Task::Queue:
        return runQueue(invocation);
    case Invocation::Task::Harden:
        return runHarden(invocation);
    case Invocation::Task::Hosts:
        return runHosts(invocation);
    case Invocation::Task::Version:
        printLine(QStringLiteral("gatepostctl ") + QCoreApplication::applicationVersion());
        return ExitStatus::Fine;
    case Invocation::Task::Help:
        break;
    }
    printLine(usageText().trimmed());
    return ExitStatus::Fine;
}

} // namespace gatepost
