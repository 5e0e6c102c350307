// SPDX-License-Identifier: GPL-3.0-or-later
// A host where everything that can be named, written or said tries to be a command, markup or a
// terminal escape: it ends up as plain text, and no command of theirs runs, there or here.
#include "models/core/display_text.h"
#include "models/hardening/relay_layer.h"
#include "models/policy/relay_judge.h"
#include "remote/host/change_service.h"
#include "remote/host/queue_service.h"
#include "remote/host/snapshot_service.h"
#include "tests/support/lab_profile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gatepost;
using namespace std::chrono_literals;

namespace {

const QString kHost = QStringLiteral("mx1");

QByteArray fileOfTest(const char* name)
{
    QFile file(QStringLiteral(GATEPOST_LAB_FOLDER "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a terminal would take this as text and nothing else.
bool isPlain(const QByteArray& bytes)
{
    return !bytes.contains("\xc2\x9b") && !bytes.contains("\xe2\x80\xae") &&
           std::none_of(bytes.begin(), bytes.end(), [](char c) {
               const auto value = static_cast<unsigned char>(c);
               return (value < 0x20 && c != '\n' && c != '\t') || value == 0x7f;
           });
}

} // namespace

class TestLabHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void pullsAndJudges();
    void listsTheQueue();
    void appliesAndUndoes();
    void printsPlainTextAndJson_data();
    void printsPlainTextAndJson();
    void writesPulledFilesInOneFolder();
    void takesALyingQueueForText();
    void appliesAndConfirms();

private:
    std::unique_ptr<SshConnection> connect();
    QProcess& runCtl(const QStringList& words);

    QTemporaryDir m_folder;
    QString m_canary; ///< a path; files that begin with it must never appear
    std::unique_ptr<SshConnection> m_connection;
    QProcess m_ctl;
};

void TestLabHostile::initTestCase()
{
    m_canary = QStringLiteral("/tmp/gatepost-canary-%1").arg(QCoreApplication::applicationPid());
    const Lab::Output made = Lab::exec(
        kHost, {QStringLiteral("sh"), QStringLiteral("-s"), QStringLiteral("--"), m_canary},
        fileOfTest("hostile_host.sh"));
    QVERIFY2(made.status == 0, made.err.constData());
    reloadSshd(kHost);
    QTRY_COMPARE_WITH_TIMEOUT(
        Lab::exec(kHost, {QStringLiteral("sh"), QStringLiteral("-c"),
                          QStringLiteral("postqueue -j | grep -c '\"deferred\".*[xy].test'")})
            .out.trimmed(),
        "4", 30000);
    m_connection = connect();
    const auto opened = m_connection->open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary + opened.error().detail));
}

void TestLabHostile::cleanup()
{
    const QString name = m_canary.section(u'/', -1);
    QCOMPARE(QDir(QStringLiteral("/tmp")).entryList({name + u'*'}), QStringList());
    // Names that only speak of a canary, such as the hostile table's, are no canary.
    QCOMPARE(Lab::exec(kHost, {QStringLiteral("find"), QStringLiteral("/"), QStringLiteral("-xdev"),
                               QStringLiteral("-path"), QStringLiteral("*/tmp/") + name + u'*',
                               QStringLiteral("!"), QStringLiteral("-path"),
                               QStringLiteral("*touch<*"), QStringLiteral("-print")})
                 .out,
             QByteArray());
    QCOMPARE(Lab::exec(kHost, {QStringLiteral("find"), QStringLiteral("/tmp"),
                               QStringLiteral("-name"), name + u'*'})
                 .out,
             QByteArray());
}

std::unique_ptr<SshConnection> TestLabHostile::connect()
{
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->elevationPasswords = {QStringLiteral("Adm1n-pw")};
    return std::make_unique<SshConnection>(labProfile(kHost, QStringLiteral("admin"),
                                                      m_folder.filePath(QStringLiteral("known")),
                                                      Elevation::Sudo),
                                           prompter);
}

