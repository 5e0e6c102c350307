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

HostRegistry::HostRegistry(HostRepository& repository, std::shared_ptr<ConnectPrompter> prompter,
                           KeySource keySource, QObject* parent)
    : QObject(parent)
    , m_repository(repository)
    , m_prompter(std::move(prompter))
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

Result<> HostRegistry::put(const HostProfile& profile)
{
    return put(QList{profile});
}

Result<> HostRegistry::put(const QList<HostProfile>& profiles)
{
    QList<HostProfile> all = m_profiles;
    for (const HostProfile& profile : profiles) {
        const bool nameTaken =
            std::any_of(all.cbegin(), all.cend(), [&profile](const HostProfile& other) {
                return other.name == profile.name && !(other.id == profile.id);
            });
        if (nameTaken) {
            return failure(
                ErrorCode::ParseFailed,
                tr("There is a host called %1 already. Choose another name.").arg(profile.name));
        }
        const auto found = findProfile(all, profile.id);
        if (found == all.cend()) {
            all.append(profile);
        } else {
            all[found - all.cbegin()] = profile;
        }
    }
    if (auto stored = store(all); !stored) {
        return stored;
    }
    for (const HostProfile& profile : profiles) {
        closeDesk(profile.id);
    }
    Q_EMIT listChanged();
    return {};
}

Result<> HostRegistry::remove(const HostId& id)
{
    QList<HostProfile> all = m_profiles;
    all.removeIf([&id](const HostProfile& profile) { return profile.id == id; });
    if (auto stored = store(all); !stored) {
        return stored;
    }
    closeDesk(id);
    Q_EMIT listChanged();
    return {};
}

Result<> HostRegistry::store(QList<HostProfile> profiles)
{
    if (auto saved = m_repository.save(profiles); !saved) {
        return saved;
    }
    m_profiles = std::move(profiles);
    return {};
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
    auto made = std::make_unique<HostDesk>(*known, m_prompter, m_keySource(id));
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
