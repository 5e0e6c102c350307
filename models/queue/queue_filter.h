// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"

#include <QString>
#include <QStringList>

namespace gatepost {

/// Picks messages by words. Each word must occur, in any case, in the id, the queue's name, the
/// sender, a recipient or a delay reason; a phrase in double quotes counts as one word. `<>` finds
/// the null sender. No words: everything matches.
class QueueFilter
{
public:
    QueueFilter() = default;
    explicit QueueFilter(const QString& text);

    bool isEmpty() const { return m_words.isEmpty(); }
    bool matches(const QueueEntry& entry) const;

    bool operator==(const QueueFilter&) const = default;

private:
    QStringList m_words;
};

} // namespace gatepost
