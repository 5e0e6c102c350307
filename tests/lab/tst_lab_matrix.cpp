// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on one Debian release, with and without systemd: mx1, mx2 and mx3 are pulled and
// judged, mx1 is closed and proved closed. GATEPOST_MATRIX_SUITE names the release.
#include "models/hardening/relay_layer.h"
#include "models/policy/relay_judge.h"
#include "remote/host/change_service.h"
#include "remote/host/snapshot_service.h"
#include "remote/smtp/smtp_prober.h"
#include "tests/support/lab_profile.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace gatepost;
using namespace std::chrono_literals;

namespace {

const QMap<QString, QByteArray> kPostfixOf = {{QStringLiteral("bullseye"), "3.5."},
                                              {QStringLiteral("bookworm"), "3.7."},
                                              {QStringLiteral("trixie"), "3.10."}};

const QStringList kHosts = {QStringLiteral("mx1"),  QStringLiteral("mx2"),  QStringLiteral("mx3"),
                            QStringLiteral("mx1s"), QStringLiteral("mx2s"), QStringLiteral("mx3s")};

QString wordsOf(const HostVerdict& verdict)
{
    QStringList lines = {relayVerdictName(verdict.verdict) + u' ' + verdict.sentence};
    for (const ServiceVerdict& service : verdict.services) {
        lines += service.name + u' ' + relayVerdictName(service.verdict) + u' ' +
                 service.because.sentence;
    }
    return lines.join(u'\n');
}

} // namespace

class TestLabMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pulls_data() { hostRows(); }
    void pulls();
    void judges_data() { hostRows(); }
    void judges();
    void closesAndProves_data();
    void closesAndProves();

private:
    void hostRows();
    Result<HostSnapshot> pull(const QString& host);
    ProbeReport probe(const QString& host, bool settle);

    QTemporaryDir m_folder;
    QString m_suite;
    std::map<QString, std::unique_ptr<SshConnection>> m_connections;
    QMap<QString, HostSnapshot> m_snapshots;
};

void TestLabMatrix::hostRows()
{
    QTest::addColumn<QString>("host");
    for (const QString& host : kHosts) {
        QTest::addRow("%s on %s", qPrintable(host), qPrintable(m_suite)) << host;
    }
}

void TestLabMatrix::initTestCase()
{
    m_suite = qEnvironmentVariable("GATEPOST_MATRIX_SUITE");
    QVERIFY2(kPostfixOf.contains(m_suite), qPrintable(m_suite));
    QMap<QString, QFuture<Result<>>> opening;
    for (const QString& host : kHosts + QStringList{QStringLiteral("outside")}) {
        auto prompter = std::make_shared<ScriptedPrompter>();
        prompter->elevationPasswords = {QStringLiteral("Adm1n-pw")};
        m_connections[host] = std::make_unique<SshConnection>(
            labProfile(host, QStringLiteral("admin"), m_folder.filePath(host), Elevation::Sudo),
            prompter);
        opening[host] = m_connections[host]->open();
    }
    for (auto it = opening.begin(); it != opening.end(); ++it) {
        const auto opened = it.value().result();
        QVERIFY2(opened, opened ? "" : qPrintable(it.key() + u' ' + opened.error().summary));
    }
}

Result<HostSnapshot> TestLabMatrix::pull(const QString& host)
{
    return pullSnapshot(*m_connections[host], "key").result();
}

ProbeReport TestLabMatrix::probe(const QString& host, bool settle)
{
    Result<ProbeReport> report = ProbeReport{};
    const auto done = m_connections[QStringLiteral("outside")]
                          ->withTunnel([&](const StreamOpener& open) -> Result<> {
                              report = probeRelay(open,
                                                  {.address = Lab::address(host),
                                                   .vantage = QStringLiteral("outside"),
                                                   .ownDomains = {QStringLiteral("lab.test")},
                                                   .settle = settle},
                                                  {});
                              return {};
                          })
                          .result();
    return done && report ? *report : ProbeReport{};
}

