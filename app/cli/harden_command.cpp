// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/harden_command.h"

#include "app/cli/cli_connection.h"
#include "app/cli/command_support.h"
#include "app/cli/output.h"
#include "app/cli/verdict_text.h"
#include "app/storage/redaction_keys.h"
#include "models/config/parameter_list.h"
#include "models/core/display_text.h"
#include "models/hardening/relay_layer.h"
#include "models/policy/relay_judge.h"
#include "remote/host/change_service.h"
#include "remote/host/snapshot_service.h"

#include <QCoreApplication>

namespace gatepost {

namespace {

constexpr quint16 kSmtpPort = 25;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

class HardenRun
{
public:
    explicit HardenRun(const Invocation& invocation)
        : m_invocation(invocation)
        , m_document(documentHead(kCommand, invocation.target))
    {}

    ExitStatus run()
    {
        auto connection = connectTo(m_invocation.target, m_invocation);
        if (!connection) {
            return failCommand(m_invocation, kCommand, connection.error());
        }
        m_host = &*connection;
        const auto snapshot = pull();
        if (!snapshot) {
            return failCommand(m_invocation, kCommand, snapshot.error());
        }
        RelayChoices choices;
        if (m_invocation.trustedNetworksGiven) {
            choices.trustedNetworks = m_invocation.trustedNetworks;
        }
        const auto plan = planRelayLayer(*snapshot, choices);
        if (!plan) {
            return failCommand(m_invocation, kCommand, plan.error());
        }
        say([&plan] { printPlan(*plan); });
        m_document.insert(QStringLiteral("plan"), planFields(*plan));
        if (plan->isEmpty() || !m_invocation.apply) {
            return finish(plan->before.verdict);
        }
        return apply(*plan);
    }

private:
    Result<HostSnapshot> pull()
    {
        return await(pullSnapshot(*m_host->ssh, m_redactionKey, interruptToken()));
    }

    ExitStatus apply(const ChangePlan& plan)
    {
        const auto showStep = [this](const QString& step) {
            say([&step] { printLine(QStringLiteral("  ") + displayText(step)); });
        };
        const auto pending = await(applyChange(*m_host->ssh, plan, m_invocation.undoAfter, showStep,
                                               interruptToken(), {}, m_redactionKey));
        if (!pending) {
            return failCommand(m_invocation, kCommand, pending.error());
        }
        if (pending->report.state != TransactionState::AwaitConfirm) {
            return end(pending->report, plan.before.verdict);
        }
        const RelayVerdict proved = prove(plan);
        const bool holds = relayVerdictRank(proved) <= relayVerdictRank(plan.after.verdict);
        const auto decided = await(holds ? confirmChange(*m_host->ssh, pending->transactionId)
                                         : undoChange(*m_host->ssh, pending->transactionId));
        if (!decided) {
            return failCommand(m_invocation, kCommand, decided.error());
        }
        return end(*decided,
                   decided->state == TransactionState::Committed ? proved : plan.before.verdict);
    }

    /// What the changed host is, by its configuration and by asking it. A relay test through --via
    /// counts in full; the desktop itself may be one of the networks that may send.
    RelayVerdict prove(const ChangePlan& plan)
    {
        const auto snapshot = pull();
        if (!snapshot) {
            printError(snapshot.error());
            return RelayVerdict::Unknown;
        }
        const HostVerdict verdict = judgeRelay(*snapshot);
        say([&verdict] { printVerdict(verdict); });
        const auto probe = probeFrom(m_invocation, m_host->profile.endpoint.host, kSmtpPort,
                                     servedDomains(*snapshot), true);
        if (!probe) {
            printError(probe.error());
            return verdict.verdict;
        }
        say([&probe] {
            printLine(Text::tr("Asked from %1: %2").arg(probe->vantage, probe->sentence));
        });
        m_document.insert(QStringLiteral("probe"), probeFields(*probe));
        const bool letThrough =
            probe->verdict == ProbeVerdict::Open || probe->verdict == ProbeVerdict::Conditional;
        if (letThrough && plan.after.verdict == RelayVerdict::Closed &&
            !m_invocation.via.isEmpty()) {
            return probe->verdict == ProbeVerdict::Open ? RelayVerdict::Open
                                                        : RelayVerdict::Conditional;
        }
        return verdict.verdict;
    }

    ExitStatus end(const TransactionReport& report, RelayVerdict verdict)
    {
        say([&report] {
            printLine(report.reason.isEmpty()
                          ? Text::tr("The change is %1.").arg(transactionStateName(report.state))
                          : displayText(report.reason));
        });
        m_document.insert(QStringLiteral("transaction"), transactionFields(report));
        return finish(verdict);
    }

    ExitStatus finish(RelayVerdict verdict)
    {
        m_document.insert(QStringLiteral("verdict"), relayVerdictName(verdict));
        if (m_invocation.json) {
            printJson(m_document);
        }
        return statusOf(verdict);
    }

    template<typename Print>
    void say(Print print) const
    {
        if (!m_invocation.json) {
            print();
        }
    }

    inline static const QString kCommand = QStringLiteral("harden");

    const Invocation& m_invocation;
    /// Made up for this run: what is pulled and what is applied must name secrets alike.
    const QByteArray m_redactionKey = makeRedactionKey();
    QJsonObject m_document;
    CliConnection* m_host = nullptr;
};

} // namespace

ExitStatus runHarden(const Invocation& invocation)
{
    return HardenRun(invocation).run();
}

} // namespace gatepost
