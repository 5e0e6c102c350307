// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/relay_test_command.h"

#include "app/cli/command_support.h"
#include "app/cli/output.h"
#include "app/cli/verdict_text.h"
#include "app/flows/destination.h"

namespace gatepost {

ExitStatus runRelayTest(const Invocation& invocation)
{
    constexpr quint16 kSmtpPort = 25;
    const QString command = QStringLiteral("relay-test");
    const auto address = parseAddress(invocation.target, kSmtpPort);
    if (!address) {
        printError(address.error());
        return ExitStatus::WrongUsage;
    }
    const auto report =
        probeFrom(invocation, address->host, address->port, invocation.ownDomains, false);
    if (!report) {
        return failCommand(invocation, command, report.error());
    }
    if (invocation.json) {
        printJson(withFields(documentHead(command, invocation.target), probeFields(*report)));
    } else {
        printProbe(*report);
    }
    return statusOf(report->verdict);
}

} // namespace gatepost
