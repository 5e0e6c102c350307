// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/host_snapshot.h"

#include <QList>
#include <QString>

namespace gatepost {

/// One parameter that a file of the host sets, ready to be shown.
struct ParameterRow
{
    QString name;  ///< "mynetworks", or "submission/inet: smtpd_tls_security_level"
    QString value; ///< as set, secrets redacted
    QString file;  ///< absolute; empty: not set in a file
    int line = 0;  ///< 1-based
    QString defaultValue;

    bool operator==(const ParameterRow&) const = default;
};

/// What main.cf sets, in the file's order (of duplicates the one that counts), and then what each
/// service of master.cf overrides with -o.
QList<ParameterRow> parameterRows(const HostSnapshot& snapshot);

/// The domains that the host takes mail for by mydestination and relay_domains, as far as they are
/// written out in the configuration: what a probe can name as the host's own.
QStringList servedDomains(const HostSnapshot& snapshot);

} // namespace gatepost
