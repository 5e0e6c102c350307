// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/error.h"

namespace gatepost {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::AccessDenied:
        return QStringLiteral("AccessDenied");
    case ErrorCode::AuthFailed:
        return QStringLiteral("AuthFailed");
    case ErrorCode::HostKeyUnknown:
        return QStringLiteral("HostKeyUnknown");
    case ErrorCode::HostKeyChanged:
        return QStringLiteral("HostKeyChanged");
    case ErrorCode::Timeout:
        return QStringLiteral("Timeout");
    case ErrorCode::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorCode::Disconnected:
        return QStringLiteral("Disconnected");
    case ErrorCode::ChangeConflict:
        return QStringLiteral("ChangeConflict");
    case ErrorCode::CommandFailed:
        return QStringLiteral("CommandFailed");
    case ErrorCode::ParseFailed:
        return QStringLiteral("ParseFailed");
    case ErrorCode::Unsupported:
        return QStringLiteral("Unsupported");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("Internal");
}

} // namespace gatepost
