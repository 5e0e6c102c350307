// SPDX-License-Identifier: GPL-3.0-or-later
// Every way to be refused by a real host, with a sentence that says what to do next.
#include "remote/host/snapshot_service.h"
#include "tests/lab/lab_person.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatepost;

namespace {

QString fingerprintOn(const QString& host)
{
    const Lab::Output said = Lab::exec(host, {QStringLiteral("ssh-keygen"), QStringLiteral("-lf"),
                                              QStringLiteral("/etc/ssh/ssh_host_ed25519_key.pub")});
    return QString::fromUtf8(said.out.split(' ').value(1));
}

} // namespace

class TestLabRefused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFingerprintThatTheHostHas();
    void refusesAChangedKey();
    void saysWhyNot_data();
    void saysWhyNot();
    void saysThatThereIsNoPostfix();
    void changesNothingOnAReadOnlyConnection();

private:
    QString freshKnownHosts()
    {
        return m_folder.filePath(QStringLiteral("known-%1").arg(++m_files));
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestLabRefused::showsTheFingerprintThatTheHostHas()
{
    const QString wanted = fingerprintOn(QStringLiteral("mx1"));
    QVERIFY(wanted.startsWith(QStringLiteral("SHA256:")));
    const HostProfile profile =
        labProfile(QStringLiteral("mx1"), QStringLiteral("ops"), freshKnownHosts());
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->acceptKeys = false;
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps());
    const auto opened = connection.open().result();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::HostKeyUnknown);
    QVERIFY(opened.error().summary.contains(QStringLiteral("connect again")));
    QCOMPARE(prompter->asked(),
             QStringList{
                 QStringLiteral("hostkey %1 ssh-ed25519 %2").arg(profile.endpoint.host, wanted)});
    QCOMPARE(log.last().step, ConnectStep::HostKey);
    QVERIFY(!QFile::exists(profile.knownHostsFile));
}

void TestLabRefused::refusesAChangedKey()
{
    const HostProfile profile =
        labProfile(QStringLiteral("jump"), QStringLiteral("ops"), freshKnownHosts());
    {
        SshConnection connection(profile, std::make_shared<ScriptedPrompter>());
        QVERIFY(connection.open().result());
    }
    QCOMPARE(Lab::exec(QStringLiteral("jump"),
                       {QStringLiteral("sh"), QStringLiteral("-c"),
                        QStringLiteral("rm /etc/ssh/ssh_host_*; ssh-keygen -q -t ed25519 -N '' -f "
                                       "/etc/ssh/ssh_host_ed25519_key && ssh-keygen -q -t ecdsa -N "
                                       "'' -f /etc/ssh/ssh_host_ecdsa_key")})
                 .status,
             0);
    reloadSshd(QStringLiteral("jump"));
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->passwords = {QStringLiteral("0ps-pw")};
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps());
    const auto opened = connection.open().result();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::HostKeyChanged);
    QVERIFY(
        opened.error().summary.contains(QStringLiteral("ssh-keygen -R ") + profile.endpoint.host));
    QVERIFY(opened.error().detail.contains(fingerprintOn(QStringLiteral("jump"))));
    QCOMPARE(prompter->asked(), QStringList());
    QCOMPARE(log.last().step, ConnectStep::HostKey);
    QCOMPARE(connection.run({.argv = {"true"}}).result().error().code, ErrorCode::HostKeyChanged);
}

