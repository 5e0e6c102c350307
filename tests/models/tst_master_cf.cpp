// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/master_cf.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;

class TestMasterCf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns()
    {
        const MasterCf document(
            "# head\n"
            "smtp      inet  n       -       y       -       -       smtpd\n"
            "127.0.0.1:10025 inet n - n - 10 smtpd\n  -o a=1\n"
            "maildrop unix - n n - - pipe\n"
            "  flags=DRXhu user=vmail argv=/usr/bin/maildrop -d ${recipient}\n");
        QCOMPARE(document.services().size(), 3);
        const MasterService& smtp = document.services().at(0);
        QCOMPARE(smtp.label(), QByteArray("smtp/inet"));
        QCOMPARE(smtp.privateFlag, QByteArray("n"));
        QCOMPARE(smtp.chroot, QByteArray("y"));
        QCOMPARE(smtp.command, QByteArray("smtpd"));
        QCOMPARE(smtp.line.number, 2);
        const MasterService& filter = document.services().at(1);
        QCOMPARE(filter.maxProcesses, QByteArray("10"));
        QCOMPARE(filter.find("a")->value, QByteArray("1"));
        QCOMPARE(filter.find("a")->line, 4);
        QCOMPARE(document.services().at(2).arguments.size(), 5);
        QVERIFY(document.services().at(2).overrides.isEmpty());
    }

    void overrides_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("value"); ///< of "a"; "-" when it has none
        QTest::addColumn<QByteArray>("stray");
        const auto row = [](const char* name, const QByteArray& arguments, const QByteArray& value,
                            const QByteArray& stray = {}) {
            QTest::newRow(name) << arguments << value << stray;
        };
        row("none", "", "-");
        row("plain", "-o a=1", "1");
        row("empty", "-o a=", "");
        row("without a space", "-oa=1", "1");
        row("braces", "-o { a = 1 2, 3 }", "1 2, 3");
        row("braces without spaces", "-o {a=1 2}", "1 2");
        row("braces over two lines", "-o { a = 1\n    2 }", "1    2");
        row("braces in braces", "-o { a = { x y } z }", "{ x y } z");
        row("on a line of its own", "\n  -o a=1\n", "1");
        row("behind a comment", "\n  -o b=1\n# -o a=2\n  -o a=1\n", "1");
        row("commented out", "\n# -o a=2\n", "-");
        row("the last one counts", "-o a=1 -o a=2", "2");
        row("equals signs in the value", "-o a=b=c", "b=c");
        row("among other options", "-v -o a=1 -D", "1");
        row("spaces round the equals sign", "-o a = 1", "", "-o a");
        row("a list with spaces", "-o a=1, 2", "1,", "2");
        row("no assignment", "-o", "-", "-o ");
        row("a word", "verbose", "-", "verbose");
    }

    void overrides()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, stray);
        const QByteArray bytes = "smtp inet n - y - - smtpd " + arguments + '\n';
        const MasterCf document(bytes);
        QCOMPARE(document.bytes(), bytes);
        QCOMPARE(document.services().size(), 1);
        const MasterOverride* found = document.services().first().find("a");
        QCOMPARE(found == nullptr ? QByteArray("-") : found->value, value);
        QCOMPARE(document.services().first().strayArgument(), stray);
    }

    void edits()
    {
        MasterCf document("smtp inet n - y - - smtpd\n  -o a=1\n  -o { b = x y }\n# end\n");
        QVERIFY(document.setOverride("smtp/inet", "a", "2"));
        QVERIFY(document.setOverride("smtp/inet", "c", "v w"));
        QVERIFY(document.removeOverride("smtp/inet", "b"));
        QCOMPARE(document.bytes(),
                 QByteArray("smtp inet n - y - - smtpd\n  -o a=2\n  -o { c = v w }\n# end\n"));
        QVERIFY(!document.setOverride("smtps/inet", "a", "2"));
        QVERIFY(!document.removeOverride("smtp/inet", "z"));
    }

    void editsInOneLine()
    {
        MasterCf document("smtp inet n - y - - smtpd -o a=1 -ob=2 -o c=3\nnext unix - - n - - x");
        QVERIFY(document.removeOverride("smtp/inet", "b"));
        QVERIFY(document.setOverride("smtp/inet", "c", "4 5"));
        QVERIFY(document.setOverride("next/unix", "d", "6"));
        QCOMPARE(document.bytes(), QByteArray("smtp inet n - y - - smtpd -o a=1 -o { c = 4 5 }\n"
                                              "next unix - - n - - x\n  -o d=6"));
    }

    void editOfBracesOverTwoLines()
    {
        MasterCf document("smtp inet n - y - - smtpd\n  -o { a = 1\n    2 }\n  -o b=3\n");
        QVERIFY(document.setOverride("smtp/inet", "a", "9"));
        QCOMPARE(document.bytes(), QByteArray("smtp inet n - y - - smtpd\n  -o a=9\n  -o b=3\n"));
        QVERIFY(document.removeOverride("smtp/inet", "a"));
        QCOMPARE(document.bytes(), QByteArray("smtp inet n - y - - smtpd\n  -o b=3\n"));
    }

    void everyPrefixSurvives()
    {
        const QByteArray whole =
            "smtp inet n - y - - smtpd\n  -o { a = x\n  y }\r\n# c\n  -ob=1\nnext unix - - {";
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            MasterCf document(whole.first(size));
            QCOMPARE(document.bytes(), whole.first(size));
            if (document.services().value(0).label() == "smtp/inet") {
                QVERIFY(document.setOverride("smtp/inet", "z", "new"));
            }
        }
    }

    void editsLeaveOtherOverridesAlone()
    {
        QRandomGenerator random(13);
        const QByteArray alphabet("ab=- \no{}#\r");
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = "s inet n - y - - smtpd";
            const int size = random.bounded(50);
            for (int i = 0; i < size; ++i) {
                bytes += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            }
            MasterCf document(bytes);
            QCOMPARE(document.bytes(), bytes);
            for (qsizetype i = 0; i < document.services().size(); ++i) {
                document.services().at(i).strayArgument();
            }
            document.removeOverride("s/inet", "a");
            QVERIFY(document.services().isEmpty() ||
                    document.services().first().find("a") == nullptr ||
                    document.services().first().label() != "s/inet");
        }
    }
};

QTEST_GUILESS_MAIN(TestMasterCf)
#include "tst_master_cf.moc"
