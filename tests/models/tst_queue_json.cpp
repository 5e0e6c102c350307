// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_json.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample(const char* name)
{
    QFile file(QStringLiteral(GATEPOST_TEST_DATA "/queue/%1.json").arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// One message of Postfix 3.7, and one of 3.11, which adds orig_address.
const QByteArray kDeferred = sample("deferred");
const QByteArray kActive = sample("active");

struct Read
{
    QList<QueueEntry> entries;
    qint64 skipped = 0;
};

Read read(const QByteArray& bytes, qsizetype piece = 0)
{
    QueueJsonReader reader;
    Read result;
    if (piece == 0) {
        reader.feed(bytes, result.entries);
    }
    for (qsizetype at = 0; piece > 0 && at < bytes.size(); at += piece) {
        reader.feed(QByteArrayView(bytes).sliced(at, qMin(piece, bytes.size() - at)),
                    result.entries);
    }
    reader.finish(result.entries);
    result.skipped = reader.skippedLines();
    return result;
}

} // namespace

class TestQueueJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMessages()
    {
        const Read got = read(kDeferred + kActive);
        QCOMPARE(got.skipped, 0);
        QCOMPARE(got.entries.size(), 2);
        const QueueEntry& deferred = got.entries[0];
        QCOMPARE(deferred.queueName, u"deferred"_s);
        QCOMPARE(deferred.queueId, u"628BF2735A"_s);
        QCOMPARE(deferred.arrivedAt, QDateTime::fromSecsSinceEpoch(1795376221, Qt::UTC));
        QCOMPARE(deferred.sizeBytes, 836);
        QCOMPARE(deferred.sender, u"s0003@spam-sender.test"_s);
        QCOMPARE(deferred.recipients,
                 (QList<QueueRecipient>{{u"r0009996@yahoo-lab.test"_s,
                                         u"Host or domain name not found. Name service error"_s}}));
        const QueueEntry& active = got.entries[1];
        QCOMPARE(active.sender, QString());
        QVERIFY(active.forcedExpire);
        QCOMPARE(active.recipients.size(), 2);
        QCOMPARE(active.recipients[1].address, u"c@d.test"_s);
    }

    void readsPiecesOfAnySize()
    {
        const QByteArray bytes = kDeferred + kActive + kDeferred;
        const Read whole = read(bytes);
        for (qsizetype piece = 1; piece < 400; ++piece) {
            QCOMPARE(read(bytes, piece).entries, whole.entries);
        }
    }

    void cutAnywhereLosesOnlyTheLastLine()
    {
        const QByteArray bytes = kDeferred + kActive;
        for (qsizetype length = 0; length <= bytes.size(); ++length) {
            const Read got = read(bytes.left(length));
            const qsizetype whole = (length >= kDeferred.size() - 1) + (length >= bytes.size() - 1);
            QCOMPARE(got.entries.size(), whole);
        }
    }

    void skipsWhatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("line");
        const auto entry = [](const QByteArray& queue, const QByteArray& id) {
            return "{\"queue_name\": \"" + queue + "\", \"queue_id\": \"" + id + "\"}";
        };
        QTest::newRow("text") << QByteArray("postqueue: warning: Mail system is down");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("no members") << QByteArray("{}");
        QTest::newRow("id of another type")
            << QByteArray("{\"queue_name\":\"hold\",\"queue_id\":7}");
        QTest::newRow("shell in id") << entry("hold", "$(id)");
        QTest::newRow("option as id") << entry("hold", "-d");
        QTest::newRow("path as id") << entry("hold", "../A1");
        QTest::newRow("newline in id") << entry("hold", "A1\\nB2");
        QTest::newRow("unicode digits") << entry("hold", "\xD9\xA3");
        QTest::newRow("empty id") << entry("hold", "");
        QTest::newRow("endless id") << entry("hold", QByteArray(65, 'A'));
        QTest::newRow("shell in queue name") << entry("hold;id", "A1");
        QTest::newRow("unclosed") << QByteArray("{\"queue_name\": \"hold\", \"queue_id\": \"A1\"");
        QTest::newRow("deep nesting") << QByteArray(5000, '[');
    }

    void skipsWhatIsNoMessage()
    {
        QFETCH(QByteArray, line);
        const Read got = read(kDeferred + line + '\n' + kActive);
        QCOMPARE(got.entries.size(), 2);
        QCOMPARE(got.skipped, 1);
    }

    void keepsHostileTextAsText()
    {
        const Read got = read("{\"queue_name\": \"hold\", \"queue_id\": \"A1\", \"arrival_time\": "
                              "99999999999999999, \"message_size\": -5, \"sender\": "
                              "\"<b>$(id)`id`\\u001b[31m\\n'\\\"@x\", \"recipients\": [7]}"
                              "\n");
        QCOMPARE(got.entries.size(), 1);
        QCOMPARE(got.entries[0].sender, u"<b>$(id)`id`\u001b[31m\n'\"@x"_s);
        QCOMPARE(got.entries[0].sizeBytes, 0);
        QVERIFY(got.entries[0].arrivedAt.isValid());
        QVERIFY(got.entries[0].recipients.isEmpty());
    }

    void repairsBytesThatAreNotUtf8()
    {
        QByteArray line = kDeferred;
        line.replace("s0003@", "s\xE9\xFF@");
        const Read got = read(line);
        QCOMPARE(got.skipped, 0);
        QCOMPARE(got.entries[0].sender, u"s\uFFFD\uFFFD@spam-sender.test"_s);
    }

    void skipsEndlessLine()
    {
        const Read got = read(QByteArray(40 << 20, 'x') + '\n' + kDeferred, 1 << 20);
        QCOMPARE(got.entries.size(), 1);
        QCOMPARE(got.skipped, 1);
    }

    void randomBytesNeverCrash()
    {
        QRandomGenerator random(31);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = kDeferred + kActive;
            for (int change = random.bounded(1, 8); change > 0; --change) {
                bytes[random.bounded(static_cast<int>(bytes.size()))] =
                    static_cast<char>(random.bounded(256));
            }
            for (const QueueEntry& entry : read(bytes).entries) {
                QVERIFY(isQueueId(entry.queueId.toUtf8()));
            }
        }
    }

    void readsHundredThousandQuickly()
    {
        const QByteArray bytes = kDeferred.repeated(100000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(read(bytes, 64 << 10).entries.size(), 100000);
        QVERIFY2(timer.elapsed() < 10000, QByteArray::number(timer.elapsed()).constData());
    }
};

QTEST_GUILESS_MAIN(TestQueueJson)
#include "tst_queue_json.moc"
