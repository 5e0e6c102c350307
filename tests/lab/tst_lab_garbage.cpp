// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts whose shell prints garbage or never stops, and programs that do: a clear error, in
// bounded time and memory.
#include "remote/host/snapshot_service.h"
#include "tests/support/lab_profile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatepost;
using namespace std::chrono_literals;

namespace {

const QString kHost = QStringLiteral("mx1");

ConnectionTiming shortTiming()
{
    ConnectionTiming timing;
    timing.answerTimeout = 3s;
    return timing;
}

/// The most memory that this program has used so far.
qint64 peakKibibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).simplified().split(' ').first().toLongLong();
        }
    }
    return -1;
}

} // namespace

class TestLabGarbage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheShellDid_data();
    void saysWhatTheShellDid();
    void endsPrograms_data();
    void endsPrograms();
    void refusesACollectorThatIsNone_data();
    void refusesACollectorThatIsNone();

private:
    HostProfile profile(const char* user, Elevation elevation = Elevation::None) const
    {
        return labProfile(kHost, QString::fromLatin1(user),
                          m_folder.filePath(QStringLiteral("known")), elevation);
    }

    QTemporaryDir m_folder;
};

void TestLabGarbage::saysWhatTheShellDid_data()
{
    QTest::addColumn<QByteArray>("shell");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* shell, ErrorCode code, const char* says) {
        QTest::newRow(name) << QByteArray(shell) << static_cast<int>(code)
                            << QString::fromUtf8(says);
    };
    row("prints without end", "exec yes", ErrorCode::ParseFailed, "Check the login scripts");
    row("prints errors without end", "exec yes >&2", ErrorCode::ParseFailed,
        "Check the login scripts");
    row("one line without end", "exec tr '\\0' x </dev/zero", ErrorCode::ParseFailed,
        "Check the login scripts");
    row("random bytes, then the end", "head -c 50000 /dev/urandom", ErrorCode::CommandFailed,
        "check its login shell");
    row("nothing, then the end", "exit 0", ErrorCode::CommandFailed, "check its login shell");
    row("a refusal", "echo This account is not available. >&2; exit 1", ErrorCode::CommandFailed,
        "check its login shell");
    row("silence", "exec sleep 1000", ErrorCode::Timeout, "did not start");
    row("an echo", "echo \"$2\"; exec cat", ErrorCode::Timeout, "did not start");
}

void TestLabGarbage::saysWhatTheShellDid()
{
    QFETCH(QByteArray, shell);
    QFETCH(int, code);
    QFETCH(QString, says);
    QCOMPARE(
        Lab::exec(kHost,
                  {QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("cat >/bin/odd; chmod 755 /bin/odd; usermod -s /bin/odd guest")},
                  "#!/bin/sh\n" + shell + '\n')
            .status,
        0);
    ConnectionLog log;
    SshConnection connection(profile("guest"), std::make_shared<ScriptedPrompter>(), log.steps(),
                             shortTiming());
    QElapsedTimer timer;
    timer.start();
    const auto opened = connection.open().result();
    QVERIFY2(timer.elapsed() < 15000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!opened);
    QVERIFY2(opened.error().summary.contains(says), qPrintable(opened.error().summary));
    QCOMPARE(errorCodeName(opened.error().code), errorCodeName(static_cast<ErrorCode>(code)));
    QVERIFY(opened.error().detail.size() < 20000);
    QCOMPARE(log.last().step, ConnectStep::Elevation);
    QVERIFY(peakKibibytes() < 300000);
}

void TestLabGarbage::endsPrograms_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* script, ErrorCode code) {
        QTest::newRow(name) << QByteArray(script) << static_cast<int>(code);
    };
    row("prints without end", "exec yes", ErrorCode::ParseFailed);
    row("lines of a megabyte", "while :; do head -c 1000000 /dev/zero | tr '\\0' x; echo; done",
        ErrorCode::ParseFailed);
    row("errors without end", "exec yes >&2", ErrorCode::Timeout);
    row("never ends", "trap '' TERM HUP INT; while :; do sleep 1; done", ErrorCode::Timeout);
}

