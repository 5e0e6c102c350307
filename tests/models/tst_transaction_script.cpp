// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/shell_quote.h"
#include "models/hardening/secret_splice.h"
#include "models/hardening/transaction_report.h"
#include "models/hardening/transaction_script.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "resources/scripts.h"

using namespace gatepost;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "0123456789abcdef";

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

struct Shell
{
    QString program;
    QStringList arguments;
};

/// Feeds a script to a shell and returns what it printed.
QByteArray runShell(const Shell& shell, const QByteArray& script, int* status = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(shell.program, shell.arguments + QStringList{u"-s"_s});
    process.write(script);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    if (status) {
        *status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    return process.readAll();
}

/// An edit as a snapshot would lead to it: `secrets` in `original` stand as digests in both texts.
FileEdit editWithSecrets(const QByteArray& path, const QByteArray& original,
                         const QByteArray& changed, const QList<QByteArray>& secrets)
{
    FileEdit edit{path, original, {}, changed, {}};
    for (const QByteArray& secret : secrets) {
        const QByteArray digest = sha256(kKey + '\n' + secret + '\n' + kKey);
        const QByteArray placeholder = "[redacted:" + digest.left(16) + ']';
        const qsizetype offset = edit.before.indexOf(secret);
        edit.before.replace(offset, secret.size(), placeholder);
        edit.after.replace(secret, placeholder);
        edit.redacted.append({offset, placeholder.size(), digest});
    }
    return edit;
}

} // namespace

Q_DECLARE_METATYPE(gatepost::TransactionState)

class TestTransactionScript : public QObject
{
    Q_OBJECT

private:
    Shell shell() const
    {
        QFETCH_GLOBAL(QString, program);
        QFETCH_GLOBAL(QStringList, arguments);
        return {program, arguments};
    }

    /// The plan laid down in `directory` in place of the host's, without starting the engine.
    QByteArray layDown(const ChangePlan& plan, const QString& directory, const QByteArray& key = {})
    {
        const auto script =
            compileTransaction(plan, {"txn-1", transactionEngine(), std::chrono::seconds(7), key});
        if (!script) {
            return script.error().summary.toUtf8();
        }
        QByteArray text = *script;
        text.truncate(text.lastIndexOf("exec /bin/sh"));
        text.replace(kHostDirectory, directory.toUtf8());
        return runShell(shell(), text);
    }

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void laysDownExactBytes_data();
    void laysDownExactBytes();
    void saysWhenThereIsNoRoom();
    void splitsWordsAsMasterDoes_data();
    void splitsWordsAsMasterDoes();
    void putsSecretsBack_data();
    void putsSecretsBack();
    void refusesOtherSecrets();
    void refusesWhatCannotTravel_data();
    void refusesWhatCannotTravel();
    void readsReports_data();
    void readsReports();
    void everyWordOfTheEngineHasASentence();
};

void TestTransactionScript::initTestCase_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("dash") << u"dash"_s << QStringList();
    QTest::newRow("bash") << u"bash"_s << QStringList();
    QTest::newRow("busybox") << u"busybox"_s << QStringList{u"sh"_s};
}

void TestTransactionScript::initTestCase()
{
    QVERIFY(transactionEngine().contains("restore_secrets"));
}

void TestTransactionScript::laysDownExactBytes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("plain") << QByteArray("a = b\n");
    QTest::newRow("no newline at the end") << QByteArray("a = b");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("newlines only") << QByteArray("\n\n\n");
    QTest::newRow("shell") << QByteArray(
        "$(touch /tmp/x) `id` \"$HOME\" 'q' \\\n\\\\ ${txn} !1 *\n");
    QTest::newRow("carriage returns") << QByteArray("a = b\r\nc = d\r\n");
    QTest::newRow("bytes that are no UTF-8") << QByteArray("\xff\xfe\x80 \xc3\x28\n");
    QTest::newRow("its own end mark")
        << QByteArray("END_" + sha256("x").left(16) + "\nEND_0123456789abcdef\n");
    QTest::newRow("long, with a newline at the end") << QByteArray("$(id) 'x' \\\n").repeated(500);
    QTest::newRow("long, without")
        << QByteArray("$(id) 'x' \\\n").repeated(500) + "END_0123456789abcdef";
    QTest::newRow("one long line") << QByteArray(200'000, 'x');
}

