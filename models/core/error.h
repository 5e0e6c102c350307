// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatepost {

/// What kind of failure it was; decides what the user can do next. The set is closed.
enum class ErrorCode {
    NotFound,       ///< name, file, program or parameter does not exist
    AccessDenied,   ///< signed in, but not allowed (sudo, file mode, read-only connection)
    AuthFailed,     ///< sign-in or elevation refused the credentials
    HostKeyUnknown, ///< first contact and nobody accepted the key
    HostKeyChanged, ///< the key differs from the one in known_hosts
    Timeout,        ///< no answer within the time the step is given
    Cancelled,      ///< the user asked to stop; never shown as a failure
    Disconnected,   ///< the connection ended under a running step
    ChangeConflict, ///< a file on the host is no longer what the plan was made from
    CommandFailed,  ///< a remote program ended with a status that means failure
    ParseFailed,    ///< an answer that is not in the agreed form, or too large
    Unsupported,    ///< understood, but this version of Gatepost or of the host cannot do it
    Internal        ///< a broken promise inside Gatepost
};

/// The code's name as used in JSON output, for example "HostKeyChanged".
QString errorCodeName(ErrorCode code);

/// One failure, ready to be shown. `summary` is a whole sentence that says what happened and what
/// to do next; `detail` keeps raw text of the remote side (stderr, banner), untranslated and
/// untrusted; `origin` names host and step or command.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString summary;
    QString detail = {};
    QString origin = {};

    bool operator==(const Error&) const = default;
};

} // namespace gatepost
