// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/shell_quote.h"

#include <QProcess>
#include <QTest>

using namespace gatepost;

class TestShellQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesRealShell_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("safe") << QByteArray("/etc/postfix/main.cf");
        QTest::newRow("spaces") << QByteArray("a  b");
        QTest::newRow("single quote") << QByteArray("it's");
        QTest::newRow("only quotes") << QByteArray("'''");
        QTest::newRow("command substitution") << QByteArray("$(id)`id`;id|id&id>x");
        QTest::newRow("newline") << QByteArray("a\nid\n");
        QTest::newRow("backslash") << QByteArray("a\\nb\\");
        QTest::newRow("leading dash") << QByteArray("-rf");
        QTest::newRow("glob and tilde") << QByteArray("~/*?[a]{b,c}!#");
        QByteArray all;
        for (int c = 1; c < 256; ++c) {
            all += static_cast<char>(c);
        }
        QTest::newRow("every byte but NUL") << all;
    }

    void survivesRealShell()
    {
        QFETCH(QByteArray, word);
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        shell.write("printf %s " + shellQuote(word));
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), word);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    void dropsNul() { QCOMPARE(shellQuote(QByteArrayView("a\0b", 3)), QByteArray("'ab'")); }

    void joinsWords()
    {
        QCOMPARE(shellCommand({"postqueue", "-i", "A B"}), QByteArray("postqueue -i 'A B'"));
    }
};

QTEST_GUILESS_MAIN(TestShellQuote)
#include "tst_shell_quote.moc"
