// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/harden_command.h"

#include "app/cli/cli_connection.h"
#include "app/cli/output.h"
#include "app/cli/verdict_text.h"
#include "models/core/display_text.h"
#include "models/hardening/relay_layer.h"
#include "models/policy/relay_judge.h"
#include "remote/host/change_service.h"
#include "remote/host/snapshot_service.h"

#include <QCoreApplication>

namespace gatepost {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("gatepostctl", text);
}

class HardenRun
{
public:
    explicit HardenRun(const Invocation& invocation)
        : m_invocation(invocation)
        , m_document(documentHead(QStringLiteral("harden"), invocation.target))
    {}

    ExitStatus run()
    {
        auto connection = connectTo(m_invocation.target, m_invocation, {});
        if (!connection) {
            return fail(connection.error());
        }
        m_ssh = connection->ssh.get();
        auto snapshot = await(pullSnapshot(*m_ssh, {}, interruptToken()));
        if (!snapshot) {
            return fail(snapshot.error());
        }
        RelayChoices choices;
        if (m_invocation.trustedNetworksGiven) {
            choices.trustedNetworks = m_invocation.trustedNetworks;
        }
        auto plan = planRelayLayer(*snapshot, choices);
        if (!plan) {
            return fail(plan.error());
        }
        say([&plan] { printPlan(*plan); });
        m_document.insert(QStringLiteral("plan"), planFields(*plan));
        m_document.insert(QStringLiteral("verdict"), relayVerdictName(plan->before.verdict));
        if (plan->isEmpty() || !m_invocation.apply) {
            return finish(plan->before.verdict);
        }
        return apply(*plan);
    }

private:
    ExitStatus apply(const ChangePlan& plan)
    {
        auto pending = await(applyChange(
            *m_ssh, plan, m_invocation.undoAfter,
            [this](const QString& step) {
                say([&step] { printLine(QStringLiteral("  ") + displayText(step)); });
            },
            interruptToken()));
        if (!pending) {
            return fail(pending.error());
        }
        if (pending->report.state != TransactionState::AwaitConfirm) {
            return end(pending->report, plan.before.verdict);
        }
        auto proof = await(pullSnapshot(*m_ssh, {}, interruptToken()));
        const HostVerdict after = proof ? judgeRelay(*proof) : HostVerdict{};
        const bool better = relayVerdictRank(after.verdict) < relayVerdictRank(plan.before.verdict);
        auto decided = await(better ? confirmChange(*m_ssh, pending->transactionId)
                                    : undoChange(*m_ssh, pending->transactionId));
        if (!decided) {
            return fail(decided.error());
        }
        say([&after] { printVerdict(after); });
        return end(*decided, decided->state == TransactionState::Committed ? after.verdict
                                                                           : plan.before.verdict);
    }

    ExitStatus end(const TransactionReport& report, RelayVerdict verdict)
    {
        say([&report] {
            printLine(report.reason.isEmpty()
                          ? tr("The change is %1.").arg(transactionStateName(report.state))
                          : displayText(report.reason));
        });
        m_document.insert(QStringLiteral("transaction"), transactionFields(report));
        m_document.insert(QStringLiteral("verdict"), relayVerdictName(verdict));
        return finish(verdict);
    }

    ExitStatus finish(RelayVerdict verdict)
    {
        if (m_invocation.json) {
            printJson(m_document);
        }
        return verdict == RelayVerdict::Closed    ? ExitStatus::Fine
               : verdict == RelayVerdict::Unknown ? ExitStatus::Partial
                                                  : ExitStatus::Finding;
    }

    ExitStatus fail(const Error& error)
    {
        printError(error);
        if (m_invocation.json) {
            printJson(errorDocument(QStringLiteral("harden"), m_invocation.target, error));
        }
        return exitStatusOf(error);
    }

    template<typename Print>
    void say(Print print) const
    {
        if (!m_invocation.json) {
            print();
        }
    }

    const Invocation& m_invocation;
    QJsonObject m_document;
    SshConnection* m_ssh = nullptr;
};

} // namespace

ExitStatus runHarden(const Invocation& invocation)
{
    return HardenRun(invocation).run();
}

} // namespace gatepost
