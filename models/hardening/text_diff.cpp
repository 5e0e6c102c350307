// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/text_diff.h"

#include "models/core/display_text.h"

#include <QByteArray>

#include <vector>

namespace gatepost {

namespace {

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        lines.append(end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return lines;
}

/// Lengths of the longest common subsequences of all suffixes of two line lists.
class CommonLengths
{
public:
    CommonLengths(const QList<QByteArrayView>& a, const QList<QByteArrayView>& b)
        : m_width(b.size() + 1)
        , m_length(static_cast<std::size_t>((a.size() + 1) * m_width))
    {
        for (qsizetype i = a.size() - 1; i >= 0; --i) {
            for (qsizetype j = b.size() - 1; j >= 0; --j) {
                at(i, j) = a.at(i) == b.at(j) ? at(i + 1, j + 1) + 1
                                              : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }
    int& at(qsizetype i, qsizetype j)
    {
        return m_length[static_cast<std::size_t>(i * m_width + j)];
    }

private:
    qsizetype m_width;
    std::vector<int> m_length;
};

} // namespace

QList<DiffRow> diffLines(QByteArrayView before, QByteArrayView after)
{
    constexpr qsizetype kLargestTable = 4'000'000;
    QList<QByteArrayView> a = linesOf(before);
    QList<QByteArrayView> b = linesOf(after);
    QList<DiffRow> rows;
    int oldLine = 0;
    int newLine = 0;
    const auto add = [&](DiffRow::Kind kind, QByteArrayView text) {
        rows.append({kind, kind == DiffRow::Kind::Added ? 0 : ++oldLine,
                     kind == DiffRow::Kind::Removed ? 0 : ++newLine, displayText(text)});
    };
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head)) {
        add(DiffRow::Kind::Same, a.at(head++));
    }
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail)) {
        ++tail;
    }
    const QList<QByteArrayView> end = a.last(tail);
    a = a.sliced(head, a.size() - head - tail);
    b = b.sliced(head, b.size() - head - tail);

    qsizetype i = 0;
    qsizetype j = 0;
    if ((a.size() + 1) * (b.size() + 1) <= kLargestTable) {
        CommonLengths common(a, b);
        while (i < a.size() && j < b.size()) {
            if (a.at(i) == b.at(j)) {
                add(DiffRow::Kind::Same, a.at(i++));
                ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                add(DiffRow::Kind::Removed, a.at(i++));
            } else {
                add(DiffRow::Kind::Added, b.at(j++));
            }
        }
    }
    while (i < a.size()) {
        add(DiffRow::Kind::Removed, a.at(i++));
    }
    while (j < b.size()) {
        add(DiffRow::Kind::Added, b.at(j++));
    }
    for (const QByteArrayView line : end) {
        add(DiffRow::Kind::Same, line);
    }
    return rows;
}

QList<DiffRow> withContext(const QList<DiffRow>& rows, int context)
{
    QList<DiffRow> shown;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (qsizetype j = qMax<qsizetype>(0, i - context);
             j <= qMin<qsizetype>(rows.size() - 1, i + context); ++j) {
            if (rows.at(j).kind != DiffRow::Kind::Same) {
                shown.append(rows.at(i));
                break;
            }
        }
    }
    return shown;
}

} // namespace gatepost
