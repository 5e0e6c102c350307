// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hosts_command.h"

#include "app/cli/command_support.h"
#include "app/cli/output.h"
#include "app/cli/saved_hosts.h"
#include "models/core/display_text.h"
#include "remote/exec/tcp_connect.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

QString destinationOf(const SshEndpoint& endpoint)
{
    const QString place = hostAndPort(endpoint.host, endpoint.port);
    return endpoint.user.isEmpty() ? place : endpoint.user + u'@' + place;
}

} // namespace

ExitStatus runHosts(const Invocation& invocation)
{
    const QString command = u"hosts"_s;
    const auto hosts = savedHosts();
    if (!hosts) {
        return failCommand(invocation, command, hosts.error());
    }
    if (invocation.json) {
        QJsonArray rows;
        for (const HostProfile& host : *hosts) {
            rows.append(QJsonObject{{u"name"_s, host.name},
                                    {u"group"_s, host.group},
                                    {u"destination"_s, destinationOf(host.endpoint)},
                                    {u"read_only"_s, host.readOnly}});
        }
        printJson(withFields(documentHead(command, {}), {{u"hosts"_s, rows}}));
    } else if (hosts->isEmpty()) {
        printLine(Text::tr("The console's list is empty. Add a host there, or name any ssh "
                           "destination."));
    } else {
        for (const HostProfile& host : *hosts) {
            printLine(
                u"%1  %2"_s.arg(displayText(host.name), displayText(destinationOf(host.endpoint))));
        }
    }
    return ExitStatus::Fine;
}

} // namespace gatepost
