// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/line_splitter.h"
#include "models/core/list_sync.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;

namespace {

QList<int> letters(const QByteArray& text)
{
    return QList<int>(text.begin(), text.end());
}

QList<int> carriedOut(QList<int> rows, const QList<int>& after, const QList<ListStep>& steps)
{
    for (const ListStep& step : steps) {
        if (step.kind == ListStep::Kind::Remove) {
            rows.remove(step.row, step.count);
        } else {
            for (qsizetype i = 0; i < step.count; ++i) {
                rows.insert(step.row + i, after[step.from + i]);
            }
        }
    }
    return rows;
}

} // namespace

class TestListSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewestSteps_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("steps");
        QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << 0;
        QTest::newRow("both empty") << QByteArray() << QByteArray() << 0;
        QTest::newRow("fill") << QByteArray() << QByteArray("abc") << 1;
        QTest::newRow("clear") << QByteArray("abc") << QByteArray() << 1;
        QTest::newRow("append") << QByteArray("abc") << QByteArray("abcde") << 1;
        QTest::newRow("remove inside") << QByteArray("abcde") << QByteArray("ade") << 1;
        QTest::newRow("replace") << QByteArray("abc") << QByteArray("axc") << 2;
        QTest::newRow("one row moved") << QByteArray("abcde") << QByteArray("bcdae") << 2;
        QTest::newRow("two places") << QByteArray("abcd") << QByteArray("xabyycd") << 2;
    }

    void fewestSteps()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, steps);
        const auto made = listSteps(letters(before), letters(after));
        QCOMPARE(made.size(), steps);
        QCOMPARE(carriedOut(letters(before), letters(after), made), letters(after));
    }

    void anyListsEndEqual()
    {
        QRandomGenerator random(77);
        const auto list = [&] {
            QList<int> keys;
            for (int key = 0; key < 30; ++key) {
                if (random.bounded(2) != 0) {
                    keys.insert(random.bounded(static_cast<int>(keys.size()) + 1), key);
                }
            }
            return keys;
        };
        for (int round = 0; round < 2000; ++round) {
            const QList<int> before = list();
            const QList<int> after = list();
            QCOMPARE(carriedOut(before, after, listSteps(before, after)), after);
        }
    }

    void splitsLinesAcrossPieces()
    {
        const QByteArray text("one\n\ntwo three\r\nfour");
        for (qsizetype piece = 1; piece <= text.size(); ++piece) {
            LineSplitter lines;
            QList<QByteArray> got;
            const auto take = [&](QByteArrayView line) { got += line.toByteArray(); };
            for (qsizetype at = 0; at < text.size(); at += piece) {
                lines.feed(QByteArrayView(text).sliced(at, qMin(piece, text.size() - at)), take);
            }
            lines.finish(take);
            got.removeAll(QByteArray());
            QCOMPARE(got, (QList<QByteArray>{"one", "two three\r", "four"}));
        }
    }

    void skipsOnlyTheLongLine()
    {
        for (qsizetype piece : {1, 3, 100}) {
            LineSplitter lines(5);
            QList<QByteArray> got;
            const auto take = [&](QByteArrayView line) { got += line.toByteArray(); };
            const QByteArray text("abcde\nabcdef\nxy\nzzzzzzzzzzzz");
            for (qsizetype at = 0; at < text.size(); at += piece) {
                lines.feed(QByteArrayView(text).sliced(at, qMin(piece, text.size() - at)), take);
            }
            lines.finish(take);
            QCOMPARE(got, (QList<QByteArray>{"abcde", "xy"}));
            QCOMPARE(lines.skippedLines(), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestListSync)
#include "tst_list_sync.moc"
