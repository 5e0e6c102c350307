// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_json.h"
#include "models/queue/queue_text.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QDateTime now(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);
    QList<QueueEntry> whole;
    QueueTextReader reader(now, 3600);
    reader.feed(bytes, whole);
    reader.finish(whole);
    QList<QueueEntry> pieces;
    QueueTextReader slow(now, 3600);
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        slow.feed(QByteArrayView(bytes).sliced(at, qMin<qsizetype>(7, bytes.size() - at)), pieces);
    }
    slow.finish(pieces);
    fuzz::require(pieces == whole, "cutting changes nothing");
    for (const QueueEntry& entry : whole) {
        fuzz::require(isQueueId(entry.queueId.toLatin1()), "every id can be passed to postsuper");
    }
    return 0;
}
