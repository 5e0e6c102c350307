// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatepost {

/// What a restriction of smtpd(8) can do to a stranger's mail (postconf(5),
/// smtpd_recipient_restrictions).
enum class RestrictionKind {
    Permit,         ///< OK for everybody
    Reject,         ///< 5xx for everybody
    Defer,          ///< 4xx for everybody
    DeferIfPermit,  ///< 450 for what would otherwise be accepted
    WarnIfReject,   ///< the next restriction only warns
    Careful,        ///< refuses at most the careless; lets nobody in
    Mynetworks,     ///< OK by client address
    OwnInterfaces,  ///< OK for this machine's own addresses
    SignedIn,       ///< OK behind AUTH
    OwnDestination, ///< OK for recipients that this host serves
    ForeignReject,  ///< 5xx for recipients elsewhere
    ForeignDefer,   ///< 4xx for recipients elsewhere
    ClientTable,    ///< access(5) by client name and address
    HeloTable,      ///< access(5) by HELO name
    SenderTable,    ///< access(5) by sender
    RecipientTable, ///< access(5) by recipient
    LoginTable,     ///< access(5) by SASL login
    CertTable,      ///< access(5) by certificate fingerprint
    KnownCert,      ///< OK for fingerprints in relay_clientcerts
    AnyCert,        ///< OK for every certificate that verifies
    PolicyService,  ///< a program decides
    NumericHelo,    ///< OK for a HELO that is an address
    BackupMx,       ///< OK where the DNS names this host as an MX
    Unknown         ///< no restriction of this name is known
};

struct Restriction
{
    RestrictionKind kind = RestrictionKind::Unknown;
    bool takesArgument = false;
};

/// Looks a restriction up by name; Postfix ignores the case of the names that it knows.
Restriction findRestriction(const QByteArray& name);

} // namespace gatepost
