// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "models/policy/relay_verdict.h"
#include "models/smtp/probe_report.h"
#include "remote/ssh/ssh_connection.h"

#include <QJsonObject>

namespace gatepost {

/// Reports why a command brought nothing: a sentence, and with --json a document.
ExitStatus failCommand(const Invocation& invocation, const QString& command, const Error& error);

/// `head` with the members of `fields` added.
QJsonObject withFields(QJsonObject head, const QJsonObject& fields);

ExitStatus statusOf(RelayVerdict verdict);
ExitStatus statusOf(ProbeVerdict verdict);

/// Asks address and port whether they relay, from the host that --via names or else from this
/// desktop.
Result<ProbeReport> probeFrom(const Invocation& invocation, const QString& address, quint16 port,
                              const QStringList& ownDomains, bool settle);

} // namespace gatepost