void TestLabMatrix::pulls()
{
    QFETCH(QString, host);
    const auto snapshot = pull(host);
    QVERIFY2(snapshot,
             snapshot ? "" : qPrintable(snapshot.error().summary + snapshot.error().detail));
    QVERIFY(snapshot->postfixVersion.startsWith(kPostfixOf[m_suite]));
    QVERIFY(snapshot->osName.contains(m_suite.toUtf8()));
    QVERIFY(snapshot->privileged);
    QCOMPARE(snapshot->systemd, host.endsWith(u's'));
    QVERIFY(snapshot->files["/etc/postfix/main.cf"].readable);
    QVERIFY(snapshot->files["/etc/postfix/master.cf"].readable);
    QVERIFY(snapshot->commandOutput("postfix-status").startsWith("running "));
    QVERIFY(snapshot->commandOutput("listening").contains(":25"));
    for (const char* name :
         {"postconf-n", "postconf-d", "postconf-M", "postconf-P", "postconf-x", "postmulti-l",
          "nft", "iptables-save", "packages", "updates", "clock", "processes", "ip-addr", "disk"}) {
        QCOMPARE(snapshot->commands.value(name).exitStatus, 0);
    }
    if (snapshot->systemd) {
        QVERIFY(snapshot->commandOutput("services").contains("Id=postfix"));
    }
    for (const QString& sentence : snapshot->notSeen) {
        // fail2ban is installed and switched off on these hosts.
        QVERIFY2(sentence.startsWith(QStringLiteral("fail2ban")), qPrintable(sentence));
    }
    m_snapshots[host] = *snapshot;
}

void TestLabMatrix::judges()
{
    QFETCH(QString, host);
    QVERIFY(m_snapshots.contains(host));
    const HostSnapshot& snapshot = m_snapshots[host];
    const HostVerdict verdict = judgeRelay(snapshot);
    const QByteArray words = wordsOf(verdict).toUtf8();
    for (const ServiceVerdict& service : verdict.services) {
        QVERIFY2(service.verdict != RelayVerdict::Unknown, words.constData());
    }
    if (host.startsWith(QStringLiteral("mx1"))) {
        QVERIFY2(verdict.verdict == RelayVerdict::Open, words.constData());
        const Because& because = verdict.services.first().because;
        QCOMPARE(because.file, QStringLiteral("/etc/postfix/main.cf"));
        const QByteArray line =
            snapshot.fileContent("/etc/postfix/main.cf").split('\n').value(because.line - 1);
        QVERIFY2(line.contains("mynetworks") || line.contains("0.0.0.0/0"), line.constData());
        return;
    }
    QVERIFY2(verdict.verdict == RelayVerdict::Closed, words.constData());
    QVERIFY(verdict.services.size() >= 3);
    const auto plan = planRelayLayer(snapshot, {});
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().summary));
    QVERIFY2(plan->isEmpty(), qPrintable(plan->explanation));
    const ProbeReport report = probe(host, false);
    QVERIFY2(report.verdict == ProbeVerdict::Closed, qPrintable(report.sentence));
}

void TestLabMatrix::closesAndProves_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("without systemd") << QStringLiteral("mx1");
    QTest::newRow("with systemd") << QStringLiteral("mx1s");
}

void TestLabMatrix::closesAndProves()
{
    QFETCH(QString, host);
    QVERIFY(m_snapshots.contains(host));
    const ProbeReport open = probe(host, false);
    QVERIFY2(open.verdict == ProbeVerdict::Open, qPrintable(open.sentence));
    const auto plan = planRelayLayer(m_snapshots[host], {});
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().summary));
    SshConnection& connection = *m_connections[host];
    const auto pending = applyChange(connection, *plan, 120s).result();
    QVERIFY2(pending, pending ? "" : qPrintable(pending.error().summary));
    QVERIFY2(pending->report.state == TransactionState::AwaitConfirm,
             qPrintable(pending->report.reason + QString::fromUtf8(pending->report.hostLog)));
    const ProbeReport closed = probe(host, true);
    QVERIFY2(closed.verdict == ProbeVerdict::Closed, qPrintable(closed.sentence));
    const auto confirmed = confirmChange(connection, pending->transactionId).result();
    QVERIFY2(confirmed, confirmed ? "" : qPrintable(confirmed.error().summary));
    QVERIFY2(confirmed->state == TransactionState::Committed, qPrintable(confirmed->reason));
    const auto snapshot = pull(host);
    QVERIFY(snapshot);
    const HostVerdict verdict = judgeRelay(*snapshot);
    QVERIFY2(verdict.verdict == RelayVerdict::Closed, wordsOf(verdict).toUtf8().constData());
    const auto again = planRelayLayer(*snapshot, {});
    QVERIFY(again && again->isEmpty());
}

QTEST_GUILESS_MAIN(TestLabMatrix)
#include "tst_lab_matrix.moc"
