// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/smtp/smtp_reply.h"

#include <QTest>

using namespace gatepost;

class TestSmtpReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replies_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("codes");
        QTest::addColumn<QString>("last");
        QTest::addColumn<bool>("broken");
        const auto row = [](const char* name, const QByteArray& bytes, const QList<int>& codes,
                            const QString& last, bool broken = false) {
            QTest::newRow(name) << bytes << codes << last << broken;
        };
        row("one line", "220 mx ESMTP\r\n", {220}, QStringLiteral("220 mx ESMTP"));
        row("LF alone", "220 mx\n", {220}, QStringLiteral("220 mx"));
        row("several lines", "250-mx\r\n250-SIZE 10\r\n250 DSN\r\n", {250},
            QStringLiteral("250 DSN"));
        row("two replies at once", "250 Ok\r\n554 5.7.1 no\r\n", {250, 554},
            QStringLiteral("554 5.7.1 no"));
        row("not finished", "250-mx\r\n250 Ok", {}, {});
        row("an escape sequence", "554 \x1b[31mred\r\n", {554}, QStringLiteral("554 ␛[31mred"));
        row("no SMTP", "SSH-2.0-OpenSSH_9.2\r\n", {}, {}, true);
        row("a line without end", QByteArray(2100, 'x'), {}, {}, true);
        row("a reply without end", QByteArray("250-x\r\n").repeated(250), {}, {}, true);
    }

    void replies()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, codes);
        QFETCH(QString, last);
        QFETCH(bool, broken);
        for (const qsizetype chunk : {qsizetype(1), qsizetype(3), bytes.size()}) {
            SmtpReplyReader reader;
            QList<int> seen;
            QString summary;
            for (qsizetype at = 0; at < bytes.size(); at += chunk) {
                reader.feed(QByteArrayView(bytes).sliced(at, qMin(chunk, bytes.size() - at)));
                while (const auto reply = reader.next()) {
                    seen.append(reply->code);
                    summary = reply->summary();
                }
            }
            QCOMPARE(seen, codes);
            QCOMPARE(summary, last);
            QCOMPARE(reader.isBroken(), broken);
        }
    }

    void classes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](int code, const char* text, const char* name) {
            QTest::newRow(text) << code << QString::fromLatin1(text) << QString::fromLatin1(name);
        };
        row(250, "2.1.5 Ok", "accepted");
        row(251, "User not local; will forward", "accepted");
        row(554, "5.7.1 <a@b>: Relay access denied", "refused");
        row(454, "4.7.1 <a@b>: Relay access denied", "retry-later");
        row(450, "4.2.0 <a@b>: Greylisted", "retry-later");
        row(451, "4.3.5 Server configuration error", "retry-later");
        row(530, "5.7.0 Must issue a STARTTLS command first", "needs-tls");
        row(530, "5.7.1 Authentication required", "needs-sign-in");
        row(421, "4.7.0 mx Error: too many errors", "rate-limited");
        row(450, "4.7.1 Error: too much mail from 192.0.2.1", "rate-limited");
        row(252, "2.0.0 Cannot verify", "refused");
        row(334, "continue", "refused");
    }

    void classes()
    {
        QFETCH(int, code);
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(replyClassName(classifyRcptReply({code, {text}})), name);
    }
};

QTEST_GUILESS_MAIN(TestSmtpReply)
#include "tst_smtp_reply.moc"
