// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/match_list.h"

#include "models/config/value_syntax.h"
#include "models/policy/lookup_table.h"

#include <algorithm>
#include <functional>

namespace gatepost {

namespace {

constexpr int kDeepestFile = 10;

struct Pattern
{
    QByteArray text; ///< without "!"
    bool excludes = false;
};

/// The list with "/file" elements read in their place. A file that was not collected stays as it
/// is.
QList<Pattern> patternsOf(const EffectiveConfig& config, const QByteArray& list, bool excludes,
                          int depth)
{
    QList<Pattern> patterns;
    for (QByteArray element : splitList(list)) {
        bool negated = excludes;
        while (element.startsWith('!')) {
            negated = !negated;
            element.remove(0, 1);
        }
        const std::optional<QByteArray> file = element.startsWith('/') && depth < kDeepestFile
                                                   ? config.wholeFile(element)
                                                   : std::nullopt;
        if (!file) {
            patterns.append({element, negated});
            continue;
        }
        for (const QByteArray& line : file->split('\n')) {
            if (!line.trimmed().startsWith('#')) {
                patterns += patternsOf(config, line, negated, depth + 1);
            }
        }
    }
    return patterns;
}

MatchAnswer firstMatch(const QList<Pattern>& patterns,
                       const std::function<Match(const QByteArray&)>& test)
{
    MatchAnswer maybe;
    bool maybeExcluded = false;
    for (const Pattern& pattern : patterns) {
        switch (test(pattern.text)) {
        case Match::No:
            break;
        case Match::Unseen:
            maybe = maybe.match == Match::No && !pattern.excludes
                        ? MatchAnswer{Match::Unseen, pattern.text}
                        : maybe;
            maybeExcluded = maybeExcluded || pattern.excludes;
            break;
        case Match::Broken:
            return maybe.match == Match::No && !maybeExcluded
                       ? MatchAnswer{Match::Broken, pattern.text}
                       : MatchAnswer{Match::Unseen, pattern.text};
        case Match::Yes:
            if (pattern.excludes) {
                return maybe;
            }
            return {maybeExcluded ? Match::Unseen : Match::Yes, pattern.text};
        }
    }
    return maybe;
}

bool isDottedNumber(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '/';
    });
}

/// A host or domain name of one label names a top-level domain, or a machine of one's own.
bool isOwnLabel(const QByteArray& name)
{
    static const QList<QByteArray> kNames{"localhost", "localdomain", "local",  "lan",
                                          "home",      "internal",    "intern", "intranet",
                                          "corp",      "private"};
    return kNames.contains(name);
}

bool isPublicSuffix(QByteArray name)
{
    if (name.startsWith('.')) {
        name.remove(0, 1);
    }
    return !name.isEmpty() && !name.contains('.') && !isOwnLabel(name.toLower()) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                      (c >= '0' && c <= '9');
           });
}

Match matchCidrTable(const QList<TableEntry>& entries, const IpAddress& client)
{
    for (const TableEntry& entry : entries) {
        const bool negated = entry.key.startsWith('!');
        const auto network = IpNetwork::parse(negated ? entry.key.sliced(1) : entry.key);
        if (!network) {
            return Match::Unseen; // "if" and "endif", or a line that Postfix skips with a warning
        }
        if (network->contains(client) != negated) {
            return Match::Yes;
        }
    }
    return Match::No;
}

Match matchAddressTable(const EffectiveConfig& config, const LookupTable& table,
                        const IpAddress& client)
{
    if (table.kind() == LookupTable::Kind::Static) {
        return Match::Yes;
    }
    const auto entries = table.entries(config);
    if (!entries) {
        return Match::Unseen;
    }
    if (table.kind() == LookupTable::Kind::Cidr) {
        return matchCidrTable(*entries, client);
    }
    for (const TableEntry& entry : *entries) {
        if (IpAddress::parse(entry.key) == client) {
            return Match::Yes;
        }
        if (isPublicSuffix(entry.key) && !isDottedNumber(entry.key)) {
            return Match::Unseen;
        }
    }
    return Match::No;
}

