// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/elevation_refusal.h"
#include "remote/exec/program_dialogue.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace gatepost;
using State = ProgramDialogue::State;

namespace {

/// The random words in a command line, in their order.
QList<QByteArray> randomWords(const QByteArray& line)
{
    QList<QByteArray> words;
    // Sample: gatepost-0123456789abcdef0123456789abcdef
    static const QRegularExpression pattern(QStringLiteral("gatepost-[0-9a-f]{32}"));
    auto matches = pattern.globalMatch(QString::fromUtf8(line));
    while (matches.hasNext()) {
        words.append(matches.next().captured().toLatin1());
    }
    return words;
}

const Command kCommand{.argv = {"cat"}};
const HostTools kTools{.hasTimeout = true};

} // namespace

class TestProgramDialogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separatesLoginScriptsFromTheProgram();
    void asksForThePasswordOnlyAfterThePrompt();
    void writesNothingWithoutPrompt();
    void wantsAPasswordThatItHasNot();
    void noticesAWrongPassword();
    void marksDifferFromCallToCall();
    void endsAFlood();
    void takesOutputByteByByte();
    void runsInARealShell_data();
    void runsInARealShell();
    void quotesWordsForTheShell();
    void doasAnswersOnlyItsOwnPrompt();
    void doasTellsOutputFromErrors();
    void namesRefusals_data();
    void namesRefusals();
};

void TestProgramDialogue::separatesLoginScriptsFromTheProgram()
{
    const auto talk = makePipeDialogue(kCommand, Elevation::None, kTools, std::nullopt);
    const QByteArray marker = randomWords(talk->commandLine()).first();
    QVERIFY(talk->feed("Welcome!\n", false).out.isEmpty());
    QVERIFY(talk->feed("bash: warning\n", true).err.isEmpty());
    QCOMPARE(talk->state(), State::Waiting);
    QCOMPARE(talk->feed(marker + "\nfirst", false).out, "first");
    QCOMPARE(talk->feed(marker + " 4711\noops", true).err, "oops");
    QCOMPARE(talk->state(), State::Started);
    QCOMPARE(talk->processId(), 4711);
    QCOMPARE(talk->feed(marker + '\n', false).out, marker + '\n');
    QCOMPARE(talk->earlyText(), "bash: warning\n");
}

void TestProgramDialogue::asksForThePasswordOnlyAfterThePrompt()
{
    const auto talk = makePipeDialogue(kCommand, Elevation::Sudo, kTools, QByteArray("secret"));
    const QList<QByteArray> words = randomWords(talk->commandLine());
    QCOMPARE(words.size(), 2);
    QVERIFY(!talk->commandLine().contains("secret"));
    QVERIFY(talk->takeAnswer().isEmpty());
    talk->feed("We trust you have received the usual lecture. Password:", true);
    QVERIFY(talk->takeAnswer().isEmpty());
    talk->feed(words[0].left(20), true);
    QVERIFY(talk->takeAnswer().isEmpty());
    talk->feed(words[0].mid(20) + ':', true);
    QCOMPARE(talk->takeAnswer(), "secret\n");
    QVERIFY(talk->takeAnswer().isEmpty());
    QCOMPARE(talk->state(), State::Waiting);
    talk->feed('\n' + words[1] + " 12\n", true);
    QCOMPARE(talk->state(), State::Started);
    QVERIFY(talk->takeAnswer().isEmpty());
}

void TestProgramDialogue::writesNothingWithoutPrompt()
{
    const auto talk = makePipeDialogue(kCommand, Elevation::Sudo, kTools, QByteArray("secret"));
    talk->feed(randomWords(talk->commandLine()).last() + " 12\n", true);
    QCOMPARE(talk->state(), State::Started);
    // The program prints what looks like the prompt: too late for an answer.
    talk->feed(randomWords(talk->commandLine()).first() + ':', true);
    QVERIFY(talk->takeAnswer().isEmpty());
}

void TestProgramDialogue::wantsAPasswordThatItHasNot()
{
    const auto talk = makePipeDialogue(kCommand, Elevation::Sudo, kTools, std::nullopt);
    talk->feed(randomWords(talk->commandLine()).first() + ':', true);
    QCOMPARE(talk->state(), State::PasswordWanted);
    QVERIFY(!talk->passwordRefused());
    QVERIFY(talk->takeAnswer().isEmpty());
}