void TestLabRefused::saysWhyNot_data()
{
    QTest::addColumn<Person>("person");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const Person& person, int port, ErrorCode code,
                        ConnectStep step, const char* says) {
        QTest::newRow(name) << person << port << static_cast<int>(code) << static_cast<int>(step)
                            << QString::fromUtf8(says);
    };
    const auto text = [](const char* word) { return QString::fromLatin1(word); };
    row("wrong password",
        {.user = text("guest"),
         .key = false,
         .passwords = {text("a"), text("b"), text("c"), text("d"), text("e"), text("f")}},
        22, ErrorCode::AuthFailed, ConnectStep::SignIn, "Check the user name");
    row("nobody there to ask", {.user = text("guest"), .key = false}, 22, ErrorCode::AuthFailed,
        ConnectStep::SignIn, "Nobody is there");
    row("no such user",
        {.user = text("nemo"),
         .key = true,
         .passwords = {text("a"), text("b"), text("c"), text("d"), text("e"), text("f")}},
        22, ErrorCode::AuthFailed, ConnectStep::SignIn, "Check the user name");
    row("no shell", {.user = text("alice"), .key = false, .passwords = {text("al1ce-pw")}}, 22,
        ErrorCode::CommandFailed, ConnectStep::Elevation, "check its login shell");
    row("no sudo right",
        {.user = text("guest"),
         .elevation = Elevation::Sudo,
         .elevationPasswords = {text("gu3st-pw")}},
        22, ErrorCode::AccessDenied, ConnectStep::Elevation, "Ask the host's administrator");
    row("wrong sudo password",
        {.user = text("admin"),
         .elevation = Elevation::Sudo,
         .elevationPasswords = {text("a"), text("b"), text("c")}},
        22, ErrorCode::AuthFailed, ConnectStep::Elevation, "wrong three times");
    row("no doas right",
        {.user = text("guest"),
         .elevation = Elevation::Doas,
         .elevationPasswords = {text("gu3st-pw")}},
        22, ErrorCode::AccessDenied, ConnectStep::Elevation, "Ask the host's administrator");
    row("wrong doas password",
        {.user = text("dora"),
         .elevation = Elevation::Doas,
         .elevationPasswords = {text("a"), text("b"), text("c")}},
        22, ErrorCode::AuthFailed, ConnectStep::Elevation, "wrong three times");
    row("closed port", {.user = text("ops")}, 2222, ErrorCode::Disconnected, ConnectStep::Tcp,
        "Nothing listens");
    row("not SSH", {.user = text("ops")}, 25, ErrorCode::ParseFailed, ConnectStep::HostKey,
        "not as an SSH server");
    row("unknown name", {.user = text("ops"), .host = text("nowhere.lab.test")}, 22,
        ErrorCode::NotFound, ConnectStep::Name, "Check its spelling");
    row("address without a host", {.user = text("ops"), .host = text("198.51.100.250")}, 22,
        ErrorCode::Disconnected, ConnectStep::Tcp, "Check the address");
}

void TestLabRefused::saysWhyNot()
{
    QFETCH(Person, person);
    QFETCH(int, port);
    QFETCH(int, code);
    QFETCH(int, step);
    QFETCH(QString, says);
    HostProfile profile = profileOf(person, freshKnownHosts());
    profile.endpoint.port = static_cast<quint16>(port);
    const auto prompter = prompterOf(person);
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps(), quickTiming());
    QElapsedTimer timer;
    timer.start();
    const auto opened = connection.open().result();
    QVERIFY(!opened);
    QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    const Error& error = opened.error();
    QVERIFY2(error.summary.contains(says), qPrintable(error.summary));
    QCOMPARE(errorCodeName(error.code), errorCodeName(static_cast<ErrorCode>(code)));
    QCOMPARE(static_cast<int>(log.last().step), step);
    QCOMPARE(log.last().state, StepState::Failed);
    QVERIFY(!error.origin.isEmpty());
    QVERIFY(!connection.isOpen());
}

void TestLabRefused::saysThatThereIsNoPostfix()
{
    QCOMPARE(Lab::exec(QStringLiteral("outside"),
                       {QStringLiteral("rm"), QStringLiteral("-rf"),
                        QStringLiteral("/usr/sbin/postconf"), QStringLiteral("/etc/postfix")})
                 .status,
             0);
    SshConnection connection(labProfile(QStringLiteral("outside"), QStringLiteral("ops"),
                                        freshKnownHosts(), Elevation::Sudo),
                             std::make_shared<ScriptedPrompter>());
    const auto snapshot = pullSnapshot(connection, "key").result();
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().summary));
    QVERIFY(snapshot->postfixVersion.isEmpty());
    QVERIFY(snapshot->notSeen.join(u'\n').contains(QStringLiteral("Postfix was not found")));
}

void TestLabRefused::changesNothingOnAReadOnlyConnection()
{
    HostProfile profile = labProfile(QStringLiteral("mx1"), QStringLiteral("ops"),
                                     freshKnownHosts(), Elevation::Sudo);
    profile.readOnly = true;
    SshConnection connection(profile, std::make_shared<ScriptedPrompter>());
    QVERIFY(connection.open().result());
    QVERIFY(pullSnapshot(connection, "key").result());
    const auto done =
        connection.run({.argv = {"touch", "/root/changed"}, .elevated = true, .changesHost = true})
            .result();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::AccessDenied);
    QVERIFY(done.error().summary.contains(QStringLiteral("Allow changes")));
    QVERIFY(Lab::exec(QStringLiteral("mx1"), {QStringLiteral("test"), QStringLiteral("-e"),
                                              QStringLiteral("/root/changed")})
                .status != 0);
}

QTEST_GUILESS_MAIN(TestLabRefused)
#include "tst_lab_refused.moc"
