// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace gatepost {

/// One step that turns one list of rows into another.
struct ListStep
{
    enum class Kind { Remove, Insert };
    Kind kind = Kind::Remove;
    qsizetype row = 0;   ///< where, in the list as it is when this step comes
    qsizetype count = 0; ///< how many rows in one piece
    qsizetype from = 0;  ///< Insert: first row of the new list that is inserted here

    bool operator==(const ListStep&) const = default;
};

/// Positions, in ascending order, of one longest run of ever larger values.
inline QList<qsizetype> longestAscending(const QList<qsizetype>& values)
{
    QList<qsizetype> tails;
    QList<qsizetype> previous(values.size(), -1);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), values[i],
                             [&](qsizetype at, qsizetype value) { return values[at] < value; });
        previous[i] = place == tails.begin() ? -1 : *(place - 1);
        if (place == tails.end()) {
            tails += i;
        } else {
            *place = i;
        }
    }
    QList<qsizetype> run;
    for (qsizetype at = tails.isEmpty() ? -1 : tails.last(); at >= 0; at = previous[at]) {
        run += at;
    }
    std::reverse(run.begin(), run.end());
    return run;
}

/// The fewest removals and insertions, in pieces, that turn rows with the keys `before` into rows
/// with the keys `after`; carried out in order. A row that only moved among its neighbours is
/// removed and inserted again. Rows that no step touches keep their place, so a view keeps its
/// selection and scroll position. Keys are unique within each list. O(n log n).
template<typename Key>
QList<ListStep> listSteps(const QList<Key>& before, const QList<Key>& after)
{
    QHash<Key, qsizetype> rowAfter;
    rowAfter.reserve(after.size());
    for (qsizetype row = 0; row < after.size(); ++row) {
        rowAfter.insert(after[row], row);
    }
    QList<qsizetype> targets; // of the rows that stay, in the old order
    QList<qsizetype> sources;
    for (qsizetype row = 0; row < before.size(); ++row) {
        if (const auto found = rowAfter.constFind(before[row]); found != rowAfter.cend()) {
            targets += *found;
            sources += row;
        }
    }
    QList<bool> keepBefore(before.size(), false);
    QList<bool> keepAfter(after.size(), false);
    for (const qsizetype at : longestAscending(targets)) {
        keepBefore[sources[at]] = true;
        keepAfter[targets[at]] = true;
    }

    QList<ListStep> steps;
    for (qsizetype end = before.size(); end > 0;) {
        if (keepBefore[end - 1]) {
            --end;
            continue;
        }
        qsizetype first = end;
        while (first > 0 && !keepBefore[first - 1]) {
            --first;
        }
        steps += {ListStep::Kind::Remove, first, end - first, 0};
        end = first;
    }
    for (qsizetype row = 0; row < after.size();) {
        if (keepAfter[row]) {
            ++row;
            continue;
        }
        qsizetype end = row;
        while (end < after.size() && !keepAfter[end]) {
            ++end;
        }
        steps += {ListStep::Kind::Insert, row, end - row, row};
        row = end;
    }
    return steps;
}

} // namespace gatepost
