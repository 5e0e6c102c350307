// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/effective_config.h"

#include "models/config/value_syntax.h"

namespace gatepost {

namespace {

/// "name = value" lines as postconf(1) prints them.
QHash<QByteArray, QByteArray> readPostconf(const QByteArray& output)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray& line : output.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0) {
            values.insert(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
        }
    }
    return values;
}

std::pair<int, int> readVersion(const QByteArray& text)
{
    const QList<QByteArray> parts = text.split('.');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

/// Built-in defaults of Postfix 3.x, for copies of /etc/postfix that come without postconf -d.
const QHash<QByteArray, QByteArray>& catalogue()
{
    static const QHash<QByteArray, QByteArray> defaults{
        {"allow_untrusted_routing", "no"},
        {"allow_percent_hack", "yes"},
        {"rewrite_service_name", "rewrite"},
        {"smtpd_helo_required", "no"},
        {"smtpd_tls_ask_ccert", "no"},
        {"smtpd_tls_req_ccert", "no"},
        {"relay_clientcerts", ""},
        {"smtpd_authorized_xclient_hosts", ""},
        {"smtpd_upstream_proxy_protocol", ""},
        {"postscreen_upstream_proxy_protocol", ""},
        {"qmqpd_authorized_clients", ""},
        {"compatibility_level", "0"},
        {"config_directory", "/etc/postfix"},
        {"inet_protocols", "all"},
        {"inet_interfaces", "all"},
        {"local_recipient_maps", "proxy:unix:passwd.byname $alias_maps"},
        {"mydestination", "$myhostname, localhost.$mydomain, localhost"},
        {"mydomain", "localdomain"},
        {"myhostname", "localhost"},
        {"mynetworks_style", "${{$compatibility_level} <level {2} ? {subnet} : {host}}"},
        {"myorigin", "$myhostname"},
        {"parent_domain_matches_subdomains",
         "debug_peer_list,fast_flush_domains,mynetworks,permit_mx_backup_networks,"
         "qmqpd_authorized_clients,relay_domains,smtpd_access_maps"},
        {"recipient_delimiter", ""},
        {"relay_domains", "${{$compatibility_level} <level {2} ? {$mydestination} : {}}"},
        {"smtpd_client_restrictions", ""},
        {"smtpd_delay_reject", "yes"},
        {"smtpd_helo_restrictions", ""},
        {"smtpd_recipient_restrictions", ""},
        {"smtpd_restriction_classes", ""},
        {"smtpd_relay_before_recipient_restrictions",
         "${{$compatibility_level} <level {3.6} ? {no} : {yes}}"},
        {"smtpd_relay_restrictions",
         "${{$compatibility_level} <level {1} ? {} : {permit_mynetworks, "
         "permit_sasl_authenticated, defer_unauth_destination}}"},
        {"smtpd_sasl_auth_enable", "no"},
        {"smtpd_sender_restrictions", ""},
        {"smtpd_service_name", "smtpd"},
        {"swap_bangpath", "yes"},
        {"virtual_alias_domains", "$virtual_alias_maps"},
        {"virtual_alias_maps", "$virtual_maps"},
        {"virtual_mailbox_domains", "$virtual_mailbox_maps"},
    };
    return defaults;
}

} // namespace

EffectiveConfig::EffectiveConfig(const HostSnapshot& snapshot)
    : m_mainPath(snapshot.configDirectory + "/main.cf")
    , m_masterPath(snapshot.configDirectory + "/master.cf")
    , m_version(readVersion(snapshot.postfixVersion))
    , m_defaults(readPostconf(snapshot.commandOutput("postconf-d")))
    , m_runtime(readPostconf(snapshot.commandOutput("postconf-x")))
    , m_files(snapshot.files)
{
    m_main = MainCf(snapshot.fileContent(m_mainPath));
    m_master = MasterCf(snapshot.fileContent(m_masterPath));
}

bool EffectiveConfig::versionAtLeast(int major, int minor) const
{
    return m_version == std::pair(0, 0) || m_version >= std::pair(major, minor);
}

EffectiveConfig EffectiveConfig::underStress() const
{
    EffectiveConfig other = *this;
    other.m_stress = true;
    return other;
}

bool EffectiveConfig::mentionsStress() const
{
    return m_main.bytes().contains("stress") || m_master.bytes().contains("stress");
}

std::optional<QByteArray> EffectiveConfig::wholeFile(const QByteArray& path) const
{
    const auto file = m_files.constFind(path);
    const bool whole = file != m_files.cend() && file->readable && !file->truncated;
    return whole ? std::optional(file->content) : std::nullopt;
}

QByteArray EffectiveConfig::builtIn(const QByteArray& name) const
{
    // Computed when Postfix starts, from the machine's own name and interfaces: only the host
    // knows.
    static const QList<QByteArray> kRuntime{"mynetworks", "myhostname", "mydomain"};
    if (kRuntime.contains(name) && m_runtime.contains(name)) {
        return m_runtime.value(name);
    }
    const auto seen = m_defaults.constFind(name);
    return seen != m_defaults.cend() ? *seen : catalogue().value(name);
}

bool EffectiveConfig::defaultIsKnown(const QByteArray& name) const
{
    if (name == "mynetworks") {
        return m_runtime.contains(name); // postconf -d computes it without main.cf's style
    }
    if (m_defaults.contains(name) || m_runtime.contains(name)) {
        return true;
    }
    if (name == "smtpd_relay_restrictions" && m_version == std::pair(0, 0)) {
        // Postfix 2.10 to 3.2 have the whole list at every level, later ones none below level 1.
        return !expandValue(builtIn(name), [this](const QByteArray& other) {
                    return raw(other, nullptr);
                }).isEmpty();
    }
    return catalogue().contains(name);
}

QByteArray EffectiveConfig::raw(const QByteArray& name, const MasterService* service) const
{
    if (name == "stress" && service != nullptr) {
        return m_stress ? "yes" : "";
    }
    if (const MasterOverride* o = service != nullptr ? service->find(name) : nullptr) {
        return o->value;
    }
    const MainCfEntry* entry = m_main.find(name);
    return entry != nullptr ? entry->value : builtIn(name);
}

EffectiveValue EffectiveConfig::value(const QByteArray& name, const MasterService* service) const
{
    EffectiveValue result;
    result.raw = raw(name, service);
    const ExpandedValue expanded = expandChecked(
        result.raw, [this, service](const QByteArray& other) { return raw(other, service); });
    result.value = expanded.text;
    result.fatal = expanded.fatal;
    if (const MasterOverride* o = service != nullptr ? service->find(name) : nullptr) {
        result.file = m_masterPath;
        result.line = o->line;
        result.text = "-o " + o->name + '=' + o->value;
    } else if (const MainCfEntry* entry = m_main.find(name)) {
        result.file = m_mainPath;
        result.line = entry->line.number;
        result.text = entry->line.text;
    } else {
        result.text = name + " = " + result.raw;
        result.known = defaultIsKnown(name);
    }
    return result;
}

} // namespace gatepost
