// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"
#include "tests/support/smtp_talk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

using namespace gatepost;

namespace {

constexpr int kAnswerMs = 20'000;

QStringList sshWords(const QStringList& options = {})
{
    return QStringList{QStringLiteral("ssh"),
                       QStringLiteral("-oStrictHostKeyChecking=no"),
                       QStringLiteral("-oUserKnownHostsFile=/dev/null"),
                       QStringLiteral("-oLogLevel=ERROR"),
                       QStringLiteral("-i"),
                       Lab::key()} +
           options;
}

Lab::Output ssh(const QString& userAtHost, const QStringList& command, const QByteArray& input = {},
                const QStringList& options = {})
{
    return Lab::in(QStringLiteral("admin"), sshWords(options) + QStringList{userAtHost} + command,
                   input);
}

} // namespace

/// What each host of the lab promises to the tests and walks that stand on it.
class TestLabHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relaysForStrangers_data();
    void relaysForStrangers();
    void doesNotGreet();
    void signsIn_data();
    void signsIn();
    void queueOfMx1();
    void logOfMx1();
    void becomesRoot_data();
    void becomesRoot();
    void becomesRootByDoas();
    void asksForOneTimeCode();
    void sshThroughJump();
    void resolves_data();
    void resolves();
    void nothingLeads_data();
    void nothingLeads();
};

void TestLabHosts::relaysForStrangers_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<Lab::Family>("family");
    QTest::addColumn<QByteArray>("reply");

    const auto v4 = Lab::Family::IPv4;
    const auto v6 = Lab::Family::IPv6;
    QTest::newRow("mx1 relays for the world")
        << QStringLiteral("mx1") << v4 << QByteArray("250 2.1.5");
    QTest::newRow("mx1 trusts no IPv6 stranger")
        << QStringLiteral("mx1") << v6 << QByteArray("554 5.7.1");
    QTest::newRow("mx1b is closed by a default")
        << QStringLiteral("mx1b") << v4 << QByteArray("454 4.7.1");
    QTest::newRow("mx2 refuses") << QStringLiteral("mx2") << v4 << QByteArray("554 5.7.1");
    QTest::newRow("mx2 refuses over IPv6")
        << QStringLiteral("mx2") << v6 << QByteArray("554 5.7.1");
    QTest::newRow("mx3 refuses") << QStringLiteral("mx3") << v4 << QByteArray("554 5.7.1");
}

void TestLabHosts::relaysForStrangers()
{
    QFETCH(const QString, host);
    QFETCH(const Lab::Family, family);
    QFETCH(const QByteArray, reply);

    const QString script =
        QStringLiteral("import smtplib, sys\n"
                       "s = smtplib.SMTP(sys.argv[1], 25, 'stranger.example', 20)\n"
                       "s.ehlo(); s.docmd('MAIL FROM:<someone@stranger.example>')\n"
                       "print(*[w if isinstance(w, int) else w.decode() for w in s.docmd('RCPT "
                       "TO:<victim@qq.com>')])");
    const Lab::Output talk =
        Lab::exec(QStringLiteral("outside"), {QStringLiteral("python3"), QStringLiteral("-c"),
                                              script, Lab::address(host, family)});
    QVERIFY2(talk.out.startsWith(reply), (talk.out + talk.err).constData());
}

void TestLabHosts::doesNotGreet()
{
    QTcpSocket socket;
    socket.connectToHost(Lab::address(QStringLiteral("mx1c")), SmtpTalk::kSmtp);
    QVERIFY(socket.waitForConnected(kAnswerMs));
    constexpr int kLongerThanAnyGreetingMs = 4000;
    QVERIFY2(!socket.waitForReadyRead(kLongerThanAnyGreetingMs), socket.readAll().constData());
    QTRY_VERIFY_WITH_TIMEOUT(Lab::exec(QStringLiteral("mx1c"),
                                       {QStringLiteral("cat"), QStringLiteral("/var/log/mail.log")})
                                 .out.contains("specify at least one working instance of"),
                             kAnswerMs);
}

void TestLabHosts::signsIn_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("reply");

    for (const char* host : {"mx2", "mx3"}) {
        for (const quint16 port : {SmtpTalk::kSubmission, SmtpTalk::kSmtps}) {
            QTest::addRow("%s:%d right", host, port)
                << QString::fromLatin1(host) << port << QByteArray("al1ce-pw")
                << QByteArray("235 ");
            QTest::addRow("%s:%d wrong", host, port)
                << QString::fromLatin1(host) << port << QByteArray("wrong") << QByteArray("535 ");
        }
    }
}

