// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/relay_layer.h"
#include "models/hardening/text_diff.h"
#include "tests/support/sample_snapshot.h"

#include <QTest>

using namespace gatepost;

namespace {

/// The lines that a diff marks, with "-" or "+" in front.
QStringList changedLines(const FileEdit& edit)
{
    QStringList lines;
    for (const DiffRow& row : diffLines(edit.before, edit.after)) {
        if (row.kind != DiffRow::Kind::Same) {
            lines.append((row.kind == DiffRow::Kind::Added ? u'+' : u'-') + row.text);
        }
    }
    return lines;
}

HostSnapshot afterwards(HostSnapshot snapshot, const ChangePlan& plan)
{
    for (const FileEdit& edit : plan.edits) {
        snapshot.files[edit.path].content = edit.after;
    }
    return snapshot;
}

} // namespace

class TestRelayLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data()
    {
        QTest::addColumn<QByteArray>("mainCf");
        QTest::addColumn<QByteArray>("masterCf");
        QTest::addColumn<QStringList>("lines");
        const QByteArray smtp = "smtp inet n - y - - smtpd\n";
        const auto row = [](const char* name, const QByteArray& mainCf, const QByteArray& masterCf,
                            const QStringList& lines) {
            QTest::newRow(name) << "# ours\ncompatibility_level = 3.6\n" + mainCf + "# end\n"
                                << masterCf << lines;
        };
        const QString machine =
            QStringLiteral("+mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128");
        row("the world is trusted", "mynetworks = 0.0.0.0/0\n", smtp,
            {QStringLiteral("-mynetworks = 0.0.0.0/0"), machine});
        row("a private network stays", "mynetworks = 127.0.0.0/8 10.1.2.0/24 0.0.0.0/0\n", smtp,
            {QStringLiteral("-mynetworks = 127.0.0.0/8 10.1.2.0/24 0.0.0.0/0"),
             machine + QStringLiteral(" 10.1.2.0/24")});
        row("an open list",
            "mynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = check_client_access static:OK, "
            "reject\n",
            smtp,
            {QStringLiteral("-smtpd_relay_restrictions = check_client_access static:OK, reject"),
             QStringLiteral("+smtpd_relay_restrictions = permit_mynetworks, "
                            "reject_unauth_destination")});
        row("a service of its own mind", "mynetworks = 127.0.0.0/8\n",
            "smtp inet n - y - - smtpd\n  -o mynetworks=0.0.0.0/0\n  -o x=1\n# kept\n",
            {QStringLiteral("-  -o mynetworks=0.0.0.0/0")});
    }

    void plans()
    {
        QFETCH(QByteArray, mainCf);
        QFETCH(QByteArray, masterCf);
        QFETCH(QStringList, lines);
        const HostSnapshot snapshot = sampleSnapshot(mainCf, masterCf);
        const auto plan = planRelayLayer(snapshot, {});
        QVERIFY(plan.has_value());
        QVERIFY(plan->before.verdict != RelayVerdict::Closed);
        QCOMPARE(relayVerdictName(plan->after.verdict), QStringLiteral("closed"));
        QStringList changed;
        for (const FileEdit& edit : plan->edits) {
            QCOMPARE(edit.before, snapshot.fileContent(edit.path));
            changed += changedLines(edit);
        }
        QCOMPARE(changed, lines);
        QVERIFY(!plan->changes.isEmpty());
        QVERIFY(!plan->id.isEmpty());

        const auto again = planRelayLayer(afterwards(snapshot, *plan), {});
        QVERIFY(again.has_value());
        QVERIFY(again->isEmpty());
    }

    void aClosedHostNeedsNothing()
    {
        const auto plan = planRelayLayer(
            sampleSnapshot("compatibility_level = 3.6\nmynetworks = 127.0.0.0/8 10.0.0.0/8\n"), {});
        QVERIFY(plan.has_value());
        QVERIFY(plan->isEmpty());
        QVERIFY(!plan->explanation.isEmpty());
    }

    void whatStaysOpenIsSaid()
    {
        const auto plan =
            planRelayLayer(sampleSnapshot("compatibility_level = 3.6\nmynetworks = 127.0.0.0/8\n"
                                          "relay_domains = com\n"),
                           {});
        QVERIFY(plan.has_value());
        QCOMPARE(relayVerdictName(plan->before.verdict), QStringLiteral("conditional"));
        QVERIFY(plan->isEmpty() || plan->after.verdict == RelayVerdict::Closed ||
                !plan->risks.isEmpty());
    }

    void refusals()
    {
        HostSnapshot snapshot = sampleSnapshot("mynetworks = 0.0.0.0/0\n");
        snapshot.files["/etc/postfix/main.cf"].readable = false;
        QCOMPARE(planRelayLayer(snapshot, {}).error().code, ErrorCode::NotFound);

        RelayChoices choices;
        choices.trustedNetworks = QStringList{QStringLiteral("10.0.0.1/8")};
        snapshot = sampleSnapshot("mynetworks = 0.0.0.0/0\n");
        QCOMPARE(planRelayLayer(snapshot, choices).error().code, ErrorCode::ParseFailed);
    }

    void diffs_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char* name, const QByteArray& before, const QByteArray& after,
                            const QStringList& lines) {
            QTest::newRow(name) << before << after << lines;
        };
        row("the same", "a\nb\n", "a\nb\n", {});
        row("both empty", "", "", {});
        row("all new", "", "a\n", {QStringLiteral("+a")});
        row("all gone", "a\n", "", {QStringLiteral("-a")});
        row("one line", "a\nb\nc\n", "a\nx\nc\n", {QStringLiteral("-b"), QStringLiteral("+x")});
        row("inserted", "a\nc\n", "a\nb\nc\n", {QStringLiteral("+b")});
        row("moved", "a\nb\nc\n", "b\nc\na\n", {QStringLiteral("-a"), QStringLiteral("+a")});
    }

    void diffs()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, lines);
        QCOMPARE(changedLines({{}, before, {}, after}), lines);
        QByteArray old;
        QByteArray now;
        int oldLine = 0;
        int newLine = 0;
        for (const DiffRow& row : diffLines(before, after)) {
            if (row.kind != DiffRow::Kind::Added) {
                QCOMPARE(row.oldLine, ++oldLine);
                old += row.text.toUtf8() + '\n';
            }
            if (row.kind != DiffRow::Kind::Removed) {
                QCOMPARE(row.newLine, ++newLine);
                now += row.text.toUtf8() + '\n';
            }
        }
        QCOMPARE(old, before);
        QCOMPARE(now, after);
    }

    void hugeDiffsEnd()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 20000; ++i) {
            before += "old " + QByteArray::number(i) + '\n';
            after += "new " + QByteArray::number(i) + '\n';
        }
        QCOMPARE(diffLines(before, after).size(), 40000);
        QVERIFY(withContext(diffLines("a\nb\nc\nd\ne\n", "a\nb\nx\nd\ne\n"), 1).size() == 4);
    }
};

QTEST_GUILESS_MAIN(TestRelayLayer)
#include "tst_relay_layer.moc"
