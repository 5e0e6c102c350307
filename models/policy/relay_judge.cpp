// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_judge.h"

#include "models/config/effective_config.h"
#include "models/config/value_syntax.h"
#include "models/policy/match_list.h"
#include "models/policy/relay_evaluator.h"

#include <QCoreApplication>

#include <algorithm>

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

/// The host part of "host:port"; empty when the service listens on inet_interfaces.
QByteArray listenHost(const MasterService& service)
{
    const qsizetype colon = service.name.lastIndexOf(':');
    return colon > 0 ? service.name.first(colon) : QByteArray();
}

bool isLoopbackName(const QByteArray& name)
{
    const auto address = IpAddress::parse(name);
    return name == "localhost" || name == "loopback-only" || (address && address->isLoopback());
}

bool listensForStrangers(const EffectiveConfig& config, const MasterService& service)
{
    if (service.type == "pass") {
        return true; // handed over by postscreen
    }
    const QByteArray host = listenHost(service);
    if (service.type != "inet" || isLoopbackName(host)) {
        return false;
    }
    const QList<QByteArray> interfaces = splitList(config.value("inet_interfaces").value);
    return !host.isEmpty() || interfaces.isEmpty() ||
           !std::all_of(interfaces.begin(), interfaces.end(), isLoopbackName);
}

RelayVerdict verdictOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accept:
        return RelayVerdict::Open;
    case Outcome::Conditional:
        return RelayVerdict::Conditional;
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
    case Outcome::Conditional: // the envelope asked about is not the one that gets through
    case Outcome::Unknown:
        break;
    }
    return MatrixAnswer::Unknown;
}

Because because(const EffectiveConfig& config, const char* parameter, const MasterService& service,
                const QString& sentence)
{
    const EffectiveValue value = config.value(parameter, &service);
    Because result;
    result.list = QString::fromLatin1(parameter);
    result.file = QString::fromUtf8(value.file);
    result.line = value.line;
    result.text = QString::fromUtf8(value.text);
    result.sentence = sentence;
    return result;
}

/// What stops the service before any restriction is asked. Empty when nothing does.
std::optional<Because> stopsAtStart(const EffectiveConfig& config, const MasterService& service)
{
    Because result;
    for (const ConfigDiagnostic& diagnostic : config.mainCf().diagnostics()) {
        result.file = QString::fromUtf8(config.mainPath());
        result.line = diagnostic.line;
        result.sentence =
            Text::tr("Postfix does not start: line %1 of main.cf is no \"name = value\".")
                .arg(diagnostic.line);
        return result;
    }
    const QByteArray stray = service.strayArgument();
    if (!stray.isEmpty()) {
        result.file = QString::fromUtf8(config.masterPath());
        result.line = service.line.number;
        result.restriction = QString::fromUtf8(stray);
        result.text = QString::fromUtf8(service.line.text);
        result.sentence =
            Text::tr("smtpd does not start: it cannot make sense of its argument %1 in "
                     "master.cf.")
                .arg(result.restriction);
        return result;
    }
    return std::nullopt;
}

void takeIfWorse(ServiceVerdict& worst, RelayVerdict verdict, const Because& why,
                 const QList<TraceStep>& trace = {})
{
    if (relayVerdictRank(verdict) > relayVerdictRank(worst.verdict)) {
        worst.verdict = verdict;
        worst.because = why;
        worst.trace = trace;
    }
}

/// Strangers who may say that they are somebody else (XCLIENT_README, postconf(5)
/// smtpd_upstream_proxy_protocol).
void judgeImpostors(ServiceVerdict& worst, const EffectiveConfig& config,
                    const MasterService& service, const IpAddress& stranger)
{
    const RelayEvaluator evaluator(config, service);
    const Outcome asTrusted =
        evaluator
            .evaluate({*IpAddress::parse("127.0.0.1"), evaluator.offersSignIn(),
                       "client.example.org", "someone@example.org", kForeignRecipient})
            .outcome;
    if (asTrusted == Outcome::Refuse || asTrusted == Outcome::Defer || asTrusted == Outcome::Down) {
        return;
    }
    const EffectiveValue hosts = config.value("smtpd_authorized_xclient_hosts", &service);
    const MatchAnswer answer = matchAddress(config, hosts.value, stranger);
    if (answer.match == Match::Yes || answer.match == Match::Unseen) {
        takeIfWorse(
            worst, answer.match == Match::Yes ? RelayVerdict::Open : RelayVerdict::Unknown,
            because(config, "smtpd_authorized_xclient_hosts", service,
                    Text::tr("smtpd_authorized_xclient_hosts holds %1: whoever connects from "
                             "there may claim any address or login, and so may send anywhere.")
                        .arg(QString::fromUtf8(answer.element))));
    }
    const char* proxy = service.type == "pass" ? "postscreen_upstream_proxy_protocol"
                                               : "smtpd_upstream_proxy_protocol";
    if (!config.value(proxy, &service).value.isEmpty()) {
        takeIfWorse(
            worst, RelayVerdict::Unknown,
            because(config, proxy, service,
                    Text::tr("%1 is set: whoever reaches this port without the proxy may claim "
                             "any address. Whether a firewall prevents that cannot be seen "
                             "here.")
                        .arg(QString::fromLatin1(proxy))));
    }
}

