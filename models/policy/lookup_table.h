// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/effective_config.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace gatepost {

/// One "key value" of a lookup table.
struct TableEntry
{
    QByteArray key; ///< lower case
    QByteArray value;

    bool operator==(const TableEntry&) const = default;
};

/// A lookup table as main.cf names it: "hash:/etc/postfix/access", "static:OK", "inline:{a=b}"
/// (DATABASE_README). "proxy:" in front changes where it is opened, not what it says.
class LookupTable
{
public:
    enum class Kind {
        Static, ///< answers every key with the same value
        Keyed,  ///< exact keys; nothing in it matches what it does not name
        Cidr,   ///< address patterns
        Opaque  ///< patterns, or a program or server that decides
    };

    /// Empty for a text that is no "type:name".
    static std::optional<LookupTable> parse(const QByteArray& text);

    Kind kind() const { return m_kind; }
    /// What comes behind "type:".
    const QByteArray& name() const { return m_name; }

    /// The entries in the order of the file: of Keyed and Cidr tables whose text the snapshot
    /// holds whole. Empty optional: they cannot be seen. An indexed table is taken to say what the
    /// text beside it says.
    std::optional<QList<TableEntry>> entries(const EffectiveConfig& config) const;

private:
    Kind m_kind = Kind::Opaque;
    bool m_inline = false;
    QByteArray m_name;
};

} // namespace gatepost
