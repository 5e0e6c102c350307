// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/logical_lines.h"

#include <QByteArray>
#include <QList>

namespace gatepost {

/// One `name = value` of main.cf.
struct MainCfEntry
{
    QByteArray name;
    QByteArray value; ///< white space at both ends removed; continuation lines joined
    LogicalLine line;

    bool operator==(const MainCfEntry&) const = default;
};

/// A line that Postfix would stumble over.
struct ConfigDiagnostic
{
    int line = 0;  ///< counted from 1
    QByteArray id; ///< stable: "missing-equals", "empty-name"

    bool operator==(const ConfigDiagnostic&) const = default;
};

/// main.cf as a document that loses nothing: bytes() is what was parsed, whatever it was, and an
/// edit touches only the logical line it changes (postconf(5)).
class MainCf
{
public:
    MainCf() = default;
    explicit MainCf(QByteArray bytes);

    const QByteArray& bytes() const { return m_bytes; }
    const QList<MainCfEntry>& entries() const { return m_entries; }
    const QList<ConfigDiagnostic>& diagnostics() const { return m_diagnostics; }

    /// The entry that counts: the last one of that name. Null when there is none.
    const MainCfEntry* find(const QByteArray& name) const;

    /// Gives `name` the value. The entry that counts is rewritten in one line, comments between
    /// its continuation lines are kept behind it; a new entry goes behind `after` when main.cf has
    /// that parameter, otherwise to the end.
    void set(const QByteArray& name, const QByteArray& value, const QByteArray& after = {});

    /// Removes every entry of that name, so that the built-in default counts again.
    void remove(const QByteArray& name);

private:
    void parse();
    /// That of the first line.
    QByteArray lineEnding() const;
    void replaceEntry(const MainCfEntry& entry, const QByteArray& replacement);

    QByteArray m_bytes;
    QList<MainCfEntry> m_entries;
    QList<ConfigDiagnostic> m_diagnostics;
};

} // namespace gatepost
