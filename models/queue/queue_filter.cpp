// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_filter.h"

#include <algorithm>

namespace gatepost {

QueueFilter::QueueFilter(const QString& text)
{
    QString word;
    bool quoted = false;
    const auto endWord = [&] {
        if (!word.isEmpty()) {
            m_words += word;
        }
        word.clear();
    };
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
            endWord();
        } else if (c.isSpace() && !quoted) {
            endWord();
        } else {
            word += c;
        }
    }
    endWord();
}

bool QueueFilter::matches(const QueueEntry& entry) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
        const auto in = [&](const QString& text) {
            return text.contains(word, Qt::CaseInsensitive);
        };
        if (entry.sender.isEmpty() && word == QLatin1StringView("<>")) {
            return true;
        }
        return in(entry.queueId) || in(entry.queueName) || in(entry.sender) ||
               std::any_of(entry.recipients.begin(), entry.recipients.end(),
                           [&](const QueueRecipient& recipient) {
                               return in(recipient.address) || in(recipient.delayReason);
                           });
    });
}

} // namespace gatepost
