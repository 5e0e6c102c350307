// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"
#include "models/policy/relay_verdict.h"
#include "models/smtp/probe_report.h"

#include <QJsonObject>

namespace gatepost {

/// Sentences for people.
void printVerdict(const HostVerdict& verdict);
void printProbe(const ProbeReport& report);
void printPlan(const ChangePlan& plan);

/// Fields for documents (docs/gatepostctl.md).
QJsonObject verdictFields(const HostVerdict& verdict);
QJsonObject probeFields(const ProbeReport& report);
QJsonObject planFields(const ChangePlan& plan);
QJsonObject transactionFields(const TransactionReport& report);

} // namespace gatepost
