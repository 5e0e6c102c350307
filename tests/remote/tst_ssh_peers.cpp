// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection makes of peers that are no SSH server, or no good one.
#include "remote/exec/tcp_stream.h"
#include "remote/ssh/ssh_connection.h"
#include "tests/support/loopback_server.h"
#include "tests/support/scripted_prompter.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <mutex>

using namespace gatepost;
using namespace std::chrono_literals;

namespace {

ConnectionTiming quickTiming()
{
    ConnectionTiming timing;
    timing.tcpTimeout = 2s;
    timing.handshakeTimeout = 700ms;
    return timing;
}

HostProfile profileFor(quint16 port)
{
    HostProfile profile;
    profile.name = QStringLiteral("mx1");
    profile.endpoint.host = QStringLiteral("127.0.0.1");
    profile.endpoint.port = port;
    profile.endpoint.user = QStringLiteral("ann");
    profile.knownHostsFile = QStringLiteral("/nonexistent/known_hosts");
    return profile;
}

/// Collects the steps of a connection.
class Steps
{
public:
    StepObserver observer()
    {
        return [this](const StepReport& report) {
            const std::scoped_lock lock(m_mutex);
            m_reports.append(report);
        };
    }
    StepReport last() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_reports.isEmpty() ? StepReport{} : m_reports.last();
    }

private:
    mutable std::mutex m_mutex;
    QList<StepReport> m_reports;
};

using Behaviour = std::function<void(QTcpSocket&)>;

/// Writes `text` again and again, as fast as it is taken.
void writeForEver(QTcpSocket& socket, const QByteArray& text)
{
    auto* timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, text] {
        if (socket.bytesToWrite() < (1 << 20)) {
            socket.write(text);
        }
    });
    timer->start(0);
}

} // namespace

Q_DECLARE_METATYPE(Behaviour)

class TestSshPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesPeers_data();
    void refusesPeers();
    void saysThatAPortIsClosed();
    void endsAtOnceWhenCancelled();
    void cancelsWaitingCommands();
    void destructionFinishesEverything();
    void refusesChangesOnAReadOnlyHost();
    void streamsReadAndWrite();
    void streamsEndInTime();
};

void TestSshPeers::refusesPeers_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, Behaviour behaviour, ErrorCode code, const char* says) {
        QTest::newRow(name) << std::move(behaviour) << static_cast<int>(code)
                            << QString::fromUtf8(says);
    };
    row(
        "a mail server", [](QTcpSocket& socket) { socket.write("220 mx1 ESMTP Postfix\r\n"); },
        ErrorCode::ParseFailed, "not as an SSH server");
    row(
        "terminal escapes and markup",
        [](QTcpSocket& socket) { socket.write("\x1b[31m<b>hi</b>\r\n"); }, ErrorCode::ParseFailed,
        "\u241b[31m<b>hi</b>");
    row(
        "silence", [](QTcpSocket&) {}, ErrorCode::Timeout, "said nothing");
    row(
        "hanging up", [](QTcpSocket& socket) { socket.disconnectFromHost(); },
        ErrorCode::Disconnected, "hung up");
    row(
        "a line without end", [](QTcpSocket& socket) { writeForEver(socket, "xxxxxxxxxx"); },
        ErrorCode::ParseFailed, "not as an SSH server");
    row(
        "lines without end", [](QTcpSocket& socket) { writeForEver(socket, "hello\r\n"); },
        ErrorCode::ParseFailed, "not as an SSH server");
    row(
        "SSH version 1", [](QTcpSocket& socket) { socket.write("SSH-1.5-old\r\n"); },
        ErrorCode::Unsupported, "version 1");
    row(
        "SSH and then silence", [](QTcpSocket& socket) { socket.write("SSH-2.0-x\r\n"); },
        ErrorCode::Timeout, "did not answer in time");
    row(
        "SSH and then the end",
        [](QTcpSocket& socket) {
            socket.write("SSH-2.0-x\r\n");
            socket.disconnectFromHost();
        },
        ErrorCode::Disconnected, "ended the connection");
    row(
        "SSH and then garbage",
        [](QTcpSocket& socket) {
            socket.write("SSH-2.0-x\r\n");
            writeForEver(socket, QByteArray(4096, '\xee'));
        },
        ErrorCode::Disconnected, "ended the connection");
    row(
        "SSH and then a packet that never ends",
        [](QTcpSocket& socket) {
            socket.write("SSH-2.0-x\r\n");
            socket.write(QByteArray::fromHex("7fffffff04"));
            writeForEver(socket, QByteArray(4096, '\0'));
        },
        ErrorCode::Disconnected, "ended the connection");
}

void TestSshPeers::refusesPeers()
{
    QFETCH(Behaviour, behaviour);
    QFETCH(int, code);
    QFETCH(QString, says);
    const LoopbackServer server(behaviour);
    Steps steps;
    SshConnection connection(profileFor(server.port()), std::make_shared<ScriptedPrompter>(),
                             steps.observer(), quickTiming());
    QElapsedTimer timer;
    timer.start();
    const auto opened = connection.open().result();
    QVERIFY(!opened);
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(errorCodeName(opened.error().code), errorCodeName(static_cast<ErrorCode>(code)));
    QVERIFY2(opened.error().summary.contains(says), qPrintable(opened.error().summary));
    QVERIFY(!opened.error().summary.contains(u'\x1b'));
    QCOMPARE(steps.last().step, ConnectStep::HostKey);
    QCOMPARE(steps.last().state, StepState::Failed);
    QCOMPARE(steps.last().text, opened.error().summary);
    QVERIFY(!connection.isOpen());
}

