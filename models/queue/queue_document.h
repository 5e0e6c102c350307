// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"
#include "models/queue/queue_summary.h"

#include <QJsonObject>
#include <QList>

namespace gatepost {

/// The queue for scripts, shape "gatepost/queue/1":
///
///     { "schema": "gatepost/queue/1", "host": "mx1", "time": "2026-11-23T09:00:00Z",
///       "total": 3, "recipients": 4, "bytes": 2508, "oldest": "2026-11-22T19:37:01Z" or null,
///       "skipped": 0,                          lines of the host's listing not understood
///       "by_queue": { "deferred": 3 },         messages
///       "by_domain": [ { "domain": "yahoo.test", "messages": 2, "recipients": 3 } ],
///       "by_sender": [ { "sender": "a@b.test", "messages": 3, "recipients": 4 } ],
///       "messages": [ { "queue": "deferred", "id": "628BF2735A", "arrived":
///       "2026-11-22T19:37:01Z",
///                       "bytes": 836, "forced_expire": false, "sender": "a@b.test",
///                       "recipients": [ { "address": "c@yahoo.test", "reason": "..." } ] } ] }
///
/// Lists are sorted by messages, most first. The null sender is "". Texts are as the host sent
/// them; JSON escapes what could harm a terminal but for characters above U+007F.
QJsonObject queueDocument(const QList<QueueEntry>& entries, const QString& host,
                          const QDateTime& time, qint64 skippedLines = 0);

} // namespace gatepost
