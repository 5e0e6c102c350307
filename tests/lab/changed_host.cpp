// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/changed_host.h"

#include "models/hardening/relay_layer.h"
#include "remote/host/snapshot_service.h"
#include "tests/support/lab.h"
#include "tests/support/scripted_prompter.h"

#include <QCryptographicHash>
#include <QTcpSocket>
#include <QTest>

namespace gatepost {

using namespace std::chrono_literals;

ChangedHost::ChangedHost(QString name)
    : m_name(std::move(name))
    , m_address(Lab::address(m_name))
    , m_key(Lab::key())
    , m_directory(std::make_unique<QTemporaryDir>())
{}

HostProfile ChangedHost::profile(bool readOnly) const
{
    HostProfile profile;
    profile.name = m_name;
    profile.endpoint.host = m_address;
    profile.endpoint.user = QStringLiteral("admin");
    profile.endpoint.identityFiles = {m_key};
    profile.elevation = Elevation::Sudo;
    profile.readOnly = readOnly;
    profile.useAgent = false;
    profile.knownHostsFile = m_directory->filePath(QStringLiteral("known_hosts"));
    return profile;
}

std::unique_ptr<SshConnection> ChangedHost::connect(bool readOnly) const
{
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->elevationPasswords = {QStringLiteral("Adm1n-pw")};
    ConnectionTiming timing;
    timing.keepAliveInterval = 2s;
    timing.keepAliveTimeout = 3s;
    timing.tcpTimeout = 5s;
    auto connection =
        std::make_unique<SshConnection>(profile(readOnly), prompter, StepObserver{}, timing);
    auto opened = connection->open();
    opened.waitForFinished();
    if (!opened.result()) {
        qWarning().noquote() << opened.result().error().summary;
    }
    return connection;
}

QByteArray ChangedHost::shell(const QByteArray& source) const
{
    const Lab::Output output =
        Lab::exec(m_name, {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromUtf8(source)});
    if (output.status != 0) {
        qWarning().noquote() << m_name << source << "ended with" << output.status << output.err;
    }
    return output.out;
}

const ChangePlan& ChangedHost::plan()
{
    if (m_plan.isEmpty()) {
        const auto ssh = connect();
        if (const auto snapshot = await(pullSnapshot(*ssh, {}))) {
            m_plan = planRelayLayer(*snapshot, {}).value_or(ChangePlan{});
        }
    }
    return m_plan;
}

ChangePlan ChangedHost::planOf(const QByteArray& path, const QByteArray& added) const
{
    const QByteArray before = shell("cat " + path);
    ChangePlan plan;
    plan.id = QStringLiteral("made-here");
    plan.edits.append({path, before,
                       QCryptographicHash::hash(before, QCryptographicHash::Sha256).toHex(),
                       before + added});
    return plan;
}

PendingChange ChangedHost::apply(SshConnection& ssh, std::chrono::seconds undoAfter)
{
    const auto change = await(applyChange(ssh, plan(), undoAfter));
    if (!change) {
        qWarning().noquote() << change.error().summary << change.error().detail;
    }
    return change.value_or(PendingChange{});
}

TransactionReport ChangedHost::statusOf(const QByteArray& transactionId) const
{
    const auto ssh = connect();
    return await(changeStatus(*ssh, transactionId)).value_or(TransactionReport{});
}

HostFacts ChangedHost::facts() const
{
    return {shell("cd /etc/postfix && find . -type f -exec sha256sum {} + | sort -k2 && "
                  "find . -printf '%p %u %g %m %l\\n' | sort"),
            shell("postqueue -j | wc -l").trimmed()};
}

QByteArray ChangedHost::greeting() const
{
    QTcpSocket socket;
    socket.connectToHost(m_address, 25);
    while (!socket.canReadLine() && socket.state() != QAbstractSocket::UnconnectedState) {
        if (!(socket.state() == QAbstractSocket::ConnectedState ? socket.waitForReadyRead(8000)
                                                                : socket.waitForConnected(4000))) {
            break;
        }
    }
    return socket.readLine();
}

bool ChangedHost::running() const
{
    return Lab::exec(m_name, {QStringLiteral("postfix"), QStringLiteral("status")}).status == 0;
}

QByteArray ChangedHost::leftovers() const
{
    return shell("ls -d /etc/postfix/*gatepost* /etc/cron.d/gatepost* "
                 "/etc/systemd/system/gatepost* /etc/systemd/system/*/gatepost* "
                 "/var/lib/gatepost/txn/*/stage 2>/dev/null; readlink /var/lib/gatepost/lock; "
                 "pgrep -fa '[e]ngine.sh'; [ -d /run/systemd/system ] && "
                 "systemctl list-units --no-legend 'gatepost*'; true");
}

bool ChangedHost::settles(int seconds) const
{
    return QTest::qWaitFor([this] { return leftovers().isEmpty(); }, seconds * 1000);
}

} // namespace gatepost
