// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/smtp/probe_report.h"
#include "remote/exec/byte_stream.h"

#include <QFuture>
#include <QStringList>

#include <stop_token>

namespace gatepost {

/// What to ask and from where.
struct ProbeRequest
{
    QString address; ///< name or address of the mail server
    quint16 port = 25;
    QString vantage;        ///< for the report: "this desktop", or a host's name
    QStringList ownDomains; ///< domains that the host is known to serve; may be empty
    /// Ask again after a pause when the first answers look open: right after a reload an old smtpd
    /// process still answers with the old policy.
    bool settle = false;
};

/// Asks the server whether it relays: every relay case up to RCPT and no further, RSET after each,
/// QUIT at the end. Blocking, for a worker thread; ends within a few minutes whatever the server
/// does. A server that does not answer is no error: the report is Unknown and says why. Errors:
/// Cancelled, and what the opener returns when the port cannot be reached.
Result<ProbeReport> probeRelay(const StreamOpener& open, const ProbeRequest& request,
                               std::stop_token stop);

} // namespace gatepost