void TestProgramDialogue::noticesAWrongPassword()
{
    const auto talk = makePipeDialogue(kCommand, Elevation::Sudo, kTools, QByteArray("wrong"));
    const QByteArray prompt = randomWords(talk->commandLine()).first() + ':';
    talk->feed(prompt, true);
    QCOMPARE(talk->takeAnswer(), "wrong\n");
    talk->feed("Sorry, try again.\n" + prompt, true);
    QCOMPARE(talk->state(), State::PasswordWanted);
    QVERIFY(talk->passwordRefused());
    QCOMPARE(talk->startError(1, QStringLiteral("ann@mx1")).code, ErrorCode::AuthFailed);
    QVERIFY(!talk->startError(1, {}).detail.contains(QString::fromLatin1(prompt)));
}

void TestProgramDialogue::marksDifferFromCallToCall()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i) {
        const auto talk = makePipeDialogue(kCommand, Elevation::Sudo, kTools, std::nullopt);
        for (const QByteArray& word : randomWords(talk->commandLine())) {
            seen.insert(word);
        }
    }
    QCOMPARE(seen.size(), 200);
}

void TestProgramDialogue::endsAFlood()
{
    for (const bool isError : {false, true}) {
        const auto talk = makePipeDialogue(kCommand, Elevation::None, kTools, std::nullopt);
        for (int i = 0; i < 64 && talk->state() == State::Waiting; ++i) {
            talk->feed(QByteArray(8192, 'y'), isError);
        }
        QCOMPARE(talk->state(), State::Flooded);
    }
}

void TestProgramDialogue::takesOutputByteByByte()
{
    const auto talk = makePipeDialogue(kCommand, Elevation::None, kTools, std::nullopt);
    const QByteArray marker = randomWords(talk->commandLine()).first();
    QByteArray out;
    QByteArray err;
    for (const char c : "motd\n" + marker + "\nout" + marker) {
        out += talk->feed(QByteArrayView(&c, 1), false).out;
    }
    for (const char c : "early\n" + marker + " 5\nerr") {
        err += talk->feed(QByteArrayView(&c, 1), true).err;
    }
    QCOMPARE(out, "out" + marker);
    QCOMPARE(err, "err");
}

void TestProgramDialogue::runsInARealShell_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("sh") << QStringLiteral("sh");
    QTest::newRow("bash") << QStringLiteral("bash");
}

void TestProgramDialogue::runsInARealShell()
{
    QFETCH(QString, shell);
    const Command command{
        .argv = {"sh", "-c", "cat; echo \"$LC_ALL $1\" >&2; exit 7", "x", "a'b\"$c\n`d`\\"},
        .input = QByteArray("in\0put", 6)};
    const auto talk = makePipeDialogue(command, Elevation::None, kTools, std::nullopt);
    QProcess process;
    process.start(shell, {QStringLiteral("-c"), QString::fromUtf8(talk->commandLine())});
    process.write(command.input);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(talk->feed(process.readAllStandardOutput(), false).out, command.input);
    QCOMPARE(talk->feed(process.readAllStandardError(), true).err, "C a'b\"$c\n`d`\\\n");
    QCOMPARE(process.exitCode(), 7);
    QVERIFY(talk->processId() > 0);
}

void TestProgramDialogue::quotesWordsForTheShell()
{
    for (const Elevation elevation : {Elevation::None, Elevation::Sudo, Elevation::Doas}) {
        const Command hostile{.argv = {"echo", "$(touch /tmp/x); `id` ' \" \n"}};
        const auto talk = makePipeDialogue(hostile, elevation, kTools, std::nullopt);
        QVERIFY(talk->commandLine().endsWith("'$(touch /tmp/x); `id` '\\'' \" \n'"));
    }
}

