// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_support.h"

#include "app/cli/cli_connection.h"
#include "app/cli/output.h"
#include "remote/exec/tcp_stream.h"
#include "remote/smtp/smtp_prober.h"

#include <QCoreApplication>

namespace gatepost {

ExitStatus failCommand(const Invocation& invocation, const QString& command, const Error& error)
{
    printError(error);
    if (invocation.json) {
        printJson(errorDocument(command, invocation.target, error));
    }
    return exitStatusOf(error);
}

QJsonObject withFields(QJsonObject head, const QJsonObject& fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        head.insert(it.key(), it.value());
    }
    return head;
}

ExitStatus statusOf(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Closed:
        return ExitStatus::Fine;
    case RelayVerdict::Unknown:
        return ExitStatus::Partial;
    case RelayVerdict::Open:
    case RelayVerdict::Conditional:
    case RelayVerdict::Down:
    case RelayVerdict::Error:
        break;
    }
    return ExitStatus::Finding;
}

ExitStatus statusOf(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Closed:
        return ExitStatus::Fine;
    case ProbeVerdict::Open:
    case ProbeVerdict::Conditional:
        return ExitStatus::Finding;
    case ProbeVerdict::Unknown:
        break;
    }
    return ExitStatus::Partial;
}

Result<ProbeReport> probeFrom(const Invocation& invocation, const QString& address, quint16 port,
                              const QStringList& ownDomains, bool settle)
{
    ProbeRequest request{address, port, {}, ownDomains, settle};
    if (invocation.via.isEmpty()) {
        request.vantage = QCoreApplication::translate("gatepostctl", "this desktop");
        return probeRelay(openTcpStream, request, interruptToken());
    }
    auto connection = connectToVantage(invocation);
    if (!connection) {
        return connection.error();
    }
    request.vantage = connection->profile.name;
    Result<ProbeReport> report = ProbeReport{};
    auto used = await(connection->ssh->withTunnel(
        [&report, &request](const StreamOpener& open) -> Result<> {
            report = probeRelay(open, request, interruptToken());
            return {};
        },
        interruptToken()));
    if (!used) {
        return used.error();
    }
    return report;
}

} // namespace gatepost
