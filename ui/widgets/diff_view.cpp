// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/diff_view.h"

#include "ui/widgets/plain_text.h"

#include <QBitArray>

#include <vector>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

// The table of the comparison has rows times columns cells; beyond this the middle is shown as
// replaced whole.
constexpr qsizetype kMaximumCells = 4'000'000;

struct Step
{
    char kind = ' ';
    qsizetype before = 0;
    qsizetype after = 0;
};

QList<QByteArray> splitLines(const QByteArray& text)
{
    QList<QByteArray> lines = text.split('\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

// Longest common subsequence of the part that differs.
void compareMiddle(const QList<QByteArray>& a, const QList<QByteArray>& b, qsizetype from,
                   qsizetype endA, qsizetype endB, QList<Step>& out)
{
    const qsizetype rows = endA - from;
    const qsizetype columns = endB - from;
    if (rows * columns > kMaximumCells || rows == 0 || columns == 0) {
        for (qsizetype i = from; i < endA; ++i) {
            out.append({'-', i, from});
        }
        for (qsizetype j = from; j < endB; ++j) {
            out.append({'+', endA, j});
        }
        return;
    }
    const auto width = size_t(columns + 1);
    std::vector<int> longest(size_t(rows + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> int& {
        return longest[size_t(i) * width + size_t(j)];
    };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            at(i, j) = a.at(from + i) == b.at(from + j) ? at(i + 1, j + 1) + 1
                                                        : qMax(at(i + 1, j), at(i, j + 1));
        }
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && a.at(from + i) == b.at(from + j)) {
            out.append({' ', from + i++, from + j++});
        } else if (i < rows && (j == columns || at(i + 1, j) >= at(i, j + 1))) {
            out.append({'-', from + i++, from + j});
        } else {
            out.append({'+', from + i, from + j++});
        }
    }
}

} // namespace

namespace {

QByteArray keyOf(const QByteArray& line)
{
    return line.left(line.indexOf('=')).trimmed();
}

// Within one run of changes, puts each "+" line right after the "-" line of the same parameter.
void pairChanges(QList<Step>& steps, const QList<QByteArray>& a, const QList<QByteArray>& b)
{
    qsizetype start = 0;
    while (start < steps.size()) {
        if (steps.at(start).kind == ' ') {
            ++start;
            continue;
        }
        qsizetype end = start;
        QList<Step> removed;
        QList<Step> added;
        while (end < steps.size() && steps.at(end).kind != ' ') {
            (steps.at(end).kind == '-' ? removed : added).append(steps.at(end));
            ++end;
        }
        qsizetype out = start;
        for (const Step& old : removed) {
            steps[out++] = old;
            for (qsizetype k = 0; k < added.size(); ++k) {
                if (keyOf(b.at(added.at(k).after)) == keyOf(a.at(old.before))) {
                    for (const Step& step : added.first(k + 1)) {
                        steps[out++] = step;
                    }
                    added.remove(0, k + 1);
                    break;
                }
            }
        }
        for (const Step& step : added) {
            steps[out++] = step;
        }
        start = end;
    }
}

} // namespace

QList<CodeLine> diffLines(const QByteArray& before, const QByteArray& after, int context)
{
    const QList<QByteArray> a = splitLines(before);
    const QList<QByteArray> b = splitLines(after);
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a.at(start) == b.at(start)) {
        ++start;
    }
    qsizetype endA = a.size();
    qsizetype endB = b.size();
    while (endA > start && endB > start && a.at(endA - 1) == b.at(endB - 1)) {
        --endA;
        --endB;
    }
    if (start == a.size() && start == b.size()) {
        return {};
    }
    QList<Step> steps;
    for (qsizetype i = qMax<qsizetype>(0, start - context); i < start; ++i) {
        steps.append({' ', i, i});
    }
    compareMiddle(a, b, start, endA, endB, steps);
    for (qsizetype i = 0; i < qMin<qsizetype>(context, a.size() - endA); ++i) {
        steps.append({' ', endA + i, endB + i});
    }

    pairChanges(steps, a, b);
    QBitArray keep(int(steps.size()));
    for (qsizetype k = 0; k < steps.size(); ++k) {
        if (steps.at(k).kind != ' ') {
            const qsizetype last = qMin<qsizetype>(steps.size() - 1, k + context);
            for (qsizetype n = qMax<qsizetype>(0, k - context); n <= last; ++n) {
                keep.setBit(int(n));
            }
        }
    }
    QList<CodeLine> lines;
    for (qsizetype k = 0; k < steps.size(); ++k) {
        if (!keep.testBit(int(k))) {
            if (!lines.isEmpty() && !lines.constLast().dim) {
                lines.append({{}, {}, u"…"_s, LineTint::None, true, {}});
            }
            continue;
        }
        const Step& step = steps.at(k);
        const bool added = step.kind == '+';
        CodeLine line;
        line.number = QString::number((added ? step.after : step.before) + 1);
        line.marker = step.kind == ' ' ? QString() : QString(QLatin1Char(step.kind));
        line.text = QString::fromUtf8(added ? b.at(step.after) : a.at(step.before));
        line.tint = added ? LineTint::Added : step.kind == '-' ? LineTint::Removed : LineTint::None;
        lines.append(line);
    }
    return lines;
}

int changeCount(const QList<CodeLine>& lines)
{
    int count = 0;
    bool inside = false;
    for (const CodeLine& line : lines) {
        const bool changed = !line.marker.isEmpty();
        count += changed && !inside ? 1 : 0;
        inside = changed;
    }
    return count;
}

DiffView::DiffView(const QString& objectName, QWidget* parent)
    : CodeView(objectName, tr("Changes, line by line"), parent)
{}

void DiffView::setTexts(const QByteArray& before, const QByteArray& after)
{
    setLines(diffLines(before, after));
}

} // namespace gatepost
