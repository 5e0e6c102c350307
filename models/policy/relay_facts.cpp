// SPDX-License-Identifier: GPL-3.0-or-later
// What single restrictions know of a client, a recipient or a table.
#include "models/config/value_syntax.h"
#include "models/policy/access_table.h"
#include "models/policy/match_list.h"
#include "models/policy/relay_evaluator.h"

#include <algorithm>

namespace gatepost {

namespace {

constexpr int kDeepestClass = 20;

QByteArray domainOf(const QByteArray& address)
{
    return address.sliced(address.lastIndexOf('@') + 1).toLower();
}

QString shown(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes);
}

/// Whether strangers come under this key of a client table: a top-level domain, the word for
/// clients without a name, or the first octets of a public network.
bool strangersComeAs(const QByteArray& key)
{
    if (key == "unknown") {
        return true;
    }
    const QList<QByteArray> parts = key.split('.');
    const bool octets = std::all_of(key.begin(), key.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (octets && parts.size() <= 2) {
        const QByteArray first = parts.first();
        const QByteArray prefix = parts.size() == 2 ? key : first + ".0";
        return first != "127" && first != "10" && prefix != "192.168";
    }
    return !octets && !key.contains('.') && !key.contains(':') && key != "localhost";
}

} // namespace

bool RelayEvaluator::listRefuses(const QList<QByteArray>& elements, int depth) const
{
    static const QList<QByteArray> kRefusing{
        "reject_unauth_destination", "defer_unauth_destination", "reject", "defer",
        "defer_if_permit",           "check_relay_domains"};
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const QByteArray name = elements.at(i).toLower();
        if (name == "warn_if_reject") {
            ++i;
        } else if (name == "permit") {
            return false;
        } else if (kRefusing.contains(name) ||
                   (depth < kDeepestClass && isClass(elements.at(i)) &&
                    listRefuses(splitList(m_config.value(elements.at(i), &m_service).value),
                                depth + 1))) {
            return true;
        }
    }
    return false;
}

bool RelayEvaluator::refusesToStart() const
{
    for (const QByteArray list : {"smtpd_relay_restrictions", "smtpd_recipient_restrictions"}) {
        const EffectiveValue value = m_config.value(list, &m_service);
        if (!value.known || listRefuses(splitList(value.value), 0)) {
            return false;
        }
    }
    return true;
}

bool RelayEvaluator::isYesParameter(const QByteArray& parameter) const
{
    return isYes(m_config.value(parameter, &m_service).value);
}

bool RelayEvaluator::offersSignIn() const
{
    return isYesParameter("smtpd_sasl_auth_enable");
}

bool RelayEvaluator::asksForCertificates() const
{
    return isYesParameter("smtpd_tls_ask_ccert") || isYesParameter("smtpd_tls_req_ccert");
}

bool RelayEvaluator::isClass(const QByteArray& name) const
{
    return splitList(m_config.value("smtpd_restriction_classes", &m_service).value).contains(name);
}

bool RelayEvaluator::parentsMatch(const QByteArray& parameter) const
{
    return splitList(m_config.value("parent_domain_matches_subdomains", &m_service).value)
        .contains(parameter);
}

const MasterService* RelayEvaluator::rewriteService() const
{
    QByteArray name = m_config.value("rewrite_service_name", &m_service).value;
    if (name.isEmpty()) {
        name = "rewrite";
    }
    const auto& services = m_config.masterCf().services();
    const auto found = std::find_if(services.begin(), services.end(), [&](const auto& service) {
        return service.name == name && service.type == "unix";
    });
    return found == services.end() ? nullptr : &*found;
}

QList<QByteArray> RelayEvaluator::ownDomains() const
{
    QList<QByteArray> domains;
    for (const QByteArray& domain :
         splitList(m_config.value("mydestination", rewriteService()).value)) {
        if (!domain.contains(':') && !domain.startsWith('/') && !domain.startsWith('!')) {
            domains.append(domain.toLower());
        }
    }
    return domains;
}

