// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_judge.h"

#include "models/config/effective_config.h"
#include "models/config/value_syntax.h"
#include "models/policy/relay_evaluator.h"

#include <QCoreApplication>

namespace gatepost {

namespace {

/// Strangers: addresses from the documentation ranges that no configuration names by chance, and a
/// recipient that no host serves.
constexpr const char* kStrangerAddresses[] = {"192.0.2.77", "203.0.113.177", "2001:db8:77::77"};
constexpr const char* kForeignRecipient = "someone@relay-test.invalid";

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RelayJudge)
};

bool listensForStrangers(const MasterService& service)
{
    if (service.command != "smtpd" || (service.type != "inet" && service.type != "pass")) {
        return false;
    }
    const qsizetype colon = service.name.lastIndexOf(':');
    const QByteArray host = colon > 0 ? service.name.first(colon) : QByteArray();
    const auto address = IpAddress::parse(host);
    return host != "localhost" && !(address && address->isLoopback());
}

RelayVerdict verdictOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accept:
        return RelayVerdict::Open;
    case Outcome::Refuse:
    case Outcome::Defer:
        return RelayVerdict::Closed;
    case Outcome::Down:
        return RelayVerdict::Down;
    case Outcome::ConfigError:
        return RelayVerdict::Error;
    case Outcome::Unknown:
        break;
    }
    return RelayVerdict::Unknown;
}

MatrixAnswer answerOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accept:
        return MatrixAnswer::Accept;
    case Outcome::Refuse:
        return MatrixAnswer::Refuse;
    case Outcome::Defer:
        return MatrixAnswer::Defer;
    case Outcome::Down:
        return MatrixAnswer::Down;
    case Outcome::ConfigError:
        return MatrixAnswer::Error;
    case Outcome::Unknown:
        break;
    }
    return MatrixAnswer::Unknown;
}

ServiceVerdict judgeService(const EffectiveConfig& config, const MasterService& service)
{
    const RelayEvaluator evaluator(config, service);
    ServiceVerdict worst;
    worst.name = QString::fromUtf8(service.label());
    worst.masterLine = service.line.number;
    bool first = true;
    for (const char* address : kStrangerAddresses) {
        const EnvelopeVerdict answer =
            evaluator.evaluate({*IpAddress::parse(address), false, "client.example.org",
                                "someone@example.org", kForeignRecipient});
        const RelayVerdict verdict = verdictOf(answer.outcome);
        if (first || relayVerdictRank(verdict) > relayVerdictRank(worst.verdict)) {
            worst.verdict = verdict;
            worst.because = answer.because;
            worst.trace = answer.trace;
            first = false;
        }
    }
    return worst;
}

QList<MatrixRow> matrixOf(const EffectiveConfig& config, const MasterService& service)
{
    const RelayEvaluator evaluator(config, service);
    const QList<QByteArray> own = evaluator.ownDomains();
    const QByteArray ownDomain = own.value(0, "localhost");
    const auto row = [&](const QString& client, const char* address, bool signedIn) {
        const auto ask = [&](const QByteArray& sender, const QByteArray& recipient) {
            return answerOf(evaluator
                                .evaluate({*IpAddress::parse(address), signedIn,
                                           "client.example.org", sender, recipient})
                                .outcome);
        };
        return MatrixRow{client, QString::fromUtf8(service.label()),
                         ask("someone@example.org", "postmaster@" + ownDomain),
                         ask("someone@example.org", kForeignRecipient),
                         ask("postmaster@" + ownDomain, kForeignRecipient)};
    };
    QList<MatrixRow> rows{row(Text::tr("Stranger"), kStrangerAddresses[0], false),
                          row(Text::tr("This machine"), "127.0.0.1", false)};
    if (evaluator.offersSignIn()) {
        rows.append(row(Text::tr("Signed in"), kStrangerAddresses[0], true));
    }
    return rows;
}

QString sentenceFor(const HostVerdict& host)
{
    switch (host.verdict) {
    case RelayVerdict::Open:
        return Text::tr("Open relay: anyone on the internet can send mail through this host.");
    case RelayVerdict::Conditional:
        return Text::tr(
            "Conditionally open: a stranger who picks the right words can send mail through "
            "this host.");
    case RelayVerdict::Closed:
        return Text::tr("Closed: no stranger can send mail to the outside through this host.");
    case RelayVerdict::Down:
        return Text::tr(
            "Not an open relay: the mail service does not start with this configuration.");
    case RelayVerdict::Error:
        return Text::tr("Not an open relay: every sender gets a configuration error (451).");
    case RelayVerdict::Unknown:
        break;
    }
    return Text::tr("Unknown: the configuration alone does not decide whether this host relays.");
}

} // namespace

HostVerdict judgeRelay(const HostSnapshot& snapshot)
{
    HostVerdict host;
    host.verdict = RelayVerdict::Closed;
    const EffectiveConfig config(snapshot);
    if (!snapshot.files.value(config.mainPath()).readable) {
        host.verdict = RelayVerdict::Unknown;
        host.sentence = Text::tr("Unknown: main.cf could not be read.");
        return host;
    }
    for (const MasterService& service : config.masterCf().services()) {
        if (!listensForStrangers(service)) {
            continue;
        }
        host.services.append(judgeService(config, service));
        host.matrix += matrixOf(config, service);
        if (relayVerdictRank(host.services.last().verdict) > relayVerdictRank(host.verdict)) {
            host.verdict = host.services.last().verdict;
        }
    }
    if (host.services.isEmpty()) {
        host.notes.append(
            Text::tr("No service of master.cf listens for mail from other machines."));
    }
    host.sentence = sentenceFor(host);
    return host;
}

} // namespace gatepost
