// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/command_executor.h"

#include "models/core/display_text.h"
#include "remote/ssh/ssh_process.h"

#include <QCoreApplication>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandExecutor)
};

constexpr int kPasswordAttempts = 3;
/// How long a program's output may stay open after its end, held by a daemon that it left behind.
constexpr std::chrono::milliseconds kLingering{400};
/// Error output is for reading; more than this tells nothing new.
constexpr qint64 kMostErrorBytes = 1 << 20;

} // namespace

void ElevationSecret::forget()
{
    if (m_value) {
        m_value->fill('\0');
        m_value.reset();
    }
}

/// The state of one start.
struct CommandExecutor::Attempt
{
    Attempt(const Command& wanted, const OutputSink& to, std::unique_ptr<ProgramDialogue> talk)
        : command(wanted)
        , sink(to)
        , dialogue(std::move(talk))
    {}

    void take(QByteArrayView chunk, bool isError)
    {
        lastOutput.start();
        const ProgramOutput bytes = dialogue->feed(chunk, isError);
        if (tooMuch || sinkDone) {
            return;
        }
        result.err += bytes.err.left(kMostErrorBytes - result.err.size());
        if (bytes.out.isEmpty()) {
            return;
        }
        if (sink) {
            sinkDone = !sink(bytes.out);
        } else if (result.out.size() + bytes.out.size() > command.maxOutputBytes) {
            tooMuch = true;
        } else {
            result.out += bytes.out;
        }
    }

    const Command& command;
    const OutputSink& sink;
    std::unique_ptr<ProgramDialogue> dialogue;
    CommandResult result;
    QElapsedTimer lastOutput;
    qsizetype sent = 0;
    bool inputClosed = false;
    bool tooMuch = false;
    bool sinkDone = false;
    bool timedOut = false;
};

CommandExecutor::CommandExecutor(SshSession& session, Elevation elevation, QString origin,
                                 ConnectPrompter& prompter, ElevationSecret& secret,
                                 const ConnectionTiming& timing)
    : m_session(session)
    , m_elevation(elevation)
    , m_origin(std::move(origin))
    , m_prompter(prompter)
    , m_secret(secret)
    , m_timing(timing)
{}

Result<> CommandExecutor::examineHost(const std::stop_token& stop)
{
    const Command probe{
        .argv = {"/bin/sh", "-c", "id -u; timeout -k 1 1 true 2>/dev/null && echo timeout"},
        .timeout = m_timing.answerTimeout};
    const auto answer = execute(probe, {}, stop);
    if (!answer) {
        return answer.error();
    }
    const QList<QByteArray> lines = answer->out.split('\n');
    m_tools.isRoot = lines.value(0) == "0";
    m_tools.hasTimeout = lines.value(1) == "timeout";
    return {};
}

Result<CommandResult> CommandExecutor::execute(const Command& command, const OutputSink& sink,
                                               const std::stop_token& stop)
{
    const Elevation elevation = command.elevated && !m_tools.isRoot ? m_elevation : Elevation::None;
    for (int asked = 0;;) {
        auto done = attempt(command, elevation, sink, stop);
        if (done && *done) {
            return std::move(**done);
        }
        if (!done && (done.error().code != ErrorCode::AuthFailed || elevation == Elevation::None)) {
            return done.error();
        }
        if (m_refused || !done) {
            m_secret.forget();
        }
        if (asked == kPasswordAttempts) {
            return failure(ErrorCode::AuthFailed,
                           Text::tr("The password for %1 was wrong three times. Check it and try "
                                    "again.")
                               .arg(m_origin),
                           {}, m_origin);
        }
        ++asked;
        const auto password = m_prompter.elevationPassword(m_origin, asked, stop);
        if (!password) {
            return password.error();
        }
        m_secret.remember(*password);
    }
}

Result<std::optional<CommandResult>> CommandExecutor::attempt(const Command& command,
                                                              Elevation elevation,
                                                              const OutputSink& sink,
                                                              const std::stop_token& stop)
{
    m_refused = false;
    if (elevation == Elevation::Doas && m_doasByTerminal && !m_secret.value()) {
        return std::optional<CommandResult>();
    }
    Attempt run(command, sink, makeDialogue(command, elevation));
    const auto outcome = converse(run, stop);
    if (!outcome) {
        if (run.dialogue->processId() > 0 && m_session.isConnected()) {
            m_abandoned.append({run.dialogue->processId(), elevation != Elevation::None});
        }
        return outcome.error();
    }
    if (run.dialogue->state() == ProgramDialogue::State::PasswordWanted) {
        m_refused = run.dialogue->passwordRefused();
        return std::optional<CommandResult>();
    }
    if (run.dialogue->state() != ProgramDialogue::State::Started) {
        const Error error = run.dialogue->startError(run.result.exitStatus, m_origin);
        if (elevation == Elevation::Doas && error.code == ErrorCode::AuthFailed) {
            m_doasByTerminal = true;
        }
        return error;
    }
    return std::optional(std::move(run.result));
}

