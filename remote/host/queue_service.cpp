// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/host/queue_service.h"

#include "models/core/display_text.h"
#include "models/queue/queue_json.h"
#include "models/queue/queue_text.h"

#include <QCoreApplication>

#include <memory>

namespace gatepost {
namespace {

/// 5.3 s per 100,000 messages were seen on a slow machine; a million fits several times.
constexpr auto kListTimeout = std::chrono::minutes(10);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QueueService)
};

Error listingError(const CommandResult& result, const QString& origin)
{
    const QString words = displayBlock(result.err.trimmed(), 2000);
    if (result.exitStatus == 127) {
        return failure(
            ErrorCode::NotFound,
            Text::tr("There is no postqueue on %1. Check that Postfix is installed there.")
                .arg(origin),
            words, origin);
    }
    if (result.err.contains("is not allowed to") || result.err.contains("not authorized")) {
        return failure(
            ErrorCode::AccessDenied,
            Text::tr("This user may not list the queue of %1. Sign in as another user, or set up "
                     "sudo for this connection.")
                .arg(origin),
            words, origin);
    }
    return failure(ErrorCode::CommandFailed,
                   Text::tr("postqueue on %1 failed. See what it said, then list the queue again.")
                       .arg(origin),
                   words, origin);
}

Command postqueue(const QByteArray& option)
{
    Command command;
    command.argv = {"postqueue", option};
    command.elevated = true;
    command.timeout = kListTimeout;
    return command;
}

/// Feeds a reader and passes on what it found; shared with the runner's thread until the end.
template<typename Reader>
struct Listing
{
    explicit Listing(Reader from, QueueBatchSink to)
        : reader(std::move(from))
        , batch(std::move(to))
    {}

    void pass(QList<QueueEntry> found)
    {
        if (batch && !found.isEmpty()) {
            batch(found);
        }
        entries += std::move(found);
    }

    Reader reader;
    QueueBatchSink batch;
    QList<QueueEntry> entries;
};

template<typename Reader>
QFuture<Result<CommandResult>> start(CommandRunner& runner, const QByteArray& option,
                                     const std::shared_ptr<Listing<Reader>>& listing,
                                     const std::stop_token& stop)
{
    const auto sink = [listing](QByteArrayView chunk) {
        QList<QueueEntry> found;
        listing->reader.feed(chunk, found);
        listing->pass(std::move(found));
        return true;
    };
    return runner.stream(postqueue(option), sink, stop);
}

template<typename Reader>
Result<QueueListing> finish(const Result<CommandResult>& result, Listing<Reader>& listing,
                            const QString& origin)
{
    if (!result) {
        return result.error();
    }
    QList<QueueEntry> rest;
    listing.reader.finish(rest);
    listing.pass(std::move(rest));
    if (result->exitStatus != 0) {
        return listingError(*result, origin);
    }
    return QueueListing{std::move(listing.entries), listing.reader.skippedLines(), true};
}

/// "1795425707 +0100"
QueueTextReader textReader(const QByteArray& clock)
{
    const QList<QByteArray> words = clock.trimmed().split(' ');
    const int zone = words.value(1).toInt();
    return {QDateTime::fromSecsSinceEpoch(words[0].toLongLong(), Qt::UTC),
            (zone / 100) * 3600 + (zone % 100) * 60};
}

QFuture<Result<QueueListing>> listAsText(CommandRunner& runner, const QueueBatchSink& batch,
                                         const std::stop_token& stop)
{
    Command date;
    date.argv = {"date", "+%s %z"};
    return runner.run(date, stop)
        .then([&runner, batch, stop](const Result<CommandResult>& clock) {
            auto listing = std::make_shared<Listing<QueueTextReader>>(
                textReader(clock ? clock->out : QByteArray()), batch);
            return start(runner, "-p", listing, stop)
                .then([listing, origin = runner.origin()](const Result<CommandResult>& result) {
                    auto done = finish(result, *listing, origin);
                    if (done) {
                        done->queuesNamed = false;
                    }
                    return done;
                });
        })
        .unwrap();
}

} // namespace

QFuture<Result<QueueListing>> listQueue(CommandRunner& runner, QueueBatchSink batch,
                                        std::stop_token stop)
{
    auto listing = std::make_shared<Listing<QueueJsonReader>>(QueueJsonReader(), batch);
    return start(runner, "-j", listing, stop)
        .then([&runner, listing, batch, stop](const Result<CommandResult>& result) {
            // Postfix before 3.1: "postqueue: invalid option -- 'j'", then its usage.
            if (result && result->exitStatus != 0 && result->err.contains("invalid option")) {
                return listAsText(runner, batch, stop);
            }
            QPromise<Result<QueueListing>> promise;
            promise.start();
            promise.addResult(finish(result, *listing, runner.origin()));
            promise.finish();
            return promise.future();
        })
        .unwrap();
}

QFuture<Result<QList<QueueEntry>>> readQueue(CommandRunner& runner, std::stop_token stop)
{
    return listQueue(runner, {}, std::move(stop))
        .then([](Result<QueueListing> listing) -> Result<QList<QueueEntry>> {
            if (!listing) {
                return listing.error();
            }
            return std::move(listing->entries);
        });
}

} // namespace gatepost
