// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/main_cf.h"
#include "models/config/master_cf.h"
#include "models/config/value_syntax.h"
#include "models/policy/relay_judge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;

namespace {

HostSnapshot snapshotOf(const QByteArray& mainCf,
                        const QByteArray& masterCf = "smtp inet n - y - - smtpd\n")
{
    HostSnapshot snapshot;
    snapshot.postfixVersion = "3.7.11";
    const auto add = [&snapshot](const QByteArray& path, const QByteArray& content) {
        CollectedFile file;
        file.path = path;
        file.content = content;
        file.exists = true;
        file.readable = true;
        snapshot.files.insert(path, file);
    };
    add("/etc/postfix/main.cf", mainCf);
    add("/etc/postfix/master.cf", masterCf);
    return snapshot;
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
        const HostVerdict host = judgeRelay(snapshotOf(mainCf));
        QCOMPARE(relayVerdictName(host.verdict),
                 relayVerdictName(static_cast<RelayVerdict>(verdict)));
        QCOMPARE(host.services.size(), 1);
        QCOMPARE(host.services.first().because.line, line);
    }

    void overridesCount()
    {
        const HostVerdict host = judgeRelay(
            snapshotOf("compatibility_level = 3.6\nmynetworks = 127.0.0.0/8\n",
                       "smtp inet n - y - - smtpd\n"
                       "2525 inet n - y - - smtpd\n  -o { mynetworks = 127.0.0.0/8 0.0.0.0/0 }\n"));
        QCOMPARE(host.verdict, RelayVerdict::Open);
        QCOMPARE(host.services.at(0).verdict, RelayVerdict::Closed);
        QCOMPARE(host.services.at(1).because.line, 3);
        QVERIFY(host.services.at(1).because.file.endsWith(u"master.cf"));
    }

    void editTouchesOneEntry()
    {
        MainCf document(
            "# head\r\na = 1\r\nmynetworks = 0.0.0.0/0\r\n# kept\r\n  10.0.0.0/8\r\nb = 2");
        document.set("mynetworks", "127.0.0.0/8");
        document.set("c", "3");
        QCOMPARE(
            document.bytes(),
            QByteArray("# head\r\na = 1\r\nmynetworks = 127.0.0.0/8\r\n# kept\r\nb = 2\nc = 3\n"));
        QCOMPARE(document.find("b")->value, QByteArray("2"));
    }

    void masterEdits()
    {
        MasterCf document("smtp inet n - y - - smtpd\n  -o a=1\n  -o { b = x y }\n# end\n");
        QVERIFY(document.setOverride("smtp/inet", "a", "2"));
        QVERIFY(document.setOverride("smtp/inet", "c", "v w"));
        QVERIFY(document.removeOverride("smtp/inet", "b"));
        QCOMPARE(document.bytes(),
                 QByteArray("smtp inet n - y - - smtpd\n  -o a=2\n  -o { c = v w }\n# end\n"));
        QVERIFY(!document.setOverride("smtps/inet", "a", "2"));
    }

    void anyBytesSurvive()
    {
        QRandomGenerator random(7);
        const QByteArray alphabet("ab={}$# \t\r\n,-o");
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes;
            for (int i = 0; i < random.bounded(80); ++i) {
                bytes += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            }
            QCOMPARE(MainCf(bytes).bytes(), bytes);
            QCOMPARE(MasterCf(bytes).bytes(), bytes);
            expandValue(bytes, [&bytes](const QByteArray&) { return bytes.left(10); });
            splitList(bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestRelayJudge)
#include "tst_relay_judge.moc"
