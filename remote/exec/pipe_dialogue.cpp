// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/shell_quote.h"
#include "remote/exec/elevation_refusal.h"
#include "remote/exec/program_dialogue.h"
#include "remote/exec/program_line.h"

namespace gatepost {

namespace {

class PipeDialogue : public ProgramDialogue
{
public:
    PipeDialogue(const Command& command, Elevation elevation, const HostTools& tools,
                 std::optional<QByteArray> password);
    PipeDialogue(const PipeDialogue&) = delete;
    PipeDialogue& operator=(const PipeDialogue&) = delete;
    ~PipeDialogue() override { m_answer.fill('\0'); }

    ProgramOutput feed(QByteArrayView chunk, bool isError) override;
    QByteArray takeAnswer() override;
    bool passwordRefused() const override { return m_refused; }
    QByteArray earlyText() const override { return m_early; }
    Error startError(int exitStatus, const QString& origin) const override;

private:
    QByteArray feedOut(QByteArrayView chunk);
    QByteArray feedErr(QByteArrayView chunk);
    void examinePrompt();

    Elevation m_elevation;
    QByteArray m_marker = "gatepost-" + randomWord();
    QByteArray m_prompt;
    QByteArray m_answer;
    QByteArray m_early;    ///< standard error before the marker
    QByteArray m_earlyOut; ///< standard output before the marker
    bool m_outBegun = false;
    bool m_answered = false;
    bool m_refused = false;
};

PipeDialogue::PipeDialogue(const Command& command, Elevation elevation, const HostTools& tools,
                           std::optional<QByteArray> password)
    : m_elevation(elevation)
{
    if (password) {
        m_answer = *password + '\n';
    }
    // Says on both streams that the program begins now, then becomes it.
    const QByteArray begin =
        environmentSource() +
        "m=$1; shift; printf '%s\\n' \"$m\"; printf '%s %s\\n' \"$m\" \"$$\" >&2; exec \"$@\"";
    const QList<QByteArray> program =
        QList<QByteArray>{"/bin/sh", "-c", begin, "gatepost", m_marker} +
        limitedProgram(command, tools);
    const QList<QByteArray> elevate = {"/bin/sh", "-c", environmentSource() + "exec \"$@\"",
                                       "gatepost"};
    QList<QByteArray> words = program;
    if (elevation == Elevation::Sudo) {
        m_prompt = "gatepost-" + randomWord() + ':';
        words = elevate + QList<QByteArray>{"sudo", "-S", "-p", m_prompt, "--"} + program;
    } else if (elevation == Elevation::Doas) {
        words = elevate + QList<QByteArray>{"doas", "-n"} + program;
    }
    m_commandLine = "exec " + shellCommand(words);
}

ProgramOutput PipeDialogue::feed(QByteArrayView chunk, bool isError)
{
    return isError ? ProgramOutput{.out = {}, .err = feedErr(chunk)}
                   : ProgramOutput{.out = feedOut(chunk), .err = {}};
}

QByteArray PipeDialogue::feedOut(QByteArrayView chunk)
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

QByteArray PipeDialogue::feedErr(QByteArrayView chunk)
{
    if (m_state == State::Started) {
        return chunk.toByteArray();
    }
    m_early += chunk;
    const qsizetype at = m_early.indexOf(m_marker + ' ');
    const qsizetype end = at < 0 ? -1 : m_early.indexOf('\n', at);
    if (end >= 0) {
        const qsizetype number = at + m_marker.size();
        m_processId = m_early.mid(number, end - number).trimmed().toLongLong();
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

void PipeDialogue::examinePrompt()
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

QByteArray PipeDialogue::takeAnswer()
{
    if (m_answered || m_answer.isEmpty() || m_prompt.isEmpty() || m_state != State::Waiting ||
        !m_early.contains(m_prompt)) {
        return {};
    }
    m_answered = true;
    return m_answer;
}

Error PipeDialogue::startError(int exitStatus, const QString& origin) const
{
    QByteArray said = m_early.isEmpty() ? m_earlyOut : m_early;
    if (!m_prompt.isEmpty()) {
        said.replace(m_prompt, QByteArray());
    }
    return elevationRefusal(m_elevation, said, m_answered, exitStatus, origin);
}

} // namespace

std::unique_ptr<ProgramDialogue> makePipeDialogue(const Command& command, Elevation elevation,
                                                  const HostTools& tools,
                                                  std::optional<QByteArray> password)
{
    return std::make_unique<PipeDialogue>(command, elevation, tools, std::move(password));
}

} // namespace gatepost