bool RelayEvaluator::isOwnDestination(const QByteArray& recipient) const
{
    const QByteArray domain = domainOf(recipient);
    const MasterService* resolver = rewriteService();
    for (const QByteArray parameter :
         {"mydestination", "virtual_alias_domains", "virtual_mailbox_domains"}) {
        const QByteArray list = m_config.value(parameter, resolver).value;
        // A table or pattern for everything makes strangers' domains local: their mail stays here,
        // so for the relay question only plain names and keyed tables count.
        if (!list.contains("static:") &&
            matchDomain(m_config, list, domain, false).match == Match::Yes) {
            return true;
        }
    }
    return matchDomain(m_config, m_config.value("relay_domains", resolver).value, domain,
                       parentsMatch("relay_domains"))
               .match == Match::Yes;
}

Flow RelayEvaluator::refuseForeign(Outcome refusal, const Place& place,
                                   const Envelope& envelope) const
{
    if (isOwnDestination(envelope.recipient)) {
        Flow flow = Flow::dunno();
        const EffectiveValue relay = m_config.value("relay_domains", rewriteService());
        const MatchAnswer match = matchDomain(m_config, relay.value, domainOf(envelope.recipient),
                                              parentsMatch("relay_domains"));
        if (match.match == Match::Yes) {
            flow.okBecause = becauseOf("relay_domains", match.element, relay);
            flow.okBecause.sentence =
                tr("%1 in relay_domains covers %2, so mail to it is relayed for everybody.")
                    .arg(shown(match.element), shown(domainOf(envelope.recipient)));
        }
        return flow;
    }
    Flow flow = Flow::refused(refusal);
    flow.refuseBecause = becauseOf(place.list,
                                   refusal == Outcome::Refuse ? "reject_unauth_destination"
                                                              : "defer_unauth_destination",
                                   place.from);
    flow.refuseBecause.sentence = tr("%1 in %2 refuses recipients elsewhere.")
                                      .arg(flow.refuseBecause.restriction, shown(place.list));
    const EffectiveValue relay = m_config.value("relay_domains", rewriteService());
    flow.okBecause = becauseOf("relay_domains", {}, relay);
    const QList<QByteArray> broad = publicSuffixes(m_config, relay.value);
    const MatchAnswer match = matchDomain(m_config, relay.value, domainOf(envelope.recipient),
                                          parentsMatch("relay_domains"));
    if (!broad.isEmpty()) {
        flow.fall = Level::IfChosen;
        flow.okBecause.restriction = shown(broad.first());
        flow.okBecause.sentence =
            tr("%1 in relay_domains covers every domain that ends in it, so mail to those is "
               "relayed for everybody.")
                .arg(shown(broad.first()));
    } else if (match.match != Match::No) {
        flow.fall = Level::IfUnseen;
        flow.okBecause.restriction = shown(match.element);
        flow.okBecause.sentence = tr("Which domains %1 in relay_domains covers cannot be seen.")
                                      .arg(shown(match.element));
    } else if (isYesParameter("allow_untrusted_routing") && !splitList(relay.value).isEmpty()) {
        flow.fall = Level::IfChosen;
        flow.okBecause = becauseOf("allow_untrusted_routing", {},
                                   m_config.value("allow_untrusted_routing", &m_service));
        flow.okBecause.sentence =
            tr("allow_untrusted_routing lets strangers route mail through the domains of "
               "relay_domains, as in user%elsewhere@domain.");
    }
    return flow;
}

Flow RelayEvaluator::permitMynetworks(const Place& place, const Envelope& envelope) const
{
    const EffectiveValue mynetworks = m_config.value("mynetworks", &m_service);
    Because because = becauseOf(place.list, "permit_mynetworks", mynetworks);
    Flow flow;
    if (!mynetworks.known) {
        const QByteArray style = m_config.value("mynetworks_style", &m_service).value;
        if (envelope.client.isLoopback()) {
            flow = Flow::permitted();
        } else if (style != "host" && style != "subnet") {
            // The old address classes A, B, C trust whole providers; which, only the host knows.
            flow = Flow::unseen();
            because.sentence = tr("mynetworks_style = %1: which networks that trusts cannot be "
                                  "seen from here.")
                                   .arg(shown(style));
        }
        flow.okBecause = because;
        return flow;
    }
    const MatchAnswer answer = matchAddress(m_config, mynetworks.value, envelope.client);
    const QString element = shown(answer.element);
    const QList<QByteArray> wide = widePublicNetworks(m_config, mynetworks.value, envelope.client);
    if (answer.match == Match::Yes) {
        flow = Flow::permitted();
        because.sentence = tr("mynetworks holds %1, so permit_mynetworks lets %2 send anywhere.")
                               .arg(element, envelope.client.toString());
    } else if (answer.match == Match::Broken) {
        flow = Flow::refused(Outcome::ConfigError);
        because.sentence = tr("%1 in mynetworks is no valid network, so Postfix answers 451 to "
                              "everybody.")
                               .arg(element);
        flow.refuseBecause = because;
    } else if (answer.match == Match::Unseen) {
        flow = Flow::unseen();
        because.sentence = tr("What %1 in mynetworks trusts cannot be seen.").arg(element);
    } else if (!wide.isEmpty() && !envelope.client.isLoopback()) {
        flow = Flow::permittedIfChosen();
        because.sentence =
            tr("mynetworks holds %1, a wide public network: whoever has an address there sends "
               "anywhere.")
                .arg(shown(wide.first()));
    }
    flow.okBecause = because;
    return flow;
}

