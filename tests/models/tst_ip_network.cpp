// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/ip_network.h"

#include <QTest>

using namespace gatepost;

class TestIpNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("canonical"); // empty: refused
        QTest::newRow("IPv4") << QByteArray("192.0.2.1") << QStringLiteral("192.0.2.1");
        QTest::newRow("loopback") << QByteArray("::1") << QStringLiteral("::1");
        QTest::newRow("any") << QByteArray("::") << QStringLiteral("::");
        QTest::newRow("brackets") << QByteArray("[2001:DB8::A]") << QStringLiteral("2001:db8::a");
        QTest::newRow("mapped") << QByteArray("::ffff:192.0.2.7") << QStringLiteral("192.0.2.7");
        QTest::newRow("one zero group stays")
            << QByteArray("2001:db8:0:1:1:1:1:1") << QStringLiteral("2001:db8:0:1:1:1:1:1");
        QTest::newRow("longest run")
            << QByteArray("2001:0:0:1:0:0:0:1") << QStringLiteral("2001:0:0:1::1");
        QTest::newRow("tail zeros") << QByteArray("fe80:0:0:0:0:0:0:0") << QStringLiteral("fe80::");
        QTest::newRow("octet too large") << QByteArray("192.0.2.256") << QString();
        QTest::newRow("three octets") << QByteArray("192.0.2") << QString();
        QTest::newRow("five octets") << QByteArray("1.2.3.4.5") << QString();
        QTest::newRow("two gaps") << QByteArray("1::2::3") << QString();
        QTest::newRow("nine groups") << QByteArray("1:2:3:4:5:6:7:8:9") << QString();
        QTest::newRow("gap that stands for nothing") << QByteArray("1:2:3:4::5:6:7:8") << QString();
        QTest::newRow("trailing colon") << QByteArray("1:2:3:4:5:6:7:") << QString();
        QTest::newRow("zone") << QByteArray("fe80::1%eth0") << QString();
        QTest::newRow("name") << QByteArray("localhost") << QString();
        QTest::newRow("empty") << QByteArray("") << QString();
    }

    void addresses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, canonical);
        const auto address = IpAddress::parse(text);
        QCOMPARE(address.has_value(), !canonical.isEmpty());
        if (address) {
            QCOMPARE(address->toString(), canonical);
            QVERIFY(IpAddress::parse(canonical.toLatin1()) == address);
        }
    }

    void networks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("whole IPv4") << QByteArray("0.0.0.0/0") << QStringLiteral("0.0.0.0/0");
        QTest::newRow("host") << QByteArray("10.0.0.14") << QStringLiteral("10.0.0.14/32");
        QTest::newRow("IPv6") << QByteArray("[2001:db8::]/32") << QStringLiteral("[2001:db8::]/32");
        QTest::newRow("mapped loopback")
            << QByteArray("[::ffff:127.0.0.0]/104") << QStringLiteral("127.0.0.0/8");
        QTest::newRow("host bits") << QByteArray("192.168.1.5/24") << QString();
        QTest::newRow("mask too long") << QByteArray("10.0.0.0/33") << QString();
        QTest::newRow("no mask") << QByteArray("10.0.0.0/") << QString();
        QTest::newRow("garbage") << QByteArray("10.0.0.0/8x") << QString();
    }

    void networks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, canonical);
        const auto network = IpNetwork::parse(text);
        QCOMPARE(network ? network->toString() : QString(), canonical);
    }

    void contains_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("inside");
        QTest::newRow("everything") << QByteArray("0.0.0.0/0") << QByteArray("203.0.113.9") << true;
        QTest::newRow("families differ") << QByteArray("0.0.0.0/0") << QByteArray("::1") << false;
        QTest::newRow("within /12")
            << QByteArray("172.16.0.0/12") << QByteArray("172.31.255.255") << true;
        QTest::newRow("past /12") << QByteArray("172.16.0.0/12") << QByteArray("172.32.0.0")
                                  << false;
        QTest::newRow("IPv6") << QByteArray("[fe80::]/10") << QByteArray("febf::1") << true;
    }

    void contains()
    {
        QFETCH(QByteArray, network);
        QFETCH(QByteArray, address);
        QFETCH(bool, inside);
        QCOMPARE(IpNetwork::parse(network)->contains(*IpAddress::parse(address)), inside);
    }

    void kinds()
    {
        QVERIFY(IpAddress::parse("127.3.2.1")->isLoopback());
        QVERIFY(IpAddress::parse("::1")->isLoopback());
        QVERIFY(IpAddress::parse("172.16.9.9")->isPrivate());
        QVERIFY(IpAddress::parse("fd00::1")->isPrivate());
        QVERIFY(!IpAddress::parse("198.51.100.1")->isPrivate());
    }
};

QTEST_GUILESS_MAIN(TestIpNetwork)
#include "tst_ip_network.moc"
