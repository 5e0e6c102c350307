// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/main_cf.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;

class TestMainCf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("value"); ///< of "a"; "-" when it has none
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& value,
                            int line) { QTest::newRow(name) << bytes << value << line; };
        row("plain", "a = 1\n", "1", 1);
        row("no spaces", "a=1\n", "1", 1);
        row("no newline at the end", "a = 1", "1", 1);
        row("nothing behind the equals sign", "a =\n", "", 1);
        row("two equals signs", "a = b = c\n", "b = c", 1);
        row("continued", "a = 1\n  2\n\t3\n", "1  2\t3", 1);
        row("a comment between", "a = 1\n# no\n  2\n", "1  2", 1);
        row("an indented comment between", "a = 1\n   # no\n  2\n", "1  2", 1);
        row("a blank line between", "a = 1\n\n  2\n", "1  2", 1);
        row("a comment sign behind a value is value", "a = 1 # no\n", "1 # no", 1);
        row("a comment sign that starts the value", "a = # no\n", "# no", 1);
        row("the value on the next line", "a =\n  1\n", "1", 1);
        row("CR before LF", "a = 1\r\nb = 2\r\n", "1", 1);
        row("the last one counts", "a = 1\nb = 2\na = 3\n", "3", 3);
        row("names are case-sensitive", "A = 1\n", "-", 0);
        row("a first line that continues nothing", "  a = 1\na = 2\n", "2", 2);
        row("comments count as lines", "# x\n\n# y\na = 1\n", "1", 4);
        row("quotes are literal", "a = \"1\"\n", "\"1\"", 1);
        row("an empty file", "", "-", 0);
    }

    void entries()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, value);
        QFETCH(int, line);
        const MainCf document(bytes);
        const MainCfEntry* entry = document.find("a");
        QCOMPARE(document.bytes(), bytes);
        QCOMPARE(entry == nullptr ? QByteArray("-") : entry->value, value);
        QCOMPARE(entry == nullptr ? 0 : entry->line.number, line);
    }

    void diagnostics()
    {
        const MainCf document("a = 1\nnonsense\n= 2\nb = 3\n");
        QCOMPARE(document.entries().size(), 2);
        const QList<ConfigDiagnostic> expected{{2, "missing-equals"}, {3, "empty-name"}};
        QCOMPARE(document.diagnostics(), expected);
        // White space in front makes it a continuation, equals sign or not.
        QCOMPARE(MainCf("a = 1\n = 2\n").find("a")->value, QByteArray("1 = 2"));
    }

    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const QByteArray& before, const QByteArray& parameter,
                            const QByteArray& value, const QByteArray& behind,
                            const QByteArray& after) {
            QTest::newRow(name) << before << parameter << value << behind << after;
        };
        row("in place", "x = 0\na = 1\ny = 2\n", "a", "9", "", "x = 0\na = 9\ny = 2\n");
        row("comments inside are kept behind", "a = 1\n# why\n  2\nb = 3\n", "a", "9", "",
            "a = 9\n# why\nb = 3\n");
        row("the one that counts", "a = 1\na = 2\n", "a", "9", "", "a = 1\na = 9\n");
        row("new at the end", "b = 1\n", "a", "9", "", "b = 1\na = 9\n");
        row("new behind a last line without newline", "b = 1", "a", "9", "", "b = 1\na = 9\n");
        row("new behind a neighbour", "b = 1\n  2\nc = 3\n", "a", "9", "b",
            "b = 1\n  2\na = 9\nc = 3\n");
        row("new behind a neighbour that ends the file", "b = 1", "a", "9", "b", "b = 1\na = 9\n");
        row("new in an empty file", "", "a", "9", "", "a = 9\n");
        row("CRLF stays CRLF", "a = 1\r\nb = 2\r\n", "a", "9", "", "a = 9\r\nb = 2\r\n");
        row("new among CRLF", "b = 2\r\n", "a", "9", "b", "b = 2\r\na = 9\r\n");
        row("new at the end of CRLF", "b = 2\r\n", "a", "9", "", "b = 2\r\na = 9\r\n");
        row("in place without newline", "b = 2\na = 1", "a", "9", "", "b = 2\na = 9\n");
    }

    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, behind);
        QFETCH(QByteArray, after);
        MainCf document(before);
        document.set(name, value, behind);
        QCOMPARE(document.bytes(), after);
        QVERIFY(document.find(name) != nullptr);
        QCOMPARE(document.find(name)->value, value);
        document.set(name, value, behind);
        QCOMPARE(document.bytes(), after);
    }

    void removal()
    {
        MainCf document("# head\na = 1\nb = 2\na = 3\n# inside\n  4\n");
        document.remove("a");
        QCOMPARE(document.bytes(), QByteArray("# head\nb = 2\n# inside\n"));
        QVERIFY(document.find("a") == nullptr);
    }

    void everyPrefixSurvives()
    {
        const QByteArray whole = "# head\r\na = 1\n# c\n  2 # 3\n\nb={x\n y}\n = z\nend";
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            MainCf document(whole.first(size));
            QCOMPARE(document.bytes(), whole.first(size));
            document.set("z", "new");
            QCOMPARE(document.find("z")->value, QByteArray("new"));
        }
    }

    void editsLeaveOtherEntriesAlone()
    {
        QRandomGenerator random(11);
        const QByteArray alphabet("ab= \n#\r\tx");
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            const int size = random.bounded(60);
            for (int i = 0; i < size; ++i) {
                bytes += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            }
            MainCf document(bytes);
            QCOMPARE(document.bytes(), bytes);
            QHash<QByteArray, QByteArray> others;
            for (const MainCfEntry& entry : document.entries()) {
                others.insert(entry.name, entry.value);
            }
            others.remove("a");
            document.set("a", "9");
            QCOMPARE(document.find("a")->value, QByteArray("9"));
            for (auto it = others.cbegin(); it != others.cend(); ++it) {
                QVERIFY2(document.find(it.key()) != nullptr, bytes.toPercentEncoding().constData());
                QCOMPARE(document.find(it.key())->value, it.value());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMainCf)
#include "tst_main_cf.moc"