void TestLabHostile::pullsAndJudges()
{
    const auto snapshot = pullSnapshot(*m_connection, "key").result();
    QVERIFY2(snapshot,
             snapshot ? "" : qPrintable(snapshot.error().summary + snapshot.error().detail));
    QVERIFY(snapshot->privileged);
    QVERIFY(snapshot->hostName.contains("$(touch "));
    QVERIFY(snapshot->osName.contains("<b>bold</b>"));
    QVERIFY(snapshot->fileContent("/etc/postfix/main.cf").contains("`touch "));
    const auto table =
        std::find_if(snapshot->files.begin(), snapshot->files.end(),
                     [](const CollectedFile& file) { return file.path.contains("`'\"<i>;#"); });
    QVERIFY(table != snapshot->files.end());
    QVERIFY(table->readable && table->content.contains("onerror=touch"));
    for (const QString& sentence : snapshot->notSeen) {
        QVERIFY2(isPlain(sentence.toUtf8()), qPrintable(sentence));
    }
    const HostVerdict verdict = judgeRelay(*snapshot);
    QCOMPARE(relayVerdictName(verdict.verdict), QStringLiteral("open"));
    QCOMPARE(verdict.services.first().because.file, QStringLiteral("/etc/postfix/main.cf"));
    QVERIFY(verdict.services.first().because.line > 0);
    QVERIFY(isPlain(verdict.sentence.toUtf8()));
}

void TestLabHostile::listsTheQueue()
{
    const auto queue = readQueue(*m_connection).result();
    QVERIFY(queue);
    QStringList senders;
    QStringList recipients;
    QString reasons;
    for (const QueueEntry& entry : *queue) {
        senders += entry.sender;
        for (const QueueRecipient& recipient : entry.recipients) {
            recipients += recipient.address;
            reasons += recipient.delayReason;
        }
    }
    const QString touch = QStringLiteral("touch ") + m_canary;
    QVERIFY2(senders.contains(QStringLiteral("\"$(%1-sender)\"@x.test").arg(touch)),
             qPrintable(senders.join(u'\n')));
    QVERIFY(senders.contains(QStringLiteral("\"'; %1-sender; '\"@x.test").arg(touch)));
    QVERIFY2(recipients.contains(QStringLiteral("\"`%1-recipient`\"@y.test").arg(touch)),
             qPrintable(recipients.join(u'\n')));
    QVERIFY(recipients.contains(QStringLiteral("\"; rm -rf ~\"@y.test")));
    QVERIFY2(reasons.contains(QStringLiteral("$(%1-reason)").arg(touch)), qPrintable(reasons));
}

void TestLabHostile::appliesAndUndoes()
{
    const auto hashes = [] {
        return Lab::exec(kHost, {QStringLiteral("sh"), QStringLiteral("-c"),
                                 QStringLiteral("sha256sum /etc/postfix/*.cf; stat -c '%a %U %G' "
                                                "/etc/postfix/*.cf")})
            .out;
    };
    const QByteArray before = hashes();
    const auto snapshot = pullSnapshot(*m_connection, "key").result();
    QVERIFY(snapshot);
    const auto plan = planRelayLayer(*snapshot, {});
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().summary));
    QVERIFY(!plan->isEmpty());
    QCOMPARE(relayVerdictName(plan->after.verdict), QStringLiteral("closed"));
    const auto pending = applyChange(*m_connection, *plan, 120s).result();
    QVERIFY2(pending, pending ? "" : qPrintable(pending.error().summary + pending.error().detail));
    QVERIFY2(pending->report.state == TransactionState::AwaitConfirm,
             qPrintable(pending->report.reason + QString::fromUtf8(pending->report.hostLog)));
    QVERIFY(hashes() != before);
    const auto undone = undoChange(*m_connection, pending->transactionId).result();
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().summary));
    QVERIFY2(undone->state == TransactionState::Undone, qPrintable(undone->reason));
    QCOMPARE(hashes(), before);
}

QProcess& TestLabHostile::runCtl(const QStringList& words)
{
    const QString askpass = m_folder.filePath(QStringLiteral("askpass"));
    if (QFile script(askpass); !script.exists() && script.open(QIODevice::WriteOnly)) {
        script.write("#!/bin/sh\necho Adm1n-pw\n");
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    m_ctl.start(QStringLiteral(GATEPOSTCTL),
                words.mid(0, 1) +
                    QStringList{QStringLiteral("admin@") + Lab::address(kHost),
                                QStringLiteral("--identity"), Lab::key(),
                                QStringLiteral("--known-hosts"),
                                m_folder.filePath(QStringLiteral("ctl-known")),
                                QStringLiteral("--accept-new"), QStringLiteral("--elevate"),
                                QStringLiteral("sudo"), QStringLiteral("--askpass"), askpass} +
                    words.mid(1));
    m_ctl.closeWriteChannel();
    m_ctl.waitForFinished(120000);
    return m_ctl;
}

void TestLabHostile::printsPlainTextAndJson_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("pull") << QStringLiteral("pull") << 0 << QByteArray("<b>bold</b>");
    QTest::newRow("verdict") << QStringLiteral("verdict") << 1 << QByteArray("mynetworks");
    QTest::newRow("queue") << QStringLiteral("queue") << 0 << QByteArray("y.test");
    QTest::newRow("harden") << QStringLiteral("harden --layer relay") << 1
                            << QByteArray("mynetworks");
}

