// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy_match.h"

namespace gatepost {

int fuzzyScore(QStringView pattern, QStringView text)
{
    constexpr int kLetter = 1;
    constexpr int kNeighbour = 4;
    constexpr int kWordStart = 6;
    constexpr int kWhole = 20;
    if (pattern.isEmpty()) {
        return 0;
    }
    int score = text.contains(pattern, Qt::CaseInsensitive) ? kWhole : 0;
    qsizetype at = 0;
    qsizetype previous = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace()) {
            continue;
        }
        while (at < text.size() && text.at(at).toCaseFolded() != wanted.toCaseFolded()) {
            ++at;
        }
        if (at == text.size()) {
            return -1;
        }
        score += kLetter;
        score += at == previous + 1 ? kNeighbour : 0;
        score += at == 0 || !text.at(at - 1).isLetterOrNumber() ? kWordStart : 0;
        previous = at++;
    }
    return score;
}

} // namespace gatepost
