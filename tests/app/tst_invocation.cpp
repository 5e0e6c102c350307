// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include <QTest>

using namespace gatepost;
using Task = Invocation::Task;

class TestInvocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("task");
        QTest::addColumn<QString>("target");
        const auto row = [](const char* name, const char* line, Task task, const char* target) {
            QTest::newRow(name) << QString::fromLatin1(line) << static_cast<int>(task)
                                << QString::fromLatin1(target);
        };
        row("pull", "pull mx1 --out dir", Task::Pull, "mx1");
        row("options first", "verdict --json mx1", Task::Verdict, "mx1");
        row("offline", "verdict --config-dir /tmp/postfix", Task::Verdict, "");
        row("address with port", "relay-test 192.0.2.1:2525 --via b", Task::RelayTest,
            "192.0.2.1:2525");
        row("IPv6", "relay-test [2001:db8::1]:25", Task::RelayTest, "[2001:db8::1]:25");
        row("queue", "queue admin@mx1 --filter qq.com", Task::Queue, "admin@mx1");
        row("harden", "harden mx1 --layer relay --apply --undo-after 30", Task::Harden, "mx1");
        row("hosts", "hosts --json", Task::Hosts, "");
        row("nothing", "", Task::Help, "");
        row("help of a command", "pull --help", Task::Help, "");
        row("version", "--version", Task::Version, "");
    }

    void commands()
    {
        QFETCH(QString, line);
        QFETCH(int, task);
        QFETCH(QString, target);
        const auto invocation = parseInvocation(line.split(u' ', Qt::SkipEmptyParts));
        QVERIFY2(invocation, invocation ? "" : qPrintable(invocation.error().summary));
        QCOMPARE(static_cast<int>(invocation->task), task);
        QCOMPARE(invocation->target, target);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("names"); // what the message must point at
        const auto row = [](const char* name, const char* line, const char* names) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(names);
        };
        row("unknown command", "purge mx1", "purge");
        row("no host", "pull", "host");
        row("two hosts", "pull mx1 mx2", "mx2");
        row("unknown option", "pull mx1 --force", "force");
        row("option of another command", "pull mx1 --layer relay", "layer");
        row("no layer", "harden mx1", "--layer");
        row("unknown layer", "harden mx1 --layer tls", "tls");
        row("port 0", "pull mx1 --port 0", "--port");
        row("port too large", "pull mx1 --port 65536", "--port");
        row("elevation", "pull mx1 --elevate su", "su");
        row("undo too soon", "harden mx1 --layer relay --undo-after 1", "--undo-after");
    }

    void wrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QString, names);
        const auto invocation = parseInvocation(line.split(u' ', Qt::SkipEmptyParts));
        QVERIFY(!invocation);
        QCOMPARE(invocation.error().code, ErrorCode::ParseFailed);
        QVERIFY2(invocation.error().summary.contains(names),
                 qPrintable(invocation.error().summary));
    }

    void connectionOptions()
    {
        const auto invocation = parseInvocation(
            {QStringLiteral("pull"), QStringLiteral("mx1"), QStringLiteral("--port=2222"),
             QStringLiteral("--identity"), QStringLiteral("a"), QStringLiteral("--identity"),
             QStringLiteral("b"), QStringLiteral("--jump"), QStringLiteral("x,y@z:22"),
             QStringLiteral("--elevate"), QStringLiteral("doas"), QStringLiteral("--read-only")});
        QVERIFY(invocation);
        QCOMPARE(invocation->port, quint16(2222));
        QCOMPARE(invocation->identityFiles,
                 QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(invocation->jumps, QStringList({QStringLiteral("x"), QStringLiteral("y@z:22")}));
        QCOMPARE(invocation->elevation, Elevation::Doas);
        QVERIFY(invocation->readOnly);
        QVERIFY(!invocation->acceptNewHostKey);
    }

    void trustedNetworks()
    {
        const QStringList harden{QStringLiteral("harden"), QStringLiteral("mx1"),
                                 QStringLiteral("--layer"), QStringLiteral("relay")};
        QVERIFY(!parseInvocation(harden)->trustedNetworksGiven);
        const auto none = parseInvocation(harden + QStringList{QStringLiteral("--trust-none")});
        QVERIFY(none->trustedNetworksGiven);
        QVERIFY(none->trustedNetworks.isEmpty());
        const auto one = parseInvocation(
            harden + QStringList{QStringLiteral("--trust"), QStringLiteral("10.0.0.14/32")});
        QVERIFY(one->trustedNetworksGiven);
        QCOMPARE(one->trustedNetworks, QStringList{QStringLiteral("10.0.0.14/32")});
    }
};

QTEST_GUILESS_MAIN(TestInvocation)
#include "tst_invocation.moc"
