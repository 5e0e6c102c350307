// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/smtp/relay_case.h"

#include "models/core/ip_network.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatepost {

namespace {

constexpr const char* kHelo = "gatepost-probe.example.org";
constexpr const char* kStranger = "relay-test@example.org";
constexpr QStringView kPlainCase = u"plain";

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
    add("plain", Text::tr("Stranger to elsewhere"), stranger, target);
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

ProbeVerdict judgeCases(const QList<RelayCaseResult>& cases)
{
    const auto accepted = [](const RelayCaseResult& row) {
        return row.foreign && row.replyClass == ReplyClass::Accepted;
    };
    const auto plain = std::find_if(cases.begin(), cases.end(), [](const RelayCaseResult& row) {
        return row.id == kPlainCase;
    });
    if (plain == cases.end()) {
        return ProbeVerdict::Unknown;
    }
    if (accepted(*plain)) {
        return ProbeVerdict::Open;
    }
    if (std::any_of(cases.begin(), cases.end(), accepted)) {
        return ProbeVerdict::Conditional;
    }
    switch (plain->replyClass) {
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
    case ProbeVerdict::Closed:
        return Text::tr("Closed: asked from %1, %2 refused all %3 forms of mail to elsewhere: %4")
            .arg(report.vantage, report.target, QString::number(report.cases.size()),
                 report.cases.isEmpty() ? QString() : report.cases.first().reply);
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
    return Text::tr(
               "Unknown: %1 gave %2 no answer that decides. Try again later or from elsewhere.")
        .arg(report.target, report.vantage);
}

} // namespace gatepost
