// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/relay_layer.h"
#include "remote/host/snapshot_service.h"
#include "tests/lab/changed_host.h"

#include <QTest>

#include <map>

using namespace gatepost;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using State = TransactionState;

} // namespace

/// A change of a real mail host as it goes without faults: kept, undone, refused, and asked after.
class TestLabChange : public QObject
{
    Q_OBJECT

private:
    std::map<QString, std::unique_ptr<ChangedHost>> m_hosts;
    ChangedHost* m_host = nullptr;
    HostFacts m_before;

    void begin()
    {
        QFETCH_GLOBAL(QString, host);
        auto& known = m_hosts[host];
        if (!known) {
            known = std::make_unique<ChangedHost>(host);
        }
        m_host = known.get();
        QVERIFY(m_host->settles(30));
        m_before = m_host->facts();
        QVERIFY(m_before.files.contains("main.cf"));
        QVERIFY(!m_host->plan().isEmpty());
    }

    void isAsBefore()
    {
        QVERIFY2(m_host->settles(40), m_host->leftovers().constData());
        QCOMPARE(m_host->facts(), m_before);
        QVERIFY(m_host->running());
        QVERIFY2(m_host->greeting().startsWith("220 "), "port 25 does not greet");
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("without systemd") << u"mx1"_s;
        QTest::newRow("with systemd") << u"mx1s"_s;
    }

    void init() { begin(); }

    void changedBySomebodyElseWhileItWaits()
    {
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 60s);
        QCOMPARE(change.report.state, State::AwaitConfirm);
        m_host->shell("echo '# a colleague was here' >>/etc/postfix/main.cf");
        const auto undone = await(undoChange(*ssh, change.transactionId));
        QVERIFY(undone);
        QCOMPARE(undone->state, State::Undone);
        isAsBefore();
        QVERIFY(
            m_host->shell("cat /var/lib/gatepost/txn/" + change.transactionId + "/backup/1.found")
                .endsWith("# a colleague was here\n"));
    }

    void undoneAsAsked()
    {
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 300s);
        QCOMPARE(change.report.state, State::AwaitConfirm);
        const PendingChange second = m_host->apply(*ssh, 20s);
        QCOMPARE(second.report.state, State::Refused);
        QVERIFY2(second.report.reason.contains(QString::fromUtf8(change.transactionId)),
                 qPrintable(second.report.reason));
        const auto undone = await(undoChange(*ssh, change.transactionId));
        QVERIFY(undone);
        QCOMPARE(undone->state, State::Undone);
        QCOMPARE(undone->reason, u"Undone as you asked. The old configuration is back."_s);
        const auto late = await(confirmChange(*ssh, change.transactionId));
        QVERIFY(late);
        QCOMPARE(late->state, State::Undone);
        isAsBefore();
        const auto never = await(changeStatus(*ssh, "relay-never-begun"));
        QVERIFY(!never);
        QCOMPARE(never.error().code, ErrorCode::NotFound);
    }

    void stoppedMailServiceStaysStopped()
    {
        const bool systemd = m_host->shell("ls -d /run/systemd/system 2>/dev/null; true") != "";
        m_host->shell(systemd ? "systemctl stop postfix" : "postfix stop 2>/dev/null");
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 60s);
        const bool stillStopped = !m_host->running();
        const auto undone = await(undoChange(*ssh, change.transactionId));
        const bool stoppedAfterUndo = !m_host->running();
        m_host->shell(systemd ? "systemctl start postfix" : "postfix start 2>/dev/null");
        QCOMPARE(change.report.state, State::AwaitConfirm);
        QVERIFY(stillStopped);
        QVERIFY(undone);
        QCOMPARE(undone->state, State::Undone);
        QVERIFY(stoppedAfterUndo);
        isAsBefore();
    }

    void secretsStayOnTheHost()
    {
        const QByteArray key = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
        const QByteArray line = "smtp_sasl_password_maps = static:relay:S3cret-on-host";
        m_host->shell("cp -p /etc/postfix/main.cf /root/main.cf.kept && printf '\n%s\n' '" + line +
                      "' >>/etc/postfix/main.cf && touch -d '-10 seconds' /etc/postfix/main.cf");
        auto ssh = m_host->connect();
        const auto snapshot = await(pullSnapshot(*ssh, key));
        const auto plan =
            snapshot ? planRelayLayer(*snapshot, {}) : Result<ChangePlan>(snapshot.error());
        Result<PendingChange> change = PendingChange{};
        QByteArray live;
        if (plan) {
            change = await(applyChange(*ssh, *plan, 60s, {}, {}, {}, key));
            live = m_host->shell("cat /etc/postfix/main.cf");
            const auto undone =
                await(undoChange(*ssh, change ? change->transactionId : QByteArray()));
            QVERIFY(undone);
            QCOMPARE(undone->state, State::Undone);
        }
        m_host->shell("mv -f /root/main.cf.kept /etc/postfix/main.cf");
        QVERIFY2(snapshot && plan, snapshot && plan ? "" : "no plan");
        QVERIFY(!plan->edits.first().before.contains("S3cret"));
        QVERIFY(!plan->edits.first().after.contains("S3cret"));
        QVERIFY2(change, change ? "" : qPrintable(change.error().summary));
        QCOMPARE(change->report.state, State::AwaitConfirm);
        QVERIFY2(live.contains(line), live.constData());
        QVERIFY(live.contains("reject_unauth_destination"));
        QVERIFY(!live.contains("[redacted:"));
        isAsBefore();
    }

    void readOnlyConnectionRefuses()
    {
        const QByteArray record = "ls /var/lib/gatepost/txn 2>/dev/null; true";
        const QByteArray before = m_host->shell(record);
        auto ssh = m_host->connect(true);
        const auto change = await(applyChange(*ssh, m_host->plan(), 20s));
        QVERIFY(!change);
        QCOMPARE(change.error().code, ErrorCode::AccessDenied);
        QCOMPARE(m_host->shell(record), before);
        isAsBefore();
    }

    /// Last: it stays.
    void keptWhenConfirmed()
    {
        const QByteArray manners =
            "cd /etc/postfix && stat -c '%a %u %g' main.cf && grep '^#' main.cf";
        m_host->shell("chmod 640 /etc/postfix/main.cf && chgrp postfix /etc/postfix/main.cf");
        const QByteArray before = m_host->shell(manners);
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 120s);
        QCOMPARE(change.report.state, State::AwaitConfirm);
        const auto kept = await(confirmChange(*ssh, change.transactionId));
        QVERIFY(kept);
        QCOMPARE(kept->state, State::Committed);
        QVERIFY2(m_host->settles(20), m_host->leftovers().constData());
        QCOMPARE(m_host->shell(manners), before);
        QCOMPARE(m_host->shell("cat /etc/postfix/main.cf"), m_host->plan().edits.first().after);
        QCOMPARE(m_host->facts().queue, m_before.queue);
        QVERIFY(m_host->greeting().startsWith("220 "));
        const auto late = await(undoChange(*ssh, change.transactionId));
        QVERIFY(late);
        QCOMPARE(late->state, State::Committed);
        const auto snapshot = await(pullSnapshot(*ssh, {}));
        QVERIFY(snapshot);
        const auto second = planRelayLayer(*snapshot, {});
        QVERIFY(second);
        QVERIFY(second->isEmpty());
        QCOMPARE(second->before.verdict, RelayVerdict::Closed);
    }
};

QTEST_GUILESS_MAIN(TestLabChange)
#include "tst_lab_change.moc"