void TestProgramDialogue::doasAnswersOnlyItsOwnPrompt()
{
    const auto talk = makeDoasTerminalDialogue(kCommand, kTools, "secret");
    QVERIFY(talk->needsTerminal());
    QVERIFY(!talk->closesInput());
    QVERIFY(!talk->commandLine().contains("secret"));
    const QByteArray ready = randomWords(talk->commandLine()).first();
    talk->feed("login script asks: password: ", false);
    QVERIFY(talk->takeAnswer().isEmpty());
    talk->feed(ready + "\r\n", false);
    QVERIFY(talk->takeAnswer().isEmpty());
    talk->feed(ready + "\n\rdoas (ann@mx1) password: ", false);
    QCOMPARE(talk->takeAnswer(), "secret\n");
    QVERIFY(talk->takeAnswer().isEmpty());
}

void TestProgramDialogue::doasTellsOutputFromErrors()
{
    const QByteArray body = QByteArray("binary \0 \n gatepost- \r\n", 22);
    for (const int step : {1, 7, 1000}) {
        const auto talk = makeDoasTerminalDialogue(kCommand, kTools, "secret");
        const QByteArray marker = randomWords(talk->commandLine()).last();
        const QByteArray all = "noise " + marker + " 99\n" + body + '\n' + marker + " 3\noops\n";
        QByteArray out;
        QByteArray err;
        for (qsizetype i = 0; i < all.size(); i += step) {
            const ProgramOutput part = talk->feed(all.mid(i, step), false);
            out += part.out;
            err += part.err;
        }
        QCOMPARE(out, body);
        QCOMPARE(err, "oops\n");
        QCOMPARE(talk->processId(), 99);
    }
}

void TestProgramDialogue::namesRefusals_data()
{
    QTest::addColumn<int>("elevation");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, Elevation elevation, const char* said, int status,
                        ErrorCode code) {
        QTest::newRow(name) << static_cast<int>(elevation) << QByteArray(said) << status
                            << static_cast<int>(code);
    };
    row("no rule", Elevation::Sudo, "ann is not in the sudoers file.\n", 1,
        ErrorCode::AccessDenied);
    row("no rule on this host", Elevation::Sudo, "Sorry, user ann may not run sudo on mx1.\n", 1,
        ErrorCode::AccessDenied);
    row("limited rule", Elevation::Sudo,
        "Sorry, user ann is not allowed to execute '/bin/sh -c x' as root on mx1.\n", 1,
        ErrorCode::AccessDenied);
    row("requiretty", Elevation::Sudo, "sudo: sorry, you must have a tty to run sudo\n", 1,
        ErrorCode::AccessDenied);
    row("wrong password", Elevation::Sudo, "Sorry, try again.\nsudo: 1 incorrect password attempt",
        1, ErrorCode::AuthFailed);
    row("no sudo", Elevation::Sudo, "gatepost: 1: exec: sudo: not found\n", 127,
        ErrorCode::NotFound);
    row("doas, no rule", Elevation::Doas, "doas: Operation not permitted\n", 1,
        ErrorCode::AccessDenied);
    row("doas, wrong password", Elevation::Doas, "doas: Authentication failed\n", 1,
        ErrorCode::AuthFailed);
    row("doas, password wanted", Elevation::Doas, "doas: Authentication required\n", 1,
        ErrorCode::AuthFailed);
    row("doas, not configured", Elevation::Doas,
        "doas: doas is not enabled, /etc/doas.conf: No such file or directory\n", 1,
        ErrorCode::AccessDenied);
    row("no shell", Elevation::None, "This account is currently not available.\n", 1,
        ErrorCode::CommandFailed);
}

void TestProgramDialogue::namesRefusals()
{
    QFETCH(int, elevation);
    QFETCH(QByteArray, said);
    QFETCH(int, status);
    QFETCH(int, code);
    const Error error = elevationRefusal(static_cast<Elevation>(elevation), said, false, status,
                                         QStringLiteral("ann@mx1"));
    QCOMPARE(static_cast<int>(error.code), code);
    QVERIFY(!error.summary.contains(u'%'));
    QVERIFY(error.summary.endsWith(u'.'));
    QCOMPARE(error.origin, QStringLiteral("ann@mx1"));
    QVERIFY(!error.detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestProgramDialogue)
#include "tst_program_dialogue.moc"
