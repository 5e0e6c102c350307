// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/smtp/probe_report.h"

namespace gatepost {

QString replyClassName(ReplyClass replyClass)
{
    switch (replyClass) {
    case ReplyClass::Accepted:
        return QStringLiteral("accepted");
    case ReplyClass::Refused:
        return QStringLiteral("refused");
    case ReplyClass::RetryLater:
        return QStringLiteral("retry-later");
    case ReplyClass::NeedsTls:
        return QStringLiteral("needs-tls");
    case ReplyClass::NeedsSignIn:
        return QStringLiteral("needs-sign-in");
    case ReplyClass::RefusedAtData:
        return QStringLiteral("refused-at-data");
    case ReplyClass::RateLimited:
        return QStringLiteral("rate-limited");
    case ReplyClass::Dropped:
        break;
    }
    return QStringLiteral("dropped");
}

QString probeVerdictName(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Open:
        return QStringLiteral("open");
    case ProbeVerdict::Conditional:
        return QStringLiteral("conditional");
    case ProbeVerdict::Closed:
        return QStringLiteral("closed");
    case ProbeVerdict::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace gatepost
