// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"
#include "models/policy/relay_verdict.h"
#include "models/queue/queue_entry.h"
#include "models/smtp/probe_report.h"
#include "models/snapshot/host_snapshot.h"
#include "ui/pages/configuration_page.h"
#include "ui/shell/host_row.h"

namespace gatepost::sample {

/// One instant that every sample is relative to, so that pictures stay the same.
QDateTime now();
QList<HostRow> hosts();
HostHeaderFacts header();
HostVerdict openVerdict();
HostVerdict closedVerdict();
ProbeReport openProbe();
ProbeReport closedProbe();
QList<QueueEntry> queue(int count);
HostSnapshot snapshot();
QList<ParameterRow> parameters();
ChangePlan plan();
QStringList trustedNetworks();
TransactionReport waiting();

} // namespace gatepost::sample
