// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/effective_config.h"
#include "models/core/ip_network.h"
#include "models/policy/relay_verdict.h"

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

enum class Outcome { Accept, Refuse, Defer, Down, ConfigError, Unknown };

struct EnvelopeVerdict
{
    Outcome outcome = Outcome::Unknown;
    Because because;
    QList<TraceStep> trace;
};

/// Answers for one service as smtpd(8) would at RCPT TO. Says Unknown where a restriction decides
/// that it does not know, never guesses.
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
    /// The networks of mynetworks, elements that are no network left out.
    QList<IpNetwork> trustedNetworks() const;
    QList<QByteArray> ownDomains() const;

private:
    enum class Effect { Ok, Dunno, Reject, Defer, ConfigError, Unknown };
    struct Decision
    {
        Effect effect = Effect::Dunno;
        Because because;
    };

    Decision runList(const QByteArray& list, const Envelope& envelope, EnvelopeVerdict& out) const;
    Decision runElements(const QByteArray& list, const EffectiveValue& from,
                         const QList<QByteArray>& elements, const Envelope& envelope,
                         EnvelopeVerdict& out, int depth) const;
    Decision permitMynetworks(const QByteArray& list, const Envelope& envelope) const;
    bool isOwnDestination(const QByteArray& recipient) const;
    bool listRefuses(const QByteArray& list) const;
    Because becauseOf(const QByteArray& list, const QByteArray& restriction,
                      const EffectiveValue& from) const;

    const EffectiveConfig& m_config;
    const MasterService& m_service;
};

} // namespace gatepost
