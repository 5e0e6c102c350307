// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/effective_config.h"
#include "models/core/ip_network.h"
#include "models/policy/lookup_table.h"
#include "models/policy/relay_flow.h"
#include "models/policy/relay_verdict.h"
#include "models/policy/restriction_catalog.h"

#include <QCoreApplication>

namespace gatepost {

/// One question: may this client hand in this mail?
struct Envelope
{
    IpAddress client;
    bool signedIn = false;
    QByteArray helo;
    QByteArray sender;
    QByteArray recipient;
};

struct EnvelopeVerdict
{
    Outcome outcome = Outcome::Unknown;
    Because because;
    QList<TraceStep> trace;
};

/// Answers for one service as smtpd(8) would at RCPT TO: accepted if no list refuses. Says Unknown
/// where a restriction decides that it does not know or cannot see, never guesses. Conditional:
/// another sender, HELO name or recipient than the envelope's gets through.
class RelayEvaluator
{
    Q_DECLARE_TR_FUNCTIONS(RelayEvaluator)

public:
    RelayEvaluator(const EffectiveConfig& config, const MasterService& service);

    EnvelopeVerdict evaluate(const Envelope& envelope) const;

    /// Whether smtpd stops at start because neither list can refuse a stranger
    /// ("specify at least one working instance of ...").
    bool refusesToStart() const;

    bool offersSignIn() const;
    QList<QByteArray> ownDomains() const;

private:
    /// Where a restriction stands.
    struct Place
    {
        QByteArray list;
        EffectiveValue from;
        bool warnOnly = false;
        int depth = 0;
    };

    Flow runList(const QByteArray& list, const Envelope& envelope, QList<TraceStep>& trace) const;
    Flow runElements(const QList<QByteArray>& elements, Place place, const Envelope& envelope,
                     QList<TraceStep>& trace) const;
    Flow runElement(const QByteArray& element, const QByteArray& argument, const Place& place,
                    const Envelope& envelope, QList<TraceStep>& trace) const;
    Flow runTable(RestrictionKind kind, const QByteArray& table, const Place& place,
                  const Envelope& envelope, QList<TraceStep>& trace) const;
    Flow runEntries(RestrictionKind kind, const QList<TableEntry>& entries, const Place& place,
                    const Envelope& envelope, QList<TraceStep>& trace) const;
    Flow runClass(const QByteArray& name, const Place& place, const Envelope& envelope,
                  QList<TraceStep>& trace) const;
    Flow permitMynetworks(const Place& place, const Envelope& envelope) const;
    Flow refuseForeign(Outcome refusal, const Place& place, const Envelope& envelope) const;
    Flow permitCertificate(RestrictionKind kind) const;

    bool isOwnDestination(const QByteArray& recipient) const;
    bool isClass(const QByteArray& name) const;
    bool asksForCertificates() const;
    bool parentsMatch(const QByteArray& parameter) const;
    bool isYesParameter(const QByteArray& parameter) const;
    bool listRefuses(const QList<QByteArray>& elements, int depth) const;
    /// The service that resolves addresses, whose view of the address classes counts.
    const MasterService* rewriteService() const;
    Because becauseOf(const QByteArray& list, const QByteArray& restriction,
                      const EffectiveValue& from) const;
    EnvelopeVerdict down(const Because& because) const;

    const EffectiveConfig& m_config;
    const MasterService& m_service;
};

} // namespace gatepost