void TestLabHostile::printsPlainTextAndJson()
{
    QFETCH(QString, command);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    QProcess& plain = runCtl(command.split(u' '));
    const QByteArray out = plain.readAllStandardOutput();
    const QByteArray err = plain.readAllStandardError();
    QVERIFY2(isPlain(out), displayBlock(out).toUtf8().constData());
    QVERIFY2(isPlain(err), displayBlock(err).toUtf8().constData());
    QVERIFY2(out.contains(says), out.left(4000).constData());
    QCOMPARE(plain.exitCode(), status);

    QProcess& json = runCtl(command.split(u' ') + QStringList{QStringLiteral("--json")});
    const QByteArray text = json.readAllStandardOutput();
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QVERIFY(isPlain(text));
    QVERIFY(document.object()
                .value(QStringLiteral("schema"))
                .toString()
                .startsWith(QStringLiteral("gatepost/") + command.section(u' ', 0, 0)));
    QCOMPARE(json.exitCode(), status);
}

void TestLabHostile::writesPulledFilesInOneFolder()
{
    const QString out = m_folder.filePath(QStringLiteral("pulled"));
    QCOMPARE(runCtl({QStringLiteral("pull"), QStringLiteral("--out"), out}).exitCode(), 0);
    QVERIFY(QFile::exists(out + QStringLiteral("/etc/postfix/main.cf")));
    QDirIterator entries(out, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int files = 0;
    while (entries.hasNext()) {
        const QString path = entries.next();
        QVERIFY(path.startsWith(out + u'/') && !path.contains(QStringLiteral("/../")));
        QVERIFY(!QFileInfo(path).isSymLink() && isPlain(path.toUtf8()));
        ++files;
    }
    QVERIFY(files > 5);
}

void TestLabHostile::takesALyingQueueForText()
{
    const QByteArray script = fileOfTest("lying_postqueue.sh").replace("CANARY", m_canary.toUtf8());
    QCOMPARE(Lab::exec(kHost,
                       {QStringLiteral("sh"), QStringLiteral("-c"),
                        QStringLiteral("mv /usr/sbin/postqueue /usr/sbin/postqueue.real; "
                                       "cat >/usr/sbin/postqueue; chmod 755 /usr/sbin/postqueue")},
                       script)
                 .status,
             0);
    const auto queue = listQueue(*m_connection).result();
    QVERIFY2(queue, queue ? "" : qPrintable(queue.error().summary));
    QStringList ids;
    for (const QueueEntry& entry : queue->entries) {
        ids += entry.queueId;
    }
    QVERIFY(ids.contains(QStringLiteral("LAST")));
    QVERIFY(queue->skippedLines > 0);
    QProcess& plain = runCtl({QStringLiteral("queue")});
    QVERIFY(isPlain(plain.readAllStandardOutput()));
    QVERIFY(isPlain(plain.readAllStandardError()));
    QJsonParseError error{};
    QJsonDocument::fromJson(
        runCtl({QStringLiteral("queue"), QStringLiteral("--json")}).readAllStandardOutput(),
        &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    Lab::exec(kHost, {QStringLiteral("mv"), QStringLiteral("/usr/sbin/postqueue.real"),
                      QStringLiteral("/usr/sbin/postqueue")});
}

void TestLabHostile::appliesAndConfirms()
{
    QProcess& applied = runCtl({QStringLiteral("harden"), QStringLiteral("--layer"),
                                QStringLiteral("relay"), QStringLiteral("--apply")});
    const QByteArray out = applied.readAllStandardOutput() + applied.readAllStandardError();
    QVERIFY2(isPlain(out), displayBlock(out).toUtf8().constData());
    QVERIFY2(applied.exitCode() == 0, out.constData());
    const auto snapshot = pullSnapshot(*m_connection, "key").result();
    QVERIFY(snapshot);
    QCOMPARE(relayVerdictName(judgeRelay(*snapshot).verdict), QStringLiteral("closed"));
    QVERIFY(snapshot->fileContent("/etc/postfix/main.cf").contains("onerror=touch"));
}

QTEST_GUILESS_MAIN(TestLabHostile)
#include "tst_lab_hostile.moc"