Flow RelayEvaluator::permitCertificate(RestrictionKind kind) const
{
    if (!asksForCertificates()) {
        return Flow::dunno();
    }
    Flow flow = Flow::unseen();
    flow.fall = Level::Sure; // whoever shows no certificate falls through
    flow.refuse = Level::Never;
    if (kind == RestrictionKind::AnyCert) {
        return flow;
    }
    const QList<QByteArray> tables =
        splitList(m_config.value("relay_clientcerts", &m_service).value);
    const bool named = std::all_of(tables.begin(), tables.end(), [](const QByteArray& text) {
        const auto table = LookupTable::parse(text);
        return table && table->kind() == LookupTable::Kind::Keyed;
    });
    return named ? Flow::dunno() : flow;
}

Flow RelayEvaluator::runTable(RestrictionKind kind, const QByteArray& text, const Place& place,
                              const Envelope& envelope, QList<TraceStep>& trace) const
{
    if (kind == RestrictionKind::CertTable && !asksForCertificates()) {
        return Flow::dunno();
    }
    const auto table = LookupTable::parse(text);
    if (!table || place.depth >= kDeepestClass) {
        return Flow::unseen();
    }
    if (table->kind() == LookupTable::Kind::Static) {
        return kind == RestrictionKind::CertTable
                   ? Flow::unseen()
                   : runEntries(kind, {{QByteArray(), table->name()}}, place, envelope, trace);
    }
    const auto entries = table->entries(m_config);
    const bool keyed = table->kind() == LookupTable::Kind::Keyed;
    if (entries && keyed) {
        return runEntries(kind, *entries, place, envelope, trace);
    }
    Flow flow = Flow::unseen();
    if (keyed) {
        flow.fall = Level::Sure; // it cannot name every client, sender and recipient there is
        flow.refuse = Level::Never;
    }
    return flow;
}

Flow RelayEvaluator::runEntries(RestrictionKind kind, const QList<TableEntry>& entries,
                                const Place& place, const Envelope& envelope,
                                QList<TraceStep>& trace) const
{
    Flow total;
    for (const TableEntry& entry : entries) {
        const AccessAction action = readAccessAction(entry.value);
        const Place inner{place.list, place.from, place.warnOnly, place.depth + 1};
        const Flow flow = action.restrictions
                              ? runElements(splitList(entry.value), inner, envelope, trace)
                              : action.flow;
        if (entry.key.isEmpty()) {
            return flow; // static: answers every key
        }
        const bool own = kind == RestrictionKind::RecipientTable && !entry.key.endsWith('@') &&
                         isOwnDestination(entry.key);
        const bool reachable = kind == RestrictionKind::ClientTable ? strangersComeAs(entry.key)
                               : kind == RestrictionKind::CertTable ? false
                                                                    : !own;
        const Level level = reachable ? qMin(Level::IfChosen, flow.ok) : Level::Never;
        if (level > total.ok) {
            total.ok = level;
            total.okBecause = becauseOf(place.list, entry.key, place.from);
            total.okBecause.sentence = tr("A table in %1 permits %2, and a stranger can be that.")
                                           .arg(shown(place.list), shown(entry.key));
        }
    }
    return total;
}

} // namespace gatepost
