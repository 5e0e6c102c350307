// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/change_flow.h"

#include "app/flows/future_watch.h"
#include "models/config/value_syntax.h"
#include "models/policy/relay_verdict.h"

#include <QLocale>

namespace gatepost {

namespace {

/// The host notices its own deadline within this time.
constexpr auto kAfterDeadline = std::chrono::seconds(4);
/// Pause between two questions to a host that does not answer.
constexpr auto kAskAgain = std::chrono::seconds(4);

QStringList networksOf(const ChangePlan& plan)
{
    QStringList networks;
    for (const SemanticChange& change : plan.changes) {
        if (change.parameter == QStringLiteral("mynetworks")) {
            for (const QByteArray& element : splitList(change.after.toUtf8())) {
                networks.append(QString::fromUtf8(element));
            }
        }
    }
    return networks;
}

/// A connection that broke says nothing about what the host does behind it.
bool mayHaveBegun(ErrorCode code)
{
    return code == ErrorCode::Disconnected || code == ErrorCode::Timeout ||
           code == ErrorCode::Cancelled || code == ErrorCode::ParseFailed;
}

bool isOver(TransactionState state)
{
    return state != TransactionState::Preparing && state != TransactionState::AwaitConfirm;
}

} // namespace

ChangeFlow::ChangeFlow(HostSession& session, ProbeFlow& probe, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_probe(probe)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ChangeFlow::askHost);
    connect(&session, &HostSession::readingChanged, this, &ChangeFlow::readingArrived);
    connect(&session, &HostSession::pullFinished, this, [this] {
        if (m_stage == Stage::Proving) {
            prove();
        }
    });
    connect(&probe, &ProbeFlow::finished, this, [this] {
        if (m_stage == Stage::Proving) {
            weighProof();
        }
    });
    connect(&session, &HostSession::linkChanged, this, [this] {
        if (m_session.link() == LinkState::Open && m_stage == Stage::Deciding) {
            askHost();
        }
    });
}

void ChangeFlow::readingArrived()
{
    if (!isBusy() && m_session.reading() && !m_session.pullError()) {
        makePlan({});
        lookForPending();
    }
}

void ChangeFlow::lookForPending()
{
    whenFinished(pendingTransaction(m_session.connection()), this,
                 [this](const Result<QByteArray>& found) {
                     if (isBusy() || !found || found->isEmpty()) {
                         return;
                     }
                     m_transactionId = *found;
                     whenFinished(changeStatus(m_session.connection(), m_transactionId), this,
                                  [this](const Result<TransactionReport>& report) {
                                      if (!isBusy() && report && !isOver(report->state)) {
                                          adopt(*report);
                                      }
                                  });
                 });
}

void ChangeFlow::adopt(const TransactionReport& report)
{
    const QString& host = m_session.profile().name;
    m_transaction = report;
    m_changeNote = tr("A change of %1 waits for your word").arg(host);
    m_proof = tr("It was begun by a console that did not finish it. What is shown here was read "
                 "from %1 as it is now, with that change.")
                  .arg(host);
    watchDeadline();
    setStage(Stage::Deciding);
}

void ChangeFlow::watchDeadline()
{
    if (m_transaction->undoDeadline.isValid()) {
        const std::chrono::seconds left(
            QDateTime::currentDateTimeUtc().secsTo(m_transaction->undoDeadline));
        m_deadline.start(std::max(left, std::chrono::seconds(0)) + kAfterDeadline);
    }
}

void ChangeFlow::planFor(const QStringList& trustedNetworks)
{
    if (!isBusy()) {
        makePlan({trustedNetworks});
    }
}

void ChangeFlow::planAgain()
{
    if (isBusy()) {
        return;
    }
    m_transaction.reset();
    m_proof.clear();
    Q_EMIT transactionChanged();
    m_session.pull();
}

void ChangeFlow::makePlan(const RelayChoices& choices)
{
    const auto reading = m_session.reading();
    if (!reading) {
        return;
    }
    const quint64 number = ++m_planNumber;
    auto plan = QtFuture::makeReadyFuture().then(QtFuture::Launch::Async, [reading, choices] {
        return planRelayLayer(reading->snapshot, choices);
    });
    whenFinished(plan, this, [this, number, choices](Result<ChangePlan> made) {
        if (number != m_planNumber || isBusy()) {
            return;
        }
        m_plan = std::move(made);
        m_trusted = choices.trustedNetworks.value_or(*m_plan ? networksOf(**m_plan) : m_trusted);
        Q_EMIT planChanged();
    });
}

void ChangeFlow::apply(const QString& planId, const Vantage& vantage)
{
    if (isBusy() || !m_plan || !*m_plan || (*m_plan)->isEmpty() || (*m_plan)->id != planId) {
        return;
    }
    m_vantage = vantage;
    m_transaction = TransactionReport{};
    m_transactionId = makeTransactionId(**m_plan);
    m_proof.clear();
    setStage(Stage::Applying);
    const auto progress = [this](const QString& step) {
        QMetaObject::invokeMethod(
            this, [this, step] { showSteps(step); }, Qt::QueuedConnection);
    };
    whenFinished(applyChange(m_session.connection(), **m_plan, m_undoAfter, progress, {},
                             m_transactionId, m_session.redactionKey()),
                 this, [this](Result<PendingChange> result) { applied(std::move(result)); });
}