ServiceVerdict judgeService(const EffectiveConfig& config, const MasterService& service)
{
    ServiceVerdict worst;
    worst.name = QString::fromUtf8(service.label());
    worst.masterLine = service.line.number;
    if (const auto stop = stopsAtStart(config, service)) {
        worst.verdict = RelayVerdict::Down;
        worst.because = *stop;
        return worst;
    }
    QList<EffectiveConfig> moments{config};
    if (config.mentionsStress()) {
        moments.append(config.underStress());
    }
    bool first = true;
    for (const EffectiveConfig& moment : std::as_const(moments)) {
        const RelayEvaluator evaluator(moment, service);
        for (const char* address : kStrangerAddresses) {
            const EnvelopeVerdict answer =
                evaluator.evaluate({*IpAddress::parse(address), false, "client.example.org",
                                    "someone@example.org", kForeignRecipient});
            if (first) {
                worst.verdict = verdictOf(answer.outcome);
                worst.because = answer.because;
                worst.trace = answer.trace;
                first = false;
            }
            takeIfWorse(worst, verdictOf(answer.outcome), answer.because, answer.trace);
            judgeImpostors(worst, moment, service, *IpAddress::parse(address));
        }
    }
    return worst;
}

/// qmqpd(8) relays for everybody in qmqpd_authorized_clients and asks no restriction.
ServiceVerdict judgeQmqpd(const EffectiveConfig& config, const MasterService& service)
{
    ServiceVerdict worst;
    worst.name = QString::fromUtf8(service.label());
    worst.masterLine = service.line.number;
    worst.verdict = RelayVerdict::Closed;
    const EffectiveValue clients = config.value("qmqpd_authorized_clients", &service);
    worst.because = because(config, "qmqpd_authorized_clients", service,
                            Text::tr("qmqpd_authorized_clients holds no stranger."));
    for (const char* address : kStrangerAddresses) {
        const MatchAnswer answer = matchAddress(config, clients.value, *IpAddress::parse(address));
        if (answer.match == Match::Yes || answer.match == Match::Unseen) {
            takeIfWorse(
                worst, answer.match == Match::Yes ? RelayVerdict::Open : RelayVerdict::Unknown,
                because(config, "qmqpd_authorized_clients", service,
                        Text::tr("qmqpd_authorized_clients holds %1: qmqpd relays for whoever "
                                 "connects from there.")
                            .arg(QString::fromUtf8(answer.element))));
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
    if (!config.wholeFile(config.mainPath())) {
        host.verdict = RelayVerdict::Unknown;
        host.sentence = Text::tr("Unknown: main.cf could not be read whole.");
        return host;
    }
    if (!config.wholeFile(config.masterPath())) {
        host.verdict = RelayVerdict::Unknown;
        host.sentence = Text::tr("Unknown: master.cf could not be read whole.");
        return host;
    }
    for (const MasterService& service : config.masterCf().services()) {
        if (!listensForStrangers(config, service)) {
            continue;
        }
        if (service.command == "smtpd") {
            host.services.append(judgeService(config, service));
            host.matrix += matrixOf(config, service);
        } else if (service.command == "qmqpd") {
            host.services.append(judgeQmqpd(config, service));
        } else {
            if (service.command == "spawn") {
                host.notes.append(
                    Text::tr("%1 starts a program of its own for whoever connects; what "
                             "that accepts is not judged here.")
                        .arg(QString::fromUtf8(service.label())));
            }
            continue;
        }
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
