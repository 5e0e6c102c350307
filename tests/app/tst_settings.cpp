// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithDefaults()
    {
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(u"gatepost.ini"_s));
        QCOMPARE(settings.theme(), u"system"_s);
        QCOMPARE(settings.language(), u"system"_s);
        QCOMPARE(settings.textScale(), 1.0);
        QVERIFY(settings.windowGeometry().isEmpty());
        QVERIFY(settings.lastHost().value.isEmpty());
    }

    void remembers()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gatepost.ini"_s);
        {
            Settings settings(file);
            settings.setTheme(u"dark"_s);
            settings.setLanguage(u"zh_CN"_s);
            settings.setTextScale(1.5);
            settings.setWindowGeometry(QByteArray("\x01\x00\xff", 3));
            settings.setLastHost({u"a host, with [brackets]"_s});
        }
        const Settings settings(file);
        QCOMPARE(settings.theme(), u"dark"_s);
        QCOMPARE(settings.language(), u"zh_CN"_s);
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x00\xff", 3));
        QCOMPARE(settings.lastHost().value, u"a host, with [brackets]"_s);
    }

    void nonsenseReadsAsTheDefault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("unknown words") << QByteArray("[look]\ntheme=pink\nlanguage=xx\n");
        QTest::newRow("no number") << QByteArray("[look]\ntextScale=huge\n");
        QTest::newRow("too large") << QByteArray("[look]\ntextScale=40\n");
        QTest::newRow("too small") << QByteArray("[look]\ntextScale=0\n");
        QTest::newRow("not a number") << QByteArray("[look]\ntextScale=nan\n");
        QTest::newRow("no INI file") << QByteArray("\x00\xff{{{\n=\n", 8);
    }

    void nonsenseReadsAsTheDefault()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"gatepost.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const Settings settings(file.fileName());
        QCOMPARE(settings.theme(), u"system"_s);
        QCOMPARE(settings.language(), u"system"_s);
        QCOMPARE(settings.textScale(), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
