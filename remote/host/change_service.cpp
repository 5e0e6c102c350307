// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/host/change_service.h"

#include "models/hardening/transaction_report.h"
#include "models/hardening/transaction_script.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include "resources/scripts.h"

namespace gatepost {

namespace {

constexpr auto kApplyTimeout = std::chrono::minutes(5);
constexpr auto kDecisionTimeout = std::chrono::minutes(3);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeService)
};

template<typename T>
QFuture<Result<T>> finished(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

Error withOutlook(Error error, std::chrono::seconds undoAfter)
{
    if (error.code == ErrorCode::Disconnected || error.code == ErrorCode::Timeout) {
        error.summary +=
            u' ' +
            Text::tr("If the change had begun, the host undoes it by itself %1 seconds after it is "
                     "in place. Connect again and pull to see what became of it.")
                .arg(undoAfter.count());
    }
    return error;
}

/// The host's clock may be wrong; the time that is left is not.
TransactionReport readNow(const QByteArray& output)
{
    TransactionReport report = readTransactionReport(output);
    if (report.state == TransactionState::AwaitConfirm && report.undoIn.count() >= 0) {
        report.undoDeadline =
            QDateTime::currentDateTimeUtc().addSecs(qint64(report.undoIn.count()));
    }
    return report;
}

QFuture<Result<TransactionReport>> decide(CommandRunner& runner, const QByteArray& action,
                                          const QByteArray& transactionId, bool changesHost)
{
    Command command;
    command.argv = transactionCommand(action, transactionId);
    command.elevated = true;
    command.timeout = kDecisionTimeout;
    command.changesHost = changesHost;
    return runner.run(command).then([](Result<CommandResult> result) -> Result<TransactionReport> {
        if (!result) {
            return result.error();
        }
        if (!result->out.contains("GATEPOST state ")) {
            if (result->err.contains("No such file") || result->err.contains("can't open") ||
                result->err.contains("cannot open")) {
                return failure(
                    ErrorCode::NotFound,
                    Text::tr("The host knows nothing of this change: it was never begun there, "
                             "or its record has been removed. Pull to see what is in place."),
                    QString::fromUtf8(result->err));
            }
            return failure(
                ErrorCode::CommandFailed,
                Text::tr("The host did not say what became of the change. Pull to see what "
                         "is in place; a change that nobody confirmed undoes itself."),
                QString::fromUtf8(result->err));
        }
        return readNow(result->out);
    });
}

} // namespace

QByteArray makeTransactionId(const ChangePlan& plan)
{
    return plan.id.toLatin1() + '-' +
           QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss").toLatin1() + '-' +
           QByteArray::number(QRandomGenerator::system()->generate(), 16);
}

QFuture<Result<PendingChange>> applyChange(CommandRunner& runner, const ChangePlan& plan,
                                           std::chrono::seconds undoAfter, ChangeProgress progress,
                                           std::stop_token stop, const QByteArray& transactionId,
                                           const QByteArray& redactionKey)
{
    TransactionOptions options;
    options.transactionId = transactionId.isEmpty() ? makeTransactionId(plan) : transactionId;
    options.engine = transactionEngine();
    options.undoAfter = undoAfter;
    options.redactionKey = redactionKey;
    auto script = compileTransaction(plan, options);
    if (!script) {
        return finished<PendingChange>(script.error());
    }
    Command command;
    command.argv = {"/bin/sh", "-s"};
    command.input = *script;
    command.elevated = true;
    command.timeout = kApplyTimeout;
    command.changesHost = true;

    auto output = std::make_shared<QByteArray>();
    const auto sink = [output, progress = std::move(progress)](QByteArrayView chunk) {
        constexpr qsizetype kMostOutput = 1 << 20;
        const qsizetype begun = output->lastIndexOf('\n') + 1;
        *output += chunk;
        const qsizetype whole = output->lastIndexOf('\n');
        for (const QByteArray& line : output->mid(begun, whole - begun).split('\n')) {
            if (progress && whole >= begun && line.startsWith("GATEPOST step ")) {
                progress(transactionStepText(line.mid(14)));
            }
        }
        return output->size() < kMostOutput;
    };
    return runner.stream(command, sink, stop)
        .then([output, id = options.transactionId,
               undoAfter](Result<CommandResult> result) -> Result<PendingChange> {
            if (!result) {
                return withOutlook(result.error(), undoAfter);
            }
            return PendingChange{id, readNow(*output)};
        });
}

QFuture<Result<TransactionReport>> confirmChange(CommandRunner& runner,
                                                 const QByteArray& transactionId)
{
    return decide(runner, "confirm", transactionId, true);
}

QFuture<Result<TransactionReport>> undoChange(CommandRunner& runner,
                                              const QByteArray& transactionId)
{
    return decide(runner, "undo", transactionId, true);
}

QFuture<Result<TransactionReport>> changeStatus(CommandRunner& runner,
                                                const QByteArray& transactionId)
{
    return decide(runner, "status", transactionId, false);
}

QFuture<Result<QByteArray>> pendingTransaction(CommandRunner& runner)
{
    Command command;
    command.argv = {"readlink", QByteArray(kHostDirectory) + "/lock"};
    command.elevated = true;
    return runner.run(command).then([](Result<CommandResult> result) -> Result<QByteArray> {
        if (!result) {
            return result.error();
        }
        const QByteArray holder = result->out.trimmed();
        return holder.startsWith("held-by:") ? holder.mid(8) : QByteArray();
    });
}

} // namespace gatepost
