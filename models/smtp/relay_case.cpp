// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/smtp/relay_case.h"

#include "models/core/ip_network.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace gatepost {

namespace {

constexpr const char* kHelo = "gatepost-probe.example.org";
constexpr const char* kStranger = "relay-test@example.org";
constexpr const char* kPlainCase = "plain";
constexpr const char* kLiteralCase = "literal";

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RelayCase)
};

QString addressLiteral(const QString& address)
{
    const auto ip = IpAddress::parse(address.toUtf8());
    if (!ip) {
        return {};
    }
    return ip->isIPv6() ? QStringLiteral("[IPv6:%1]").arg(ip->toString())
                        : QStringLiteral("[%1]").arg(ip->toString());
}

} // namespace

QList<RelayCaseResult> relayCases(const RelayCaseInput& input)
{
    QList<RelayCaseResult> cases;
    const QString user = QStringLiteral("relay-test");
    const QString target = user + u'@' + input.foreignDomain;
    const QString stranger = QString::fromLatin1(kStranger);
    const auto add = [&cases](const char* id, const QString& title, const QString& sender,
                              const QString& recipient, const QString& helo = {}) {
        RelayCaseResult row;
        row.id = QString::fromLatin1(id);
        row.title = title;
        row.helo = helo.isEmpty() ? QString::fromLatin1(kHelo) : helo;
        row.sender = sender;
        row.recipient = recipient;
        cases.append(row);
    };
    add(kPlainCase, Text::tr("Stranger to elsewhere"), stranger, target);
    add("null-sender", Text::tr("No sender, as a bounce"), {}, target);
    QStringList own = input.ownDomains;
    if (!input.serverName.isEmpty() && !own.contains(input.serverName)) {
        own.append(input.serverName);
    }
    const QString literal = addressLiteral(input.serverAddress);
    for (const QString& domain : own.first(qMin<qsizetype>(own.size(), 2))) {
        const bool first = domain == own.first();
        const auto id = [first](const char* one, const char* two) { return first ? one : two; };
        add(id("own-sender", "own-sender-2"), Text::tr("Sender of %1").arg(domain),
            QStringLiteral("postmaster@") + domain, target);
        add(id("percent-hack", "percent-hack-2"), Text::tr("Percent form at %1").arg(domain),
            stranger, user + u'%' + input.foreignDomain + u'@' + domain);
        add(id("quoted", "quoted-2"), Text::tr("Quoted address at %1").arg(domain), stranger,
            QStringLiteral("\"%1\"@%2").arg(target, domain));
        add(id("bang-path-at", "bang-path-at-2"), Text::tr("Bang path at %1").arg(domain), stranger,
            input.foreignDomain + u'!' + user + u'@' + domain);
        add(id("two-at", "two-at-2"), Text::tr("Two at signs, %1 last").arg(domain), stranger,
            target + u'@' + domain);
        add(id("source-route", "source-route-2"), Text::tr("Source route over %1").arg(domain),
            stranger, u'@' + domain + u':' + target);
    }
    add(kLiteralCase, Text::tr("Stranger to an address instead of a domain"), stranger,
        user + QStringLiteral("@[192.0.2.1]"));
    add("bang-path", Text::tr("Bang path"), stranger, input.foreignDomain + u'!' + user);
    add("percent-bare", Text::tr("Percent form without domain"), stranger,
        user + u'%' + input.foreignDomain);
    if (!literal.isEmpty()) {
        add("percent-literal", Text::tr("Percent form at the host's address"), stranger,
            user + u'%' + input.foreignDomain + u'@' + literal);
        add("literal-sender", Text::tr("Sender at the host's address"), user + u'@' + literal,
            target);
    }
    if (!input.serverName.isEmpty()) {
        add("own-helo", Text::tr("Greets with the host's own name"), stranger, target,
            input.serverName);
    }
    return cases;
}

