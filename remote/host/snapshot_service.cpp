// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/host/snapshot_service.h"

#include "models/core/display_text.h"
#include "models/snapshot/collector_input.h"
#include "models/snapshot/collector_stream.h"

#include <QCoreApplication>

#include <memory>
#include <type_traits>

#include "resources/scripts.h"

namespace gatepost {
namespace {

/// Far above what the collector's own limits add up to; a host that needs longer does not answer.
constexpr auto kPullTimeout = std::chrono::seconds(90);

struct Arrival
{
    CollectorStream stream;
    QByteArray bytes;
    bool keepBytes = false;
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotService)
};

/// Why there is no snapshot, preferring what the host said over what the parser missed.
Error whyNot(Error error, const CommandResult& result, const QString& origin)
{
    const QString words = displayBlock(result.err.trimmed(), 2000);
    if (error.code == ErrorCode::ParseFailed && result.exitStatus != 0) {
        error.code = ErrorCode::CommandFailed;
        error.summary =
            Text::tr("The collector ended with status %1 before the snapshot was complete. "
                     "See what the host said, then pull again.")
                .arg(result.exitStatus);
    }
    if (!words.isEmpty()) {
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + words;
    }
    error.origin = origin;
    return error;
}

template<typename T>
QFuture<Result<T>> collect(CommandRunner& runner, const QByteArray& key, std::stop_token stop,
                           T (*pick)(HostSnapshot&&, Arrival&))
{
    Command command;
    command.argv = {"/bin/sh", "-s"};
    command.input = collectorInput(collectorScript(), key);
    command.elevated = true;
    command.timeout = kPullTimeout;

    auto arrival = std::make_shared<Arrival>();
    arrival->keepBytes = std::is_same_v<T, QByteArray>;
    const auto sink = [arrival](QByteArrayView chunk) {
        if (arrival->keepBytes) {
            arrival->bytes.append(chunk.data(), chunk.size());
        }
        return arrival->stream.feed(chunk);
    };
    return runner.stream(command, sink, stop)
        .then([arrival, pick, origin = runner.origin()](Result<CommandResult> result) -> Result<T> {
            if (!result && !arrival->stream.isBroken()) {
                return result.error();
            }
            Result<HostSnapshot> snapshot = arrival->stream.finish();
            if (!snapshot) {
                return whyNot(snapshot.error(), result.value_or(CommandResult{0, {}, {}}), origin);
            }
            snapshot->origin = origin;
            return pick(std::move(*snapshot), *arrival);
        });
}

} // namespace

QFuture<Result<HostSnapshot>> pullSnapshot(CommandRunner& runner, const QByteArray& redactionKey,
                                           std::stop_token stop)
{
    return collect<HostSnapshot>(
        runner, redactionKey, std::move(stop),
        [](HostSnapshot&& snapshot, Arrival&) { return std::move(snapshot); });
}

QFuture<Result<QByteArray>> pullSnapshotBytes(CommandRunner& runner, const QByteArray& redactionKey,
                                              std::stop_token stop)
{
    return collect<QByteArray>(runner, redactionKey, std::move(stop),
                               [](HostSnapshot&&, Arrival& arrival) { return arrival.bytes; });
}

} // namespace gatepost