void TestLabGarbage::endsPrograms()
{
    QFETCH(QByteArray, script);
    QFETCH(int, code);
    SshConnection connection(profile("ops", Elevation::Sudo), std::make_shared<ScriptedPrompter>());
    QVERIFY(connection.open().result());
    QElapsedTimer timer;
    timer.start();
    const auto done = connection
                          .run({.argv = {"/bin/sh", "-c", script},
                                .elevated = true,
                                .timeout = 3s,
                                .maxOutputBytes = 4 << 20})
                          .result();
    QVERIFY2(timer.elapsed() < 12000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!done);
    QCOMPARE(errorCodeName(done.error().code), errorCodeName(static_cast<ErrorCode>(code)));
    QVERIFY(!done.error().summary.isEmpty() && done.error().detail.size() < 20000);
    QVERIFY(peakKibibytes() < 300000);
    const auto next = connection.run({.argv = {"id", "-u"}, .elevated = true}).result();
    QVERIFY2(next, next ? "" : qPrintable(next.error().summary));
    QCOMPARE(next->out, "0\n");
    QTRY_COMPARE_WITH_TIMEOUT(
        Lab::exec(kHost, {QStringLiteral("sh"), QStringLiteral("-c"),
                          QStringLiteral("pgrep -x yes; pgrep -f '^/bin/sh -c (trap|while)'")})
            .out,
        QByteArray(), 15000);
}

void TestLabGarbage::refusesACollectorThatIsNone_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("prints without end") << QByteArray("exec yes");
    QTest::newRow("zeros without end") << QByteArray("exec cat /dev/zero");
    QTest::newRow("a snapshot without end")
        << QByteArray("printf 'GATEPOST-SNAPSHOT 1\\n'; while :; do printf '\\nrec fact 1 1\\nab'; "
                      "done");
    QTest::newRow("a record larger than any")
        << QByteArray("printf 'GATEPOST-SNAPSHOT 1\\n\\nrec fact 1 999999999999\\na'; exec cat "
                      "/dev/zero");
    QTest::newRow("half a snapshot")
        << QByteArray("printf 'GATEPOST-SNAPSHOT 1\\n\\nrec fact 4 3\\nhostmx1'");
    QTest::newRow("random bytes") << QByteArray("exec cat /dev/urandom");
}

void TestLabGarbage::refusesACollectorThatIsNone()
{
    QFETCH(QByteArray, script);
    // The product calls /bin/sh; only where it is to read the collector does this one differ.
    QCOMPARE(Lab::exec(kHost,
                       {QStringLiteral("sh"), QStringLiteral("-c"),
                        QStringLiteral("cat >/bin/sh.odd; chmod 755 /bin/sh.odd; rm /bin/sh; ln -s "
                                       "sh.odd /bin/sh")},
                       "#!/bin/dash\n[ \"$1\" = -s ] || exec /bin/dash \"$@\"\n" + script + '\n')
                 .status,
             0);
    SshConnection connection(profile("ops", Elevation::Sudo), std::make_shared<ScriptedPrompter>());
    QVERIFY(connection.open().result());
    QElapsedTimer timer;
    timer.start();
    const auto snapshot = pullSnapshot(connection, "key").result();
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!snapshot);
    QVERIFY2(snapshot.error().code == ErrorCode::ParseFailed ||
                 snapshot.error().code == ErrorCode::CommandFailed,
             qPrintable(errorCodeName(snapshot.error().code)));
    QVERIFY(!snapshot.error().summary.isEmpty());
    QVERIFY(peakKibibytes() < 400000);
    const auto next = connection.run({.argv = {"id", "-u"}, .elevated = true}).result();
    QVERIFY(next && next->out == "0\n");
    Lab::exec(kHost, {QStringLiteral("ln"), QStringLiteral("-sf"), QStringLiteral("dash"),
                      QStringLiteral("/bin/sh")});
}

QTEST_GUILESS_MAIN(TestLabGarbage)
#include "tst_lab_garbage.moc"