namespace {

/// The refusal concerns the recipient's domain itself (RFC 3463 x.1.2, RFC 7505 x.1.10): a server
/// that looks the domain up first says so whether it relays or not.
bool isAboutTheDomain(const QString& reply)
{
    // 450 4.1.2 <relay-test@example.net>: Recipient address rejected: Domain not found
    // 556 5.1.10 <relay-test@example.net>: Recipient address rejected: Domain example.net does not
    // accept mail (nullMX)
    static const QRegularExpression kStatus(QStringLiteral("^\\d{3}[ -][45]\\.1\\.(?:2|10) "));
    return kStatus.match(reply).hasMatch();
}

/// The refusal names relaying or policy (RFC 3463 x.7.y), not the form of the address.
bool isAboutRelaying(const RelayCaseResult& row)
{
    // 554 5.7.1 <relay-test@[192.0.2.1]>: Relay access denied
    static const QRegularExpression kPolicy(QStringLiteral("^\\d{3}[ -](?:[45]\\.7\\.\\d|.*relay)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return row.replyClass == ReplyClass::Accepted || row.replyClass == ReplyClass::NeedsTls ||
           row.replyClass == ReplyClass::NeedsSignIn || kPolicy.match(row.reply).hasMatch();
}

const RelayCaseResult* caseOf(const QList<RelayCaseResult>& cases, const char* id)
{
    const auto found = std::find_if(cases.cbegin(), cases.cend(), [id](const auto& row) {
        return row.id == QLatin1StringView(id);
    });
    return found == cases.cend() ? nullptr : &*found;
}

/// The case that decides whether any stranger may relay: the plain one, or where that was refused
/// for its domain, the one that names an address and so needs no look-up. Null: neither says.
const RelayCaseResult* decidingCase(const QList<RelayCaseResult>& cases)
{
    const RelayCaseResult* plain = caseOf(cases, kPlainCase);
    if (!plain || !isAboutTheDomain(plain->reply)) {
        return plain;
    }
    const RelayCaseResult* literal = caseOf(cases, kLiteralCase);
    return literal && isAboutRelaying(*literal) ? literal : nullptr;
}

} // namespace

ProbeVerdict judgeCases(const QList<RelayCaseResult>& cases)
{
    const auto accepted = [](const RelayCaseResult& row) {
        return row.foreign && row.replyClass == ReplyClass::Accepted;
    };
    const RelayCaseResult* deciding = decidingCase(cases);
    if (deciding && accepted(*deciding)) {
        return ProbeVerdict::Open;
    }
    if (std::any_of(cases.begin(), cases.end(), accepted)) {
        return ProbeVerdict::Conditional;
    }
    if (!deciding) {
        return ProbeVerdict::Unknown;
    }
    switch (deciding->replyClass) {
    case ReplyClass::Refused:
    case ReplyClass::RetryLater:
    case ReplyClass::NeedsTls:
    case ReplyClass::NeedsSignIn:
        return ProbeVerdict::Closed;
    case ReplyClass::Accepted:
    case ReplyClass::RefusedAtData:
    case ReplyClass::Dropped:
    case ReplyClass::RateLimited:
        break;
    }
    return ProbeVerdict::Unknown;
}

QString probeSentence(const ProbeReport& report)
{
    const auto first = std::find_if(report.cases.begin(), report.cases.end(), [](const auto& row) {
        return row.replyClass == ReplyClass::Accepted;
    });
    switch (report.verdict) {
    case ProbeVerdict::Open:
    case ProbeVerdict::Conditional:
        return (report.verdict == ProbeVerdict::Open
                    ? Text::tr("Open: asked from %1, %2 accepted mail from <%3> to <%4>: %5")
                    : Text::tr(
                          "Conditionally open: asked from %1, %2 accepted mail from <%3> to <%4>: "
                          "%5"))
            .arg(report.vantage, report.target, first->sender, first->recipient, first->reply);
    case ProbeVerdict::Closed: {
        const RelayCaseResult* deciding = decidingCase(report.cases);
        return Text::tr("Closed: asked from %1, %2 refused all %3 forms of mail to elsewhere: %4")
            .arg(report.vantage, report.target, QString::number(report.cases.size()),
                 deciding ? deciding->reply : QString());
    }
    case ProbeVerdict::Unknown:
        break;
    }
    if (report.banner.isEmpty()) {
        return Text::tr(
                   "Unknown: %1 gave no greeting to %2, so no mail server answers there. Look at "
                   "the "
                   "mail log of the host for \"fatal\".")
            .arg(report.target, report.vantage);
    }
    const RelayCaseResult* plain = caseOf(report.cases, kPlainCase);
    if (plain && isAboutTheDomain(plain->reply)) {
        return Text::tr(
                   "Unknown: %1 refused the domain that the test writes to, which says nothing "
                   "about relaying: %2")
            .arg(report.target, plain->reply);
    }
    return Text::tr(
               "Unknown: %1 gave %2 no answer that decides. Try again later or from elsewhere.")
        .arg(report.target, report.vantage);
}

} // namespace gatepost
