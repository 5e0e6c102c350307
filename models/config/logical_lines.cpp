// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/logical_lines.h"

namespace gatepost {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

bool PhysicalLine::isCommentOrBlank() const
{
    for (const char c : text) {
        if (!isSpace(c)) {
            return c == '#';
        }
    }
    return true;
}

bool PhysicalLine::startsWithSpace() const
{
    return !text.isEmpty() && isSpace(text.front());
}

PhysicalLine physicalLineAt(QByteArrayView bytes, qsizetype offset)
{
    const qsizetype newline = bytes.indexOf('\n', offset);
    const qsizetype end = newline < 0 ? bytes.size() : newline;
    PhysicalLine line{offset, bytes.sliced(offset, end - offset),
                      newline < 0 ? bytes.size() : newline + 1};
    while (!line.text.isEmpty() && line.text.back() == '\r') {
        line.text.chop(1);
    }
    return line;
}

QList<LogicalLine> splitLogicalLines(QByteArrayView bytes)
{
    QList<LogicalLine> lines;
    int number = 0;
    bool open = false; // a logical line may still be continued
    for (qsizetype offset = 0; offset < bytes.size();) {
        const PhysicalLine physical = physicalLineAt(bytes, offset);
        ++number;
        offset = physical.next;
        if (physical.isCommentOrBlank()) {
            continue;
        }
        if (!physical.startsWithSpace()) {
            lines.append({physical.offset, 0, number, {}});
            open = true;
        } else if (!open) {
            continue;
        }
        LogicalLine& line = lines.last();
        line.text += physical.text;
        line.length = physical.next - line.offset;
    }
    for (LogicalLine& line : lines) {
        while (!line.text.isEmpty() && isSpace(line.text.back())) {
            line.text.chop(1);
        }
    }
    return lines;
}

} // namespace gatepost
