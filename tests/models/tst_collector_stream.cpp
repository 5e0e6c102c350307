// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/collector_stream.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;
using namespace Qt::StringLiterals;

namespace {

QByteArray record(const QByteArray& kind, const QList<QByteArray>& fields)
{
    QByteArray head = "\nrec " + kind;
    QByteArray body;
    for (const QByteArray& field : fields) {
        head += ' ' + QByteArray::number(field.size());
        body += field;
    }
    return head + '\n' + body;
}

QByteArray stream(const QList<QByteArray>& records)
{
    const QByteArray count = QByteArray::number(records.size());
    return "GATEPOST-SNAPSHOT 1\n" + records.join() + record("end", {count}) + '\n';
}

QByteArray fileRecord(const QByteArray& path, const QByteArray& content,
                      const QByteArray& spans = {}, const QByteArray& sum = "-")
{
    return record("file", {path,
                           "1 1 0 640 root postfix 1795425656 " +
                               QByteArray::number(content.size()) + " - " + sum,
                           "", "", spans, content});
}

QByteArray sample()
{
    return stream({record("fact", {"collector", "1"}), record("fact", {"taken", "1795425707"}),
                   record("fact", {"host", "mx1"}), record("fact", {"uid", "0"}),
                   record("fact", {"systemd", "1"}), record("fact", {"mail-version", "3.7.11"}),
                   record("fact", {"config-directory", "/etc/postfix"}),
                   record("cmd", {"postconf-n", "postconf -n", "0", "a = b\nrec file 1 2\n", ""}),
                   fileRecord("/etc/os-release", "NAME=x\nPRETTY_NAME=\"Debian 12\"\n"),
                   fileRecord("/etc/postfix/main.cf", "relayhost =\n"),
                   fileRecord("/etc/postfix/sasl_passwd", "mx user:[redacted:00112233]\n",
                              "8 19 0011223344\n")});
}

} // namespace

class TestCollectorStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWholeSnapshot()
    {
        const auto snapshot = parseCollectorStream(sample());
        QVERIFY(snapshot);
        QCOMPARE(snapshot->hostName, "mx1");
        QCOMPARE(snapshot->takenAt, QDateTime::fromSecsSinceEpoch(1795425707, Qt::UTC));
        QCOMPARE(snapshot->osName, "Debian 12");
        QCOMPARE(snapshot->postfixVersion, "3.7.11");
        QVERIFY(snapshot->privileged && snapshot->systemd);
        QCOMPARE(snapshot->commandOutput("postconf-n"), "a = b\nrec file 1 2\n");
        QCOMPARE(snapshot->commands["postconf-n"].exitStatus, 0);
        const CollectedFile main = snapshot->files["/etc/postfix/main.cf"];
        QVERIFY(main.exists && main.readable && !main.truncated);
        QCOMPARE(main.mode, 0640);
        QCOMPARE(main.owner, "root");
        QCOMPARE(main.group, "postfix");
        QCOMPARE(main.sha256,
                 QCryptographicHash::hash("relayhost =\n", QCryptographicHash::Sha256).toHex());
        const CollectedFile table = snapshot->files["/etc/postfix/sasl_passwd"];
        QCOMPARE(table.redacted, (QList<RedactedSpan>{{8, 19, "0011223344"}}));
        QCOMPARE(snapshot->notSeen, QStringList());
    }

    void arrivesInPiecesOfAnySize()
    {
        const auto whole = parseCollectorStream(sample());
        for (qsizetype piece : {1, 2, 7, 64}) {
            CollectorStream parser;
            const QByteArray bytes = sample();
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                QVERIFY(parser.feed(bytes.mid(at, piece)));
            }
            QCOMPARE(parser.finish().value(), whole.value());
        }
    }

    void cutAnywhereIsAnError()
    {
        const QByteArray bytes = sample();
        // The last newline is only for people; without it the snapshot is whole.
        for (qsizetype length = 0; length < bytes.size() - 1; ++length) {
            const auto snapshot = parseCollectorStream(bytes.left(length));
            QVERIFY2(!snapshot, QByteArray::number(length).constData());
            QCOMPARE(snapshot.error().code, ErrorCode::ParseFailed);
            QVERIFY(!snapshot.error().summary.isEmpty());
        }
    }

    void refusesBrokenFraming_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray first = "GATEPOST-SNAPSHOT 1\n";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another program") << QByteArray("sh: 1: Syntax error\n");
        QTest::newRow("other version") << QByteArray("GATEPOST-SNAPSHOT 2\n\nrec end 1\n0");
        QTest::newRow("header inside a line") << QByteArray("x" + first + "\nrec end 1\n0");
        QTest::newRow("negative length") << QByteArray(first + "\nrec fact 1 -1\nx");
        QTest::newRow("huge length") << QByteArray(first + "\nrec fact 1 99999999999999999999\nx");
        QTest::newRow("too long for memory") << QByteArray(first + "\nrec fact 1 999999999\nx");
        QTest::newRow("no length") << QByteArray(first + "\nrec fact\n");
        QTest::newRow("word as length") << QByteArray(first + "\nrec fact x y\n");
        QTest::newRow("endless header line")
            << QByteArray(first + "\nrec " + QByteArray(1000, 'x'));
        QTest::newRow("no newline before record") << QByteArray(first + "rec end 1\n0");
        QTest::newRow("too many fields")
            << QByteArray(first + "\nrec fact" + QByteArray(" 0").repeated(17) + "\n");
        QTest::newRow("wrong count")
            << QByteArray(first + record("fact", {"a", "b"}) + record("end", {"2"}));
        QTest::newRow("no printable greeting") << QByteArray(100000, '\0');
    }

    void refusesBrokenFraming()
    {
        QFETCH(QByteArray, bytes);
        const auto snapshot = parseCollectorStream(bytes);
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().code, ErrorCode::ParseFailed);
    }

    void stopsEndlessOutput()
    {
        CollectorStream parser;
        const QByteArray chunk(1 << 20, 'x');
        int chunks = 0;
        while (parser.feed(chunk) && chunks < 100) {
            ++chunks;
        }
        QVERIFY(chunks < 2);
        CollectorStream inside;
        QVERIFY(inside.feed("GATEPOST-SNAPSHOT 1\n\nrec fact 1 60000000\n"));
        chunks = 0;
        while (inside.feed(chunk) && chunks < 100) {
            ++chunks;
        }
        QVERIFY(chunks < 65);
    }

    void skipsAndNotesGreeting()
    {
        const auto snapshot = parseCollectorStream("Welcome to mx1!\x1b[0m\r\n" + sample());
        QVERIFY(snapshot);
        QCOMPARE(snapshot->notSeen.size(), 1);
        QVERIFY(snapshot->notSeen[0].contains(u"Welcome to mx1!\u241B[0m"_s));
    }

    void ignoresWhatComesAfterTheEnd() { QVERIFY(parseCollectorStream(sample() + "logout\n")); }

    void skipsUnknownKinds()
    {
        const auto snapshot = parseCollectorStream(
            stream({record("fact", {"host", "mx1"}), record("future", {"a", "b", "c"}),
                    record("cmd", {"id", "id", "0", "uid=0", ""})}));
        QVERIFY(snapshot);
        QCOMPARE(snapshot->commands.size(), 1);
    }

    void damagedFactsOfFile_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("a b c d e f g h i j");
        QTest::newRow("negative") << QByteArray("1 1 0 -1 r r -5 -7 -9 -");
        QTest::newRow("huge") << QByteArray("1 1 0 7777777777 r r 9999999999999999 1e9 3 zz");
    }

    void damagedFactsOfFile()
    {
        QFETCH(QByteArray, facts);
        const auto snapshot = parseCollectorStream(stream(
            {record("file", {"/x", facts, "", "", "9 9 x\n-1 3 y\n0 0 z\nq\n", "content"})}));
        QVERIFY(snapshot);
        const CollectedFile file = snapshot->files["/x"];
        QVERIFY(file.mode >= 0 && file.mode <= 07777);
        QVERIFY(file.sizeBytes >= 0);
        QCOMPARE(file.redacted, QList<RedactedSpan>());
    }

    void spansStayInsideContentAndInOrder()
    {
        const auto snapshot = parseCollectorStream(stream(
            {fileRecord("/x", "0123456789",
                        "2 3 a\n3 2 overlap\n9223372036854775807 5 far\n8 2 b\n9 9 out\n")}));
        QVERIFY(snapshot);
        QCOMPARE(snapshot->files["/x"].redacted, (QList<RedactedSpan>{{2, 3, "a"}, {8, 2, "b"}}));
    }

    void noticesFileThatChangedMeanwhile()
    {
        const auto snapshot = parseCollectorStream(stream(
            {record("fact", {"uid", "0"}), fileRecord("/x", "abc", {}, QByteArray(64, '0'))}));
        QVERIFY(snapshot);
        QCOMPARE(snapshot->files["/x"].sha256,
                 QCryptographicHash::hash("abc", QCryptographicHash::Sha256).toHex());
        QCOMPARE(snapshot->notSeen.size(), 1);
        QVERIFY(snapshot->notSeen[0].startsWith(u"/x changed"_s));
    }

    void saysWhatWasNotSeen()
    {
        const auto snapshot = parseCollectorStream(stream(
            {record("fact", {"uid", "1000"}), record("note", {"no-postfix", ""}),
             record("note", {"unheard-of", "x"}),
             record("cmd", {"nft", "nft list ruleset", "1", "", "Operation not permitted\n"}),
             record("cmd", {"ufw", "ufw status", "127", "", ""}),
             record("cmd", {"fail2ban", "fail2ban", "124", "", ""}),
             record("file", {"/etc/ssl/key", "1 0 0 600 root root 1 1 - -", "",
                             "Not collected: contents are not looked at", "", ""}),
             record("file",
                    {"/etc/gone", "0 0 0 0 - - - - - -", "", "No such file or directory", "", ""}),
             record("file", {"/etc/\nevil", "1 0 0 600 root root 1 1 - -", "", "Permission denied",
                             "", ""})}));
        QVERIFY(snapshot);
        QVERIFY(!snapshot->privileged);
        const QString all = snapshot->notSeen.join(u'\n');
        QCOMPARE(snapshot->notSeen.size(), 5);
        QVERIFY(all.contains(u"Collected without root"_s));
        QVERIFY(all.contains(u"no postconf"_s));
        QVERIFY(all.contains(u"nft list ruleset failed: Operation not permitted"_s));
        QVERIFY(all.contains(u"fail2ban did not end in time"_s));
        QVERIFY(all.contains(u"/etc/\u240Aevil was not seen: Permission denied"_s));
    }

    void collectorWithoutRoomIsAnError()
    {
        const auto snapshot = parseCollectorStream(stream({record("note", {"no-work", ""})}));
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().code, ErrorCode::CommandFailed);
    }

    void randomBytesNeverCrash()
    {
        QRandomGenerator random(4711);
        const QByteArray bytes = sample();
        for (int round = 0; round < 3000; ++round) {
            QByteArray mutated = bytes;
            for (int change = random.bounded(1, 6); change > 0; --change) {
                mutated[random.bounded(20, static_cast<int>(mutated.size()))] =
                    static_cast<char>(random.bounded(256));
            }
            const auto snapshot = parseCollectorStream(mutated);
            QVERIFY(snapshot || snapshot.error().code == ErrorCode::ParseFailed ||
                    snapshot.error().code == ErrorCode::CommandFailed);
        }
    }
};

QTEST_GUILESS_MAIN(TestCollectorStream)
#include "tst_collector_stream.moc"