void TestTransactionScript::laysDownExactBytes()
{
    QFETCH(QByteArray, content);
    QTemporaryDir directory;
    ChangePlan plan;
    plan.edits.append({"/etc/postfix/it's $(here)", "before", sha256("before"), content, {}});
    QCOMPARE(layDown(plan, directory.path()), QByteArray());
    const QString txn = directory.filePath(u"txn/txn-1/"_s);
    QCOMPARE(fileBytes(txn + u"1.new"_s), content);
    QCOMPARE(fileBytes(txn + u"1.path"_s), plan.edits.first().path);
    QCOMPARE(fileBytes(txn + u"1.sha"_s), sha256("before"));
    QCOMPARE(fileBytes(txn + u"count"_s), QByteArray("1"));
    QCOMPARE(fileBytes(txn + u"undo_after"_s), QByteArray("7"));
    QCOMPARE(fileBytes(txn + u"config_directory"_s), QByteArray("/etc/postfix"));
    QCOMPARE(fileBytes(txn + u"engine.sh"_s), transactionEngine());
    QVERIFY(!(QFile::permissions(txn) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestTransactionScript::saysWhenThereIsNoRoom()
{
    ChangePlan plan;
    plan.edits.append({"/etc/postfix/main.cf", "a", sha256("a"), "b", {}});
    const auto report = readTransactionReport(layDown(plan, u"/proc/nowhere"_s));
    QCOMPARE(report.state, TransactionState::Refused);
    QVERIFY2(report.reason.contains(u"cannot be written"), qPrintable(report.reason));
}

void TestTransactionScript::splitsWordsAsMasterDoes_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("none") << QByteArray("") << QByteArray("");
    QTest::newRow("plain") << QByteArray("-o a=b -v") << QByteArray("-o\na=b\n-v\n");
    QTest::newRow("braces") << QByteArray("-o { a = b, c } -v") << QByteArray("-o\na = b, c\n-v\n");
    QTest::newRow("braces inside")
        << QByteArray("-o { a = ${x?{y z}} }") << QByteArray("-o\na = ${x?{y z}}\n");
    QTest::newRow("braces behind a sign")
        << QByteArray("-o a={b, c}") << QByteArray("-o\na={b, c}\n");
    QTest::newRow("patterns and quotes") << QByteArray("-o a=/etc/* -o b='c -o $(id)")
                                         << QByteArray("-o\na=/etc/*\n-o\nb='c\n-o\n$(id)\n");
}

void TestTransactionScript::splitsWordsAsMasterDoes()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, words);
    QByteArray functions = transactionEngine();
    const qsizetype begin = functions.indexOf("split_words() {");
    functions = functions.mid(begin, functions.indexOf("\n}\n", begin) + 3 - begin);
    QVERIFY(begin > 0);
    QCOMPARE(runShell(shell(),
                      functions + "printf '%s\\n' " + shellQuote(arguments) + " | split_words\n"),
             words);
}

void TestTransactionScript::putsSecretsBack_data()
{
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QList<QByteArray>>("secrets");
    QTest::newRow("a line is changed before it")
        << QByteArray("mynetworks = 0.0.0.0/0\nmaps = static:u:S3cret\n")
        << QByteArray("mynetworks = 127.0.0.0/8\nmaps = static:u:S3cret\n")
        << QList<QByteArray>{"S3cret"};
    QTest::newRow("lines are added and removed, no newline at the end")
        << QByteArray("a = 1\nb = 2\nmaps = static:u:S3cret, next")
        << QByteArray("c = 1\nd = 2\n\nmaps = static:u:S3cret, next\ne = 5\n")
        << QList<QByteArray>{"S3cret"};
    QTest::newRow("letters that shells and awk read")
        << QByteArray("p = x& \\n\\1 \"$HOME\" `id` 'q' %s y\nz = 1\n")
        << QByteArray("p = x& \\n\\1 \"$HOME\" `id` 'q' %s y\nz = 2\n")
        << QList<QByteArray>{"& \\n\\1 \"$HOME\" `id` 'q' %s"};
    QTest::newRow("two, the lines change places with others")
        << QByteArray("one_password = A11\nx = 1\ntwo_password = B22\n")
        << QByteArray("x = 2\none_password = A11\ntwo_password = B22\n")
        << QList<QByteArray>{"A11", "B22"};
    QTest::newRow("its line is dropped") << QByteArray("p = S3cret\nx = 1\n")
                                         << QByteArray("x = 2\n") << QList<QByteArray>{"S3cret"};
}

