// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_judge.h"
#include "tests/support/sample_snapshot.h"

#include <QTest>

using namespace gatepost;

namespace {

const QByteArray kLevel = "compatibility_level = 3.6\n";
const QByteArray kLoopback = "mynetworks = 127.0.0.0/8 [::1]/128\n";
const QByteArray kSmtp = "smtp inet n - y - - smtpd\n";

void columns()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QString>("verdict");
}

void row(const char* name, const QByteArray& mainCf, const char* verdict,
         const QByteArray& masterCf = kSmtp)
{
    QTest::newRow(name) << mainCf << masterCf << QString::fromLatin1(verdict);
}

} // namespace

class TestRelayJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("mainCf");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const QByteArray& mainCf, RelayVerdict verdict,
                            int line) {
            QTest::newRow(name) << mainCf << static_cast<int>(verdict) << line;
        };
        const QByteArray level = "compatibility_level = 3.6\n";
        row("everybody is trusted",
            level + "smtpd_relay_restrictions =\nmynetworks = 0.0.0.0/0\n"
                    "smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination\n",
            RelayVerdict::Open, 3);
        row("the list that write-ups call open",
            level + "mynetworks = 127.0.0.0/8\n"
                    "smtpd_recipient_restrictions = permit_mynetworks, permit\n",
            RelayVerdict::Closed, 0);
        row("the same with an empty relay list",
            level + "mynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions =\n"
                    "smtpd_recipient_restrictions = permit_mynetworks, permit\n",
            RelayVerdict::Down, 3);
        row("level 0 leaves the relay list empty",
            "mynetworks = 127.0.0.0/8\n"
            "smtpd_recipient_restrictions = permit_mynetworks, permit\n",
            RelayVerdict::Down, 0);
        row("IPv6 alone is open", level + "mynetworks = 127.0.0.0/8 [::]/0\n", RelayVerdict::Open,
            2);
        row("a policy service decides",
            level + "mynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = check_policy_service "
                    "unix:private/p, reject_unauth_destination\n",
            RelayVerdict::Unknown, 3);
    }

    void verdicts()
    {
        QFETCH(QByteArray, mainCf);
        QFETCH(int, verdict);
        QFETCH(int, line);
        const HostVerdict host = judgeRelay(sampleSnapshot(mainCf));
        QCOMPARE(relayVerdictName(host.verdict),
                 relayVerdictName(static_cast<RelayVerdict>(verdict)));
        QCOMPARE(host.services.size(), 1);
        QCOMPARE(host.services.first().because.line, line);
    }

    void overridesCount()
    {
        const HostVerdict host = judgeRelay(sampleSnapshot(
            "compatibility_level = 3.6\nmynetworks = 127.0.0.0/8\n",
            "smtp inet n - y - - smtpd\n"
            "2525 inet n - y - - smtpd\n  -o { mynetworks = 127.0.0.0/8 0.0.0.0/0 }\n"));
        QCOMPARE(host.verdict, RelayVerdict::Open);
        QCOMPARE(host.services.at(0).verdict, RelayVerdict::Closed);
        QCOMPARE(host.services.at(1).because.line, 3);
        QVERIFY(host.services.at(1).because.file.endsWith(u"master.cf"));
    }

    void services_data()
    {
        columns();
        const QByteArray open = "mynetworks = 0.0.0.0/0\n";
        const auto on = [](const char* name, const QByteArray& masterCf, const char* verdict) {
            row(name, kLevel + kLoopback, verdict, masterCf);
        };
        on("an override", kSmtp + "2525 inet n - y - - smtpd\n -o mynetworks=0.0.0.0/0\n", "open");
        on("an override without a space", "smtp inet n - y - - smtpd -omynetworks=0.0.0.0/0\n",
           "open");
        on("an override in braces",
           "smtp inet n - y - - smtpd\n -o { mynetworks = 127.0.0.0/8, 0.0.0.0/0 }\n", "open");
        on("an override in braces over two lines",
           "smtp inet n - y - - smtpd\n -o { mynetworks = 127.0.0.0/8\n   0.0.0.0/0 }\n", "open");
        on("an override commented out",
           "smtp inet n - y - - smtpd\n# -o mynetworks=0.0.0.0/0\n -o smtpd_sasl_auth_enable=no\n",
           "closed");
        on("the last override counts",
           "smtp inet n - y - - smtpd -o mynetworks=0.0.0.0/0 -o mynetworks=127.0.0.1\n", "closed");
        on("an override that main.cf refers to",
           "smtp inet n - y - - smtpd -o smtpd_relay_restrictions=$gate -o gate=permit\n", "down");
        on("a stray argument", "smtp inet n - y - - smtpd -o gate=permit, reject\n", "down");
        on("spaces round the equals sign", "smtp inet n - y - - smtpd -o mynetworks = 1\n", "down");
        on("verbose", "smtp inet n - y - - smtpd -v -v\n", "closed");
        on("behind postscreen",
           "smtp inet n - y - 1 postscreen\nsmtpd pass - - y - - smtpd\n"
           "  -o mynetworks=0.0.0.0/0\n",
           "open");
        on("on the loopback interface only",
           kSmtp + "127.0.0.1:10025 inet n - y - - smtpd -o mynetworks=0.0.0.0/0\n"
                   "[::1]:10025 inet n - y - - smtpd -o mynetworks=0.0.0.0/0\n",
           "closed");
        on("on a socket of this machine", "smtp unix n - y - - smtpd -o mynetworks=0.0.0.0/0\n",
           "closed");
        on("QMQP for nobody", "628 inet n - y - - qmqpd\n", "closed");
        on("QMQP for everybody",
           "628 inet n - y - - qmqpd -o qmqpd_authorized_clients=static:all\n", "open");
        row("no interface for strangers", kLevel + open + "inet_interfaces = loopback-only\n",
            "closed");
        row("strangers may pose as anybody",
            kLevel + kLoopback + "smtpd_authorized_xclient_hosts = 0.0.0.0/0\n", "open");
        row("a filter may pose as anybody",
            kLevel + kLoopback + "smtpd_authorized_xclient_hosts = 127.0.0.1 10.0.0.1\n", "closed");
        row("who may pose cannot be seen",
            kLevel + kLoopback + "smtpd_authorized_xclient_hosts = hash:/etc/postfix/x\n",
            "unknown");
        row("posing helps nobody",
            kLevel + kLoopback +
                "smtpd_authorized_xclient_hosts = static:all\n"
                "smtpd_client_restrictions = reject\n",
            "closed");
        row("a proxy names the client",
            kLevel + kLoopback + "smtpd_upstream_proxy_protocol = haproxy\n", "unknown");
        row("a line without equals sign", kLevel + open + "nonsense\n", "down");
        row("level 0 has no relay list", kLoopback, "down");
        row("level 0 trusts nobody's subdomains",
            "smtpd_recipient_restrictions = reject_unauth_destination\n" + kLoopback +
                "mydestination = example.com\n",
            "closed");
        row("level 2", "compatibility_level = 2\n" + kLoopback, "closed");
    }

    void services() { judge(); }

    void tablesThatTravelledAreRead_data()
    {
        QTest::addColumn<QByteArray>("mainCf");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("verdict");
        const auto table = [](const char* name, const QByteArray& mainCf, const QByteArray& content,
                              const char* verdict) {
            QTest::newRow(name) << kLevel + mainCf + '\n'
                                << content << QString::fromLatin1(verdict);
        };
        table("networks", "mynetworks = cidr:/etc/postfix/t", "10.0.0.0/8 ok\n", "closed");
        table("a refusal in networks still trusts", "mynetworks = cidr:/etc/postfix/t",
              "0.0.0.0/0 REJECT\n", "open");
        table("a wide network", "mynetworks = cidr:/etc/postfix/t", "11.0.0.0/8 ok\n",
              "conditional");
        table("networks with conditions", "mynetworks = cidr:/etc/postfix/t",
              "if 10.0.0.0/8\n10.1.0.0/16 ok\nendif\n", "unknown");
        table("a list in a file", "mynetworks = /etc/postfix/t", "# all\n127.0.0.1\n0.0.0.0/0\n",
              "open");
        table("a harmless list in a file", "mynetworks = /etc/postfix/t", "127.0.0.1, 10.0.0.0/8",
              "closed");
        table("addresses", "mynetworks = hash:/etc/postfix/t", "10.0.0.5 ok\n", "closed");
        table("relay domains", "relay_domains = hash:/etc/postfix/t", "customer.example ok\n",
              "closed");
        table("a top-level domain among relay domains", "relay_domains = hash:/etc/postfix/t",
              "com ok\n", "conditional");
        table("senders",
              "smtpd_relay_restrictions = check_sender_access hash:/etc/postfix/t, "
              "reject_unauth_destination",
              "example.com OK\n", "conditional");
        table("senders refused",
              "smtpd_relay_restrictions = check_sender_access hash:/etc/postfix/t, "
              "reject_unauth_destination",
              "example.com REJECT\n", "closed");
    }

    void tablesThatTravelledAreRead()
    {
        QFETCH(QByteArray, mainCf);
        QFETCH(QByteArray, content);
        QFETCH(QString, verdict);
        HostSnapshot snapshot = sampleSnapshot(mainCf);
        addFile(snapshot, "/etc/postfix/t", content);
        QCOMPARE(relayVerdictName(judgeRelay(snapshot).verdict), verdict);
        snapshot.files["/etc/postfix/t"].truncated = true;
        const QString cut = relayVerdictName(judgeRelay(snapshot).verdict);
        QCOMPARE(cut, QStringLiteral("unknown"));
    }

    void oldVersionsHaveOtherDefaults()
    {
        HostSnapshot snapshot = sampleSnapshot(
            "mynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = reject\n"
            "smtpd_recipient_restrictions = check_client_access static:OK, reject\n");
        QCOMPARE(judgeRelay(snapshot).verdict, RelayVerdict::Closed);
        snapshot.postfixVersion = "2.9.6"; // knows no smtpd_relay_restrictions
        QCOMPARE(judgeRelay(snapshot).verdict, RelayVerdict::Open);

        HostSnapshot copied = sampleSnapshot("mynetworks = 127.0.0.0/8\n");
        copied.postfixVersion.clear();
        QCOMPARE(judgeRelay(copied).verdict, RelayVerdict::Unknown);
        addFile(copied, "/etc/postfix/main.cf", "compatibility_level = 2\n");
        QCOMPARE(judgeRelay(copied).verdict, RelayVerdict::Closed);
    }

    void whatCannotBeReadIsUnknown()
    {
        HostSnapshot snapshot = sampleSnapshot("compatibility_level = 3.6\n");
        snapshot.files["/etc/postfix/master.cf"].readable = false;
        QCOMPARE(judgeRelay(snapshot).verdict, RelayVerdict::Unknown);
        snapshot = sampleSnapshot("compatibility_level = 3.6\n");
        snapshot.files["/etc/postfix/main.cf"].readable = false;
        QCOMPARE(judgeRelay(snapshot).verdict, RelayVerdict::Unknown);
        snapshot.files["/etc/postfix/main.cf"].readable = true;
        snapshot.files["/etc/postfix/main.cf"].truncated = true;
        QCOMPARE(judgeRelay(snapshot).verdict, RelayVerdict::Unknown);
    }

    void everyVerdictNamesItsReason()
    {
        const HostVerdict open =
            judgeRelay(sampleSnapshot("compatibility_level = 3.6\nmynetworks = 0.0.0.0/0\n"));
        const Because because = open.services.first().because;
        QCOMPARE(because.restriction, QStringLiteral("permit_mynetworks"));
        QCOMPARE(because.file, QStringLiteral("/etc/postfix/main.cf"));
        QCOMPARE(because.line, 2);
        QVERIFY(because.sentence.contains(u"0.0.0.0/0"));
        QVERIFY(!open.services.first().trace.isEmpty());

        const HostVerdict doubt = judgeRelay(sampleSnapshot(
            "compatibility_level = 3.6\nsmtpd_relay_restrictions =\n  check_policy_service "
            "inet:127.0.0.1:10023,\n  reject_unauth_destination\n"));
        QCOMPARE(doubt.services.first().because.restriction,
                 QStringLiteral("check_policy_service"));
        QCOMPARE(doubt.services.first().because.line, 2);
        QVERIFY(doubt.services.first().because.sentence.contains(u"inet:127.0.0.1:10023"));
    }

private:
    static void judge()
    {
        QFETCH(QByteArray, mainCf);
        QFETCH(QByteArray, masterCf);
        QFETCH(QString, verdict);
        const HostVerdict host = judgeRelay(sampleSnapshot(mainCf, masterCf));
        QCOMPARE(relayVerdictName(host.verdict), verdict);
        QVERIFY(!host.sentence.isEmpty());
        for (const ServiceVerdict& service : host.services) {
            QVERIFY2(!service.because.sentence.isEmpty(), qPrintable(service.name));
        }
    }
};

QTEST_GUILESS_MAIN(TestRelayJudge)
#include "tst_relay_judge.moc"
