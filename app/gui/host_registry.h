// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/host_desk.h"
#include "models/core/result.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace gatepost {

class HostRepository;

/// The console's hosts: the list on disk, and a desk for each that was opened since the program
/// began. GUI thread only.
class HostRegistry : public QObject
{
    Q_OBJECT

public:
    using PrompterSource = std::function<std::shared_ptr<ConnectPrompter>(const HostId&)>;
    using KeySource = std::function<QFuture<QByteArray>(const HostId&)>;

    /// `keySource` gives a host's redaction key; its futures always bring one.
    HostRegistry(HostRepository& repository, PrompterSource prompterSource, KeySource keySource,
                 QObject* parent = nullptr);
    ~HostRegistry() override;

    /// Reads the list. An error leaves the registry empty.
    Result<> load();
    const QList<HostProfile>& profiles() const { return m_profiles; }
    const HostProfile* profile(const HostId& id) const;

    /// Adds hosts, or replaces those with the same id; what was open of them is closed. Errors as
    /// in HostRepository::put, and ChangeConflict while a change of one of them waits for a
    /// decision; then nothing changes.
    Result<> put(const QList<HostProfile>& profiles);
    Result<> remove(const HostId& id);

    /// The host's desk, made when there was none; null for an unknown id.
    HostDesk* desk(const HostId& id);
    /// Null when the host was not opened yet.
    const HostDesk* openDesk(const HostId& id) const;

Q_SIGNALS:
    void listChanged();
    /// The desk is about to go away.
    void deskClosing(const gatepost::HostId& id);
    /// Something that the sidebar shows has changed.
    void deskChanged(const gatepost::HostId& id);

private:
    Result<> mayClose(const HostId& id) const;
    void take(const QList<HostProfile>& profiles, const QList<HostId>& touched);
    void closeDesk(const HostId& id);

    HostRepository& m_repository;
    PrompterSource m_prompterSource;
    KeySource m_keySource;
    QList<HostProfile> m_profiles;
    std::map<QString, std::unique_ptr<HostDesk>> m_desks; ///< by id
};

} // namespace gatepost
