// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/host/change_service.h"

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
            u' ' + Text::tr("If the change had begun, the host undoes it by itself within %1 "
                            "seconds.")
                       .arg(undoAfter.count());
    }
    return error;
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
            return failure(ErrorCode::CommandFailed,
                           Text::tr("The host did not say what became of the change."),
                           QString::fromUtf8(result->err));
        }
        return readTransactionReport(result->out);
    });
}

} // namespace

QFuture<Result<PendingChange>> applyChange(CommandRunner& runner, const ChangePlan& plan,
                                           std::chrono::seconds undoAfter, ChangeProgress progress,
                                           std::stop_token stop)
{
    TransactionOptions options;
    options.transactionId =
        plan.id.toLatin1() + '-' +
        QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss").toLatin1() + '-' +
        QByteArray::number(QRandomGenerator::system()->generate(), 16);
    options.engine = transactionEngine();
    options.undoAfter = undoAfter;
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
        const qsizetype lastLine = output->lastIndexOf('\n') + 1;
        *output += chunk;
        for (const QByteArray& line : output->mid(lastLine).split('\n')) {
            if (progress && line.startsWith("GATEPOST step ")) {
                progress(QString::fromUtf8(line.mid(14)));
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
            return PendingChange{id, readTransactionReport(*output)};
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

} // namespace gatepost
