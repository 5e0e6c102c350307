// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_evaluator.h"

#include "models/config/value_syntax.h"

#include <algorithm>

namespace gatepost {

namespace {

constexpr int kDeepestClass = 20;

/// Restrictions that can only refuse, and that a stranger with a proper name, sender and recipient
/// passes. They never let anybody in.
bool onlyRefusesTheCareless(const QByteArray& name)
{
    static const QList<QByteArray> kNames{"reject_invalid_helo_hostname",
                                          "reject_invalid_hostname",
                                          "reject_non_fqdn_helo_hostname",
                                          "reject_non_fqdn_hostname",
                                          "reject_non_fqdn_recipient",
                                          "reject_non_fqdn_sender",
                                          "reject_unknown_recipient_domain",
                                          "reject_unknown_sender_domain",
                                          "reject_unlisted_recipient",
                                          "reject_unlisted_sender",
                                          "reject_unauth_pipelining",
                                          "reject_unknown_client_hostname",
                                          "reject_unknown_reverse_client_hostname",
                                          "reject_unknown_helo_hostname",
                                          "reject_multi_recipient_bounce",
                                          "reject_unverified_recipient",
                                          "reject_unverified_sender",
                                          "reject_sender_login_mismatch",
                                          "reject_authenticated_sender_login_mismatch",
                                          "reject_unauthenticated_sender_login_mismatch",
                                          "reject_known_sender_login_mismatch",
                                          "reject_plaintext_session"};
    return kNames.contains(name);
}

/// Restrictions of that kind that take an argument.
bool takesListName(const QByteArray& name)
{
    static const QList<QByteArray> kNames{"reject_rbl_client",      "reject_rhsbl_client",
                                          "reject_rhsbl_helo",      "reject_rhsbl_sender",
                                          "reject_rhsbl_recipient", "reject_rhsbl_reverse_client"};
    return kNames.contains(name);
}

QByteArray domainOf(const QByteArray& address)
{
    return address.sliced(address.lastIndexOf('@') + 1).toLower();
}

QString shown(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace

RelayEvaluator::RelayEvaluator(const EffectiveConfig& config, const MasterService& service)
    : m_config(config)
    , m_service(service)
{}

bool RelayEvaluator::listRefuses(const QByteArray& list) const
{
    static const QList<QByteArray> kRefusing{
        "reject_unauth_destination", "defer_unauth_destination", "reject", "defer",
        "defer_if_permit",           "check_relay_domains"};
    bool skipNext = false;
    for (const QByteArray& element : splitList(m_config.value(list, &m_service).value)) {
        const QByteArray name = element.toLower();
        if (skipNext) {
            skipNext = false;
        } else if (name == "warn_if_reject") {
            skipNext = true;
        } else if (name == "permit") {
            return false;
        } else if (kRefusing.contains(name)) {
            return true;
        }
    }
    return false;
}

bool RelayEvaluator::refusesToStart() const
{
    return !listRefuses("smtpd_relay_restrictions") && !listRefuses("smtpd_recipient_restrictions");
}

bool RelayEvaluator::offersSignIn() const
{
    return isYes(m_config.value("smtpd_sasl_auth_enable", &m_service).value);
}

QList<IpNetwork> RelayEvaluator::trustedNetworks() const
{
    QList<IpNetwork> networks;
    for (const QByteArray& element : splitList(m_config.value("mynetworks", &m_service).value)) {
        if (const auto network = IpNetwork::parse(element)) {
            networks.append(*network);
        }
    }
    return networks;
}

QList<QByteArray> RelayEvaluator::ownDomains() const
{
    QList<QByteArray> domains;
    for (const QByteArray& domain : splitList(m_config.value("mydestination").value)) {
        if (!domain.contains(':') && !domain.startsWith('/')) {
            domains.append(domain.toLower());
        }
    }
    return domains;
}

bool RelayEvaluator::isOwnDestination(const QByteArray& recipient) const
{
    const QByteArray domain = domainOf(recipient);
    for (const QByteArray parameter :
         {"mydestination", "virtual_alias_domains", "virtual_mailbox_domains"}) {
        if (splitList(m_config.value(parameter).value.toLower()).contains(domain)) {
            return true;
        }
    }
    for (const QByteArray& relay : splitList(m_config.value("relay_domains").value.toLower())) {
        if (domain == relay || domain.endsWith('.' + relay)) {
            return true;
        }
    }
    return false;
}

Because RelayEvaluator::becauseOf(const QByteArray& list, const QByteArray& restriction,
                                  const EffectiveValue& from) const
{
    Because because;
    because.list = shown(list);
    because.restriction = shown(restriction);
    because.file = shown(from.file);
    because.line = from.line;
    because.text =
        from.isDefault() ? tr("%1 (built-in default)").arg(shown(from.text)) : shown(from.text);
    return because;
}

RelayEvaluator::Decision RelayEvaluator::permitMynetworks(const QByteArray& list,
                                                          const Envelope& envelope) const
{
    const EffectiveValue mynetworks = m_config.value("mynetworks", &m_service);
    for (QByteArray element : splitList(mynetworks.value)) {
        const bool negated = element.startsWith('!');
        if (negated) {
            element.remove(0, 1);
        }
        const auto network = IpNetwork::parse(element);
        Because because = becauseOf(list, "permit_mynetworks", mynetworks);
        if (!network && (element.contains(':') || element.contains('/'))) {
            because.sentence = tr("%1 in mynetworks cannot be judged.").arg(shown(element));
            return {Effect::Unknown, because};
        }
        if (network && network->contains(envelope.client)) {
            because.sentence =
                tr("mynetworks holds %1, so permit_mynetworks lets %2 send anywhere.")
                    .arg(shown(element), envelope.client.toString());
            return {negated ? Effect::Dunno : Effect::Ok, because};
        }
    }
    return {};
}

RelayEvaluator::Decision RelayEvaluator::runElements(const QByteArray& list,
                                                     const EffectiveValue& from,
                                                     const QList<QByteArray>& elements,
                                                     const Envelope& envelope, EnvelopeVerdict& out,
                                                     int depth) const
{
    bool warnOnly = false;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const QByteArray name = elements.at(i).toLower();
        Decision decision;
        decision.because = becauseOf(list, elements.at(i), from);
        if (name == "warn_if_reject") {
            warnOnly = true;
            continue;
        }
        if (name == "permit") {
            decision.effect = Effect::Ok;
            decision.because.sentence = tr("permit in %1 lets everybody through.").arg(shown(list));
        } else if (name == "reject") {
            decision.effect = Effect::Reject;
        } else if (name == "defer") {
            decision.effect = Effect::Defer;
        } else if (name == "permit_mynetworks") {
            decision = permitMynetworks(list, envelope);
        } else if (name == "permit_sasl_authenticated") {
            decision.effect = envelope.signedIn && offersSignIn() ? Effect::Ok : Effect::Dunno;
        } else if (name == "permit_auth_destination") {
            decision.effect = isOwnDestination(envelope.recipient) ? Effect::Ok : Effect::Dunno;
        } else if (name == "reject_unauth_destination" || name == "defer_unauth_destination") {
            const Effect refusal = name.startsWith("reject") ? Effect::Reject : Effect::Defer;
            decision.effect = isOwnDestination(envelope.recipient) ? Effect::Dunno : refusal;
            decision.because.sentence = tr("%1 in %2 refuses recipients elsewhere.")
                                            .arg(shown(elements.at(i)), shown(list));
        } else if (takesListName(name)) {
            ++i;
        } else if (!onlyRefusesTheCareless(name)) {
            const EffectiveValue restrictionClass = m_config.value(elements.at(i), &m_service);
            const bool isClass = splitList(m_config.value("smtpd_restriction_classes").value)
                                     .contains(elements.at(i));
            if (isClass && depth < kDeepestClass) {
                decision = runElements(list, restrictionClass, splitList(restrictionClass.value),
                                       envelope, out, depth + 1);
            } else {
                decision.effect = Effect::Unknown;
                decision.because.sentence = tr("%1 in %2 cannot be judged by this version.")
                                                .arg(shown(elements.at(i)), shown(list));
            }
        }
        static const QList<const char*> kNames{"OK", "DUNNO", "REJECT", "DEFER", "451", "UNKNOWN"};
        out.trace.append({shown(list), shown(elements.at(i)),
                          QString::fromLatin1(kNames.at(static_cast<int>(decision.effect))),
                          decision.because.sentence});
        const bool refused = decision.effect == Effect::Reject || decision.effect == Effect::Defer;
        if (decision.effect != Effect::Dunno && !(warnOnly && refused)) {
            return decision;
        }
        warnOnly = false;
    }
    return {};
}

RelayEvaluator::Decision RelayEvaluator::runList(const QByteArray& list, const Envelope& envelope,
                                                 EnvelopeVerdict& out) const
{
    const EffectiveValue value = m_config.value(list, &m_service);
    if (!value.known) {
        Because because = becauseOf(list, {}, value);
        because.sentence = tr("The default of %1 could not be seen.").arg(shown(list));
        return {Effect::Unknown, because};
    }
    return runElements(list, value, splitList(value.value), envelope, out, 0);
}

EnvelopeVerdict RelayEvaluator::evaluate(const Envelope& envelope) const
{
    EnvelopeVerdict out;
    if (refusesToStart()) {
        out.outcome = Outcome::Down;
        out.because = becauseOf("smtpd_relay_restrictions", {},
                                m_config.value("smtpd_relay_restrictions", &m_service));
        out.because.sentence =
            tr("smtpd does not start: neither smtpd_relay_restrictions nor "
               "smtpd_recipient_restrictions refuses anybody, so it stops with \"specify at least "
               "one working instance of: reject_unauth_destination, defer_unauth_destination, "
               "reject, defer, defer_if_permit or check_relay_domains\".");
        return out;
    }
    Because permitted;
    for (const QByteArray list :
         {"smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions",
          "smtpd_relay_restrictions", "smtpd_recipient_restrictions"}) {
        Decision decision = runList(list, envelope, out);
        const bool relayGate =
            list == "smtpd_relay_restrictions" || list == "smtpd_recipient_restrictions";
        switch (decision.effect) {
        case Effect::Reject:
        case Effect::Defer:
        case Effect::ConfigError:
            out.outcome = decision.effect == Effect::Reject  ? Outcome::Refuse
                          : decision.effect == Effect::Defer ? Outcome::Defer
                                                             : Outcome::ConfigError;
            out.because = decision.because;
            return out;
        case Effect::Unknown:
            out.outcome = Outcome::Unknown;
            out.because = decision.because;
            return out;
        case Effect::Ok:
            if (relayGate) {
                permitted = decision.because;
            }
            break;
        case Effect::Dunno:
            break;
        }
    }
    out.outcome = Outcome::Accept;
    out.because = permitted;
    return out;
}

} // namespace gatepost
