// SPDX-License-Identifier: GPL-3.0-or-later
// How quick the connection is, always against ssh(1) in the same run. Prints a table; the bounds
// are wide, so that a busy machine passes and a lost factor does not.
#include "remote/host/snapshot_service.h"
#include "tests/support/lab_profile.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace gatepost;
using namespace std::chrono_literals;

namespace {

constexpr int kBulkMebibytes = 256;

double milliseconds(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double best(const QList<double>& values)
{
    return *std::min_element(values.begin(), values.end());
}

void printRow(const char* what, double ours, const char* against, double theirs, const char* unit)
{
    std::printf("%-32s %10.2f %s   %-34s %10.2f %s   ratio %.2f\n", what, ours, unit, against,
                theirs, unit, ours / theirs);
    std::fflush(stdout);
}

} // namespace

class BenchSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void snapshot();
    void commandOnTheWarmConnection();
    void bulkReading();

private:
    /// ssh(1) to the same host, without any configuration.
    int ssh(const QStringList& options, const QString& command, QByteArray* err = nullptr) const;

    QTemporaryDir m_folder;
    HostProfile m_profile;
    std::unique_ptr<SshConnection> m_connection;
    double m_sshTrue = 0;
};

int BenchSsh::ssh(const QStringList& options, const QString& command, QByteArray* err) const
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("ssh"),
                  QStringList{QStringLiteral("-F"), QStringLiteral("/dev/null"),
                              QStringLiteral("-i"), Lab::key(), QStringLiteral("-o"),
                              QStringLiteral("BatchMode=yes"), QStringLiteral("-o"),
                              QStringLiteral("StrictHostKeyChecking=no"), QStringLiteral("-o"),
                              QStringLiteral("UserKnownHostsFile=") +
                                  m_folder.filePath(QStringLiteral("ssh-known"))} +
                      options +
                      QStringList{QStringLiteral("root@") + m_profile.endpoint.host, command});
    process.closeWriteChannel();
    process.waitForFinished(120000);
    if (err != nullptr) {
        *err = process.readAllStandardError();
    }
    return process.exitCode();
}

void BenchSsh::initTestCase()
{
    m_profile = labProfile(QStringLiteral("mx1"), QStringLiteral("root"),
                           m_folder.filePath(QStringLiteral("known")));
    m_connection = std::make_unique<SshConnection>(m_profile, std::make_shared<ScriptedPrompter>());
    QVERIFY(m_connection->open().result());
    QCOMPARE(ssh({}, QStringLiteral("true")), 0);
    QList<double> times;
    for (int i = 0; i < 7; ++i) {
        times += milliseconds([this] { ssh({}, QStringLiteral("true")); });
    }
    m_sshTrue = median(times);
}

void BenchSsh::snapshot()
{
    QList<double> warm;
    QList<double> cold;
    for (int i = 0; i < 3; ++i) {
        warm += milliseconds([this] { QVERIFY(pullSnapshot(*m_connection, "key").result()); });
        cold += milliseconds([this] {
            SshConnection fresh(m_profile, std::make_shared<ScriptedPrompter>());
            QVERIFY(fresh.open().result());
        });
    }
    printRow("connect, all steps", median(cold), "ssh HOST true", m_sshTrue, "ms");
    printRow("snapshot, connection open", median(warm), "ssh HOST true", m_sshTrue, "ms");
    QVERIFY(median(cold) < 4 * m_sshTrue + 500);
    QVERIFY(median(warm) < 20 * m_sshTrue + 5000);
}

void BenchSsh::commandOnTheWarmConnection()
{
    const QString control = m_folder.filePath(QStringLiteral("mux"));
    const QStringList options = {QStringLiteral("-o"), QStringLiteral("ControlMaster=auto"),
                                 QStringLiteral("-o"), QStringLiteral("ControlPath=") + control,
                                 QStringLiteral("-o"), QStringLiteral("ControlPersist=60")};
    QCOMPARE(ssh(options, QStringLiteral("true")), 0);
    QList<double> ours;
    QList<double> theirs;
    for (int i = 0; i < 60; ++i) {
        ours += milliseconds(
            [this] { QVERIFY(m_connection->run({.argv = {"true"}, .elevated = true}).result()); });
        theirs += milliseconds([this, &options] { ssh(options, QStringLiteral("true")); });
    }
    QCOMPARE(ssh(options + QStringList{QStringLiteral("-O"), QStringLiteral("exit")}, QString()),
             0);
    printRow("command, median of 60", median(ours), "ssh HOST true, multiplexed", median(theirs),
             "ms");
    printRow("command, quickest", best(ours), "ssh HOST true, multiplexed", best(theirs), "ms");
    QVERIFY(median(ours) < 2 * median(theirs));
}

void BenchSsh::bulkReading()
{
    QCOMPARE(
        Lab::exec(QStringLiteral("mx1"),
                  {QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("head -c %1M /dev/urandom >/dev/shm/bulk").arg(kBulkMebibytes)})
            .status,
        0);
    // Timed on the host, so that neither side's signing in counts.
    const QString script = QStringLiteral("date +%s%N >&2; cat /dev/shm/bulk; date +%s%N >&2");
    const auto span = [](const QByteArray& err) {
        const QList<QByteArray> lines = err.trimmed().split('\n');
        return static_cast<double>(lines.value(1).toLongLong() - lines.value(0).toLongLong()) / 1e6;
    };
    QList<double> ours;
    QList<double> theirs;
    for (int i = 0; i < 4; ++i) {
        qint64 received = 0;
        const auto sink = [&received](QByteArrayView chunk) {
            received += chunk.size();
            return true;
        };
        const auto done =
            m_connection
                ->stream({.argv = {"/bin/sh", "-c", script.toUtf8()}, .timeout = 120s}, sink)
                .result();
        QVERIFY(done);
        QCOMPARE(received, static_cast<qint64>(kBulkMebibytes) << 20);
        ours += span(done->err);
        QByteArray err;
        QCOMPARE(
            ssh({QStringLiteral("-c"), QStringLiteral("aes128-gcm@openssh.com")}, script, &err), 0);
        theirs += span(err);
        QVERIFY(ours.last() > 0 && theirs.last() > 0);
    }
    const auto speed = [](double time) { return kBulkMebibytes * 1000 / time; };
    printRow("bulk reading, best of 4", speed(best(ours)), "ssh HOST cat, aes128-gcm",
             speed(best(theirs)), "MiB/s");
    Lab::exec(QStringLiteral("mx1"), {QStringLiteral("rm"), QStringLiteral("/dev/shm/bulk")});
    QVERIFY(speed(best(ours)) > 0.25 * speed(best(theirs)));
}

QTEST_GUILESS_MAIN(BenchSsh)
#include "bench_ssh.moc"
