// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_evaluator.h"

#include "models/config/value_syntax.h"
#include "models/policy/match_list.h"

#include <algorithm>

namespace gatepost {

namespace {

constexpr int kDeepestClass = 20;

QString shown(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes);
}

QString resultWord(const Flow& flow)
{
    if (flow.ok == Level::IfChosen || (flow.fall == Level::IfChosen && flow.ok == Level::Never)) {
        return QStringLiteral("CONDITIONAL");
    }
    if (flow.ok == Level::Sure) {
        return QStringLiteral("OK");
    }
    if (flow.ok == Level::Never && flow.fall == Level::Sure) {
        return QStringLiteral("DUNNO");
    }
    if (flow.pass() != Level::Never) {
        return QStringLiteral("UNKNOWN");
    }
    return flow.refusal == Outcome::ConfigError ? QStringLiteral("451")
           : flow.refusal == Outcome::Defer     ? QStringLiteral("DEFER")
                                                : QStringLiteral("REJECT");
}

/// The table check that a bare "type:table" stands for in each list.
RestrictionKind defaultTable(const QByteArray& list)
{
    return list == "smtpd_client_restrictions"   ? RestrictionKind::ClientTable
           : list == "smtpd_helo_restrictions"   ? RestrictionKind::HeloTable
           : list == "smtpd_sender_restrictions" ? RestrictionKind::SenderTable
                                                 : RestrictionKind::RecipientTable;
}

} // namespace

RelayEvaluator::RelayEvaluator(const EffectiveConfig& config, const MasterService& service)
    : m_config(config)
    , m_service(service)
{}

Flow RelayEvaluator::runElement(const QByteArray& element, const QByteArray& argument,
                                const Place& place, const Envelope& envelope,
                                QList<TraceStep>& trace) const
{
    // At connect, HELO and MAIL no recipient is known; restrictions on it do nothing there.
    const bool recipientKnown = place.list == "smtpd_relay_restrictions" ||
                                place.list == "smtpd_recipient_restrictions" ||
                                isYesParameter("smtpd_delay_reject");
    const Restriction restriction = findRestriction(element);
    switch (restriction.kind) {
    case RestrictionKind::Permit:
        return Flow::permitted();
    case RestrictionKind::Reject:
        return Flow::refused(Outcome::Refuse);
    case RestrictionKind::Defer:
    case RestrictionKind::DeferIfPermit:
        return Flow::refused(Outcome::Defer);
    case RestrictionKind::WarnIfReject:
    case RestrictionKind::Careful:
        return Flow::dunno();
    case RestrictionKind::Mynetworks:
        return permitMynetworks(place, envelope);
    case RestrictionKind::OwnInterfaces:
        return envelope.client.isLoopback() ? Flow::permitted() : Flow::dunno();
    case RestrictionKind::SignedIn:
        return envelope.signedIn && offersSignIn() ? Flow::permitted() : Flow::dunno();
    case RestrictionKind::OwnDestination:
        return recipientKnown && isOwnDestination(envelope.recipient) ? Flow::permitted()
                                                                      : Flow::dunno();
    case RestrictionKind::ForeignReject:
    case RestrictionKind::ForeignDefer:
        return recipientKnown ? refuseForeign(restriction.kind == RestrictionKind::ForeignReject
                                                  ? Outcome::Refuse
                                                  : Outcome::Defer,
                                              place, envelope)
                              : Flow::dunno();
    case RestrictionKind::LoginTable:
        return envelope.signedIn ? Flow::unseen() : Flow::dunno();
    case RestrictionKind::ClientTable:
    case RestrictionKind::HeloTable:
    case RestrictionKind::SenderTable:
    case RestrictionKind::RecipientTable:
    case RestrictionKind::CertTable:
        return runTable(restriction.kind, argument, place, envelope, trace);
    case RestrictionKind::KnownCert:
    case RestrictionKind::AnyCert:
        return permitCertificate(restriction.kind);
    case RestrictionKind::NumericHelo:
    case RestrictionKind::BackupMx:
        return Flow::permittedIfChosen();
    case RestrictionKind::PolicyService:
        return Flow::unseen();
    case RestrictionKind::Unknown:
        break;
    }
    if (isClass(element)) {
        return runClass(element, place, envelope, trace);
    }
    if (LookupTable::parse(element)) {
        return runTable(defaultTable(place.list), element, place, envelope, trace);
    }
    return Flow::unseen();
}

