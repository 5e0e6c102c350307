// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/lookup_table.h"

#include "models/config/logical_lines.h"
#include "models/config/value_syntax.h"

namespace gatepost {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

QList<TableEntry> entriesOfText(const QByteArray& text)
{
    QList<TableEntry> entries;
    for (const LogicalLine& line : splitLogicalLines(text)) {
        qsizetype end = 0;
        while (end < line.text.size() && !isSpace(line.text.at(end))) {
            ++end;
        }
        entries.append({line.text.first(end).toLower(), line.text.sliced(end).trimmed()});
    }
    return entries;
}

/// "{ key = value }, { key2 = value2 }", or the short form without spaces "key=value key2=value2".
QList<TableEntry> entriesInline(const QByteArray& name)
{
    QList<TableEntry> entries;
    const bool wrapped = name.startsWith('{') && name.endsWith('}');
    for (QByteArray item : splitList(wrapped ? name.sliced(1, name.size() - 2) : name)) {
        if (item.startsWith('{') && item.endsWith('}')) {
            item = item.sliced(1, item.size() - 2);
        }
        const qsizetype equals = item.indexOf('=');
        if (equals > 0) {
            entries.append(
                {item.first(equals).trimmed().toLower(), item.sliced(equals + 1).trimmed()});
        }
    }
    return entries;
}

} // namespace

std::optional<LookupTable> LookupTable::parse(const QByteArray& text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0 || text.startsWith('[') || text.startsWith('/')) {
        return std::nullopt;
    }
    const QByteArray type = text.first(colon);
    LookupTable table;
    table.m_name = text.sliced(colon + 1);
    if (type == "proxy") {
        return parse(table.m_name);
    }
    static const QList<QByteArray> kKeyed{"hash", "btree", "lmdb",     "cdb",
                                          "dbm",  "sdbm",  "texthash", "inline"};
    table.m_inline = type == "inline";
    table.m_kind = type == "static"        ? Kind::Static
                   : kKeyed.contains(type) ? Kind::Keyed
                   : type == "cidr"        ? Kind::Cidr
                                           : Kind::Opaque;
    if (table.m_kind == Kind::Static && table.m_name.startsWith('{') &&
        table.m_name.endsWith('}')) {
        table.m_name = table.m_name.sliced(1, table.m_name.size() - 2).trimmed();
    }
    return table;
}

std::optional<QList<TableEntry>> LookupTable::entries(const EffectiveConfig& config) const
{
    if (m_inline) {
        return entriesInline(m_name);
    }
    const std::optional<QByteArray> text = config.wholeFile(m_name);
    if (!text || m_kind == Kind::Static || m_kind == Kind::Opaque) {
        return std::nullopt;
    }
    return entriesOfText(*text);
}

} // namespace gatepost
