// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/main_cf.h"
#include "models/config/master_cf.h"
#include "models/snapshot/host_snapshot.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace gatepost {

/// A parameter's value for one service, and where it comes from.
struct EffectiveValue
{
    QByteArray value;  ///< expanded
    QByteArray raw;    ///< as written
    QByteArray file;   ///< empty: built-in default
    int line = 0;      ///< counted from 1; 0: built-in default
    QByteArray text;   ///< "name = value" as written there
    bool known = true; ///< false: the default of this version could not be seen
    /// Postfix stops with this value: it refers to itself, or a ${ is not closed.
    bool fatal = false;

    bool isDefault() const { return file.isEmpty(); }
};

/// What the running Postfix sees: built-in default of its version, then main.cf, then the
/// service's own -o, expanded with all three in view (postconf(5), master(5)).
class EffectiveConfig
{
public:
    explicit EffectiveConfig(const HostSnapshot& snapshot);

    const MainCf& mainCf() const { return m_main; }
    const MasterCf& masterCf() const { return m_master; }
    const QByteArray& mainPath() const { return m_mainPath; }
    const QByteArray& masterPath() const { return m_masterPath; }
    /// {3, 7} for 3.7.11; {0, 0} when the version is not known.
    std::pair<int, int> version() const { return m_version; }
    bool versionAtLeast(int major, int minor) const;

    EffectiveValue value(const QByteArray& name, const MasterService* service = nullptr) const;
    /// The default as this version defines it, not expanded; empty for a name that it has not.
    QByteArray builtIn(const QByteArray& name) const;

    /// The same configuration as smtpd sees it while all its processes are busy: $stress is "yes"
    /// then, and empty otherwise (STRESS_README).
    EffectiveConfig underStress() const;
    /// Whether $stress occurs anywhere, so that both cases must be asked.
    bool mentionsStress() const;

    /// Content of a file that was collected whole; empty optional for every other.
    std::optional<QByteArray> wholeFile(const QByteArray& path) const;

private:
    QByteArray raw(const QByteArray& name, const MasterService* service) const;
    bool defaultIsKnown(const QByteArray& name) const;

    MainCf m_main;
    MasterCf m_master;
    QByteArray m_mainPath;
    QByteArray m_masterPath;
    std::pair<int, int> m_version{0, 0};
    QHash<QByteArray, QByteArray> m_defaults; ///< postconf -d
    QHash<QByteArray, QByteArray> m_runtime;  ///< postconf -x: what only the host can compute
    QMap<QByteArray, CollectedFile> m_files;
    bool m_stress = false;
};

} // namespace gatepost