Flow RelayEvaluator::runElements(const QList<QByteArray>& elements, Place place,
                                 const Envelope& envelope, QList<TraceStep>& trace) const
{
    Flow total;
    const bool warnAll = place.warnOnly;
    for (qsizetype i = 0; i < elements.size() && total.fall != Level::Never; ++i) {
        const QByteArray& element = elements.at(i);
        const Restriction restriction = findRestriction(element);
        if (restriction.kind == RestrictionKind::WarnIfReject) {
            place.warnOnly = true;
            continue;
        }
        const QByteArray argument = restriction.takesArgument ? elements.value(++i) : QByteArray();
        Flow flow = runElement(element, argument, place, envelope, trace);
        if (place.warnOnly) {
            flow.fall = qMax(flow.fall, flow.refuse);
            flow.refuse = Level::Never;
        }
        place.warnOnly = warnAll;

        Because because = becauseOf(place.list, element, place.from);
        const QString restrictionText =
            shown(argument.isEmpty() ? element : element + ' ' + argument);
        because.sentence = flow.pass() == Level::Never ? tr("%1 in %2 refuses this mail.")
                           : flow.pass() == Level::IfUnseen
                               ? tr("%1 in %2 cannot be judged from here.")
                               : tr("%1 in %2 lets mail through.");
        because.sentence = because.sentence.arg(restrictionText, shown(place.list));
        const auto reason = [&because](const Because& own) {
            return own.sentence.isEmpty() ? because : own;
        };
        trace.append(
            {shown(place.list), restrictionText, resultWord(flow),
             reason(flow.pass() == Level::Never ? flow.refuseBecause : flow.okBecause).sentence});

        const Level ok = qMin(total.fall, flow.ok);
        if (ok > total.ok) {
            total.ok = ok;
            total.okBecause = reason(flow.okBecause);
        }
        const Level refuse = qMin(total.fall, flow.refuse);
        if (refuse > total.refuse) {
            total.refuse = refuse;
            total.refusal = flow.refusal;
            total.refuseBecause = reason(flow.refuseBecause);
        }
        // The first doubt is what a person must look at when the rest depends on it.
        if (flow.fall < total.fall && flow.fall != Level::Never && total.ok < flow.fall) {
            total.okBecause = reason(flow.okBecause);
        }
        if (flow.fall == Level::Sure && total.okBecause.sentence.isEmpty()) {
            total.okBecause = flow.okBecause;
        }
        total.fall = qMin(total.fall, flow.fall);
    }
    return total;
}

Flow RelayEvaluator::runList(const QByteArray& list, const Envelope& envelope,
                             QList<TraceStep>& trace) const
{
    const EffectiveValue value = m_config.value(list, &m_service);
    if (!value.known) {
        Flow flow = Flow::unseen();
        flow.okBecause = becauseOf(list, {}, value);
        flow.okBecause.sentence = tr("The default of %1 could not be seen.").arg(shown(list));
        return flow;
    }
    Flow flow = runElements(splitList(value.value), {list, value, false, 0}, envelope, trace);
    if (flow.okBecause.sentence.isEmpty()) {
        flow.okBecause = becauseOf(list, {}, value);
        flow.okBecause.sentence = tr("Nothing in %1 refuses this mail.").arg(shown(list));
    }
    if (list == "smtpd_helo_restrictions" && !isYesParameter("smtpd_helo_required") &&
        flow.pass() < Level::IfChosen) {
        flow.fall = Level::IfChosen; // the list is skipped for a client that says no HELO
    }
    return flow;
}

EnvelopeVerdict RelayEvaluator::down(const Because& because) const
{
    EnvelopeVerdict verdict;
    verdict.outcome = Outcome::Down;
    verdict.because = because;
    return verdict;
}

EnvelopeVerdict RelayEvaluator::evaluate(const Envelope& envelope) const
{
    static const QList<QByteArray> kLists{"smtpd_client_restrictions", "smtpd_helo_restrictions",
                                          "smtpd_sender_restrictions", "smtpd_relay_restrictions",
                                          "smtpd_recipient_restrictions"};
    for (const QByteArray& parameter : kLists + QList<QByteArray>{"mynetworks", "relay_domains"}) {
        const EffectiveValue value = m_config.value(parameter, &m_service);
        if (value.fatal) {
            Because because = becauseOf(parameter, {}, value);
            because.sentence = tr("smtpd does not start: %1 refers to itself or holds a ${ that is "
                                  "not closed.")
                                   .arg(shown(parameter));
            return down(because);
        }
    }
    EnvelopeVerdict out;
    if (refusesToStart()) {
        Because because = becauseOf("smtpd_relay_restrictions", {},
                                    m_config.value("smtpd_relay_restrictions", &m_service));
        because.sentence =
            tr("smtpd does not start: neither smtpd_relay_restrictions nor "
               "smtpd_recipient_restrictions refuses anybody, so it stops with \"specify at least "
               "one working instance of: reject_unauth_destination, defer_unauth_destination, "
               "reject, defer, defer_if_permit or check_relay_domains\".");
        return down(because);
    }
    Level level = Level::Sure;
    Because doubt;
    Because permitted;
    for (const QByteArray& list : kLists) {
        const bool relayList = list == "smtpd_relay_restrictions";
        if (relayList && !m_config.versionAtLeast(2, 10)) {
            continue;
        }
        const Flow flow = runList(list, envelope, out.trace);
        if (flow.pass() == Level::Never) {
            out.outcome = flow.refusal;
            out.because = flow.refuseBecause;
            return out;
        }
        if (flow.pass() < level) {
            level = flow.pass();
            doubt = flow.okBecause;
        }
        const bool gate = relayList || list == "smtpd_recipient_restrictions";
        if (gate && (permitted.sentence.isEmpty() ||
                     (permitted.restriction.isEmpty() && flow.ok == Level::Sure))) {
            permitted = flow.okBecause;
        }
    }
    out.outcome = level == Level::Sure       ? Outcome::Accept
                  : level == Level::IfChosen ? Outcome::Conditional
                                             : Outcome::Unknown;
    out.because = level == Level::Sure ? permitted : doubt;
    return out;
}

Flow RelayEvaluator::runClass(const QByteArray& name, const Place& place, const Envelope& envelope,
                              QList<TraceStep>& trace) const
{
    const EffectiveValue value = m_config.value(name, &m_service);
    if (place.depth >= kDeepestClass || value.fatal || value.isDefault()) {
        return Flow::unseen();
    }
    Place inner{place.list, value, place.warnOnly, place.depth + 1};
    return runElements(splitList(value.value), inner, envelope, trace);
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

} // namespace gatepost
