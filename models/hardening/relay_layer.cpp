// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/relay_layer.h"

#include "models/config/effective_config.h"
#include "models/config/value_syntax.h"
#include "models/core/ip_network.h"
#include "models/hardening/secret_splice.h"
#include "models/policy/relay_judge.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace gatepost {

namespace {

constexpr const char* kThisMachine = "127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128";

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RelayLayer)
};

bool isThisMachine(const IpNetwork& network)
{
    return network.address().isLoopback() &&
           network.prefixLength() >= (network.address().isIPv6() ? 128 : 8);
}

/// Private address space and not most of it: a network an administrator can name the machines of.
bool isNameable(const IpNetwork& network)
{
    constexpr int kWidestIPv4 = 16;
    constexpr int kWidestIPv6 = 48;
    return network.address().isPrivate() &&
           network.prefixLength() >= (network.address().isIPv6() ? kWidestIPv6 : kWidestIPv4);
}

class RelayPlanner
{
public:
    RelayPlanner(const HostSnapshot& snapshot, const RelayChoices& choices)
        : m_snapshot(snapshot)
        , m_choices(choices)
        , m_config(snapshot)
        , m_main(m_config.mainCf())
        , m_master(m_config.masterCf())
    {}

    Result<ChangePlan> plan()
    {
        if (!m_snapshot.files.value(m_config.mainPath()).readable) {
            return failure(
                ErrorCode::NotFound,
                Text::tr("main.cf could not be read, so there is nothing to plan from. Pull "
                         "again with root rights."));
        }
        m_plan.title = Text::tr("Close the relay");
        m_plan.layer = QStringLiteral("relay");
        m_plan.configDirectory = m_snapshot.configDirectory;
        m_plan.postfixVersion = m_snapshot.postfixVersion;
        m_plan.before = judgeRelay(m_snapshot);
        if (m_plan.before.verdict != RelayVerdict::Closed || m_choices.trustedNetworks) {
            if (auto done = limitNetworks(); !done) {
                return done.error();
            }
            stateRelayList();
            dropOverrides();
        }
        return finish();
    }

private:
    Result<> limitNetworks()
    {
        const EffectiveValue now = m_config.value("mynetworks");
        QList<QByteArray> keep;
        QStringList dropped;
        if (m_choices.trustedNetworks) {
            for (const QString& text : *m_choices.trustedNetworks) {
                const auto network = IpNetwork::parse(text.trimmed().toUtf8());
                if (!network) {
                    return failure(
                        ErrorCode::ParseFailed,
                        Text::tr("%1 is no network. Write an address or a network such as "
                                 "10.0.0.14/32 or [2001:db8::]/64.")
                            .arg(text.trimmed()));
                }
                if (!isThisMachine(*network)) {
                    keep.append(network->toString().toUtf8());
                }
            }
        }
        for (const QByteArray& element : splitList(now.value)) {
            const auto network = IpNetwork::parse(element);
            if (network && isThisMachine(*network)) {
                continue;
            }
            if (!m_choices.trustedNetworks && network && isNameable(*network)) {
                keep.append(element);
            } else if (!network || !keep.contains(network->toString().toUtf8())) {
                dropped.append(QString::fromUtf8(element));
            }
        }
        QByteArray value = kThisMachine;
        for (const QByteArray& network : std::as_const(keep)) {
            value += ' ' + network;
        }
        if (dropped.isEmpty() && !now.isDefault() && !m_choices.trustedNetworks) {
            return {};
        }
        if (value == now.value) {
            return {};
        }
        change(
            "mynetworks", now.raw, value,
            Text::tr("mynetworks names who may send without signing in. It held %1, which covers "
                     "strangers.")
                .arg(dropped.isEmpty() ? QString::fromUtf8(now.value) : dropped.join(u", ")));
        m_main.set("mynetworks", value);
        if (!dropped.isEmpty()) {
            m_plan.risks.append(Text::tr("Machines in %1 can no longer send to the outside without "
                                         "signing in. Add those that must, one by one.")
                                    .arg(dropped.join(u", ")));
        }
        return {};
    }

    void stateRelayList()
    {
        if (!m_config.versionAtLeast(2, 10)) {
            return; // smtpd_relay_restrictions came with 2.10; before that the recipient list rules
        }
        const EffectiveValue now = m_config.value("smtpd_relay_restrictions");
        const QList<QByteArray> elements = splitList(now.value.toLower());
        const bool refuses = elements.contains("reject_unauth_destination") ||
                             elements.contains("defer_unauth_destination");
        static const QList<QByteArray> kHarmless{"permit_mynetworks", "permit_sasl_authenticated",
                                                 "reject_unauth_destination",
                                                 "defer_unauth_destination", "reject"};
        const bool plain =
            std::all_of(elements.begin(), elements.end(),
                        [](const QByteArray& element) { return kHarmless.contains(element); });
        if (refuses && plain) {
            return;
        }
        const QByteArray value =
            offersSignIn()
                ? "permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"
                : "permit_mynetworks, reject_unauth_destination";
        change(
            "smtpd_relay_restrictions", now.raw, value,
            Text::tr(
                "States the relay rule by itself: whoever is not trusted and has not signed in is "
                "refused recipients elsewhere."));
        m_main.set("smtpd_relay_restrictions", value, "mynetworks");
    }

