// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/shell_quote.h"
#include "remote/exec/elevation_refusal.h"
#include "remote/exec/program_dialogue.h"
#include "remote/exec/program_line.h"

#include <algorithm>

namespace gatepost {

namespace {

class DoasTerminalDialogue : public ProgramDialogue
{
public:
    DoasTerminalDialogue(const Command& command, const HostTools& tools,
                         const QByteArray& password);
    DoasTerminalDialogue(const DoasTerminalDialogue&) = delete;
    DoasTerminalDialogue& operator=(const DoasTerminalDialogue&) = delete;
    ~DoasTerminalDialogue() override { m_answer.fill('\0'); }

    bool needsTerminal() const override { return true; }
    bool closesInput() const override { return false; }
    ProgramOutput feed(QByteArrayView chunk, bool isError) override;
    QByteArray takeAnswer() override;
    QByteArray earlyText() const override { return said(); }
    Error startError(int exitStatus, const QString& origin) const override;

private:
    /// What came after doas was called.
    QByteArray said() const;
    ProgramOutput splitOutput();

    QByteArray m_ready = "gatepost-" + randomWord();  ///< printed before doas is called
    QByteArray m_marker = "gatepost-" + randomWord(); ///< printed around the program's output
    QByteArray m_answer;
    QByteArray m_pending; ///< received and not yet passed on
    bool m_answered = false;
    bool m_ended = false;
};

DoasTerminalDialogue::DoasTerminalDialogue(const Command& command, const HostTools& tools,
                                           const QByteArray& password)
    : m_answer(password + '\n')
{
    // "raw" lets all bytes through in both directions; without it the terminal would eat control
    // characters of the input and change line ends of the output.
    const QByteArray outer =
        environmentSource() +
        "stty raw -echo || exit 126; r=$1; shift; printf '%s\\n' \"$r\"; exec doas \"$@\"";
    // There is no end of input on a raw terminal, hence head with the input's length. Standard
    // error is kept in a variable and printed after the end; the status behind an "x" keeps its
    // last newlines from being cut off.
    const QByteArray program =
        environmentSource() +
        "m=$1; n=$2; shift 2; printf '%s %s\\n' \"$m\" \"$$\"; exec 3>&1; "
        "e=$(head -c \"$n\" | \"$@\" 2>&1 1>&3 3>&-; printf 'x%s' \"$?\"); s=${e##*x}; "
        "printf '\\n%s %s\\n%s' \"$m\" \"$s\" \"${e%x*}\"; exit \"$s\"";
    const QList<QByteArray> words = QList<QByteArray>{"/bin/sh",
                                                      "-c",
                                                      outer,
                                                      "gatepost",
                                                      m_ready,
                                                      "/bin/sh",
                                                      "-c",
                                                      program,
                                                      "gatepost",
                                                      m_marker,
                                                      QByteArray::number(command.input.size())} +
                                    limitedProgram(command, tools);
    m_commandLine = "exec " + shellCommand(words);
}

QByteArray DoasTerminalDialogue::said() const
{
    const qsizetype at = m_pending.indexOf(m_ready);
    return at < 0 ? m_pending : m_pending.mid(at + m_ready.size() + 1);
}

ProgramOutput DoasTerminalDialogue::feed(QByteArrayView chunk, bool)
{
    m_pending += chunk;
    if (m_state == State::Started) {
        return splitOutput();
    }
    const qsizetype at = m_pending.indexOf(m_marker + ' ');
    const qsizetype end = at < 0 ? -1 : m_pending.indexOf('\n', at);
    if (end < 0) {
        if (m_pending.size() > kMostEarlyBytes) {
            m_state = State::Flooded;
        }
        return {};
    }
    const qsizetype number = at + m_marker.size();
    m_processId = m_pending.mid(number, end - number).trimmed().toLongLong();
    m_pending.remove(0, end + 1);
    m_state = State::Started;
    return splitOutput();
}

ProgramOutput DoasTerminalDialogue::splitOutput()
{
    if (m_ended) {
        return {.out = {}, .err = std::exchange(m_pending, {})};
    }
    const QByteArray endMark = '\n' + m_marker + ' ';
    const qsizetype at = m_pending.indexOf(endMark);
    const qsizetype lineEnd = at < 0 ? -1 : m_pending.indexOf('\n', at + 1);
    if (lineEnd >= 0) {
        m_ended = true;
        ProgramOutput output{.out = m_pending.left(at), .err = m_pending.mid(lineEnd + 1)};
        m_pending.clear();
        return output;
    }
    // A part of the end mark may have arrived; only what lies safely before it is passed on.
    const qsizetype safe = at >= 0 ? at : std::max<qsizetype>(0, m_pending.size() - endMark.size());
    ProgramOutput output{.out = m_pending.left(safe), .err = {}};
    m_pending.remove(0, safe);
    return output;
}

QByteArray DoasTerminalDialogue::takeAnswer()
{
    // Sample: "\rdoas (ann@mx1) password: "
    if (m_answered || m_state != State::Waiting || !m_pending.contains(m_ready + '\n') ||
        !said().contains("password:")) {
        return {};
    }
    m_answered = true;
    return m_answer;
}

Error DoasTerminalDialogue::startError(int exitStatus, const QString& origin) const
{
    return elevationRefusal(Elevation::Doas, said(), m_answered, exitStatus, origin);
}

} // namespace

std::unique_ptr<ProgramDialogue>
makeDoasTerminalDialogue(const Command& command, const HostTools& tools, const QByteArray& password)
{
    return std::make_unique<DoasTerminalDialogue>(command, tools, password);
}

} // namespace gatepost
