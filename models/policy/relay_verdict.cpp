// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_verdict.h"

namespace gatepost {

QString relayVerdictName(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Open:
        return QStringLiteral("open");
    case RelayVerdict::Conditional:
        return QStringLiteral("conditional");
    case RelayVerdict::Closed:
        return QStringLiteral("closed");
    case RelayVerdict::Down:
        return QStringLiteral("down");
    case RelayVerdict::Error:
        return QStringLiteral("error");
    case RelayVerdict::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

int relayVerdictRank(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Open:
        return 5;
    case RelayVerdict::Conditional:
        return 4;
    case RelayVerdict::Error:
        return 3;
    case RelayVerdict::Down:
        return 2;
    case RelayVerdict::Unknown:
        return 1;
    case RelayVerdict::Closed:
        break;
    }
    return 0;
}

} // namespace gatepost
