// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/host_registry.h"

#include "app/storage/host_repository.h"

#include <algorithm>

namespace gatepost {

namespace {

auto findProfile(const QList<HostProfile>& profiles, const HostId& id)
{
    return std::find_if(profiles.cbegin(), profiles.cend(),
                        [&id](const HostProfile& profile) { return profile.id == id; });
}

} // namespace

HostRegistry::HostRegistry(HostRepository& repository, PrompterSource prompterSource,
                           KeySource keySource, QObject* parent)
    : QObject(parent)
    , m_repository(repository)
    , m_prompterSource(std::move(prompterSource))
    , m_keySource(std::move(keySource))
{}

HostRegistry::~HostRegistry() = default;

Result<> HostRegistry::load()
{
    auto loaded = m_repository.load();
    if (!loaded) {
        return loaded.error();
    }
    m_profiles = std::move(*loaded);
    Q_EMIT listChanged();
    return {};
}

const HostProfile* HostRegistry::profile(const HostId& id) const
{
    const auto found = findProfile(m_profiles, id);
    return found == m_profiles.cend() ? nullptr : &*found;
}

Result<> HostRegistry::put(const QList<HostProfile>& profiles)
{
    QList<HostId> touched;
    for (const HostProfile& profile : profiles) {
        if (auto may = mayClose(profile.id); !may) {
            return may;
        }
        touched.append(profile.id);
    }
    const auto stored = m_repository.put(profiles);
    if (!stored) {
        return stored.error();
    }
    take(*stored, touched);
    return {};
}

Result<> HostRegistry::remove(const HostId& id)
{
    if (auto may = mayClose(id); !may) {
        return may;
    }
    const auto stored = m_repository.remove(id);
    if (!stored) {
        return stored.error();
    }
    take(*stored, {id});
    return {};
}

Result<> HostRegistry::mayClose(const HostId& id) const
{
    const HostDesk* desk = openDesk(id);
    if (desk && desk->change.isBusy()) {
        return failure(ErrorCode::ChangeConflict,
                       tr("A change of %1 is under way. Keep or undo it first.")
                           .arg(desk->session.profile().name));
    }
    return {};
}

void HostRegistry::take(const QList<HostProfile>& profiles, const QList<HostId>& touched)
{
    m_profiles = profiles;
    for (const HostId& id : touched) {
        closeDesk(id);
    }
    Q_EMIT listChanged();
}

HostDesk* HostRegistry::desk(const HostId& id)
{
    const auto open = m_desks.find(id.value);
    if (open != m_desks.end()) {
        return open->second.get();
    }
    const HostProfile* known = profile(id);
    if (!known) {
        return nullptr;
    }
    auto made = std::make_unique<HostDesk>(*known, m_prompterSource(id), m_keySource(id));
    const auto tell = [this, id] { Q_EMIT deskChanged(id); };
    connect(&made->session, &HostSession::linkChanged, this, tell);
    connect(&made->session, &HostSession::readingChanged, this, tell);
    return m_desks.emplace(id.value, std::move(made)).first->second.get();
}

const HostDesk* HostRegistry::openDesk(const HostId& id) const
{
    const auto open = m_desks.find(id.value);
    return open == m_desks.end() ? nullptr : open->second.get();
}

void HostRegistry::closeDesk(const HostId& id)
{
    if (m_desks.contains(id.value)) {
        Q_EMIT deskClosing(id);
        m_desks.erase(id.value);
    }
}

} // namespace gatepost
