// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/smtp/probe_report.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace gatepost {

/// What the cases are made from.
struct RelayCaseInput
{
    QStringList ownDomains; ///< domains that the host serves, the best known first; may be empty
    QString serverName;     ///< as the server's greeting or EHLO reply names it; may be empty
    QString serverAddress;  ///< the address asked
    /// Where relayed mail would go. RFC 2606 reserves it, and no mail is ever handed over.
    QString foreignDomain = QStringLiteral("example.net");
};

/// The questions that tell an open relay: every form of address that some server once took for its
/// own (RFC 5321 section 4.1.2, and the percent and bang forms of old). Reply fields are unset.
QList<RelayCaseResult> relayCases(const RelayCaseInput& input);

/// Reads the answers. Open: a stranger's plain mail to elsewhere was accepted. Conditional: another
/// form was. Closed: the plain form was refused and none accepted. Otherwise Unknown.
ProbeVerdict judgeCases(const QList<RelayCaseResult>& cases);

/// One line on the verdict, translated.
QString probeSentence(const ProbeReport& report);

} // namespace gatepost
