// SPDX-License-Identifier: GPL-3.0-or-later
// Every way to sign in at a real sshd and to become root there.
#include "tests/lab/lab_person.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gatepost;

class TestLabConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void signsInWithAnAgent();
    void signsInWithAnEncryptedKey();
    void goesThroughAJumpHost();
    void speaksIPv6();
    void keepsTheKeyWhereSshFindsIt();
    void livesWithOneSessionAtATime();

private:
    QString freshKnownHosts()
    {
        return m_folder.filePath(QStringLiteral("known-%1").arg(++m_files));
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestLabConnect::signsIn_data()
{
    QTest::addColumn<Person>("person");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("elevation");
    QTest::addColumn<bool>("root");
    const auto row = [](const char* name, const Person& person, const char* asked,
                        const char* elevation, bool root) {
        QTest::newRow(name) << person << QString::fromUtf8(asked) << QString::fromUtf8(elevation)
                            << root;
    };
    const auto text = [](const char* word) { return QString::fromLatin1(word); };
    row("root, key", {.user = text("root")}, "", "root is root already", true);
    row("key, sudo with a password",
        {.user = text("admin"),
         .elevation = Elevation::Sudo,
         .elevationPasswords = {text("Adm1n-pw")}},
        "elevation admin@%1 1", "Root by sudo, with a password", true);
    row("key, sudo, right the second time",
        {.user = text("admin"),
         .elevation = Elevation::Sudo,
         .elevationPasswords = {text("wrong"), text("Adm1n-pw")}},
        "elevation admin@%1 1;elevation admin@%1 2", "Root by sudo, with a password", true);
    row("key, sudo without a password", {.user = text("ops"), .elevation = Elevation::Sudo}, "",
        "Root by sudo, without a password", true);
    row("key, doas with a password",
        {.user = text("dora"),
         .elevation = Elevation::Doas,
         .elevationPasswords = {text("d0ra-pw")}},
        "elevation dora@%1 1", "Root by doas, with a password", true);
    row("password", {.user = text("guest"), .key = false, .passwords = {text("gu3st-pw")}},
        "password guest@%1 1", "Not asked for", false);
    row("password, right the second time",
        {.user = text("guest"), .key = false, .passwords = {text("wrong"), text("gu3st-pw")}},
        "password guest@%1 1;password guest@%1 2", "Not asked for", false);
    row("password, sudo with the password",
        {.user = text("admin"),
         .key = false,
         .elevation = Elevation::Sudo,
         .passwords = {text("Adm1n-pw")},
         .elevationPasswords = {text("Adm1n-pw")}},
        "password admin@%1 1;elevation admin@%1 1", "Root by sudo, with a password", true);
    row("password and one-time code, sudo",
        {.user = text("otto"),
         .key = false,
         .elevation = Elevation::Sudo,
         .passwords = {text("0tto-pw")},
         .rounds = {{text("755224")}},
         .elevationPasswords = {text("0tto-pw")}},
        "password otto@%1 1;answers otto@%1 [One-time password (OATH) for `otto':-];"
        "elevation otto@%1 1",
        "Root by sudo, with a password", true);
}

void TestLabConnect::signsIn()
{
    QFETCH(Person, person);
    QFETCH(QString, asked);
    QFETCH(QString, elevation);
    QFETCH(bool, root);
    const HostProfile profile = profileOf(person, freshKnownHosts());
    const auto prompter = prompterOf(person);
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps());
    const auto opened = connection.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary + opened.error().detail));
    const QString questions = prompter->asked().mid(1).join(u';');
    QCOMPARE(questions,
             asked.isEmpty() ? asked : asked.replace(QStringLiteral("%1"), profile.endpoint.host));
    QVERIFY2(log.last(ConnectStep::Elevation).text.startsWith(elevation),
             qPrintable(log.last(ConnectStep::Elevation).text));
    // What is read is the input and nothing else: no password, whoever asked for one or not.
    const auto done = connection
                          .run({.argv = {"/bin/sh", "-c", "id -u; cat; echo err >&2; exit 3"},
                                .input = QByteArray("first\n\0\x04last", 12),
                                .elevated = true})
                          .result();
    QVERIFY2(done, done ? "" : qPrintable(done.error().summary));
    QCOMPARE(done->exitStatus, 3);
    QCOMPARE(done->out.startsWith("0\n"), root);
    QCOMPARE(done->out.mid(done->out.indexOf('\n') + 1), QByteArray("first\n\0\x04last", 12));
    QCOMPARE(done->err, "err\n");
    QCOMPARE(prompter->asked().size(), questions.isEmpty() ? 1 : questions.count(u';') + 2);
}

