// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/value_syntax.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;

class TestValueSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expansion_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expanded");
        const auto row = [](const char* value, const char* expanded) {
            QTest::newRow(value) << QByteArray(value) << QByteArray(expanded);
        };
        row("plain", "plain");
        row("$a", "1");
        row("${a}", "1");
        row("$(a)", "1");
        row("$a,$b", "1,x y");
        row("$$a", "$a");
        row("$unknown", "");
        row("x${unknown}y", "xy");
        row("$chain", "1!");
        row("${a?yes}", "yes");
        row("${empty?yes}", "");
        row("${a:no}", "");
        row("${empty:no}", "no");
        row("${a?{yes}:{no}}", "yes");
        row("${empty?{yes}:{no}}", "no");
        row("${a?$b}", "x y");
        row("${{$a} == {1} ? {yes} : {no}}", "yes");
        row("${{$a} != {1} ? {yes} : {no}}", "no");
        row("${{$a} < {10} ? {yes} : {no}}", "yes");
        row("${{9} < {10} ? {numbers} : {text}}", "numbers");
        row("${{b} > {a} ? {yes} : {no}}", "yes");
        row("${{3.10} <level {3.6} ? {lower} : {higher}}", "higher");
        row("${{3.6} >=level {3.6} ? {yes} : {no}}", "yes");
        row("${{2} <level {3.6} ? {yes} : {no}}", "yes");
        row("$a.$a", "1.1");
        row("${ a }", "1");
    }

    void expansion()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expanded);
        const ExpandedValue result = expandChecked(value, lookup());
        QCOMPARE(result.text, expanded);
        QVERIFY(!result.fatal);
    }

    void fatalValues_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"$self", "$ping", "${a", "$(a", "x ${self?y}"}) {
            QTest::newRow(value) << QByteArray(value);
        }
    }

    void fatalValues()
    {
        QFETCH(QByteArray, value);
        QVERIFY(expandChecked(value, lookup()).fatal);
    }

    /// A billion laughs: each name doubles the text of the one before it.
    void workIsBounded()
    {
        const ParameterLookup doubling = [](const QByteArray& name) {
            const int level = name.mid(1).toInt();
            const QByteArray next = "$x" + QByteArray::number(level + 1);
            return level < 40 ? next + next : QByteArray("ha");
        };
        const ExpandedValue result = expandChecked("$x0", doubling);
        QVERIFY(result.fatal);
        QVERIFY(result.text.size() < 100'000);
    }

    void lists_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QList<QByteArray>>("elements");
        const auto row = [](const char* value, const QList<QByteArray>& elements) {
            QTest::newRow(value) << QByteArray(value) << elements;
        };
        row("", {});
        row(" , ,, ", {});
        row("a", {"a"});
        row("a,b c\td\ne", {"a", "b", "c", "d", "e"});
        row("a, , b", {"a", "b"});
        row("check { unix:p, x = y } b", {"check", "{ unix:p, x = y }", "b"});
        row("inline:{{a = b c}, {d = e}} f", {"inline:{{a = b c}, {d = e}}", "f"});
        row("a } b", {"a", "}", "b"});
        row("a { b c", {"a", "{ b c"});
    }

    void lists()
    {
        QFETCH(QByteArray, value);
        QFETCH(QList<QByteArray>, elements);
        QCOMPARE(splitList(value), elements);
    }

    void yes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("yes");
        QTest::newRow("yes") << QByteArray("yes") << true;
        QTest::newRow("upper case") << QByteArray("YES") << true;
        QTest::newRow("no") << QByteArray("no") << false;
        QTest::newRow("a number is no boolean") << QByteArray("1") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void yes()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, yes);
        QCOMPARE(isYes(value), yes);
    }

    void anyBytesEnd()
    {
        QRandomGenerator random(17);
        const QByteArray alphabet("ab$${}(){}?:=<> 1.level");
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes;
            const int size = random.bounded(60);
            for (int i = 0; i < size; ++i) {
                bytes += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            }
            const ExpandedValue once =
                expandChecked(bytes, [&bytes](const QByteArray&) { return bytes; });
            QVERIFY(once.text.size() < 10'000'000);
            qsizetype total = 0;
            for (const QByteArray& element : splitList(bytes)) {
                QVERIFY(!element.isEmpty());
                total += element.size();
            }
            QVERIFY(total <= bytes.size());
        }
    }

private:
    static ParameterLookup lookup()
    {
        return [](const QByteArray& name) {
            static const QHash<QByteArray, QByteArray> values{
                {"a", "1"},          {"b", "x y"},      {"empty", ""},    {"chain", "${a}!"},
                {"self", "$self 1"}, {"ping", "$pong"}, {"pong", "$ping"}};
            return values.value(name);
        };
    }
};

QTEST_GUILESS_MAIN(TestValueSyntax)
#include "tst_value_syntax.moc"