void TestLabHosts::signsIn()
{
    QFETCH(const QString, host);
    QFETCH(const quint16, port);
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, reply);

    SmtpTalk smtp(Lab::address(host), port);
    const QByteArray answer = smtp.signIn("alice", password);
    QVERIFY2(answer.startsWith(reply), answer.constData());
    if (answer.startsWith("235")) {
        QVERIFY(smtp.say("MAIL FROM:<alice@lab.test>").startsWith("250 "));
        QVERIFY(smtp.say("RCPT TO:<someone@qq.com>").startsWith("250 "));
    }
}

void TestLabHosts::queueOfMx1()
{
    const auto listed = [] {
        QHash<QString, int> domains;
        const Lab::Output queue =
            Lab::exec(QStringLiteral("mx1"), {QStringLiteral("postqueue"), QStringLiteral("-j")});
        for (const QByteArray& line : queue.out.split('\n')) {
            const QJsonObject message = QJsonDocument::fromJson(line).object();
            const QString to =
                message[QStringLiteral("recipients")][0][QStringLiteral("address")].toString();
            if (message[QStringLiteral("queue_name")] == QStringLiteral("deferred")) {
                ++domains[to.section(u'@', 1)];
            }
        }
        return domains;
    };
    const QHash<QString, int> first = listed();
    int total = 0;
    for (const int count : first) {
        total += count;
    }
    QCOMPARE(total, 128);
    QCOMPARE(first.value(QStringLiteral("qq.com")), 34);
    QCOMPARE(first.value(QStringLiteral("partner.example")), 6);
    constexpr int kAMomentMs = 3000;
    QTest::qWait(kAMomentMs);
    QCOMPARE(listed(), first);
}

void TestLabHosts::logOfMx1()
{
    const QByteArray log = Lab::exec(QStringLiteral("mx1"),
                                     {QStringLiteral("cat"), QStringLiteral("/var/log/mail.log")})
                               .out;
    QVERIFY(log.contains(": connect from unknown[203.0.113.77]"));
    QVERIFY(log.contains(": client=unknown[203.0.113.77]"));
    QVERIFY(log.contains("uid="));
    QVERIFY(log.count("status=deferred") >= 128);
    QVERIFY2(!log.contains("status=sent"), "something has left the lab's hosts");
}

void TestLabHosts::becomesRoot_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");

    const QStringList sudoAsking{QStringLiteral("sudo -S -p '' id -un")};
    QTest::newRow("root has the key")
        << QStringLiteral("root") << QStringList{QStringLiteral("id -un")} << QByteArray()
        << QByteArray("root");
    QTest::newRow("admin, password")
        << QStringLiteral("admin") << sudoAsking << QByteArray("Adm1n-pw\n") << QByteArray("root");
    QTest::newRow("admin, wrong password") << QStringLiteral("admin") << sudoAsking
                                           << QByteArray("nonsense\n") << QByteArray("incorrect");
    QTest::newRow("ops, none") << QStringLiteral("ops")
                               << QStringList{QStringLiteral("sudo -n id -un")} << QByteArray()
                               << QByteArray("root");
    QTest::newRow("guest has no right")
        << QStringLiteral("guest") << sudoAsking << QByteArray("gu3st-pw\n")
        << QByteArray("not in the sudoers file");
}

void TestLabHosts::becomesRoot()
{
    QFETCH(const QString, user);
    QFETCH(const QStringList, command);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, says);

    const Lab::Output done = ssh(user + u'@' + Lab::address(QStringLiteral("mx1")), command, input);
    QVERIFY2((done.out + done.err).contains(says), (done.out + done.err).constData());
}

void TestLabHosts::becomesRootByDoas()
{
    QProcess ssh;
    ssh.start(Lab::tool(),
              QStringList{QStringLiteral("in"), QStringLiteral("admin")} +
                  sshWords({QStringLiteral("-tt")}) +
                  QStringList{QStringLiteral("dora@") + Lab::address(QStringLiteral("mx1")),
                              QStringLiteral("doas id -un")});
    QByteArray seen;
    while (!seen.contains("password: ") && ssh.waitForReadyRead(kAnswerMs)) {
        seen += ssh.readAllStandardOutput();
    }
    ssh.write("d0ra-pw\n");
    QVERIFY2(ssh.waitForFinished(kAnswerMs), seen.constData());
    seen += ssh.readAllStandardOutput();
    QVERIFY2(seen.trimmed().endsWith("root"), seen.constData());
}

