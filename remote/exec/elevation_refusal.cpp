// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/elevation_refusal.h"

#include "models/core/display_text.h"
#include "models/core/result.h"

#include <QCoreApplication>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Elevation)
};

struct Case
{
    const char* said; ///< a part of what the tool prints
    ErrorCode code;
    const char* summary; ///< %1 is the tool, %2 user and host
};

// Sample lines: "admin is not in the sudoers file." "Sorry, user ops may not run sudo on mx1."
// "Sorry, user ops is not allowed to execute '/bin/sh -c ...' as root on mx1." "sudo: sorry, you
// must have a tty to run sudo" "sudo: no tty present and no askpass program specified"
// "Sorry, try again." "sudo: 1 incorrect password attempt" "doas: Operation not permitted"
// "doas: Authentication failed" "doas: Authentication required" "doas: doas is not enabled"
// "sudo: account validation failure, is your account locked?"
// "sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set"
constexpr Case kCases[] = {
    {"not in the sudoers file", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%2 may not use %1 at all. Ask the host's administrator for a "
                                    "sudo rule, or sign in as another user.")},
    {"may not run sudo", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%2 may not use %1 on this host. Ask the host's administrator "
                                    "for a sudo rule, or sign in as another user.")},
    {"is not allowed to execute", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation",
                       "%1 lets %2 run only certain programs. Gatepost runs its steps through "
                       "/bin/sh; ask the host's administrator for a rule that allows it.")},
    {"must have a tty", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%1 wants a terminal for %2 (Defaults requiretty). Add "
                                    "\"Defaults:USER !requiretty\" to the host's sudoers file.")},
    {"no tty present", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%1 wants a terminal for %2. Add \"Defaults:USER !requiretty\" "
                                    "to the host's sudoers file.")},
    {"setuid", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%1 cannot make %2 root: its program lacks the setuid bit. "
                                    "Sign in as root, or have it repaired.")},
    {"no new privileges", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%1 cannot work for %2: the session is not allowed to gain "
                                    "privileges. Sign in as root instead.")},
    {"account validation failure", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%1 refused %2: the account is locked or has expired.")},
    {"doas is not enabled", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%1 has no configuration (doas.conf) on this host. Choose "
                                    "another way to become root for %2.")},
    {"Operation not permitted", ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("Elevation", "%2 may not use %1 on this host. Ask the host's administrator "
                                    "for a rule in doas.conf, or sign in as another user.")},
    {"try again", ErrorCode::AuthFailed,
     QT_TRANSLATE_NOOP("Elevation", "%1 refused the password of %2. Try again.")},
    {"incorrect password", ErrorCode::AuthFailed,
     QT_TRANSLATE_NOOP("Elevation", "%1 refused the password of %2. Try again.")},
    {"Authentication failed", ErrorCode::AuthFailed,
     QT_TRANSLATE_NOOP("Elevation", "%1 refused the password of %2. Try again.")},
    {"uthentication failure", ErrorCode::AuthFailed,
     QT_TRANSLATE_NOOP("Elevation", "%1 refused the password of %2. Try again.")},
    {"password is required", ErrorCode::AuthFailed,
     QT_TRANSLATE_NOOP("Elevation", "%1 wants a password of %2 and did not get one.")},
    {"Authentication required", ErrorCode::AuthFailed,
     QT_TRANSLATE_NOOP("Elevation", "%1 wants a password of %2 and did not get one.")},
};

QString toolName(Elevation elevation)
{
    return elevation == Elevation::Doas ? QStringLiteral("doas") : QStringLiteral("sudo");
}

} // namespace

Error elevationRefusal(Elevation elevation, const QByteArray& said, bool passwordGiven,
                       int exitStatus, const QString& origin)
{
    const QString detail = displayBlock(said.left(4000)).trimmed();
    if (elevation == Elevation::None) {
        return failure(ErrorCode::CommandFailed,
                       Text::tr("%1 ended the program before it began (status %2). The account's "
                                "shell may forbid commands; check its login shell.")
                           .arg(origin)
                           .arg(exitStatus),
                       detail, origin);
    }
    const QString tool = toolName(elevation);
    if (exitStatus == 127 && said.contains("not found")) {
        return failure(ErrorCode::NotFound,
                       Text::tr("%1 is not installed on this host. Choose another way to become "
                                "root in the host's settings.")
                           .arg(tool),
                       detail, origin);
    }
    for (const Case& entry : kCases) {
        if (said.contains(entry.said)) {
            return failure(
                entry.code,
                QCoreApplication::translate("Elevation", entry.summary).arg(tool, origin), detail,
                origin);
        }
    }
    return failure(passwordGiven ? ErrorCode::AuthFailed : ErrorCode::CommandFailed,
                   Text::tr("%1 did not run the program for %2 (status %3). See what it said.")
                       .arg(tool, origin)
                       .arg(exitStatus),
                   detail, origin);
}

} // namespace gatepost
