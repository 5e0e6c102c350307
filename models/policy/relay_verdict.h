// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gatepost {

/// Who may send mail to the outside through a service, proved from its configuration.
enum class RelayVerdict {
    Open,        ///< any stranger
    Conditional, ///< a stranger who picks the right sender, HELO, recipient form or certificate
    Closed,      ///< no stranger
    Down,        ///< the service does not start
    Error,       ///< everyone gets 451
    Unknown      ///< decided by something that cannot be seen; `because` names it
};

/// "open", "conditional", "closed", "down", "error", "unknown": the words scripts may count on.
QString relayVerdictName(RelayVerdict verdict);

/// Higher is worse; a host's verdict is the worst of its services. Order: Open, Conditional,
/// Error, Down, Unknown, Closed.
int relayVerdictRank(RelayVerdict verdict);

/// The one place in the configuration that decides.
struct Because
{
    QString list;        ///< "smtpd_relay_restrictions", or the parameter at fault
    QString restriction; ///< the deciding element, for example "permit_mynetworks"
    QString file;        ///< absolute path; empty for a built-in default
    int line = 0;        ///< 1-based; 0 for a built-in default
    QString text;        ///< the logical line there, or "name = default value (built-in default)"
    QString sentence;    ///< the same for people, whole and translated

    bool operator==(const Because&) const = default;
};

/// One step of an evaluation: what was asked and what came of it.
struct TraceStep
{
    QString list;
    QString restriction;
    QString result;   ///< "OK", "DUNNO", "REJECT 554", ...
    QString evidence; ///< table entry or parameter value with file and line

    bool operator==(const TraceStep&) const = default;
};

/// Verdict on one listening service.
struct ServiceVerdict
{
    QString name; ///< as master.cf names it, with the type: "smtp/inet", "127.0.0.1:10025/inet"
    int masterLine = 0; ///< 1-based line of the service in master.cf
    RelayVerdict verdict = RelayVerdict::Unknown;
    Because because;
    QList<TraceStep> trace; ///< for the stranger's envelope that decided

    bool operator==(const ServiceVerdict&) const = default;
};

/// One cell of "who may send where".
enum class MatrixAnswer { Accept, Refuse, Defer, Down, Error, Unknown, NotApplicable };

/// One row of "who may send where": a kind of client on a service, against three targets.
struct MatrixRow
{
    QString
        client; ///< "Stranger, smtp", "Trusted network 10.0.0.0/8, smtp", "Signed in, submission"
    QString service;
    MatrixAnswer toOwnDomain = MatrixAnswer::Unknown;
    MatrixAnswer toOutside = MatrixAnswer::Unknown;
    MatrixAnswer asOwnSender =
        MatrixAnswer::Unknown; ///< to the outside, with a sender of an own domain

    bool operator==(const MatrixRow&) const = default;
};

/// Verdict on a host: the worst of its services.
struct HostVerdict
{
    RelayVerdict verdict = RelayVerdict::Unknown;
    QString sentence; ///< one line for banners, translated
    QList<ServiceVerdict> services;
    QList<MatrixRow> matrix;
    QStringList notes; ///< observations that do not change the verdict, translated

    bool operator==(const HostVerdict&) const = default;
};

} // namespace gatepost