Match matchAddressPattern(const EffectiveConfig& config, const QByteArray& pattern,
                          const IpAddress& client)
{
    const bool bracketed = pattern.startsWith('[');
    if (const auto table = bracketed ? std::nullopt : LookupTable::parse(pattern)) {
        // 2001:db8::/32 without brackets reads as a table of type "2001".
        const bool address = IpNetwork::parse(pattern).has_value();
        return address ? Match::Broken : matchAddressTable(config, *table, client);
    }
    if (pattern.startsWith('/')) {
        return Match::Unseen;
    }
    const auto network = IpNetwork::parse(pattern);
    if (!network) {
        const bool malformed = bracketed || (isDottedNumber(pattern) && pattern.contains('/'));
        return malformed                                             ? Match::Broken
               : isPublicSuffix(pattern) && !isDottedNumber(pattern) ? Match::Unseen
                                                                     : Match::No;
    }
    // smtpd shows an IPv4-mapped client as IPv4, so a mapped pattern never matches one.
    const bool mapped = bracketed && !network->address().isIPv6() && pattern.contains(':');
    return !mapped && network->contains(client) ? Match::Yes : Match::No;
}

bool matchesName(const QByteArray& key, const QByteArray& domain, bool parents)
{
    return key == domain || (key.startsWith('.') && domain.endsWith(key)) ||
           (parents && !key.isEmpty() && domain.endsWith('.' + key));
}

Match matchDomainPattern(const EffectiveConfig& config, const QByteArray& pattern,
                         const QByteArray& domain, bool parents)
{
    if (pattern.startsWith('/')) {
        return Match::Unseen;
    }
    const auto table = LookupTable::parse(pattern);
    if (!table) {
        return matchesName(pattern.toLower(), domain, parents) ? Match::Yes : Match::No;
    }
    if (table->kind() == LookupTable::Kind::Static) {
        return Match::Yes;
    }
    const auto entries =
        table->kind() == LookupTable::Kind::Keyed ? table->entries(config) : std::nullopt;
    if (!entries) {
        return Match::Unseen;
    }
    return std::any_of(
               entries->begin(), entries->end(),
               [&](const TableEntry& entry) { return matchesName(entry.key, domain, parents); })
               ? Match::Yes
               : Match::No;
}

} // namespace

MatchAnswer matchAddress(const EffectiveConfig& config, const QByteArray& list,
                         const IpAddress& client)
{
    return firstMatch(patternsOf(config, list, false, 0), [&](const QByteArray& pattern) {
        return matchAddressPattern(config, pattern, client);
    });
}

MatchAnswer matchDomain(const EffectiveConfig& config, const QByteArray& list,
                        const QByteArray& domain, bool parents)
{
    return firstMatch(patternsOf(config, list, false, 0), [&](const QByteArray& pattern) {
        return matchDomainPattern(config, pattern, domain.toLower(), parents);
    });
}

QList<QByteArray> publicSuffixes(const EffectiveConfig& config, const QByteArray& list)
{
    QList<QByteArray> names;
    for (const Pattern& pattern : patternsOf(config, list, false, 0)) {
        if (pattern.excludes) {
            continue;
        }
        const auto table = LookupTable::parse(pattern.text);
        if (!table) {
            if (isPublicSuffix(pattern.text)) {
                names.append(pattern.text);
            }
            continue;
        }
        for (const TableEntry& entry : table->entries(config).value_or(QList<TableEntry>())) {
            if (isPublicSuffix(entry.key)) {
                names.append(entry.key);
            }
        }
    }
    return names;
}

QList<QByteArray> widePublicNetworks(const EffectiveConfig& config, const QByteArray& list,
                                     const IpAddress& client)
{
    constexpr int kWidestIPv4 = 16;
    constexpr int kWidestIPv6 = 32;
    QList<QByteArray> names;
    QList<IpNetwork> excluded;
    const auto consider = [&](const QByteArray& text, bool excludes) {
        const auto network = IpNetwork::parse(text);
        const bool mapped = network && !network->address().isIPv6() && text.contains(':');
        if (!network || mapped || network->address().isIPv6() != client.isIPv6()) {
            return;
        }
        if (excludes) {
            excluded.append(*network);
            return;
        }
        const bool wide = network->prefixLength() < (client.isIPv6() ? kWidestIPv6 : kWidestIPv4);
        const bool taken =
            std::any_of(excluded.begin(), excluded.end(),
                        [&network](const IpNetwork& other) { return other.contains(*network); });
        if (wide && !taken && !network->isLoopback() && !network->isPrivate()) {
            names.append(text);
        }
    };
    for (const Pattern& pattern : patternsOf(config, list, false, 0)) {
        const auto table = LookupTable::parse(pattern.text);
        if (table && table->kind() == LookupTable::Kind::Cidr) {
            for (const TableEntry& entry : table->entries(config).value_or(QList<TableEntry>())) {
                consider(entry.key, pattern.excludes);
            }
        } else if (!table) {
            consider(pattern.text, pattern.excludes);
        }
    }
    return names;
}

} // namespace gatepost
