// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/master_cf.h"

#include <algorithm>

namespace gatepost {

namespace {

/// A word of a logical line and where it stands in the file.
struct Word
{
    QByteArray text;
    qsizetype offset = 0;
    qsizetype length = 0;
    int line = 0;
    bool braced = false;
};

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// End of a "{ ... }" that starts at `start`; -1 when it never closes.
qsizetype closingBrace(QByteArrayView text, qsizetype start)
{
    int depth = 0;
    for (qsizetype i = start; i < text.size(); ++i) {
        depth += text.at(i) == '{' ? 1 : text.at(i) == '}' ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return -1;
}

/// A logical line's text as Postfix joins it, and where each of its bytes stands in the file.
struct JoinedLine
{
    QByteArray text;
    QList<qsizetype> offsets;
    QList<int> numbers; ///< physical line of each byte, counted from 1
};

JoinedLine joined(QByteArrayView bytes, const LogicalLine& line)
{
    JoinedLine result;
    int number = line.number - 1;
    for (qsizetype at = line.offset; at < line.offset + line.length;) {
        const PhysicalLine physical = physicalLineAt(bytes, at);
        at = physical.next;
        ++number;
        if (physical.isCommentOrBlank()) {
            continue;
        }
        for (qsizetype i = 0; i < physical.text.size(); ++i) {
            result.text += physical.text.at(i);
            result.offsets.append(physical.offset + i);
            result.numbers.append(number);
        }
    }
    return result;
}

QList<Word> wordsOf(QByteArrayView bytes, const LogicalLine& line)
{
    QList<Word> words;
    const JoinedLine whole = joined(bytes, line);
    const QByteArrayView text(whole.text);
    for (qsizetype i = 0; i < text.size();) {
        if (isSpace(text.at(i))) {
            ++i;
            continue;
        }
        qsizetype end = i;
        const qsizetype brace = text.at(i) == '{' ? closingBrace(text, i) : -1;
        if (brace > 0) {
            end = brace + 1;
        } else {
            while (end < text.size() && !isSpace(text.at(end))) {
                ++end;
            }
        }
        const QByteArrayView raw = text.sliced(i, end - i);
        words.append(
            {brace > 0 ? raw.sliced(1, raw.size() - 2).toByteArray().trimmed() : raw.toByteArray(),
             whole.offsets.at(i), whole.offsets.at(end - 1) + 1 - whole.offsets.at(i),
             whole.numbers.at(i), brace > 0});
        i = end;
    }
    return words;
}

MasterOverride overrideOf(const Word& option, const Word& assignment, qsizetype skip)
{
    const QByteArray text = assignment.text.sliced(skip);
    const qsizetype equals = text.indexOf('=');
    MasterOverride result;
    result.name = (equals < 0 ? text : text.first(equals)).trimmed();
    result.value = equals < 0 ? QByteArray() : text.sliced(equals + 1).trimmed();
    result.offset = option.offset;
    result.length = assignment.offset + assignment.length - option.offset;
    result.line = option.line;
    return result;
}

MasterService serviceOf(QByteArrayView bytes, const LogicalLine& line)
{
    constexpr qsizetype kColumns = 8;
    MasterService service;
    service.line = line;
    const QList<Word> words = wordsOf(bytes, line);
    const auto column = [&words](qsizetype index) {
        return index < words.size() ? words.at(index).text : QByteArray();
    };
    service.name = column(0);
    service.type = column(1);
    service.privateFlag = column(2);
    service.unprivileged = column(3);
    service.chroot = column(4);
    service.wakeup = column(5);
    service.maxProcesses = column(6);
    service.command = column(7);
    for (qsizetype i = kColumns; i < words.size(); ++i) {
        const Word& word = words.at(i);
        service.arguments.append(word.text);
        if (word.text == "-o" && i + 1 < words.size()) {
            service.overrides.append(overrideOf(word, words.at(i + 1), 0));
            service.arguments.append(words.at(++i).text);
        } else if (word.text.startsWith("-o") && !word.braced) {
            service.overrides.append(overrideOf(word, word, 2));
        }
    }
    return service;
}

/// `-o` with a value that may need the braces of Postfix 3.0.
QByteArray overrideText(const QByteArray& parameter, const QByteArray& value)
{
    const bool needsBraces = std::any_of(value.begin(), value.end(), isSpace);
    return needsBraces ? "-o { " + parameter + " = " + value + " }"
                       : "-o " + parameter + '=' + value;
}

} // namespace

const MasterOverride* MasterService::find(const QByteArray& parameter) const
{
    const auto last =
        std::find_if(overrides.crbegin(), overrides.crend(),
                     [&parameter](const MasterOverride& o) { return o.name == parameter; });
    return last == overrides.crend() ? nullptr : &*last;
}

QByteArray MasterService::strayArgument() const
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QByteArray& word = arguments.at(i);
        if (!word.startsWith('-') || word == "-") {
            return word;
        }
        if (word == "-o") {
            ++i;
        }
        const bool assigns = word.startsWith("-o");
        const QByteArray assignment = word == "-o" ? arguments.value(i) : word.sliced(2);
        if (assigns && assignment.indexOf('=') <= 0) {
            return word == "-o" ? word + ' ' + assignment : word;
        }
    }
    return {};
}

MasterCf::MasterCf(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    parse();
}

void MasterCf::parse()
{
    m_services.clear();
    for (const LogicalLine& line : splitLogicalLines(m_bytes)) {
        m_services.append(serviceOf(m_bytes, line));
    }
}

bool MasterCf::setOverride(const QByteArray& label, const QByteArray& parameter,
                           const QByteArray& value)
{
    for (const MasterService& service : m_services) {
        if (service.label() != label) {
            continue;
        }
        const QByteArray text = overrideText(parameter, value);
        if (const MasterOverride* present = service.find(parameter)) {
            m_bytes.replace(present->offset, present->length, text);
        } else {
            qsizetype end = service.line.offset + service.line.length;
            const bool ended = end > 0 && m_bytes.at(end - 1) == '\n';
            m_bytes.insert(end, ended ? "  " + text + '\n' : "\n  " + text);
        }
        parse();
        return true;
    }
    return false;
}

bool MasterCf::removeOverride(const QByteArray& label, const QByteArray& parameter)
{
    bool removed = false;
    for (qsizetype i = 0; i < m_services.size();) {
        const MasterService& service = m_services.at(i);
        const MasterOverride* present =
            service.label() == label ? service.find(parameter) : nullptr;
        if (present == nullptr) {
            ++i;
            continue;
        }
        qsizetype offset = present->offset;
        qsizetype end = offset + present->length;
        while (offset > 0 && (m_bytes.at(offset - 1) == ' ' || m_bytes.at(offset - 1) == '\t')) {
            --offset;
        }
        const bool ownLine = offset > 0 && m_bytes.at(offset - 1) == '\n' && end < m_bytes.size() &&
                             m_bytes.at(end) == '\n';
        m_bytes.remove(offset, end - offset + (ownLine ? 1 : 0));
        parse();
        removed = true;
    }
    return removed;
}

} // namespace gatepost
