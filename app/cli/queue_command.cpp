// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queue_command.h"

#include "app/cli/cli_connection.h"
#include "app/cli/command_support.h"
#include "app/cli/output.h"
#include "models/core/display_text.h"
#include "models/queue/queue_document.h"
#include "models/queue/queue_filter.h"
#include "remote/host/queue_service.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

void print(const QList<QueueEntry>& entries, qint64 skippedLines)
{
    constexpr qsizetype kShownDomains = 12;
    constexpr int kCountWidth = 8;
    const QueueSummary summary = summarizeQueue(entries);
    printLine(Text::tr("%1 messages in the queue").arg(summary.messages));
    for (const QueueCount& queue : summary.byQueue) {
        printLine(u"%1  %2"_s.arg(queue.messages, kCountWidth).arg(displayText(queue.name)));
    }
    if (!summary.byDomain.isEmpty()) {
        printLine(Text::tr("by recipient domain:"));
    }
    for (const QueueCount& domain :
         summary.byDomain.first(std::min(summary.byDomain.size(), kShownDomains))) {
        printLine(u"%1  %2"_s.arg(domain.messages, kCountWidth).arg(displayText(domain.name)));
    }
    if (summary.byDomain.size() > kShownDomains) {
        printLine(Text::tr("and %1 more domains; --json lists all")
                      .arg(summary.byDomain.size() - kShownDomains));
    }
    if (skippedLines > 0) {
        printLine(
            Text::tr("%1 lines of the listing were not understood and left out").arg(skippedLines));
    }
}

} // namespace

ExitStatus runQueue(const Invocation& invocation)
{
    const QString command = u"queue"_s;
    auto connection = connectTo(invocation.target, invocation);
    if (!connection) {
        return failCommand(invocation, command, connection.error());
    }
    auto listing = await(listQueue(*connection->ssh, {}, interruptToken()));
    if (!listing) {
        return failCommand(invocation, command, listing.error());
    }
    const QueueFilter filter(invocation.filter);
    QList<QueueEntry> entries;
    std::copy_if(listing->entries.cbegin(), listing->entries.cend(), std::back_inserter(entries),
                 [&filter](const QueueEntry& entry) { return filter.matches(entry); });
    if (invocation.json) {
        printJson(queueDocument(entries, connection->profile.name, QDateTime::currentDateTimeUtc(),
                                listing->skippedLines));
    } else {
        print(entries, listing->skippedLines);
    }
    return listing->skippedLines > 0 ? ExitStatus::Partial : ExitStatus::Fine;
}

} // namespace gatepost
