// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include "resources/translations.h"

using namespace Qt::StringLiterals;
using namespace gatepost;

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    static void removeTranslators()
    {
        for (QTranslator* translator : qApp->findChildren<QTranslator*>()) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
    }

private Q_SLOTS:
    void cleanup() { removeTranslators(); }

    void speaksTheLanguageThatIsChosen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("inUse");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        QTest::newRow("English") << u"en"_s << u"en"_s << u"Closed"_s << u"1 message"_s
                                 << u"3 messages"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"zh_CN"_s << u"关闭"_s << u"1 封邮件"_s
                                 << u"3 封邮件"_s;
        QTest::newRow("a language that Gatepost does not speak")
            << u"fr"_s << u"en"_s << u"Closed"_s << u"1 message"_s << u"3 messages"_s;
        QTest::newRow("nonsense") << u"../x"_s << u"en"_s << u"Closed"_s << u"1 message"_s
                                  << u"3 messages"_s;
    }

    void speaksTheLanguageThatIsChosen()
    {
        QFETCH(QString, language);
        QFETCH(QString, inUse);
        QFETCH(QString, word);
        QFETCH(QString, one);
        QFETCH(QString, many);
        QCOMPARE(installTranslations(*qApp, language), inUse);
        QCOMPARE(QCoreApplication::translate("gatepost::StatusStyle", "Closed"), word);
        const auto messages = [](int count) {
            return QCoreApplication::translate("gatepost::QueuePage", "%n message(s)", nullptr,
                                               count);
        };
        QCOMPARE(messages(1), one);
        QCOMPARE(messages(3), many);
    }

    void followsTheDesktop_data()
    {
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("inUse");
        const auto row = [](const QByteArray& lang, const QByteArray& messages,
                            const QString& inUse) {
            QTest::newRow(QByteArray(lang + ' ' + messages).constData())
                << lang << messages << inUse;
        };
        row("zh_CN.UTF-8", {}, u"zh_CN"_s);
        row("en_GB.UTF-8", "zh_CN.UTF-8", u"zh_CN"_s);
        row("zh_CN.UTF-8", "en_US.UTF-8", u"en"_s);
        row("C.UTF-8", {}, u"en"_s);
        row("de_DE.UTF-8", {}, u"en"_s);
        row("zh_TW.UTF-8", {}, u"zh_CN"_s);
    }

    void followsTheDesktop()
    {
        QFETCH(QByteArray, lang);
        QFETCH(QByteArray, messages);
        QFETCH(QString, inUse);
        qunsetenv("LC_ALL");
        qunsetenv("LANGUAGE");
        qputenv("LANG", lang);
        messages.isEmpty() ? qunsetenv("LC_MESSAGES") : qputenv("LC_MESSAGES", messages);
        const QLocale refreshed = QLocale::system();
        QCOMPARE(installTranslations(*qApp, u"system"_s), inUse);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