void TestLabConnect::signsInWithAnAgent()
{
    const QString socket = m_folder.filePath(QStringLiteral("agent"));
    QProcess agent;
    agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
    QTRY_VERIFY(QFile::exists(socket));
    qputenv("SSH_AUTH_SOCK", socket.toUtf8());
    QCOMPARE(QProcess::execute(QStringLiteral("ssh-add"), {QStringLiteral("-q"), Lab::key()}), 0);
    HostProfile profile =
        labProfile(QStringLiteral("mx1"), QStringLiteral("ops"), freshKnownHosts());
    profile.useAgent = true;
    profile.endpoint.identityFiles = {QStringLiteral("/nonexistent")};
    ConnectionLog log;
    {
        SshConnection connection(profile, std::make_shared<ScriptedPrompter>(), log.steps());
        QVERIFY(connection.open().result());
        QCOMPARE(log.last(ConnectStep::SignIn).text,
                 QStringLiteral("Signed in as ops with a key of the ssh agent"));
        QVERIFY(connection.run({.argv = {"true"}}).result());
    }
    agent.terminate();
    QVERIFY(agent.waitForFinished());
    SshConnection without(profile, std::make_shared<ScriptedPrompter>());
    QCOMPARE(without.open().result().error().code, ErrorCode::AuthFailed);
    qunsetenv("SSH_AUTH_SOCK");
}

void TestLabConnect::signsInWithAnEncryptedKey()
{
    const QString file = m_folder.filePath(QStringLiteral("sealed"));
    QVERIFY(QFile::copy(Lab::key(), file));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                               {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-P"),
                                QString(), QStringLiteral("-N"), QStringLiteral("open sesame"),
                                QStringLiteral("-f"), file}),
             0);
    HostProfile profile =
        labProfile(QStringLiteral("mx1"), QStringLiteral("ops"), freshKnownHosts());
    profile.endpoint.identityFiles = {file};
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->passphrases = {QStringLiteral("wrong"), QStringLiteral("open sesame")};
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps());
    QVERIFY(connection.open().result());
    QCOMPARE(prompter->asked().mid(1), QStringList({QStringLiteral("passphrase sealed 1"),
                                                    QStringLiteral("passphrase sealed 2")}));
    QCOMPARE(log.last(ConnectStep::SignIn).text,
             QStringLiteral("Signed in as ops with the key sealed"));
}

void TestLabConnect::goesThroughAJumpHost()
{
    HostProfile profile = labProfile(QStringLiteral("mx1"), QStringLiteral("ops"),
                                     freshKnownHosts(), Elevation::Sudo);
    const HostProfile jump =
        labProfile(QStringLiteral("jump"), QStringLiteral("hop"), profile.knownHostsFile);
    profile.jumps = {jump.endpoint};
    // The jump host looks the name up, so one that only it knows will do.
    QCOMPARE(Lab::exec(QStringLiteral("jump"), {QStringLiteral("sh"), QStringLiteral("-c"),
                                                QStringLiteral("echo \"$1 behind\" >>/etc/hosts"),
                                                QStringLiteral("x"), profile.endpoint.host})
                 .status,
             0);
    profile.endpoint.host = QStringLiteral("behind");
    auto prompter = std::make_shared<ScriptedPrompter>();
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps());
    const auto opened = connection.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary + opened.error().detail));
    QCOMPARE(prompter->asked().size(), 2);
    QCOMPARE(log.last(ConnectStep::SignIn, jump.endpoint.host).state, StepState::Passed);
    const auto from = connection.run({.argv = {"/bin/sh", "-c", "echo $SSH_CONNECTION"}}).result();
    QVERIFY(from);
    QCOMPARE(from->out.split(' ').first(), jump.endpoint.host.toUtf8());
    const auto bulk =
        connection
            .run({.argv = {"head", "-c", "20000000", "/dev/zero"}, .maxOutputBytes = 64 << 20})
            .result();
    QVERIFY(bulk);
    QCOMPARE(bulk->out.size(), 20000000);
}

