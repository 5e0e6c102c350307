// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/host_pattern.h"
#include "models/hosts/known_hosts.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatepost;

namespace {

const QByteArray kKey = "key one";
const QByteArray kOther = "key two";
const QByteArray kType = "ssh-ed25519";

QByteArray entry(const QByteArray& names, const QByteArray& key, const QByteArray& type = kType)
{
    return names + ' ' + type + ' ' + key.toBase64() + " a comment\n";
}

} // namespace

Q_DECLARE_METATYPE(gatepost::HostKeyTrust)

class TestKnownHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void matchesEntriesOfSshKeygen();
    void listsKeyTypes();
    void writesLinesThatItReads();
    void survivesBrokenLines();
    void patternsTakeLinearTime();
};

void TestKnownHosts::checks_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::addColumn<HostKeyTrust>("expected");
    const auto row = [](const char* situation, const QByteArray& file, const char* name, int port,
                        HostKeyTrust expected) {
        QTest::newRow(situation) << file << QString::fromUtf8(name) << port << expected;
    };
    using enum HostKeyTrust;
    row("empty", "", "mx1", 22, Unknown);
    row("known", entry("mx1", kKey), "mx1", 22, Known);
    row("known among several names", entry("a,mx1,192.0.2.1", kKey), "192.0.2.1", 22, Known);
    row("letter case", entry("mx1", kKey), "MX1", 22, Known);
    row("other host", entry("mx1", kKey), "mx2", 22, Unknown);
    row("other key", entry("mx1", kOther), "mx1", 22, Changed);
    row("other type only", entry("mx1", kOther, "ssh-rsa"), "mx1", 22, Changed);
    row("old and new key", entry("mx1", kOther) + entry("mx1", kKey), "mx1", 22, Known);
    row("wildcard", entry("*.example.net", kKey), "mx1.example.net", 22, Known);
    row("negated name", entry("*,!mx1", kKey), "mx1", 22, Unknown);
    row("port", entry("[mx1]:2222", kKey), "mx1", 2222, Known);
    row("plain name does not cover a port", entry("mx1", kKey), "mx1", 2222, Unknown);
    row("port does not cover the plain name", entry("[mx1]:2222", kKey), "mx1", 22, Unknown);
    row("IPv6 with port", entry("[2001:db8::1]:2222", kKey), "2001:db8::1", 2222, Known);
    row("revoked", entry("@revoked mx1", kKey), "mx1", 22, Revoked);
    row("revoked although listed", entry("mx1", kKey) + entry("@revoked *", kKey), "mx1", 22,
        Revoked);
    row("another key revoked", entry("mx1", kKey) + entry("@revoked mx1", kOther), "mx1", 22,
        Known);
    row("certificate authority is no host key", entry("@cert-authority mx1", kKey), "mx1", 22,
        Unknown);
    row("unknown marker", entry("@future mx1", kKey), "mx1", 22, Unknown);
    row("comment", "# " + entry("mx1", kKey), "mx1", 22, Unknown);
    row("indented, with tabs", "\t mx1\t" + kType + '\t' + kKey.toBase64() + "\r\n", "mx1", 22,
        Known);
}

void TestKnownHosts::checks()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, name);
    QFETCH(int, port);
    QFETCH(HostKeyTrust, expected);
    KnownHosts known;
    known.addFile(file);
    QCOMPARE(known.check(name, static_cast<quint16>(port), kType, kKey), expected);
}

void TestKnownHosts::matchesEntriesOfSshKeygen()
{
    // Made with: ssh-keygen -H on a file with "mx1.example.net ssh-ed25519 AAAA..." and one with
    // "[mx1.example.net]:2222".
    const QByteArray blob = QByteArray::fromBase64(
        "AAAAC3NzaC1lZDI1NTE5AAAAIMVgvN7b11/171o1pm8p15oDj9r9C26xu10dpgpwX2Di");
    KnownHosts known;
    known.addFile("|1|J9UCXOL+RwI5nLX9JvvJ/G29Uk4=|00mRRJfiFbP8hbH3T5YEVuEOgfw= ssh-ed25519 " +
                  blob.toBase64() +
                  "\n|1|KyPGfSYR1U0a1elbpr0qMjJEVRc=|0iIKsBgVoefrdR/HhNNG3rsPhUI= ssh-ed25519 " +
                  blob.toBase64() + '\n');
    QVERIFY(known.usesHashes());
    const QString name = QStringLiteral("mx1.example.net");
    QCOMPARE(known.check(name, 22, kType, blob), HostKeyTrust::Known);
    QCOMPARE(known.check(name, 2222, kType, blob), HostKeyTrust::Known);
    QCOMPARE(known.check(name, 2222, kType, kKey), HostKeyTrust::Changed);
    QCOMPARE(known.check(name, 23, kType, blob), HostKeyTrust::Unknown);

    const QByteArray salt = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f10111213");
    KnownHosts own;
    own.addFile(KnownHosts::makeLine(name, 2222, kType, kKey, true, salt));
    QCOMPARE(own.check(name, 2222, kType, kKey), HostKeyTrust::Known);
}

void TestKnownHosts::listsKeyTypes()
{
    KnownHosts known;
    known.addFile(entry("mx1", kKey, "ssh-rsa") + entry("mx2", kKey, "ecdsa-sha2-nistp256") +
                  entry("mx1", kOther) + entry("mx1", kKey) + entry("@revoked mx1", kKey, "x"));
    QCOMPARE(known.keyTypes(QStringLiteral("mx1"), 22), (QList<QByteArray>{"ssh-rsa", kType}));
    QVERIFY(known.keyTypes(QStringLiteral("mx3"), 22).isEmpty());
}

void TestKnownHosts::writesLinesThatItReads()
{
    const QByteArray line = KnownHosts::makeLine(QStringLiteral("MX1"), 2222, kType, kKey);
    QCOMPARE(line, "[mx1]:2222 ssh-ed25519 " + kKey.toBase64() + '\n');
    KnownHosts known;
    known.addFile(line);
    QVERIFY(!known.usesHashes());
    QCOMPARE(known.check(QStringLiteral("mx1"), 2222, kType, kKey), HostKeyTrust::Known);
}

void TestKnownHosts::survivesBrokenLines()
{
    const QByteArray whole = "|1|c2FsdA==|aGFzaA==| ssh-rsa AAAA\n|1|| x AAAA\n@revoked\nmx1 a\n" +
                             entry("|1|c2FsdA==|aGFzaA==", kKey) + "mx1 ssh-ed25519 !!!\n\0\n";
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        KnownHosts known;
        known.addFile(whole.left(size));
        QCOMPARE(known.check(QStringLiteral("mx1"), 22, kType, kKey), HostKeyTrust::Unknown);
    }
}

void TestKnownHosts::patternsTakeLinearTime()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!matchesHostPattern(QByteArray("*a").repeated(200) + 'b', QByteArray(5000, 'a')));
    QVERIFY(matchesHostPattern("*x?*", "axb"));
    QVERIFY(!matchesHostPattern("?", ""));
    QVERIFY(matchesHostPattern("*", ""));
    QVERIFY2(timer.elapsed() < 2000, "matching must not take exponential time");
}

QTEST_APPLESS_MAIN(TestKnownHosts)
#include "tst_known_hosts.moc"
