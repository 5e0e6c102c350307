// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/changed_host.h"
#include "tests/support/lab.h"

#include <QProcess>
#include <QTest>

#include <map>

using namespace gatepost;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using State = TransactionState;

constexpr const char* kMainCf = "/etc/postfix/main.cf";
/// smtpd(8) does not start with these: nothing in them refuses a recipient (SMTPD_ACCESS(5)).
constexpr const char* kNothingRefuses =
    "\nsmtpd_relay_restrictions =\nsmtpd_recipient_restrictions "
    "= permit_mynetworks, permit\n";

} // namespace

/// A change of a real mail host, under faults that are caused by the real thing. After each: the
/// old configuration byte for byte, a mail service that answers, nothing lost from the queue,
/// nothing left lying, and a report that says what happened.
class TestLabTransaction : public QObject
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

    /// A row that failed leaves its fault behind; the next must not meet it.
    void cleanup()
    {
        m_host->shell("umount /var/lib/gatepost 2>/dev/null; umount /etc/postfix 2>/dev/null; "
                      "[ ! -e /usr/sbin/postfix.real ] || "
                      "mv -f /usr/sbin/postfix.real /usr/sbin/postfix; true");
    }

    void connectionCutBeforeConfirmation()
    {
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 8s);
        QCOMPARE(change.report.state, State::AwaitConfirm);
        QVERIFY(change.report.undoDeadline.isValid());
        QVERIFY(m_host->facts().files != m_before.files);
        Lab::cut(m_host->name());
        const auto confirmed = await(confirmChange(*ssh, change.transactionId));
        Lab::mend(m_host->name());
        QVERIFY2(!confirmed || confirmed->state != State::Committed, "confirmed without a cable");
        isAsBefore();
        const TransactionReport report = m_host->statusOf(change.transactionId);
        QCOMPARE(report.state, State::Undone);
        QVERIFY2(report.reason.startsWith(u"Nobody confirmed in time"), qPrintable(report.reason));
        QVERIFY(report.steps.isEmpty());
    }

    void connectionCutWhileApplying()
    {
        auto ssh = m_host->connect();
        const QByteArray id = makeTransactionId(m_host->plan());
        const auto change = await(applyChange(
            *ssh, m_host->plan(), 4s,
            [this](const QString& step) {
                if (step.endsWith(u"is in place"_s)) {
                    Lab::cut(m_host->name());
                }
            },
            {}, id));
        Lab::mend(m_host->name());
        QVERIFY2(!change, "the whole answer came through a cable that was pulled");
        QVERIFY2(change.error().summary.contains(u"undoes it by itself"),
                 qPrintable(change.error().summary));
        isAsBefore();
        QCOMPARE(m_host->statusOf(id).state, State::Undone);
    }

    void reloadFails()
    {
        m_host->shell(
            "mv /usr/sbin/postfix /usr/sbin/postfix.real && printf '%s\\n' '#!/bin/sh' "
            "'case \"$*\" in *reload*) echo \"postfix: fatal: no reload today\" >&2; exit 1 ;; "
            "esac; exec /usr/sbin/postfix.real \"$@\"' >/usr/sbin/postfix && "
            "chmod 755 /usr/sbin/postfix");
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 20s);
        m_host->shell("mv -f /usr/sbin/postfix.real /usr/sbin/postfix");
        QCOMPARE(change.report.state, State::Undone);
        QVERIFY2(change.report.reason.contains(u"could not be reloaded"),
                 qPrintable(change.report.reason));
        QVERIFY(change.report.hostLog.contains("no reload today"));
        isAsBefore();
    }

    void stagedConfigurationIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("added");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nothing refuses")
            << QByteArray(kMainCf) << QByteArray(kNothingRefuses) << QByteArray("fatal");
        QTest::newRow("a word for a number")
            << QByteArray(kMainCf) << QByteArray("\nsmtpd_hard_error_limit = many\n")
            << QByteArray("bad numerical");
        QTest::newRow("a name that nothing reads")
            << QByteArray(kMainCf) << QByteArray("\nsmtpd_rely_restrictions = reject\n")
            << QByteArray("unused parameter");
        QTest::newRow("an override in braces")
            << QByteArray("/etc/postfix/master.cf")
            << QByteArray("\n2525 inet n - n - - smtpd\n  -o { smtpd_relay_restrictions = }\n"
                          "  -o { smtpd_recipient_restrictions = permit_mynetworks, permit }\n")
            << QByteArray("fatal");
    }
    void stagedConfigurationIsInvalid()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, added);
        QFETCH(QByteArray, words);
        auto ssh = m_host->connect();
        const auto change = await(applyChange(*ssh, m_host->planOf(path, added), 20s));
        QVERIFY2(change, change ? "" : qPrintable(change.error().summary));
        QCOMPARE(change->report.state, State::Refused);
        QVERIFY2(change->report.reason.contains(u"does not start with the new configuration"),
                 qPrintable(change->report.reason));
        QVERIFY2(change->report.hostLog.contains(words), change->report.hostLog.constData());
        isAsBefore();
    }

    void mailServiceFallsSilent()
    {
        auto ssh = m_host->connect();
        // Starts, and then waits for the client to begin with TLS.
        const auto change = await(
            applyChange(*ssh, m_host->planOf(kMainCf, "\nsmtpd_tls_wrappermode = yes\n"), 60s));
        QVERIFY2(change, change ? "" : qPrintable(change.error().summary));
        QCOMPARE(change->report.state, State::Undone);
        QVERIFY2(change->report.reason.contains(u"did not answer"),
                 qPrintable(change->report.reason));
        isAsBefore();
    }

    void changedBySomebodyElse()
    {
        m_host->shell("cp -p /etc/postfix/main.cf /root/main.cf.kept && "
                      "echo '# a colleague was here' >>/etc/postfix/main.cf");
        const HostFacts theirs = m_host->facts();
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 20s);
        QCOMPARE(change.report.state, State::Refused);
        QVERIFY2(change.report.reason.contains(u"somebody changed it meanwhile"),
                 qPrintable(change.report.reason));
        QVERIFY2(change.report.reason.contains(u"/etc/postfix/main.cf"),
                 qPrintable(change.report.reason));
        QCOMPARE(m_host->facts(), theirs);
        m_host->shell("mv -f /root/main.cf.kept /etc/postfix/main.cf");
        isAsBefore();
    }

    void diskIsFull_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::newRow("at once") << QByteArray("4k");
        QTest::newRow("while the files are laid down") << QByteArray("56k");
        QTest::newRow("while it is prepared") << QByteArray("200k");
    }
    void diskIsFull()
    {
        QFETCH(QByteArray, size);
        m_host->shell("mkdir -p /var/lib/gatepost && mount -t tmpfs -o mode=700,size=" + size +
                      " tmpfs /var/lib/gatepost");
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 20s);
        const bool settled = m_host->settles(20);
        m_host->shell("umount /var/lib/gatepost");
        QVERIFY(settled);
        QCOMPARE(change.report.state, State::Refused);
        QVERIFY2(change.report.reason.contains(u"no room"), change.report.hostLog.constData());
        isAsBefore();
    }

    void diskOfTheConfigurationIsFull()
    {
        m_host->shell("mkdir -p /run/etc && cp -a /etc/postfix /run/etc/ && "
                      "mount -t tmpfs -o mode=755,size=400k tmpfs /etc/postfix && "
                      "cp -a /run/etc/postfix/. /etc/postfix/ && chmod 755 /etc/postfix && "
                      "touch -d '-10 seconds' /etc/postfix/main.cf /etc/postfix/master.cf; "
                      "dd if=/dev/zero of=/etc/postfix/filler bs=4k 2>/dev/null; true");
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 20s);
        const bool settled = m_host->settles(20);
        m_host->shell("umount /etc/postfix && rm -rf /run/etc");
        QVERIFY(settled);
        QCOMPARE(change.report.state, State::Refused);
        QVERIFY2(change.report.reason.contains(u"no room"), change.report.hostLog.constData());
        isAsBefore();
    }

    void diskFillsWhileItWaits()
    {
        m_host->shell("mkdir -p /var/lib/gatepost && "
                      "mount -t tmpfs -o mode=700,size=1m tmpfs /var/lib/gatepost");
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 5s);
        m_host->shell("dd if=/dev/zero of=/var/lib/gatepost/filler bs=4k 2>/dev/null; true");
        const bool settled = m_host->settles(40);
        const TransactionReport report = m_host->statusOf(change.transactionId);
        m_host->shell("umount /var/lib/gatepost");
        QCOMPARE(change.report.state, State::AwaitConfirm);
        QVERIFY(settled);
        QCOMPARE(report.state, State::Undone);
        isAsBefore();
    }

    void consoleIsKilled()
    {
        const HostProfile profile = m_host->profile();
        QProcess console;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        QTemporaryDir home;
        QFile askpass(home.filePath(u"askpass"_s));
        QVERIFY(askpass.open(QIODevice::WriteOnly));
        askpass.write("#!/bin/sh\necho Adm1n-pw\n");
        askpass.close();
        QVERIFY(askpass.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        environment.insert(u"HOME"_s, home.path());
        console.setProcessEnvironment(environment);
        console.start(QStringLiteral(GATEPOSTCTL_PROGRAM),
                      {u"harden"_s, u"admin@"_s + m_host->address(), u"--layer"_s, u"relay"_s,
                       u"--apply"_s, u"--undo-after"_s, u"6"_s, u"--accept-new"_s,
                       u"--known-hosts"_s, home.filePath(u"known_hosts"_s), u"--identity"_s,
                       profile.endpoint.identityFiles.value(0), u"--elevate"_s, u"sudo"_s,
                       u"--askpass"_s, askpass.fileName()});
        QByteArray said;
        while (!said.contains("is in place") && console.waitForReadyRead(60'000)) {
            said += console.readAllStandardOutput();
        }
        console.kill();
        console.waitForFinished();
        QVERIFY2(said.contains("is in place"), (said + console.readAllStandardError()).constData());
        auto ssh = m_host->connect();
        const auto pending = await(pendingTransaction(*ssh));
        QVERIFY(pending);
        QVERIFY(!pending->isEmpty());
        isAsBefore();
        const TransactionReport report = m_host->statusOf(*pending);
        QCOMPARE(report.state, State::Undone);
        QVERIFY2(report.reason.startsWith(u"Nobody confirmed in time"), qPrintable(report.reason));
        QCOMPARE(await(pendingTransaction(*ssh)).value_or("failed"), QByteArray());
    }

    void hostIsRebooted()
    {
        PendingChange change;
        {
            auto ssh = m_host->connect();
            change = m_host->apply(*ssh, 600s);
            QCOMPARE(change.report.state, State::AwaitConfirm);
        }
        QVERIFY(m_host->facts().files != m_before.files);
        Lab::kill(m_host->name());
        Lab::boot(m_host->name());
        // Its network card is a new one, which this side would find out only by and by.
        Lab::in(u"admin"_s, {u"ip"_s, u"neigh"_s, u"flush"_s, u"all"_s});
        isAsBefore();
        const TransactionReport report = m_host->statusOf(change.transactionId);
        QCOMPARE(report.state, State::Undone);
        QVERIFY2(report.reason.contains(u"restarted before anybody confirmed"),
                 qPrintable(report.reason));
    }

    void watcherIsKilled()
    {
        auto ssh = m_host->connect();
        const PendingChange change = m_host->apply(*ssh, 8s);
        QCOMPARE(change.report.state, State::AwaitConfirm);
        m_host->shell("kill -9 $(cut -d' ' -f1 /var/lib/gatepost/txn/" + change.transactionId +
                      "/worker)");
        isAsBefore();
        QCOMPARE(m_host->statusOf(change.transactionId).state, State::Undone);
    }
};

QTEST_GUILESS_MAIN(TestLabTransaction)
#include "tst_lab_transaction.moc"