void TestLabConnect::speaksIPv6()
{
    HostProfile profile =
        labProfile(QStringLiteral("mx1"), QStringLiteral("ops"), freshKnownHosts());
    profile.endpoint.host = Lab::address(QStringLiteral("mx1"), Lab::Family::IPv6);
    ConnectionLog log;
    SshConnection connection(profile, std::make_shared<ScriptedPrompter>(), log.steps());
    const auto opened = connection.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary + opened.error().detail));
    QCOMPARE(log.last(ConnectStep::Tcp).text,
             QStringLiteral("Connected to [%1]:22").arg(profile.endpoint.host));
}

void TestLabConnect::keepsTheKeyWhereSshFindsIt()
{
    const HostProfile profile =
        labProfile(QStringLiteral("mx1"), QStringLiteral("ops"), freshKnownHosts());
    const auto connect = [&profile] {
        auto prompter = std::make_shared<ScriptedPrompter>();
        SshConnection connection(profile, prompter);
        return connection.open().result() ? prompter->asked().size() : -1;
    };
    QCOMPARE(connect(), 1);
    QCOMPARE(connect(), 0);
    const auto ssh = [&profile](const QString& file) {
        return QProcess::execute(
            QStringLiteral("ssh"),
            {QStringLiteral("-F"), QStringLiteral("/dev/null"), QStringLiteral("-i"), Lab::key(),
             QStringLiteral("-o"), QStringLiteral("BatchMode=yes"), QStringLiteral("-o"),
             QStringLiteral("StrictHostKeyChecking=yes"), QStringLiteral("-o"),
             QStringLiteral("GlobalKnownHostsFile=/dev/null"), QStringLiteral("-o"),
             QStringLiteral("UserKnownHostsFile=") + file,
             QStringLiteral("ops@") + profile.endpoint.host, QStringLiteral("true")});
    };
    QCOMPARE(ssh(profile.knownHostsFile), 0);
    QCOMPARE(ssh(freshKnownHosts()), 255);
}

void TestLabConnect::livesWithOneSessionAtATime()
{
    const QString host = QStringLiteral("outside");
    const auto limit = [&host](const char* count) {
        Lab::exec(host,
                  {QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("cd /etc/ssh/sshd_config.d; sed -i /MaxSessions/d lab.conf; "
                                  "sed -i \"1i MaxSessions $1\" lab.conf"),
                   QStringLiteral("x"), QString::fromLatin1(count)});
        reloadSshd(host);
    };
    limit("1");
    SshConnection one(labProfile(host, QStringLiteral("ops"), freshKnownHosts(), Elevation::Sudo),
                      std::make_shared<ScriptedPrompter>());
    QVERIFY(one.open().result());
    for (int i = 0; i < 30; ++i) {
        const auto done = one.run({.argv = {"echo", QByteArray::number(i)}}).result();
        QVERIFY2(done, done ? "" : qPrintable(done.error().summary));
        QCOMPARE(done->out, QByteArray::number(i) + '\n');
    }
    limit("0");
    SshConnection none(labProfile(host, QStringLiteral("ops"), freshKnownHosts()),
                       std::make_shared<ScriptedPrompter>());
    const auto refused = none.open().result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AccessDenied);
    QVERIFY2(refused.error().summary.contains(QStringLiteral("raise the limit")),
             qPrintable(refused.error().summary));
    limit("10");
}

QTEST_GUILESS_MAIN(TestLabConnect)
#include "tst_lab_connect.moc"
