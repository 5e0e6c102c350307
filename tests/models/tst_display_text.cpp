// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/display_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;
using namespace Qt::StringLiterals;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesVisible_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("block");
        const auto same = [](const char* name, const QByteArray& bytes, const QString& text) {
            QTest::newRow(name) << bytes << text << text;
        };
        same("plain", "user@example.net", u"user@example.net"_s);
        same("empty", "", QString());
        same("markup stays text", "<b>x</b>&amp;", u"<b>x</b>&amp;"_s);
        same("chinese and emoji", "\xE9\x82\xAE\xE4\xBB\xB6 \xF0\x9F\x93\xA7",
             u"\u90AE\u4EF6 \U0001F4E7"_s);
        same("terminal escape", "\x1b[31mred\x1b[0m", u"\u241B[31mred\u241B[0m"_s);
        same("bell, backspace, delete", "\a\b\x7f", u"\u2407\u2408\u2421"_s);
        same("nul", QByteArray("a\0b", 3), u"a\u2400b"_s);
        same("lone carriage return", "a\rb", u"a\u240Db"_s);
        same("bidi override",
             "a\xE2\x80\xAE"
             "gpj.exe",
             u"a<U+202E>gpj.exe"_s);
        same("bidi isolate", "\xE2\x81\xA6x\xE2\x81\xA9", u"<U+2066>x<U+2069>"_s);
        same("zero width",
             "a\xE2\x80\x8B"
             "b\xEF\xBB\xBF",
             u"a<U+200B>b<U+FEFF>"_s);
        same("C1 control",
             "\xC2\x9B"
             "31m",
             u"<U+009B>31m"_s);
        same("line separator",
             "a\xE2\x80\xA8"
             "b",
             u"a<U+2028>b"_s);
        same("tag character", "\xF3\xA0\x80\x81", u"<U+E0001>"_s);
        same("latin-1 byte", "caf\xE9", u"caf<0xE9>"_s);
        same("overlong slash", "\xC0\xAF", u"<0xC0><0xAF>"_s);
        same("encoded surrogate", "\xED\xA0\x80", u"<0xED><0xA0><0x80>"_s);
        same("beyond unicode", "\xF4\x90\x80\x80", u"<0xF4><0x90><0x80><0x80>"_s);
        QTest::newRow("newline") << QByteArray("a\nb") << u"a\u240Ab"_s << u"a\nb"_s;
        QTest::newRow("CRLF") << QByteArray("a\r\nb") << u"a\u240D\u240Ab"_s << u"a\nb"_s;
        QTest::newRow("tab") << QByteArray("a\tb") << u"a\u2409b"_s << u"a\tb"_s;
    }

    void makesVisible()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, line);
        QFETCH(QString, block);
        QCOMPARE(displayText(QByteArrayView(bytes)), line);
        QCOMPARE(displayBlock(QByteArrayView(bytes)), block);
        const QString decoded = QString::fromUtf8(bytes);
        if (decoded.toUtf8() == bytes) {
            QCOMPARE(displayText(QStringView(decoded)), line);
            QCOMPARE(displayBlock(QStringView(decoded)), block);
        }
    }

    void showsLoneSurrogate()
    {
        const QString lone(QChar(static_cast<char16_t>(0xD83D)));
        QCOMPARE(displayText(QStringView(lone)), u"<U+D83D>"_s);
    }

    void cutsLongText()
    {
        const QByteArray longText(100000, 'x');
        QCOMPARE(displayText(QByteArrayView(longText), 10), u"xxxxxxxxxx\u2026"_s);
        QCOMPARE(displayText(QByteArrayView("xxxxxxxxxx"), 10), u"xxxxxxxxxx"_s);
        QVERIFY(displayText(QByteArrayView(longText)).size() <= kDisplayLimit + 1);
    }

    void anyBytesBecomePrintable()
    {
        QRandomGenerator random(20);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes(random.bounded(40), Qt::Uninitialized);
            for (char& byte : bytes) {
                byte = static_cast<char>(random.bounded(256));
            }
            for (const char32_t code : displayText(QByteArrayView(bytes)).toUcs4()) {
                QVERIFY2(QChar::isPrint(code), bytes.toHex().constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_display_text.moc"