void TestTransactionScript::putsSecretsBack()
{
    QFETCH(QByteArray, original);
    QFETCH(QByteArray, changed);
    QFETCH(QList<QByteArray>, secrets);
    QTemporaryDir directory;
    const QString live = directory.filePath(u"main.cf"_s);
    QFile file(live);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(original) == original.size());
    file.close();
    ChangePlan plan;
    plan.edits.append(editWithSecrets(live.toUtf8(), original, changed, secrets));
    QCOMPARE(layDown(plan, directory.path(), kKey), QByteArray());
    const QString txn = directory.filePath(u"txn/txn-1"_s);
    for (const QByteArray& secret : secrets) {
        QVERIFY(!fileBytes(txn + u"/1.new"_s).contains(secret));
    }
    QByteArray engine = transactionEngine();
    engine.truncate(engine.indexOf("check_unchanged() {"));
    int status = -1;
    const QByteArray said =
        runShell(shell(),
                 engine + "\ntxn=" + shellQuote(txn.toUtf8()) +
                     "\nLC_ALL=C\nexport LC_ALL\nrefuse() { echo \"refused $*\"; exit 10; }\n"
                     "restore_all_secrets\n",
                 &status);
    QCOMPARE(said, QByteArray());
    QCOMPARE(status, 0);
    QCOMPARE(fileBytes(txn + u"/1.new"_s), changed);
    QCOMPARE(fileBytes(txn + u"/1.sha"_s), sha256(original));
    QCOMPARE(fileBytes(live), original);
    QVERIFY(!QFile::exists(txn + u"/key"_s));
}

void TestTransactionScript::refusesOtherSecrets()
{
    const QByteArray original = "x = 1\np = S3cret\n";
    for (const QByteArray& now :
         {QByteArray("x = 1\np = 0ther\n"), QByteArray("x = 2\np = S3cret\n"),
          QByteArray("x = 1\np = S3cret"), QByteArray("x = 1\np = S3cret\ny = 1\n")}) {
        QTemporaryDir directory;
        const QString live = directory.filePath(u"main.cf"_s);
        QFile file(live);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(now) == now.size());
        file.close();
        ChangePlan plan;
        plan.edits.append(
            editWithSecrets(live.toUtf8(), original, "x = 3\np = S3cret\n", {"S3cret"}));
        QCOMPARE(layDown(plan, directory.path(), kKey), QByteArray());
        QByteArray engine = transactionEngine();
        engine.truncate(engine.indexOf("check_unchanged() {"));
        const QByteArray said = runShell(
            shell(), engine + "\ntxn=" + shellQuote(directory.filePath(u"txn/txn-1"_s).toUtf8()) +
                         "\nrefuse() { echo \"refused $*\"; exit 10; }\nrestore_all_secrets\n");
        QCOMPARE(said, "refused secrets " + live.toUtf8() + '\n');
    }
}

void TestTransactionScript::refusesWhatCannotTravel_data()
{
    QTest::addColumn<FileEdit>("edit");
    QTest::addColumn<QByteArray>("key");
    const QByteArray original = "x = 1\np = S3cret\n";
    QTest::newRow("NUL") << FileEdit{"/a", "x", "s", QByteArray("x\0y", 3), {}} << kKey;
    QTest::newRow("line break in a name") << FileEdit{"/a\nb", "x", "s", "y", {}} << kKey;
    QTest::newRow("a secret's line changed")
        << editWithSecrets("/a", original, "x = 1\nq = S3cret\n", {"S3cret"}) << kKey;
    QTest::newRow("a secret's line twice")
        << editWithSecrets("/a", original, "p = S3cret\np = S3cret\n", {"S3cret"}) << kKey;
    QTest::newRow("two secrets in a line")
        << editWithSecrets("/a", "p = A11 B22\nx = 1\n", "p = A11 B22\nx = 2\n", {"A11", "B22"})
        << kKey;
    QTest::newRow("no key") << editWithSecrets("/a", original, "x = 2\np = S3cret\n", {"S3cret"})
                            << QByteArray();
}

