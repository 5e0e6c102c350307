// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/host_pattern.h"

namespace gatepost {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool matchesHostPattern(QByteArrayView pattern, QByteArrayView name)
{
    // Remembering only the last star keeps hostile patterns such as "*a*a*a*b" from taking
    // exponential time.
    qsizetype p = 0;
    qsizetype n = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() &&
                   (pattern[p] == '?' || lowered(pattern[p]) == lowered(name[n]))) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

bool matchesHostPatterns(const QList<QByteArray>& patterns, QByteArrayView name)
{
    bool matched = false;
    for (const QByteArray& pattern : patterns) {
        const bool negated = pattern.startsWith('!');
        if (matchesHostPattern(
                negated ? QByteArrayView(pattern).sliced(1) : QByteArrayView(pattern), name)) {
            if (negated) {
                return false;
            }
            matched = true;
        }
    }
    return matched;
}

} // namespace gatepost
