// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a connection when the cable is pulled, sshd is killed or the host goes down.
#include "remote/host/snapshot_service.h"
#include "tests/support/lab_profile.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gatepost;
using namespace std::chrono_literals;

namespace {

const QString kHost = QStringLiteral("mx1");

/// Ends the sshd processes that serve sessions; the one that listens stays.
void killSessions()
{
    Lab::exec(kHost, {QStringLiteral("pkill"), QStringLiteral("-KILL"), QStringLiteral("-f"),
                      QStringLiteral("^sshd(-session)?: [a-z]")});
}

} // namespace

class TestLabLost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noticesAPulledCable();
    void comesBackAfterAKilledSession();
    void survivesAKillAtAnyMoment_data();
    void survivesAKillAtAnyMoment();
    void comesBackAfterAPowerCut();
    void doesNotAskUnbiddenForACode();
    void endsWhatACancelledCommandLeft();

private:
    QTemporaryDir m_folder;
    std::shared_ptr<ScriptedPrompter> m_prompter;
    std::unique_ptr<ConnectionLog> m_log;
    std::unique_ptr<SshConnection> m_connection;
};

void TestLabLost::init()
{
    m_connection.reset();
    Lab::mend(kHost);
    m_log = std::make_unique<ConnectionLog>();
    m_prompter = std::make_shared<ScriptedPrompter>();
    m_prompter->elevationPasswords = {QStringLiteral("Adm1n-pw")};
    m_connection = std::make_unique<SshConnection>(
        labProfile(kHost, QStringLiteral("admin"), m_folder.filePath(QStringLiteral("known")),
                   Elevation::Sudo),
        m_prompter, m_log->steps(), quickTiming());
    m_connection->setLinkObserver(m_log->links());
    const auto opened = m_connection->open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary));
}

void TestLabLost::noticesAPulledCable()
{
    auto running = m_connection->run({.argv = {"sleep", "60"}, .timeout = 90s});
    QTest::qWait(300);
    Lab::cut(kHost);
    QElapsedTimer timer;
    timer.start();
    const auto lost = running.result();
    QVERIFY2(timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Disconnected);
    QVERIFY2(lost.error().summary.contains(QStringLiteral("Check the network")),
             qPrintable(lost.error().summary));
    QTRY_VERIFY(m_log->states().contains(LinkState::Reconnecting));
    QVERIFY(!m_connection->isOpen());
    Lab::mend(kHost);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isOpen(), 30000);
    const auto done = m_connection->run({.argv = {"id", "-u"}, .elevated = true}).result();
    QVERIFY2(done, done ? "" : qPrintable(done.error().summary));
    QCOMPARE(done->out, "0\n");
    // The password that sudo took before is good still; nobody is asked again.
    QCOMPARE(m_prompter->asked().filter(QStringLiteral("elevation")).size(), 1);
}

void TestLabLost::comesBackAfterAKilledSession()
{
    killSessions();
    QTRY_VERIFY(m_log->states().contains(LinkState::Lost));
    const auto done = m_connection->run({.argv = {"id", "-u"}, .elevated = true}).result();
    QVERIFY2(done, done ? "" : qPrintable(done.error().summary));
    QCOMPARE(done->out, "0\n");
    QVERIFY(m_connection->isOpen());
}

void TestLabLost::survivesAKillAtAnyMoment_data()
{
    QTest::addColumn<int>("milliseconds");
    for (const int moment : {0, 20, 60, 150, 300, 600, 1200}) {
        QTest::addRow("%d ms into a pull", moment) << moment;
    }
}

void TestLabLost::survivesAKillAtAnyMoment()
{
    QFETCH(int, milliseconds);
    auto pulling = pullSnapshot(*m_connection, "key");
    QTest::qWait(milliseconds);
    killSessions();
    QElapsedTimer timer;
    timer.start();
    const auto first = pulling.result();
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    if (!first) {
        QCOMPARE(errorCodeName(first.error().code), errorCodeName(ErrorCode::Disconnected));
        QVERIFY(!first.error().summary.isEmpty());
    }
    const auto again = pullSnapshot(*m_connection, "key").result();
    QVERIFY2(again, again ? "" : qPrintable(again.error().summary + again.error().detail));
    QVERIFY(again->privileged);
    // What the first collector kept in memory is gone, too.
    QTRY_COMPARE_WITH_TIMEOUT(
        Lab::exec(kHost, {QStringLiteral("sh"), QStringLiteral("-c"),
                          QStringLiteral("ls -d /dev/shm/gatepost-pull.* 2>/dev/null")})
            .out,
        QByteArray(), 15000);
}

void TestLabLost::comesBackAfterAPowerCut()
{
    auto running = m_connection->run({.argv = {"sleep", "60"}, .timeout = 90s});
    QTest::qWait(200);
    Lab::kill(kHost);
    const auto lost = running.result();
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Disconnected);
    Lab::boot(kHost);
    // A real machine keeps its card; this one came back with another and is still looked for at the
    // old one.
    QProcess::execute(QStringLiteral("ip"),
                      {QStringLiteral("neigh"), QStringLiteral("flush"), QStringLiteral("all")});
    const auto done = m_connection->run({.argv = {"id", "-u"}, .elevated = true}).result();
    QVERIFY2(done, done ? "" : qPrintable(done.error().summary + done.error().detail));
    QCOMPARE(done->out, "0\n");
}

void TestLabLost::doesNotAskUnbiddenForACode()
{
    HostProfile profile =
        labProfile(kHost, QStringLiteral("otto"), m_folder.filePath(QStringLiteral("known")));
    profile.endpoint.identityFiles = {QStringLiteral("/nonexistent")};
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->passwords = {QStringLiteral("0tto-pw")};
    prompter->rounds = {{QStringLiteral("755224")}, {QStringLiteral("287082")}};
    ConnectionLog log;
    SshConnection connection(profile, prompter, log.steps(), quickTiming());
    connection.setLinkObserver(log.links());
    QVERIFY(connection.open().result());
    const qsizetype asked = prompter->asked().size();
    killSessions();
    QTRY_VERIFY(log.states().contains(LinkState::GaveUp));
    QTest::qWait(500);
    QCOMPARE(prompter->asked().size(), asked);
    QVERIFY(!log.states().contains(LinkState::Reconnecting));
    // Asked for by a person, it signs in with the next code.
    const auto opened = connection.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary));
    QCOMPARE(prompter->asked().size(), asked + 2);
}

void TestLabLost::endsWhatACancelledCommandLeft()
{
    std::stop_source stop;
    auto running = m_connection->run(
        {.argv = {"/bin/sh", "-c", "exec sleep 4711"}, .elevated = true, .timeout = 5000s},
        stop.get_token());
    const auto sleepers = [] {
        return Lab::exec(kHost, {QStringLiteral("pgrep"), QStringLiteral("-fc"),
                                 QStringLiteral("^sleep 4711")})
            .out.trimmed();
    };
    QTRY_COMPARE(sleepers(), "1");
    stop.request_stop();
    QCOMPARE(running.result().error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(sleepers(), "0");
    QVERIFY(m_connection->run({.argv = {"true"}}).result());
}

QTEST_GUILESS_MAIN(TestLabLost)
#include "tst_lab_lost.moc"