void TestTransactionScript::refusesWhatCannotTravel()
{
    QFETCH(FileEdit, edit);
    QFETCH(QByteArray, key);
    ChangePlan plan;
    plan.edits.append(edit);
    const auto script = compileTransaction(plan, {"t", "", std::chrono::seconds(1), key});
    QVERIFY(!script);
    QCOMPARE(script.error().code, ErrorCode::Unsupported);
    QVERIFY(script.error().summary.startsWith(u"/a") || script.error().summary.contains(u" /a "));
}

void TestTransactionScript::readsReports_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<TransactionState>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("steps");
    using State = TransactionState;
    QTest::newRow("nothing came") << QByteArray() << State::Preparing << QString() << 0;
    QTest::newRow("waits") << QByteArray("GATEPOST step unchanged\nGATEPOST step wrote /a\n"
                                         "GATEPOST deadline 100 20\nGATEPOST state await-confirm\n")
                           << State::AwaitConfirm << QString() << 2;
    QTest::newRow("broke off before the swap")
        << QByteArray("GATEPOST step unchanged\nGATEPOST st") << State::Preparing << QString() << 1;
    QTest::newRow("broke off behind the swap") << QByteArray("GATEPOST step wrote /a\nGATEPOST st")
                                               << State::AwaitConfirm << QString() << 1;
    QTest::newRow("undone as asked")
        << QByteArray("GATEPOST state undone asked\n") << State::Undone
        << u"Undone as you asked. The old configuration is back."_s << 0;
    QTest::newRow("refused with a path")
        << QByteArray("GATEPOST state refused write /etc/postfix\n") << State::Refused
        << u"/etc/postfix cannot be written on this host: the file system is read-only or protects "
           "it. Nothing was changed. Make it writable and apply again."_s
        << 0;
    QTest::newRow("words of others do not count")
        << QByteArray("GATEPOST detail GATEPOST state committed\n GATEPOST state committed\n"
                      "x GATEPOST state committed\r\n")
        << State::Preparing << QString() << 0;
    QTest::newRow("hostile words are shown, not obeyed")
        << QByteArray("GATEPOST state refused <b>\x1b[31m\n") << State::Refused
        << u"<b>\u241b[31m"_s << 0;
}

void TestTransactionScript::readsReports()
{
    QFETCH(QByteArray, output);
    QFETCH(TransactionState, state);
    QFETCH(QString, reason);
    QFETCH(int, steps);
    const TransactionReport report = readTransactionReport(output);
    QCOMPARE(report.state, state);
    QCOMPARE(report.reason, reason);
    QCOMPARE(report.steps.size(), steps);
    QCOMPARE(report.undoIn.count(), output.contains("deadline") ? 20 : -1);
}

void TestTransactionScript::everyWordOfTheEngineHasASentence()
{
    const QString engine = QString::fromUtf8(transactionEngine());
    const auto words = [&engine](const QString& pattern) {
        QStringList found;
        auto matches = QRegularExpression(pattern).globalMatch(engine);
        while (matches.hasNext()) {
            found.append(matches.next().captured(1));
        }
        found.removeDuplicates();
        return found;
    };
    // Sample lines: `refuse conflict "$(cat`, `room_or write "$file"`, `finish_refused
    // interrupted`.
    const QStringList refusals = words(u"(?:refuse|room_or|finish_refused) ([a-z]+)"_s);
    // Sample line: `decide undo timeout`.
    const QStringList undoings = words(u"(?:decide|put_back) undo ([a-z]+)"_s);
    // Sample line: `say "step checked"`.
    const QStringList steps = words(u"say \"step ([a-z-]+)"_s);
    QVERIFY(refusals.size() >= 8 && undoings.size() >= 7 && steps.size() >= 12);
    for (const QString& word : refusals) {
        const auto report = readTransactionReport("GATEPOST state refused " + word.toUtf8() + '\n');
        QVERIFY2(report.reason.size() > 40 && report.reason.endsWith(u'.'), qPrintable(word));
    }
    for (const QString& word : undoings) {
        const auto report = readTransactionReport("GATEPOST state undone " + word.toUtf8() + '\n');
        QVERIFY2(report.reason.size() > 40 && report.reason.endsWith(u'.'), qPrintable(word));
    }
    for (const QString& word : steps) {
        QVERIFY2(transactionStepText(word.toUtf8()).size() > word.size() + 4, qPrintable(word));
    }
}

QTEST_GUILESS_MAIN(TestTransactionScript)
#include "tst_transaction_script.moc"
