// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/destination.h"

#include <QTest>

using namespace gatepost;

class TestDestination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        const auto row = [](const char* text, const char* user, const char* host, int port) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(user)
                                << QString::fromLatin1(host) << port;
        };
        row("mx1", "", "mx1", 22);
        row("admin@mx1.example.net", "admin", "mx1.example.net", 22);
        row("admin@192.0.2.1:2222", "admin", "192.0.2.1", 2222);
        row("2001:db8::1", "", "2001:db8::1", 22);
        row("admin@[2001:db8::1]:2222", "admin", "2001:db8::1", 2222);
        row("ssh://root@mx1:2200", "root", "mx1", 2200);
        row("me@example.net@mx1", "me@example.net", "mx1", 22);
    }

    void accepted()
    {
        QFETCH(QString, text);
        QFETCH(QString, user);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto endpoint = parseDestination(text);
        QVERIFY(endpoint);
        QCOMPARE(endpoint->user, user);
        QCOMPARE(endpoint->host, host);
        QCOMPARE(int(endpoint->port), port);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "@mx1", "admin@", "-oProxyCommand=id", "admin@-oProxyCommand=id", "-l@mx1",
              "mx1:", "mx1:0", "mx1:65536", "mx1:22x", "[2001:db8::1", "[::1]x", "[::1]:", "a b",
              "mx1\nid", "$(id)", "mx1/../x"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
        QTest::newRow("too long") << QString(256, u'a');
    }

    void refused()
    {
        QFETCH(QString, text);
        const auto endpoint = parseDestination(text);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::ParseFailed);
    }
};

QTEST_GUILESS_MAIN(TestDestination)
#include "tst_destination.moc"
