// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gatepost::OverviewText)
};

const ServiceVerdict* decidingService(const HostVerdict& verdict)
{
    const auto worst = std::find_if(
        verdict.services.cbegin(), verdict.services.cend(),
        [&](const ServiceVerdict& service) { return service.verdict == verdict.verdict; });
    return worst == verdict.services.cend() ? nullptr : &*worst;
}

QString configurationProof(const HostVerdict& verdict)
{
    const ServiceVerdict* service = decidingService(verdict);
    if (!service) {
        return verdict.sentence;
    }
    const Because& because = service->because;
    const QString reason = because.sentence.isEmpty() ? because.text : because.sentence;
    const QString place = placeName(because);
    return place.isEmpty() || reason.contains(place) ? reason : u"%1 (%2)"_s.arg(reason, place);
}

QString probeProof(const ProbeReport& probe)
{
    const QString time = QLocale().toString(probe.startedAt.toLocalTime().time(), u"HH:mm"_s);
    const auto accepted =
        std::find_if(probe.cases.cbegin(), probe.cases.cend(), [](const RelayCaseResult& one) {
            return one.foreign && one.replyClass == ReplyClass::Accepted;
        });
    if (accepted != probe.cases.cend()) {
        return Words::tr("A probe from %1 got “%2” at %3.")
            .arg(probe.vantage, accepted->reply.left(60), time);
    }
    if (probe.verdict == ProbeVerdict::Closed) {
        return Words::tr("A probe from %1 was refused in all %2 forms at %3.")
            .arg(probe.vantage)
            .arg(probe.cases.size())
            .arg(time);
    }
    return probe.sentence;
}

QString titleFor(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Open:
        return Words::tr("Open relay: anyone on the internet can send mail through this host");
    case RelayVerdict::Conditional:
        return Words::tr("Conditional relay: a stranger who knows the trick can send mail through "
                         "this host");
    case RelayVerdict::Closed:
        return Words::tr("Closed: no stranger can send mail through this host");
    case RelayVerdict::Down:
        return Words::tr("Not receiving mail: a mail service on this host does not start");
    case RelayVerdict::Error:
        return Words::tr("Not receiving mail: this host answers 451 to everyone");
    case RelayVerdict::Unknown:
        break;
    }
    return Words::tr("Not known: whether strangers can send through this host is decided by "
                     "something Gatepost cannot see");
}

RelayVerdict fromProbe(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Open:
        return RelayVerdict::Open;
    case ProbeVerdict::Conditional:
        return RelayVerdict::Conditional;
    case ProbeVerdict::Closed:
        return RelayVerdict::Closed;
    case ProbeVerdict::Unknown:
        break;
    }
    return RelayVerdict::Unknown;
}

} // namespace

QString placeName(const Because& because)
{
    if (because.file.isEmpty() || because.line <= 0) {
        return {};
    }
    return u"%1:%2"_s.arg(because.file.section(u'/', -1)).arg(because.line);
}

BannerText bannerText(const HostVerdict& verdict, const std::optional<ProbeReport>& probe)
{
    BannerText banner;
    RelayVerdict worst = verdict.verdict;
    const bool probeSaysHole = probe && (probe->verdict == ProbeVerdict::Open ||
                                         probe->verdict == ProbeVerdict::Conditional);
    if (probeSaysHole && relayVerdictRank(fromProbe(probe->verdict)) > relayVerdictRank(worst)) {
        worst = fromProbe(probe->verdict);
    }
    banner.level = levelOf(worst);
    banner.title = titleFor(worst);
    banner.canClose = verdict.verdict == RelayVerdict::Open ||
                      verdict.verdict == RelayVerdict::Conditional ||
                      verdict.verdict == RelayVerdict::Down ||
                      verdict.verdict == RelayVerdict::Error || probeSaysHole;
    const QString first = configurationProof(verdict);
    if (!probe) {
        banner.proof = first.isEmpty() ? Words::tr("Not tried by a probe yet.")
                                       : Words::tr("By configuration: %1").arg(first);
        return banner;
    }
    const bool bothHole = probeSaysHole && (verdict.verdict == RelayVerdict::Open ||
                                            verdict.verdict == RelayVerdict::Conditional);
    const bool bothClosed =
        verdict.verdict == RelayVerdict::Closed && probe->verdict == ProbeVerdict::Closed;
    const bool disagree =
        (verdict.verdict == RelayVerdict::Closed && probeSaysHole) ||
        (verdict.verdict == RelayVerdict::Open && probe->verdict == ProbeVerdict::Closed);
    const QString second = probeProof(*probe);
    if (bothHole || bothClosed) {
        banner.proof = Words::tr("Proved twice. %1 %2").arg(first, second);
    } else if (disagree) {
        banner.proof = Words::tr("Configuration and probe disagree. %1 %2").arg(first, second);
    } else {
        banner.proof = u"%1 %2"_s.arg(first, second);
    }
    return banner;
}

} // namespace gatepost
