// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/effective_config.h"
#include "models/core/ip_network.h"

namespace gatepost {

enum class Match {
    No,
    Yes,
    Unseen, ///< depends on something that the snapshot does not show
    Broken  ///< Postfix fails on this element and answers 451
};

struct MatchAnswer
{
    Match match = Match::No;
    QByteArray element; ///< the one that decided, as written
};

/// Whether a list such as mynetworks holds the address: first match wins, "!" excludes, "/file" is
/// read in its place, and the result of a table does not matter (postconf(5), mynetworks). Names
/// in the list are taken not to be the client's; a name of a single label counts as Unseen.
MatchAnswer matchAddress(const EffectiveConfig& config, const QByteArray& list,
                         const IpAddress& client);

/// Whether a list such as relay_domains holds the domain. With `parents`, an element also stands
/// for all domains below it (postconf(5), parent_domain_matches_subdomains).
MatchAnswer matchDomain(const EffectiveConfig& config, const QByteArray& list,
                        const QByteArray& domain, bool parents);

/// Elements of a domain list under which strangers own domains, such as "com"; empty when there
/// are none.
QList<QByteArray> publicSuffixes(const EffectiveConfig& config, const QByteArray& list);

/// Networks of an address list from which strangers come in numbers: public, of the client's
/// family, and wider than /16 (IPv4) or /32 (IPv6). Excluded networks are left out.
QList<QByteArray> widePublicNetworks(const EffectiveConfig& config, const QByteArray& list,
                                     const IpAddress& client);

} // namespace gatepost
