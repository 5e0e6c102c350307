// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;
using namespace Qt::StringLiterals;

namespace {

const QByteArray
    kListing("-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n"
             "628BF2735A      836 Sun Nov 22 19:37:01  s0003@spam-sender.test\n"
             "(Host or domain name not found. Name service error for name=yahoo-lab.test type=MX: "
             "Host not found, try again)\n"
             "                                         r0009996@yahoo-lab.test\n"
             "                                         other@yahoo-lab.test\n"
             "                    (connect to b.test[203.0.113.9]:25: Connection refused)\n"
             "                                         c@b.test\n"
             "\n"
             "0A1B2C3D4E*     1234 Mon Dec 28 08:00:00  MAILER-DAEMON\n"
             "                                         a@b.test\n"
             "\n"
             "4jXfSp2tshtz12bg!#     7 Thu Jan  1 00:00:00  x y@z.test\n"
             "                                         d@b.test\n"
             "\n"
             "-- 3 Kbytes in 3 Requests.\n");

const QDateTime kNow(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

QList<QueueEntry> read(const QByteArray& bytes, qint64* skipped = nullptr,
                       qsizetype piece = 1 << 20)
{
    QueueTextReader reader(kNow, 3600);
    QList<QueueEntry> entries;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(QByteArrayView(bytes).sliced(at, qMin(piece, bytes.size() - at)), entries);
    }
    reader.finish(entries);
    if (skipped) {
        *skipped = reader.skippedLines();
    }
    return entries;
}

} // namespace

class TestQueueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsListing()
    {
        qint64 skipped = 0;
        const QList<QueueEntry> entries = read(kListing, &skipped);
        QCOMPARE(skipped, 0);
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].queueName, u"deferred"_s);
        QCOMPARE(entries[0].queueId, u"628BF2735A"_s);
        QCOMPARE(entries[0].sizeBytes, 836);
        QCOMPARE(entries[0].arrivedAt, QDateTime(QDate(2026, 11, 22), QTime(18, 37, 1), Qt::UTC));
        QCOMPARE(entries[0].sender, u"s0003@spam-sender.test"_s);
        QCOMPARE(entries[0].recipients.size(), 3);
        QVERIFY(entries[0].recipients[1].delayReason.startsWith(u"Host or domain name"_s));
        QCOMPARE(entries[0].recipients[2],
                 (QueueRecipient{u"c@b.test"_s,
                                 u"connect to b.test[203.0.113.9]:25: Connection refused"_s}));
        QCOMPARE(entries[1].queueName, u"active"_s);
        QCOMPARE(entries[1].sender, QString());
        QCOMPARE(entries[1].recipients, (QList<QueueRecipient>{{u"a@b.test"_s, QString()}}));
        QCOMPARE(entries[2].queueName, u"hold"_s);
        QVERIFY(entries[2].forcedExpire);
        QCOMPARE(entries[2].sender, u"x y@z.test"_s);
    }

    void monthsAheadAreOfLastYear()
    {
        const QList<QueueEntry> entries = read(kListing);
        QCOMPARE(entries[1].arrivedAt, QDateTime(QDate(2025, 12, 28), QTime(7, 0), Qt::UTC));
        QCOMPARE(entries[2].arrivedAt, QDateTime(QDate(2025, 12, 31), QTime(23, 0), Qt::UTC));
    }

    void leapDayIsOfALeapYear()
    {
        const auto entries = read("A1 1 Thu Feb 29 12:00:00  a@b\n    c@d\n");
        QCOMPARE(entries.value(0).arrivedAt.date(), QDate(2024, 2, 29));
    }

    void emptyQueue()
    {
        qint64 skipped = 0;
        QCOMPARE(read("Mail queue is empty\n", &skipped).size(), 0);
        QCOMPARE(skipped, 0);
    }

    void countsWhatIsNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("words") << QByteArray("postqueue: fatal: Queue report unavailable");
        QTest::newRow("shell in id") << QByteArray("$(id) 1 Sun Nov 22 19:37:01  a@b");
        QTest::newRow("no such month") << QByteArray("A1 1 Sun anF 22 19:37:01  a@b");
        QTest::newRow("no such day") << QByteArray("A1 1 Sun Nov 31 19:37:01  a@b");
        QTest::newRow("recipient of nobody") << QByteArray("      a@b");
    }

    void countsWhatIsNotUnderstood()
    {
        QFETCH(QByteArray, line);
        qint64 skipped = 0;
        QCOMPARE(read(line + '\n', &skipped).size(), 0);
        QCOMPARE(skipped, 1);
    }

    void piecesAndCutsAndRandomBytes()
    {
        const QList<QueueEntry> whole = read(kListing);
        for (qsizetype piece = 1; piece < 200; ++piece) {
            QCOMPARE(read(kListing, nullptr, piece), whole);
        }
        for (qsizetype length = 0; length < kListing.size(); ++length) {
            QVERIFY(read(kListing.left(length)).size() <= 3);
        }
        QRandomGenerator random(32);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = kListing;
            for (int change = random.bounded(1, 8); change > 0; --change) {
                bytes[random.bounded(static_cast<int>(bytes.size()))] =
                    static_cast<char>(random.bounded(256));
            }
            read(bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestQueueText)
#include "tst_queue_text.moc"
