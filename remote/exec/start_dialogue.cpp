// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/start_dialogue.h"

#include "models/core/shell_quote.h"
#include "remote/exec/elevation_refusal.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace gatepost {

namespace {

/// Output before the program begins that is still taken for login scripts and lectures.
constexpr qsizetype kMostEarlyBytes = 256 << 10;

/// Runs "$@" where programs of the system are found and speak English. The user's own PATH comes
/// first, so that a host's special installations are respected.
constexpr auto kEnvironment = "PATH=\"$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:"
                              "/sbin:/bin\"; LC_ALL=C; export PATH LC_ALL; unset LANGUAGE ENV "
                              "BASH_ENV; ";
/// Says on both streams that the program begins now, then becomes it.
constexpr auto kBegin = "m=$1; shift; printf '%s\\n' \"$m\"; printf '%s %s\\n' \"$m\" \"$$\" >&2; ";
constexpr auto kBecome = "exec \"$@\"";

QByteArray randomWord()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

QList<QByteArray> timeLimit(const Command& command, const HostTools& tools)
{
    if (!tools.hasTimeout) {
        return {};
    }
    // Whole seconds: busybox knows no others. One more than the console waits, so that the console
    // is the one that reports it.
    const qint64 seconds = command.timeout.count() / 1000 + 1;
    return {"timeout", "-k", "5", QByteArray::number(seconds)};
}

} // namespace

StartDialogue::StartDialogue(const Command& command, Elevation elevation, const HostTools& tools,
                             std::optional<QByteArray> password)
    : m_elevation(elevation)
    , m_marker("gatepost-" + randomWord())
{
    if (password) {
        m_answer = *password + '\n';
    }
    const QList<QByteArray> program = timeLimit(command, tools) + command.argv;
    const QList<QByteArray> begin =
        QList<QByteArray>{"/bin/sh", "-c", QByteArray(kEnvironment) + kBegin + kBecome, "gatepost",
                          m_marker} +
        program;
    QList<QByteArray> words = begin;
    if (elevation == Elevation::Sudo) {
        m_prompt = "gatepost-" + randomWord() + ':';
        words = QList<QByteArray>{"/bin/sh",  "-c",     QByteArray(kEnvironment) + kBecome,
                                  "gatepost", "sudo",   "-S",
                                  "-p",       m_prompt, "--"} +
                begin;
    } else if (elevation == Elevation::Doas) {
        words = QList<QByteArray>{"/bin/sh",  "-c",   QByteArray(kEnvironment) + kBecome,
                                  "gatepost", "doas", "-n"} +
                begin;
    }
    m_commandLine = "exec " + shellCommand(words);
}

StartDialogue::~StartDialogue()
{
    m_answer.fill('\0');
}

QByteArray StartDialogue::feedOut(QByteArrayView chunk)
{
    if (m_outBegun) {
        return chunk.toByteArray();
    }
    m_earlyOut += chunk;
    const QByteArray line = m_marker + '\n';
    const qsizetype at = m_earlyOut.indexOf(line);
    if (at < 0) {
        if (m_earlyOut.size() > kMostEarlyBytes) {
            m_state = State::Flooded;
        }
        return {};
    }
    m_outBegun = true;
    const QByteArray rest = m_earlyOut.mid(at + line.size());
    m_earlyOut.clear();
    return rest;
}

QByteArray StartDialogue::feedErr(QByteArrayView chunk)
{
    if (m_state == State::Started) {
        return chunk.toByteArray();
    }
    m_early += chunk;
    const qsizetype at = m_early.indexOf(m_marker + ' ');
    const qsizetype end = at < 0 ? -1 : m_early.indexOf('\n', at);
    if (end >= 0) {
        m_processId =
            m_early.mid(at + m_marker.size(), end - at - m_marker.size()).trimmed().toLongLong();
        const QByteArray rest = m_early.mid(end + 1);
        m_early.truncate(at);
        m_state = State::Started;
        return rest;
    }
    if (m_early.size() > kMostEarlyBytes) {
        m_state = State::Flooded;
    }
    examinePrompt();
    return {};
}

void StartDialogue::examinePrompt()
{
    if (m_prompt.isEmpty() || m_state != State::Waiting) {
        return;
    }
    const auto prompts = m_early.count(m_prompt);
    if (prompts == 0) {
        return;
    }
    m_refused = prompts > 1 && m_answered;
    if (m_answer.isEmpty() || m_refused) {
        m_state = State::PasswordWanted;
    }
}

QByteArray StartDialogue::takeAnswer()
{
    if (m_answered || m_answer.isEmpty() || m_prompt.isEmpty() || m_state != State::Waiting ||
        !m_early.contains(m_prompt)) {
        return {};
    }
    m_answered = true;
    return m_answer;
}

Error StartDialogue::startError(int exitStatus, const QString& origin) const
{
    QByteArray said = m_early;
    if (!m_prompt.isEmpty()) {
        said.replace(m_prompt, QByteArray());
    }
    if (m_early.isEmpty()) {
        said = m_earlyOut;
    }
    return elevationRefusal(m_elevation, said, m_answered, exitStatus, origin);
}

} // namespace gatepost