std::unique_ptr<ProgramDialogue> CommandExecutor::makeDialogue(const Command& command,
                                                               Elevation elevation) const
{
    if (elevation == Elevation::Doas && m_doasByTerminal) {
        return makeDoasTerminalDialogue(command, m_tools, m_secret.value().value_or(QByteArray()));
    }
    return makePipeDialogue(command, elevation, m_tools, m_secret.value());
}

Result<> CommandExecutor::converse(Attempt& run, const std::stop_token& stop)
{
    SshProcess process(m_session,
                       [&run](QByteArrayView chunk, bool isError) { run.take(chunk, isError); });
    const QDeadlineTimer startDeadline(m_timing.answerTimeout);
    if (const auto started = process.start(run.dialogue->commandLine(),
                                           run.dialogue->needsTerminal(), startDeadline, stop);
        !started) {
        return started;
    }
    QDeadlineTimer deadline(QDeadlineTimer::Forever);
    LinkWatch watch(m_timing);
    while (!process.isFinished()) {
        using State = ProgramDialogue::State;
        const State state = run.dialogue->state();
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, Text::tr("Cancelled."), {}, m_origin);
        }
        if (state == State::PasswordWanted) {
            return {};
        }
        if (state == State::Started && deadline.isForever()) {
            deadline = QDeadlineTimer(run.command.timeout);
        }
        run.timedOut = state == State::Waiting ? startDeadline.hasExpired() : deadline.hasExpired();
        if (run.timedOut || run.tooMuch || run.sinkDone || state == State::Flooded) {
            return limitError(run, run.command);
        }
        if (const QByteArray answer = run.dialogue->takeAnswer(); !answer.isEmpty()) {
            if (const auto written = process.write(answer); !written) {
                return written.error();
            }
        }
        bool progress = false;
        if (state == State::Started && !run.inputClosed) {
            const auto written = process.write(QByteArrayView(run.command.input).sliced(run.sent));
            if (!written) {
                return written.error();
            }
            run.sent += *written;
            progress = *written > 0;
            if (run.sent == run.command.input.size()) {
                run.inputClosed = true;
                if (run.dialogue->closesInput()) {
                    process.closeInput();
                }
            }
        }
        if (process.hasExitStatus() && run.lastOutput.isValid() &&
            run.lastOutput.hasExpired(kLingering.count())) {
            break;
        }
        using namespace std::chrono_literals;
        if (const auto served = m_session.serve(progress ? 0ms : kStopCheckInterval); !served) {
            // The last packets of a host that goes down may still have completed the program.
            return process.isFinished() ? Result<>() : served;
        }
        process.widenWindow();
        if (const auto alive = watch.check(m_session); !alive) {
            return alive;
        }
    }
    run.result.exitStatus = process.exitStatus();
    return {};
}

Error CommandExecutor::limitError(const Attempt& run, const Command& command) const
{
    const QString name = displayText(command.argv.value(0));
    if (run.sinkDone) {
        return failure(ErrorCode::Cancelled, Text::tr("Cancelled."), {}, m_origin);
    }
    if (run.tooMuch) {
        return failure(ErrorCode::ParseFailed,
                       Text::tr("%1 on %2 printed more than %3 MiB and was ended. Something is "
                                "wrong with it, or the host is not what it seems.")
                           .arg(name, m_origin)
                           .arg(command.maxOutputBytes >> 20),
                       {}, m_origin);
    }
    const QString early = displayBlock(run.dialogue->earlyText().left(4000)).trimmed();
    if (run.dialogue->state() == ProgramDialogue::State::Flooded) {
        return failure(ErrorCode::ParseFailed,
                       Text::tr("%1 prints without end before a program starts. Check the login "
                                "scripts of this account (.bashrc, .profile).")
                           .arg(m_origin),
                       early.left(1000), m_origin);
    }
    if (run.dialogue->state() == ProgramDialogue::State::Waiting) {
        return failure(ErrorCode::Timeout,
                       Text::tr("%1 did not start %2 in time. The host may be overloaded, or its "
                                "sudo asks something other than the password.")
                           .arg(m_origin, name),
                       early, m_origin);
    }
    return failure(ErrorCode::Timeout,
                   Text::tr("%1 on %2 did not end within %3 s and was ended. Try again when the "
                            "host is less busy.")
                       .arg(name, m_origin)
                       .arg(static_cast<double>(command.timeout.count()) / 1000),
                   displayBlock(run.result.err.left(4000)), m_origin);
}

void CommandExecutor::endAbandoned()
{
    const QList<Abandoned> list = std::exchange(m_abandoned, {});
    for (const Abandoned& program : list) {
        Command end{.argv = {"/bin/sh", "-c", "kill -TERM \"$1\"", "gatepost",
                             QByteArray::number(program.processId)},
                    .elevated = program.elevated,
                    .timeout = std::chrono::seconds(3)};
        // No password is asked for here: without one the program ends by its own time limit.
        (void)attempt(end, program.elevated && !m_tools.isRoot ? m_elevation : Elevation::None, {},
                      {});
        m_abandoned.clear();
    }
}

} // namespace gatepost
