// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/main_cf.h"

#include <algorithm>

namespace gatepost {

namespace {

/// Comment and blank lines within a logical line's span, as they stand in the file.
QByteArray commentsWithin(QByteArrayView span)
{
    QByteArray comments;
    for (qsizetype offset = 0; offset < span.size();) {
        const PhysicalLine line = physicalLineAt(span, offset);
        if (line.isCommentOrBlank()) {
            comments += span.sliced(offset, line.next - offset);
        }
        offset = line.next;
    }
    return comments;
}

} // namespace

MainCf::MainCf(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    parse();
}

void MainCf::parse()
{
    m_entries.clear();
    m_diagnostics.clear();
    for (const LogicalLine& line : splitLogicalLines(m_bytes)) {
        const qsizetype equals = line.text.indexOf('=');
        if (equals < 0) {
            m_diagnostics.append({line.number, "missing-equals"});
            continue;
        }
        const QByteArray name = line.text.first(equals).trimmed();
        if (name.isEmpty()) {
            m_diagnostics.append({line.number, "empty-name"});
            continue;
        }
        m_entries.append({name, line.text.sliced(equals + 1).trimmed(), line});
    }
}

const MainCfEntry* MainCf::find(const QByteArray& name) const
{
    const auto last =
        std::find_if(m_entries.crbegin(), m_entries.crend(),
                     [&name](const MainCfEntry& entry) { return entry.name == name; });
    return last == m_entries.crend() ? nullptr : &*last;
}

void MainCf::set(const QByteArray& name, const QByteArray& value, const QByteArray& after)
{
    const QByteArray text = name + " = " + value;
    if (const MainCfEntry* entry = find(name)) {
        replaceEntry(*entry, text);
        return;
    }
    // A new entry brings its own line ending; without the one before it, it would become part of
    // the last value.
    const MainCfEntry* neighbour = after.isEmpty() ? nullptr : find(after);
    const qsizetype at =
        neighbour != nullptr ? neighbour->line.offset + neighbour->line.length : m_bytes.size();
    const bool ended = at == 0 || m_bytes.at(at - 1) == '\n';
    const QByteArray newline = lineEnding();
    m_bytes.insert(at, ended ? text + newline : newline + text + newline);
    parse();
}

void MainCf::remove(const QByteArray& name)
{
    while (const MainCfEntry* entry = find(name)) {
        replaceEntry(*entry, {});
    }
}

QByteArray MainCf::lineEnding() const
{
    const qsizetype newline = m_bytes.indexOf('\n');
    return newline > 0 && m_bytes.at(newline - 1) == '\r' ? "\r\n" : "\n";
}

void MainCf::replaceEntry(const MainCfEntry& entry, const QByteArray& replacement)
{
    const qsizetype offset = entry.line.offset;
    const qsizetype length = entry.line.length;
    const QByteArrayView span = QByteArrayView(m_bytes).sliced(offset, length);
    const QByteArray comments = commentsWithin(span);
    const QByteArray ending = span.endsWith(QByteArrayView("\r\n")) ? "\r\n" : "\n";
    m_bytes.replace(offset, length,
                    replacement.isEmpty() ? comments : replacement + ending + comments);
    parse();
}

} // namespace gatepost