    bool offersSignIn() const
    {
        const auto& services = m_master.services();
        return isYes(m_config.value("smtpd_sasl_auth_enable").value) ||
               std::any_of(services.begin(), services.end(), [this](const MasterService& service) {
                   return isYes(m_config.value("smtpd_sasl_auth_enable", &service).value);
               });
    }

    /// Overrides that keep a service open once main.cf is right.
    void dropOverrides()
    {
        for (const ServiceVerdict& service : judgeRelay(staged()).services) {
            if (service.verdict == RelayVerdict::Closed) {
                continue;
            }
            const QByteArray label = service.name.toUtf8();
            for (const QByteArray parameter :
                 {"mynetworks", "smtpd_relay_restrictions", "smtpd_recipient_restrictions"}) {
                const auto& services = m_master.services();
                const auto found =
                    std::find_if(services.begin(), services.end(),
                                 [&label](const auto& entry) { return entry.label() == label; });
                const MasterOverride* override =
                    found == services.end() ? nullptr : found->find(parameter);
                if (override == nullptr) {
                    continue;
                }
                change(
                    label + ": " + parameter, override->value, {},
                    Text::tr(
                        "This service has a rule of its own that lets strangers through; without "
                        "it the rule of main.cf counts."));
                m_master.removeOverride(label, parameter);
            }
        }
    }

    HostSnapshot staged() const
    {
        HostSnapshot after = m_snapshot;
        after.files[m_config.mainPath()].content = m_main.bytes();
        after.files[m_config.masterPath()].content = m_master.bytes();
        return after;
    }

    void change(const QByteArray& parameter, const QByteArray& before, const QByteArray& after,
                const QString& why)
    {
        m_plan.changes.append({QString::fromUtf8(parameter), QString::fromUtf8(before.simplified()),
                               QString::fromUtf8(after), why});
    }

    Result<> addEdit(const QByteArray& path, const QByteArray& after)
    {
        const CollectedFile file = m_snapshot.files.value(path);
        if (file.content == after) {
            return {};
        }
        if (file.truncated) {
            return failure(ErrorCode::Unsupported,
                           Text::tr("%1 is too large to be edited from here. Edit it on the host.")
                               .arg(QString::fromUtf8(path)));
        }
        const FileEdit edit{path, file.content, file.sha256, after, file.redacted};
        if (auto splice = spliceSecrets(edit); !splice) {
            return splice.error();
        }
        m_plan.edits.append(edit);
        return {};
    }

    Result<ChangePlan> finish()
    {
        for (const auto& [path, bytes] : {std::pair(m_config.mainPath(), m_main.bytes()),
                                          std::pair(m_config.masterPath(), m_master.bytes())}) {
            if (auto added = addEdit(path, bytes); !added) {
                return added.error();
            }
        }
        m_plan.after = m_plan.isEmpty() ? m_plan.before : judgeRelay(staged());
        if (m_plan.isEmpty()) {
            m_plan.explanation = Text::tr("Nothing to do: %1").arg(m_plan.before.sentence);
            return m_plan;
        }
        m_plan.explanation =
            Text::tr("Today: %1 After the change only this machine, the networks named below "
                     "and people who signed in may send to the outside.")
                .arg(m_plan.before.sentence);
        if (m_plan.after.verdict != RelayVerdict::Closed) {
            m_plan.risks.prepend(Text::tr("This change alone does not prove the host closed: %1")
                                     .arg(m_plan.after.sentence));
        }
        m_plan.commands.append(QStringLiteral("postfix reload"));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const FileEdit& edit : std::as_const(m_plan.edits)) {
            hash.addData(edit.path + '\n' + edit.sha256Before + '\n' + edit.after);
        }
        m_plan.id = QStringLiteral("relay-") + QString::fromLatin1(hash.result().toHex().left(12));
        return m_plan;
    }

    const HostSnapshot& m_snapshot;
    const RelayChoices& m_choices;
    EffectiveConfig m_config;
    MainCf m_main;
    MasterCf m_master;
    ChangePlan m_plan;
};

} // namespace

Result<ChangePlan> planRelayLayer(const HostSnapshot& snapshot, const RelayChoices& choices)
{
    return RelayPlanner(snapshot, choices).plan();
}

} // namespace gatepost