void TestSshPeers::saysThatAPortIsClosed()
{
    quint16 port = 0;
    {
        const LoopbackServer server([](QTcpSocket&) {});
        port = server.port();
    }
    Steps steps;
    SshConnection connection(profileFor(port), std::make_shared<ScriptedPrompter>(),
                             steps.observer(), quickTiming());
    const auto opened = connection.open().result();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Disconnected);
    QVERIFY2(opened.error().summary.contains(QStringLiteral("Nothing listens")),
             qPrintable(opened.error().summary));
    QVERIFY(opened.error().detail.contains(QStringLiteral("127.0.0.1:%1").arg(port)));
    QCOMPARE(steps.last().step, ConnectStep::Tcp);
}

void TestSshPeers::endsAtOnceWhenCancelled()
{
    const LoopbackServer server([](QTcpSocket&) {});
    SshConnection connection(profileFor(server.port()), std::make_shared<ScriptedPrompter>());
    std::stop_source stop;
    auto opening = connection.open(stop.get_token());
    QTest::qWait(200);
    QVERIFY(!opening.isFinished());
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    const auto opened = opening.result();
    QVERIFY2(timer.elapsed() < 150, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(opened.error().code, ErrorCode::Cancelled);
}

void TestSshPeers::cancelsWaitingCommands()
{
    const LoopbackServer server([](QTcpSocket&) {});
    SshConnection connection(profileFor(server.port()), std::make_shared<ScriptedPrompter>());
    auto opening = connection.open();
    std::stop_source stop;
    auto waiting = connection.run({.argv = {"true"}}, stop.get_token());
    stop.request_stop();
    // The worker is still busy with open(); the command behind it finishes nevertheless.
    QVERIFY(waiting.isFinished());
    QCOMPARE(waiting.result().error().code, ErrorCode::Cancelled);
    QVERIFY(!opening.isFinished());
    const std::stop_token stopped = stop.get_token();
    QVERIFY(connection.run({.argv = {"true"}}, stopped).isFinished());
}

void TestSshPeers::destructionFinishesEverything()
{
    const LoopbackServer server([](QTcpSocket&) {});
    QFuture<Result<>> opening;
    QFuture<Result<CommandResult>> waiting;
    QElapsedTimer timer;
    {
        SshConnection connection(profileFor(server.port()), std::make_shared<ScriptedPrompter>());
        opening = connection.open();
        waiting = connection.run({.argv = {"true"}});
        QTest::qWait(100);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 250, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(opening.isFinished());
    QCOMPARE(opening.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(waiting.result().error().code, ErrorCode::Cancelled);
}

void TestSshPeers::refusesChangesOnAReadOnlyHost()
{
    HostProfile profile = profileFor(1);
    profile.readOnly = true;
    SshConnection connection(profile, std::make_shared<ScriptedPrompter>());
    const auto done = connection.run({.argv = {"true"}, .changesHost = true}).result();
    QCOMPARE(done.error().code, ErrorCode::AccessDenied);
    QVERIFY(done.error().summary.contains(QStringLiteral("mx1 is connected read-only")));
    QCOMPARE(connection.origin(), QStringLiteral("ann@127.0.0.1"));
}

void TestSshPeers::streamsReadAndWrite()
{
    const LoopbackServer server([](QTcpSocket& socket) {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                         [&socket] { socket.write(socket.readAll().toUpper()); });
    });
    auto stream = openTcpStream(QStringLiteral("127.0.0.1"), server.port(), 2s, {});
    QVERIFY(stream);
    const QByteArray sent(3 << 20, 'x');
    QVERIFY((*stream)->write("abc", 2s, {}));
    QCOMPARE((*stream)->read(2s, {}).value(), "ABC");
    // Echoed while it is written, so neither side may wait for the other.
    qsizetype received = 0;
    for (qsizetype at = 0; at < sent.size(); at += 1 << 16) {
        QVERIFY((*stream)->write(QByteArrayView(sent).sliced(at, 1 << 16), 2s, {}));
    }
    while (received < sent.size()) {
        const auto part = (*stream)->read(2s, {});
        QVERIFY(part);
        received += part->size();
    }
    QCOMPARE(received, sent.size());
}

void TestSshPeers::streamsEndInTime()
{
    const LoopbackServer server([](QTcpSocket& socket) {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                         [&socket] { socket.disconnectFromHost(); });
    });
    auto stream = openTcpStream(QStringLiteral("127.0.0.1"), server.port(), 2s, {});
    QVERIFY(stream);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE((*stream)->read(100ms, {}).error().code, ErrorCode::Timeout);
    QVERIFY(timer.elapsed() < 300);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE((*stream)->read(5s, stop.get_token()).error().code, ErrorCode::Cancelled);
    QVERIFY((*stream)->write("bye", 2s, {}));
    QCOMPARE((*stream)->read(2s, {}).error().code, ErrorCode::Disconnected);
    // Loopback may answer before the request to stop is looked at.
    const auto second =
        openTcpStream(QStringLiteral("127.0.0.1"), server.port(), 2s, stop.get_token());
    QVERIFY(second || second.error().code == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSshPeers)
#include "tst_ssh_peers.moc"
