// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/value_syntax.h"

#include <optional>

namespace gatepost {

namespace {

constexpr int kDeepestNesting = 50;
/// A value that names others that name others can ask for more work than any real configuration.
constexpr int kMostExpansions = 2000;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Index of the bracket that closes the one at `open`; -1 when it never closes.
qsizetype closing(QByteArrayView text, qsizetype open)
{
    const char opener = text.at(open);
    const char closer = opener == '(' ? ')' : '}';
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        depth += text.at(i) == opener ? 1 : text.at(i) == closer ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return -1;
}

/// Compares like Postfix: as numbers when both are decimal, otherwise as text. Level operators
/// compare version triples such as 3.6.
int compareLevels(const QByteArray& a, const QByteArray& b)
{
    const QList<QByteArray> left = a.split('.');
    const QList<QByteArray> right = b.split('.');
    for (qsizetype i = 0; i < qMax(left.size(), right.size()); ++i) {
        const int difference = left.value(i).toInt() - right.value(i).toInt();
        if (difference != 0) {
            return difference;
        }
    }
    return 0;
}

int compareValues(const QByteArray& a, const QByteArray& b)
{
    bool aNumber = false;
    bool bNumber = false;
    const int left = a.toInt(&aNumber);
    const int right = b.toInt(&bNumber);
    return aNumber && bNumber ? left - right : a.compare(b);
}

class Expander
{
public:
    explicit Expander(const ParameterLookup& lookup)
        : m_lookup(lookup)
    {}

    QByteArray expand(QByteArrayView text, int depth) const
    {
        QByteArray out;
        if (depth > kDeepestNesting || ++m_expansions > kMostExpansions) {
            m_fatal = true;
            return out;
        }
        for (qsizetype i = 0; i < text.size();) {
            if (text.at(i) != '$' || i + 1 == text.size()) {
                out += text.at(i++);
                continue;
            }
            const char next = text.at(i + 1);
            if (next == '$') {
                out += '$';
                i += 2;
            } else if (next == '{' || next == '(') {
                const qsizetype end = closing(text, i + 1);
                if (end < 0) {
                    m_fatal = true;
                    return out;
                }
                out += expandBraced(text.sliced(i + 2, end - i - 2), depth);
                i = end + 1;
            } else {
                qsizetype end = i + 1;
                while (end < text.size() && isNameChar(text.at(end))) {
                    ++end;
                }
                out += valueOf(text.sliced(i + 1, end - i - 1).toByteArray(), depth);
                i = qMax(end, i + 1);
            }
        }
        return out;
    }

    bool fatal() const { return m_fatal; }

private:
    QByteArray valueOf(const QByteArray& name, int depth) const
    {
        return name.isEmpty() ? QByteArray() : expand(m_lookup(name), depth + 1);
    }

    QByteArray expandBraced(QByteArrayView inner, int depth) const
    {
        inner = inner.trimmed();
        if (inner.startsWith('{')) {
            return expandConditional(inner, depth);
        }
        qsizetype end = 0;
        while (end < inner.size() && isNameChar(inner.at(end))) {
            ++end;
        }
        const QByteArray name = inner.first(end).toByteArray();
        const QByteArrayView rest = inner.sliced(end).trimmed();
        if (rest.isEmpty()) {
            return valueOf(name, depth);
        }
        return choose(rest, !valueOf(name, depth).isEmpty(), depth);
    }

    /// "?text", ":text", "?{text}:{text}": the branch that `condition` selects, expanded.
    QByteArray choose(QByteArrayView branches, bool condition, int depth) const
    {
        const char first = branches.front();
        QByteArrayView rest = branches.sliced(1).trimmed();
        if (!rest.startsWith('{')) {
            const bool wanted = first == '?' ? condition : !condition;
            return wanted ? expand(rest, depth + 1) : QByteArray();
        }
        const qsizetype end = closing(rest, 0);
        if (end < 0) {
            return {};
        }
        const QByteArrayView one = rest.sliced(1, end - 1).trimmed();
        rest = rest.sliced(end + 1).trimmed();
        if (first == ':') {
            return condition ? QByteArray() : expand(one, depth + 1);
        }
        if (condition) {
            return expand(one, depth + 1);
        }
        if (!rest.startsWith(':')) {
            return {};
        }
        rest = rest.sliced(1).trimmed();
        const qsizetype last = rest.startsWith('{') ? closing(rest, 0) : -1;
        return expand(last > 0 ? rest.sliced(1, last - 1).trimmed() : rest, depth + 1);
    }

    /// "{a} op {b} ? {x} : {y}"
    QByteArray expandConditional(QByteArrayView inner, int depth) const
    {
        const qsizetype leftEnd = closing(inner, 0);
        if (leftEnd < 0) {
            return {};
        }
        const QByteArray left = expand(inner.sliced(1, leftEnd - 1).trimmed(), depth + 1);
        QByteArrayView rest = inner.sliced(leftEnd + 1).trimmed();
        const qsizetype open = rest.indexOf('{');
        const qsizetype rightEnd = open < 0 ? -1 : closing(rest, open);
        if (rightEnd < 0) {
            return {};
        }
        const QByteArray op = rest.first(open).trimmed().toByteArray();
        const QByteArray right =
            expand(rest.sliced(open + 1, rightEnd - open - 1).trimmed(), depth + 1);
        rest = rest.sliced(rightEnd + 1).trimmed();
        const auto holds = compare(left, op, right);
        if (!holds || rest.isEmpty()) {
            return {};
        }
        return choose(rest, *holds, depth);
    }

    static std::optional<bool> compare(const QByteArray& a, QByteArray op, const QByteArray& b)
    {
        const bool level = op.endsWith("level");
        if (level) {
            op.chop(5);
        }
        const int order = level ? compareLevels(a, b) : compareValues(a, b);
        if (op == "==") {
            return order == 0;
        }
        if (op == "!=") {
            return order != 0;
        }
        if (op == "<") {
            return order < 0;
        }
        if (op == "<=") {
            return order <= 0;
        }
        if (op == ">=") {
            return order >= 0;
        }
        if (op == ">") {
            return order > 0;
        }
        return std::nullopt;
    }

    const ParameterLookup& m_lookup;
    mutable int m_expansions = 0;
    mutable bool m_fatal = false;
};

} // namespace

QByteArray expandValue(const QByteArray& value, const ParameterLookup& lookup)
{
    return expandChecked(value, lookup).text;
}

ExpandedValue expandChecked(const QByteArray& value, const ParameterLookup& lookup)
{
    if (!value.contains('$')) {
        return {value, false};
    }
    const Expander expander(lookup);
    QByteArray text = expander.expand(value, 0);
    return {text, expander.fatal()};
}

QList<QByteArray> splitList(const QByteArray& value)
{
    QList<QByteArray> elements;
    for (qsizetype i = 0; i < value.size();) {
        if (isSpace(value.at(i)) || value.at(i) == ',') {
            ++i;
            continue;
        }
        qsizetype end = i;
        int depth = 0;
        while (end < value.size() &&
               (depth > 0 || (!isSpace(value.at(end)) && value.at(end) != ','))) {
            depth += value.at(end) == '{' ? 1 : value.at(end) == '}' && depth > 0 ? -1 : 0;
            ++end;
        }
        elements.append(value.sliced(i, end - i));
        i = end;
    }
    return elements;
}

bool isYes(const QByteArray& value)
{
    return value.compare("yes", Qt::CaseInsensitive) == 0;
}

} // namespace gatepost
