// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_document.h"
#include "models/queue/queue_filter.h"
#include "models/queue/queue_summary.h"

#include <QJsonArray>
#include <QTest>

using namespace gatepost;
using namespace Qt::StringLiterals;

namespace {

QueueEntry entry(const QString& queue, const QString& id, qint64 arrived, const QString& sender,
                 const QStringList& recipients)
{
    QueueEntry made;
    made.queueName = queue;
    made.queueId = id;
    made.arrivedAt = QDateTime::fromSecsSinceEpoch(arrived, Qt::UTC);
    made.sizeBytes = 100;
    made.sender = sender;
    for (const QString& recipient : recipients) {
        made.recipients += {recipient, u"Connection refused"_s};
    }
    return made;
}

QList<QueueEntry> sample()
{
    return {entry(u"deferred"_s, u"A1"_s, 2000, u"spam@a.test"_s,
                  {u"x@Yahoo.TEST"_s, u"y@yahoo.test"_s, u"z@b.test"_s}),
            entry(u"deferred"_s, u"A2"_s, 1000, u"spam@a.test"_s, {u"x@yahoo.test."_s}),
            entry(u"hold"_s, u"A3"_s, 3000, QString(), {u"root"_s})};
}

} // namespace

class TestQueueSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsDomains_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("domain");
        QTest::newRow("plain") << u"a@b.test"_s << u"b.test"_s;
        QTest::newRow("case") << u"a@B.Test"_s << u"b.test"_s;
        QTest::newRow("final dot") << u"a@b.test."_s << u"b.test"_s;
        QTest::newRow("last at sign counts") << u"\"a@c\"@b.test"_s << u"b.test"_s;
        QTest::newRow("none") << u"root"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("literal") << u"a@[192.0.2.1]"_s << u"[192.0.2.1]"_s;
        QTest::newRow("international") << u"a@B\u00DCCHER.test"_s << u"xn--bcher-kva.test"_s;
        QTest::newRow("ascii form") << u"a@XN--BCHER-KVA.test"_s << u"xn--bcher-kva.test"_s;
        QTest::newRow("no domain at all") << u"a@\u202E.test"_s << u"\u202E.test"_s;
    }

    void foldsDomains()
    {
        QFETCH(QString, address);
        QFETCH(QString, domain);
        QCOMPARE(foldedDomain(address), domain);
    }

    void counts()
    {
        const QueueSummary summary = summarizeQueue(sample());
        QCOMPARE(summary.messages, 3);
        QCOMPARE(summary.recipients, 5);
        QCOMPARE(summary.sizeBytes, 300);
        QCOMPARE(summary.oldest, QDateTime::fromSecsSinceEpoch(1000, Qt::UTC));
        QCOMPARE(summary.byQueue.size(), 2);
        QCOMPARE(summary.byQueue[0].name, u"deferred"_s);
        QCOMPARE(summary.byQueue[0].messages, 2);
        QCOMPARE(summary.byDomain.size(), 3);
        QCOMPARE(summary.byDomain[0].name, u"yahoo.test"_s);
        QCOMPARE(summary.byDomain[0].messages, 2);
        QCOMPARE(summary.byDomain[0].recipients, 3);
        QCOMPARE(summary.byDomain[1].name, QString()); // the recipient without a domain
        QCOMPARE(summary.bySender[0].name, u"spam@a.test"_s);
        QCOMPARE(summary.bySender[0].recipients, 4);
    }

    void emptyQueue()
    {
        const QueueSummary summary = summarizeQueue({});
        QCOMPARE(summary.messages, 0);
        QVERIFY(!summary.oldest.isValid());
        QVERIFY(summary.byQueue.isEmpty() && summary.byDomain.isEmpty());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("nothing") << QString() << QStringList{u"A1"_s, u"A2"_s, u"A3"_s};
        QTest::newRow("blanks") << u"  \t"_s << QStringList{u"A1"_s, u"A2"_s, u"A3"_s};
        QTest::newRow("queue") << u"HOLD"_s << QStringList{u"A3"_s};
        QTest::newRow("id in any case") << u"a2"_s << QStringList{u"A2"_s};
        QTest::newRow("sender") << u"spam@"_s << QStringList{u"A1"_s, u"A2"_s};
        QTest::newRow("recipient") << u"z@b.test"_s << QStringList{u"A1"_s};
        QTest::newRow("all words") << u"spam@ b.test"_s << QStringList{u"A1"_s};
        QTest::newRow("phrase") << u"\"connection refused\" hold"_s << QStringList{u"A3"_s};
        QTest::newRow("null sender") << u"<>"_s << QStringList{u"A3"_s};
        QTest::newRow("nowhere") << u"nosuch"_s << QStringList{};
        QTest::newRow("no regular expression") << u".*"_s << QStringList{};
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, ids);
        QStringList found;
        for (const QueueEntry& each : sample()) {
            if (QueueFilter(text).matches(each)) {
                found += each.queueId;
            }
        }
        QCOMPARE(found, ids);
    }

    void documentKeepsItsShape()
    {
        const QJsonObject document =
            queueDocument(sample(), u"mx1"_s, QDateTime::fromSecsSinceEpoch(4000, Qt::UTC), 2);
        QCOMPARE(document[u"schema"].toString(), u"gatepost/queue/1"_s);
        QCOMPARE(document[u"host"].toString(), u"mx1"_s);
        QCOMPARE(document[u"time"].toString(), u"1970-01-01T01:06:40Z"_s);
        QCOMPARE(document[u"total"].toInt(), 3);
        QCOMPARE(document[u"skipped"].toInt(), 2);
        QCOMPARE(document[u"by_queue"].toObject(),
                 (QJsonObject{{u"deferred"_s, 2}, {u"hold"_s, 1}}));
        QCOMPARE(document[u"by_domain"].toArray()[0].toObject(),
                 (QJsonObject{
                     {u"domain"_s, u"yahoo.test"_s}, {u"messages"_s, 2}, {u"recipients"_s, 3}}));
        const QJsonObject message = document[u"messages"].toArray()[2].toObject();
        QCOMPARE(message[u"id"].toString(), u"A3"_s);
        QCOMPARE(message[u"queue"].toString(), u"hold"_s);
        QCOMPARE(message[u"sender"].toString(), QString());
        QVERIFY(queueDocument({}, u"mx1"_s, {})[u"oldest"].isNull());
    }
};

QTEST_GUILESS_MAIN(TestQueueSummary)
#include "tst_queue_summary.moc"