void TestLabHosts::asksForOneTimeCode()
{
    const QString answer = QStringLiteral(
        "f=$(mktemp); trap 'rm -f $f' EXIT; chmod 700 $f\n"
        "printf '%s\\n' '#!/bin/sh' 'case $1 in *One-time*) echo 755224 ;; *) echo 0tto-pw ;; "
        "esac' >$f\n"
        "SSH_ASKPASS=$f SSH_ASKPASS_REQUIRE=force ssh -oStrictHostKeyChecking=no "
        "-oUserKnownHostsFile=/dev/null -oPreferredAuthentications=keyboard-interactive "
        "-oNumberOfPasswordPrompts=1 -v otto@$1 id -un");
    const Lab::Output done = Lab::in(QStringLiteral("admin"),
                                     {QStringLiteral("sh"), QStringLiteral("-c"), answer,
                                      QStringLiteral("sh"), Lab::address(QStringLiteral("mx2"))});
    QVERIFY2(done.out.trimmed() == "otto", (done.out + done.err).constData());
    QVERIFY2(!done.err.contains("Permission denied"), done.err.constData());
}

void TestLabHosts::sshThroughJump()
{
    const Lab::Output done =
        ssh(QStringLiteral("root@") + Lab::address(QStringLiteral("mx1")),
            {QStringLiteral("echo $SSH_CLIENT")}, {},
            {QStringLiteral("-oProxyCommand=ssh -oStrictHostKeyChecking=no "
                            "-oUserKnownHostsFile=/dev/null -oLogLevel=ERROR -i %1 -W %h:%p hop@%2")
                 .arg(Lab::key(), Lab::address(QStringLiteral("jump")))});
    QVERIFY2(done.out.startsWith(Lab::address(QStringLiteral("jump")).toUtf8() + ' '),
             (done.out + done.err).constData());
}

void TestLabHosts::resolves_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("question");
    QTest::addColumn<QByteArray>("answer");

    const QString hosts = QStringLiteral("ahosts");
    QTest::newRow("a host, from a host")
        << QStringLiteral("mx1") << QStringList{hosts, QStringLiteral("mx2.lab.test")}
        << QByteArray("198.51.100.22");
    QTest::newRow("its IPv6 address")
        << QStringLiteral("mx1") << QStringList{hosts, QStringLiteral("mx2.lab.test")}
        << QByteArray("2001:db8:51:100::22");
    QTest::newRow("a name for an address")
        << QStringLiteral("mx2")
        << QStringList{QStringLiteral("hosts"), QStringLiteral("203.0.113.66")}
        << QByteArray("outside.lab.test");
    QTest::newRow("from the desk")
        << QStringLiteral("admin") << QStringList{hosts, QStringLiteral("mx1.lab.test")}
        << QByteArray("198.51.100.11");
}

void TestLabHosts::resolves()
{
    QFETCH(const QString, host);
    QFETCH(const QStringList, question);
    QFETCH(const QByteArray, answer);

    const Lab::Output done = Lab::exec(host, QStringList{QStringLiteral("getent")} + question);
    QVERIFY2(done.out.contains(answer), (done.out + done.err).constData());
}

void TestLabHosts::nothingLeads_data()
{
    QTest::addColumn<QString>("host");
    for (const char* host : {"mx1", "mx1b", "mx1c", "mx2", "mx3", "jump", "outside", "admin"}) {
        QTest::addRow("%s has no way out", host) << QString::fromLatin1(host);
    }
}

void TestLabHosts::nothingLeads()
{
    QFETCH(const QString, host);

    for (const QString& family : {QStringLiteral("-4"), QStringLiteral("-6")}) {
        const Lab::Output routes = Lab::exec(
            host, {QStringLiteral("ip"), family, QStringLiteral("route"), QStringLiteral("show")});
        QCOMPARE(routes.status, 0);
        QVERIFY2(!routes.out.isEmpty(), "there should be routes to the lab's own networks");
        QVERIFY2(!routes.out.contains("default") && !routes.out.contains(" via "),
                 routes.out.constData());
    }
}

QTEST_GUILESS_MAIN(TestLabHosts)
#include "tst_lab_hosts.moc"
