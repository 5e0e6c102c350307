// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace gatepost;

namespace {

constexpr int kSoonMs = 20'000;

QStringList shell(const QString& script)
{
    return {QStringLiteral("sh"), QStringLiteral("-c"), script};
}

bool answers(const QString& host)
{
    const QString script = QStringLiteral("exec 3<>/dev/tcp/%1/22; read -t 1 line <&3; "
                                          "case $line in SSH-*) ;; *) exit 1 ;; esac")
                               .arg(Lab::address(host));
    return Lab::in(QStringLiteral("admin"), {QStringLiteral("timeout"), QStringLiteral("2"),
                                             QStringLiteral("bash"), QStringLiteral("-c"), script})
               .status == 0;
}

/// The namespaces of all processes there are: a host that is left over shows as one of them.
QSet<QString> namespacesInUse()
{
    QSet<QString> found;
    const QStringList processes =
        QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString& process : processes) {
        for (const char* kind : {"net", "pid", "mnt"}) {
            found.insert(
                QFileInfo(QStringLiteral("/proc/%1/ns/%2").arg(process, QString::fromLatin1(kind)))
                    .symLinkTarget());
        }
    }
    return found;
}

} // namespace

/// Cables, power, and what a lab leaves behind.
class TestLabPower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void diskOutlivesPower();
    void cableCarries();
    void labsSideBySide();
    void passesStatusOn_data();
    void passesStatusOn();
    void leavesNothing_data();
    void leavesNothing();
};

void TestLabPower::diskOutlivesPower()
{
    const QString host = QStringLiteral("mx1b");
    QCOMPARE(Lab::exec(host,
                       shell(QStringLiteral(
                           "echo kept >/etc/kept; echo kept >/var/kept; : >/run/gone; : >/tmp/gone;"
                           "echo '@reboot root touch /var/rebooted' >/etc/cron.d/lab")))
                 .status,
             0);
    Lab::kill(host);
    QVERIFY(!answers(host));
    QVERIFY(Lab::exec(host, {QStringLiteral("true")}).status != 0);
    Lab::boot(host);
    QVERIFY(answers(host));
    const Lab::Output after = Lab::exec(
        host, shell(QStringLiteral("cat /etc/kept /var/kept; ls /run/gone /tmp/gone 2>&1")));
    QVERIFY2(after.out.startsWith("kept\nkept\n"), after.out.constData());
    QCOMPARE(after.out.count("No such file"), 2);
    QTRY_VERIFY_WITH_TIMEOUT(Lab::exec(host, {QStringLiteral("test"), QStringLiteral("-e"),
                                              QStringLiteral("/var/rebooted")})
                                     .status == 0,
                             kSoonMs);
}

void TestLabPower::cableCarries()
{
    const QString host = QStringLiteral("mx2");
    QVERIFY(answers(host));
    Lab::cut(host);
    QVERIFY(!answers(host));
    QCOMPARE(Lab::exec(host, {QStringLiteral("true")}).status, 0);
    Lab::mend(host);
    QTRY_VERIFY_WITH_TIMEOUT(answers(host), kSoonMs);
}

void TestLabPower::labsSideBySide()
{
    QProcess other;
    other.start(Lab::tool(),
                {QStringLiteral("run"), QStringLiteral("--hosts"), QStringLiteral("mx1b admin"),
                 QStringLiteral("--"), Lab::tool(), QStringLiteral("exec"), QStringLiteral("mx1b"),
                 QStringLiteral("test"), QStringLiteral("!"), QStringLiteral("-e"),
                 QStringLiteral("/etc/kept")});
    QVERIFY(other.waitForFinished(6 * kSoonMs));
    QVERIFY2(other.exitCode() == 0, other.readAllStandardError().constData());
    QVERIFY(answers(QStringLiteral("mx1b")));
}

void TestLabPower::passesStatusOn_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("status");
    QTest::newRow("fine") << QStringLiteral("exit 0") << 0;
    QTest::newRow("its own status") << QStringLiteral("exit 7") << 7;
    QTest::newRow("killed") << QStringLiteral("kill -KILL $$") << 128 + SIGKILL;
}

void TestLabPower::passesStatusOn()
{
    QFETCH(const QString, script);
    QFETCH(const int, status);

    QProcess lab;
    lab.start(Lab::tool(), QStringList{QStringLiteral("run"), QStringLiteral("--hosts"),
                                       QStringLiteral("admin"), QStringLiteral("--")} +
                               shell(script));
    QVERIFY(lab.waitForFinished(2 * kSoonMs));
    QCOMPARE(lab.exitCode(), status);
}

void TestLabPower::leavesNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("starting");
    for (const bool starting : {true, false}) {
        const char* when = starting ? "while starting" : "while running";
        QTest::addRow("Ctrl+C %s", when) << SIGINT << starting;
        QTest::addRow("SIGTERM %s", when) << SIGTERM << starting;
        QTest::addRow("SIGKILL %s", when) << SIGKILL << starting;
    }
}

void TestLabPower::leavesNothing()
{
    QFETCH(const int, signal);
    QFETCH(const bool, starting);

    const QSet<QString> namespacesBefore = namespacesInUse();
    const QTemporaryDir base;
    QVERIFY(base.isValid());
    const auto directories = [&base] {
        return QDir(base.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    };
    QProcess lab;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GATEPOST_LAB_BASE"), base.path());
    lab.setProcessEnvironment(environment);
    lab.start(Lab::tool(),
              {QStringLiteral("run"), QStringLiteral("--hosts"), QStringLiteral("mx1b admin"),
               QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
               QStringLiteral("echo up; sleep 1000 & sleep 1000")});
    if (starting) {
        QTRY_VERIFY_WITH_TIMEOUT(!directories().isEmpty(), kSoonMs);
    } else {
        QVERIFY(lab.waitForReadyRead(6 * kSoonMs));
        QCOMPARE(lab.readLine(), QByteArray("up\n"));
    }
    ::kill(static_cast<pid_t>(lab.processId()), signal);
    QVERIFY(lab.waitForFinished(kSoonMs));
    QVERIFY(lab.exitStatus() == QProcess::CrashExit || lab.exitCode() != 0);
    QTRY_COMPARE_WITH_TIMEOUT(directories(), QStringList(), kSoonMs);
    QTRY_VERIFY_WITH_TIMEOUT((namespacesInUse() - namespacesBefore).isEmpty(), kSoonMs);
}

QTEST_GUILESS_MAIN(TestLabPower)
#include "tst_lab_power.moc"
