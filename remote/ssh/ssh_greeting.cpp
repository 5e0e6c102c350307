// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/ssh_greeting.h"

#include "models/core/display_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <thread>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshGreeting)
};

constexpr qint64 kMostBytes = 8192;
/// A server may send other lines before it introduces itself; when it has said something else and
/// then nothing for this long, it is no SSH server.
constexpr std::chrono::seconds kQuietTime{2};
/// libssh 0.10 refuses a line of more than 255 bytes (RFC 4253 section 4.2).
constexpr qsizetype kLongestLine = 255;

enum class Greeting { Incomplete, Ssh, OldSsh, Other };

Greeting classify(const QByteArray& seen)
{
    for (const QByteArray& line : seen.split('\n')) {
        if (line.startsWith("SSH-2.") || line.startsWith("SSH-1.99")) {
            return Greeting::Ssh;
        }
        if (line.startsWith("SSH-1.") && line.size() > 8) {
            return Greeting::OldSsh;
        }
        if (line.size() > kLongestLine) {
            return Greeting::Other;
        }
    }
    return seen.size() >= kMostBytes ? Greeting::Other : Greeting::Incomplete;
}

Error notSsh(const QString& label, const QByteArray& seen)
{
    const QString line = displayText(seen.left(80).split('\n').first());
    return failure(ErrorCode::ParseFailed,
                   Text::tr("%1 answers on this port, but not as an SSH server. Check the port; "
                            "it said: %2")
                       .arg(label, line),
                   displayText(seen.left(1000)));
}

Error silent(const QString& label, const QByteArray& seen)
{
    if (!seen.isEmpty()) {
        return notSsh(label, seen);
    }
    return failure(ErrorCode::Timeout,
                   Text::tr("%1 accepted the connection but said nothing. Check that the port "
                            "belongs to an SSH server, or try again when the host is less busy.")
                       .arg(label));
}

Error hungUp(const QString& label, const QByteArray& seen)
{
    if (!seen.isEmpty()) {
        return notSsh(label, seen);
    }
    return failure(ErrorCode::Disconnected,
                   Text::tr("%1 hung up before it introduced itself. It may block this address or "
                            "refuse more sign-ins at a time (MaxStartups); try again in a minute.")
                       .arg(label));
}

} // namespace

Result<> awaitSshGreeting(NativeSocket& socket, const QString& label, QDeadlineTimer deadline,
                          const std::stop_token& stop)
{
    QByteArray seen;
    QDeadlineTimer quiet(QDeadlineTimer::Forever);
    std::array<char, kMostBytes> buffer{};
    for (;;) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
        }
        if (deadline.hasExpired() || quiet.hasExpired()) {
            return silent(label, seen);
        }
        if (!socket.wait(NativeSocket::Direction::Read, kStopCheckInterval)) {
            continue;
        }
        const qint64 count = socket.peek(buffer.data(), buffer.size());
        if (count == 0 || count == NativeSocket::kFailed) {
            return hungUp(label, seen);
        }
        const qsizetype before = seen.size();
        seen = QByteArray(buffer.data(), std::max<qint64>(count, 0));
        switch (classify(seen)) {
        case Greeting::Ssh:
            return {};
        case Greeting::OldSsh:
            return failure(ErrorCode::Unsupported,
                           Text::tr("%1 speaks only the broken SSH version 1. Update its SSH "
                                    "server.")
                               .arg(label),
                           displayText(seen));
        case Greeting::Other:
            return notSsh(label, seen);
        case Greeting::Incomplete:
            break;
        }
        if (seen.size() != before) {
            quiet = QDeadlineTimer(kQuietTime);
        }
        // Peeked bytes keep the socket readable; without a pause this would spin.
        std::this_thread::sleep_for(kStopCheckInterval / 4);
    }
}

} // namespace gatepost