void ChangeFlow::showSteps(const QString& step)
{
    if (m_stage == Stage::Applying && m_transaction) {
        m_transaction->steps.append(step);
        Q_EMIT transactionChanged();
    }
}

void ChangeFlow::applied(Result<PendingChange> result)
{
    const QString& host = m_session.profile().name;
    if (!result && m_transaction->steps.isEmpty() && !mayHaveBegun(result.error().code)) {
        TransactionReport report;
        report.state = TransactionState::Refused;
        report.reason = result.error().summary;
        report.hostLog = result.error().detail.toUtf8();
        end(report);
        return;
    }
    m_changeNote = tr("A change of %1 waits for your word").arg(host);
    if (!result) { // it had begun: only the host knows how it stands, and it goes on by itself
        m_proof = result.error().summary;
        m_changeNote = tr("Whether the change of %1 stands is being asked").arg(host);
        m_deadline.start(kAskAgain);
        setStage(Stage::Deciding);
        return;
    }
    m_transaction = result->report;
    if (isOver(m_transaction->state)) {
        end(*m_transaction);
        return;
    }
    watchDeadline();
    setStage(Stage::Proving);
    m_probe.forget();
    m_session.pull();
}

void ChangeFlow::prove()
{
    m_probe.run(m_vantage, true);
}

void ChangeFlow::weighProof()
{
    const auto reading = m_session.reading();
    const QString& host = m_session.profile().name;
    if (m_session.pullError() || !reading) {
        m_proof =
            tr("%1 could not be read again after the change. %2")
                .arg(host, m_session.pullError() ? m_session.pullError()->summary : QString());
        setStage(Stage::Deciding);
        return;
    }
    const RelayVerdict planned =
        m_plan && *m_plan ? (*m_plan)->after.verdict : RelayVerdict::Closed;
    if (relayVerdictRank(reading->verdict.verdict) > relayVerdictRank(planned)) {
        m_proof = tr("The configuration that %1 has now is not what the plan proved. It is being "
                     "put back.")
                      .arg(host);
        undo();
        return;
    }
    const auto& report = m_probe.report();
    if (!report) {
        m_proof = tr("By configuration: %1 The probe could not ask: %2")
                      .arg(reading->verdict.sentence,
                           m_probe.error() ? m_probe.error()->summary : QString());
    } else if (report->verdict == ProbeVerdict::Open ||
               report->verdict == ProbeVerdict::Conditional) {
        m_proof = tr("The probe from %1 was still let through. Undo the change, unless %1 is one "
                     "of the networks that may send without signing in.")
                      .arg(report->vantage);
    } else {
        m_proof = tr("Proved twice. By configuration: %1 By probe from %2: %3")
                      .arg(reading->verdict.sentence, report->vantage, report->sentence);
    }
    setStage(Stage::Deciding);
}

void ChangeFlow::keep()
{
    if (m_stage == Stage::Deciding || m_stage == Stage::Proving) {
        decide(confirmChange(m_session.connection(), m_transactionId));
    }
}

void ChangeFlow::undo()
{
    if (m_stage == Stage::Deciding || m_stage == Stage::Proving) {
        decide(undoChange(m_session.connection(), m_transactionId));
    }
}

void ChangeFlow::decide(QFuture<Result<TransactionReport>> answer)
{
    m_probe.cancel();
    setStage(Stage::Finishing);
    whenFinished(answer, this,
                 [this](const Result<TransactionReport>& result) { decided(result); });
}

void ChangeFlow::decided(const Result<TransactionReport>& result)
{
    if (!result) {
        m_proof = result.error().summary;
        setStage(Stage::Deciding);
        return;
    }
    TransactionReport report = *result;
    if (report.steps.isEmpty() && m_transaction) {
        report.steps = m_transaction->steps;
    }
    if (isOver(report.state)) {
        end(report);
    } else {
        m_transaction = report;
        setStage(Stage::Deciding);
    }
}

void ChangeFlow::askHost()
{
    if (m_stage != Stage::Proving && m_stage != Stage::Deciding) {
        return;
    }
    whenFinished(changeStatus(m_session.connection(), m_transactionId), this,
                 [this](const Result<TransactionReport>& result) {
                     if (m_stage != Stage::Proving && m_stage != Stage::Deciding) {
                         return;
                     }
                     if (result) {
                         decided(result);
                     } else if (result.error().code == ErrorCode::NotFound) {
                         TransactionReport report;
                         report.state = TransactionState::Refused;
                         report.reason = result.error().summary;
                         end(report);
                     } else {
                         m_deadline.start(kAskAgain);
                     }
                 });
}

void ChangeFlow::end(const TransactionReport& report)
{
    m_deadline.stop();
    m_transaction = report;
    const QString& host = m_session.profile().name;
    const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    const bool tried = report.state != TransactionState::Refused;
    if (report.state == TransactionState::Committed) {
        m_changeNote = tr("%1: relay closed at %2, kept").arg(host, time);
    } else if (report.state == TransactionState::Undone) {
        m_changeNote = tr("%1: the change was undone at %2").arg(host, time);
    }
    const bool reread = tried && report.state != TransactionState::Committed;
    setStage(Stage::Planning);
    if (reread) {
        m_probe.forget();
        m_session.pull();
    } else if (report.state == TransactionState::Committed) {
        readingArrived();
    }
}

void ChangeFlow::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT transactionChanged();
}

} // namespace gatepost
