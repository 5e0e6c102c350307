// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue_heat.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr std::array<qint64, 5> kAgeLimits{5 * 60, 30 * 60, 2 * 3600, 8 * 3600, 24 * 3600};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gatepost::QueueHeat)
};

int ageColumn(qint64 seconds)
{
    return int(std::upper_bound(kAgeLimits.cbegin(), kAgeLimits.cend(), qMax<qint64>(0, seconds)) -
               kAgeLimits.cbegin());
}

} // namespace

QStringList ageTitles()
{
    return {Words::tr("<5m"), Words::tr("<30m"), Words::tr("<2h"),
            Words::tr("<8h"), Words::tr("<1d"),  Words::tr("older")};
}

QList<HeatRow> heatByDomain(const QList<QueueEntry>& entries, const QDateTime& now, int maximumRows)
{
    constexpr int kColumns = int(kAgeLimits.size()) + 1;
    QHash<QString, HeatRow> byDomain;
    for (const QueueEntry& entry : entries) {
        const int column = ageColumn(entry.arrivedAt.secsTo(now));
        QSet<QString> seen;
        for (const QueueRecipient& recipient : entry.recipients) {
            const QString domain = recipient.address.section(u'@', -1).toLower();
            if (seen.contains(domain)) {
                continue;
            }
            seen.insert(domain);
            HeatRow& row = byDomain[domain];
            if (row.counts.isEmpty()) {
                row.label = domain;
                row.filter = domain;
                row.counts.fill(0, kColumns);
            }
            ++row.counts[column];
            ++row.total;
        }
    }
    QList<HeatRow> rows = byDomain.values();
    std::sort(rows.begin(), rows.end(), [](const HeatRow& a, const HeatRow& b) {
        return a.total != b.total ? a.total > b.total : a.label < b.label;
    });
    if (rows.size() <= maximumRows) {
        return rows;
    }
    HeatRow rest;
    rest.label = Words::tr("others (%1)").arg(rows.size() - maximumRows + 1);
    rest.counts.fill(0, kColumns);
    for (qsizetype index = maximumRows - 1; index < rows.size(); ++index) {
        for (int column = 0; column < kColumns; ++column) {
            rest.counts[column] += rows.at(index).counts.at(column);
        }
        rest.total += rows.at(index).total;
    }
    rows.resize(maximumRows - 1);
    rows.append(rest);
    return rows;
}

} // namespace gatepost
