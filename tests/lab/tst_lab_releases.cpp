// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"
#include "tests/support/smtp_talk.h"

#include <QTest>

using namespace gatepost;

/// The same roles on the oldest and the newest release, without and with systemd. The hosts are
/// named by role and release; bookworm is what the other lab tests stand on.
class TestLabReleases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatRelease_data();
    void isThatRelease();
    void doesItsRole_data();
    void doesItsRole();
};

void TestLabReleases::isThatRelease_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("codename");
    QTest::addColumn<QByteArray>("postfix");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("state");

    const auto add = [](const char* host, const char* codename, const char* postfix, bool systemd) {
        QTest::newRow(host) << QString::fromLatin1(host) << QByteArray(codename)
                            << QByteArray(postfix) << QByteArray(systemd ? "systemd" : "bash")
                            << QByteArray(systemd ? "running" : "offline");
    };
    for (const char* host : {"mx1-11", "mx2-11", "mx3-11"}) {
        add(host, "bullseye", "3.5.", false);
    }
    for (const char* host : {"mx1-11s", "mx3-11s"}) {
        add(host, "bullseye", "3.5.", true);
    }
    for (const char* host : {"mx1-13", "mx3-13"}) {
        add(host, "trixie", "3.10.", false);
    }
    for (const char* host : {"mx1-13s", "mx2-13s", "mx3-13s"}) {
        add(host, "trixie", "3.10.", true);
    }
}

void TestLabReleases::isThatRelease()
{
    QFETCH(const QString, host);
    QFETCH(const QByteArray, codename);
    QFETCH(const QByteArray, postfix);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, state);

    const QString script =
        QStringLiteral(". /etc/os-release; echo $VERSION_CODENAME; postconf -h mail_version; "
                       "cat /proc/1/comm; systemctl is-system-running; systemctl --failed");
    const Lab::Output facts = Lab::exec(host, {QStringLiteral("sh"), QStringLiteral("-c"), script});
    const QList<QByteArray> lines = facts.out.split('\n');
    QCOMPARE(lines.value(0), codename);
    QVERIFY2(lines.value(1).startsWith(postfix), facts.out.constData());
    QCOMPARE(lines.value(2), first);
    QVERIFY2(lines.value(3) == state, facts.out.constData());
}

void TestLabReleases::doesItsRole_data()
{
    isThatRelease_data();
}

void TestLabReleases::doesItsRole()
{
    QFETCH(const QString, host);

    if (host.startsWith(QStringLiteral("mx1"))) {
        const Lab::Output queue =
            Lab::exec(host, {QStringLiteral("postqueue"), QStringLiteral("-j")});
        QCOMPARE(queue.out.count('\n'), 128);
        SmtpTalk talk(Lab::address(host), SmtpTalk::kSmtp);
        QVERIFY(talk.reply().startsWith("220 "));
        QVERIFY(talk.say("EHLO desk.example").startsWith("250 "));
        QVERIFY(talk.say("MAIL FROM:<someone@stranger.example>").startsWith("250 "));
        QVERIFY(talk.say("RCPT TO:<victim@qq.com>").startsWith("250 "));
        return;
    }
    for (const quint16 port : {SmtpTalk::kSubmission, SmtpTalk::kSmtps}) {
        const QByteArray right = SmtpTalk(Lab::address(host), port).signIn("alice", "al1ce-pw");
        QVERIFY2(right.startsWith("235 "), right.constData());
        const QByteArray wrong = SmtpTalk(Lab::address(host), port).signIn("alice", "wrong");
        QVERIFY2(wrong.startsWith("535 "), wrong.constData());
    }
}

QTEST_GUILESS_MAIN(TestLabReleases)
#include "tst_lab_releases.moc"
