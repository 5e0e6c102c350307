// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console_prompter.h"

#include "app/cli/terminal.h"
#include "models/core/display_text.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

Error nobodyToAsk(const QString& prompt)
{
    return failure(
        ErrorCode::AuthFailed,
        Text::tr("Nobody could be asked for \"%1\". Run this in a terminal, or name a program "
                 "with --askpass.")
            .arg(prompt.trimmed()));
}

} // namespace

ConsolePrompter::ConsolePrompter(Options options)
    : m_options(std::move(options))
{}

Result<bool> ConsolePrompter::acceptHostKey(const HostKeyFacts& facts, std::stop_token stop)
{
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
    }
    if (m_options.acceptNewHostKey) {
        return true;
    }
    const auto answer = askOnTerminal(
        Text::tr(
            "The host %1 (port %2) is not known yet.\nIts %3 key has the fingerprint %4.\n"
            "Compare it with what the host's owner told you. Connect and remember it (yes/no)? ")
            .arg(facts.host)
            .arg(facts.port)
            .arg(facts.keyType, facts.sha256Fingerprint),
        true);
    if (!answer) {
        return failure(
            ErrorCode::HostKeyUnknown,
            Text::tr("The host key of %1 (%2, %3) is not known. Connect once with ssh or the "
                     "console, or use --accept-new.")
                .arg(facts.host, facts.keyType, facts.sha256Fingerprint));
    }
    return answer->trimmed().compare(u"yes", Qt::CaseInsensitive) == 0;
}

Result<QString> ConsolePrompter::password(const QString& userAtHost, int attempt,
                                          std::stop_token stop)
{
    if (attempt > 1 && !m_options.askpass.isEmpty()) {
        return failure(ErrorCode::AuthFailed,
                       Text::tr("%1 refused the password that the askpass program "
                                "gave.")
                           .arg(userAtHost));
    }
    return ask("password", Text::tr("Password of %1: ").arg(userAtHost), false, stop);
}

Result<QString> ConsolePrompter::keyPassphrase(const QString& keyFile, int attempt,
                                               std::stop_token stop)
{
    if (attempt > 1 && !m_options.askpass.isEmpty()) {
        return failure(ErrorCode::AuthFailed,
                       Text::tr("The passphrase that the askpass program gave does not open %1.")
                           .arg(keyFile));
    }
    return ask("passphrase", Text::tr("Passphrase of the key %1: ").arg(keyFile), false, stop);
}

Result<QStringList> ConsolePrompter::answers(const QString& userAtHost, const QString& name,
                                             const QString& instruction,
                                             const QList<InteractivePrompt>& prompts,
                                             std::stop_token stop)
{
    QString heading = displayText(name);
    if (!instruction.isEmpty()) {
        heading += heading.isEmpty() ? QString() : QStringLiteral("\n");
        heading += displayText(instruction);
    }
    QStringList answers;
    for (const InteractivePrompt& prompt : prompts) {
        QString text = QStringLiteral("%1: %2").arg(userAtHost, displayText(prompt.text));
        if (!heading.isEmpty() && answers.isEmpty()) {
            text = heading + QStringLiteral("\n") + text;
        }
        auto answer = ask("interactive", text, prompt.echo, stop);
        if (!answer) {
            return answer.error();
        }
        answers += *answer;
    }
    return answers;
}

Result<QString> ConsolePrompter::elevationPassword(const QString& userAtHost, int attempt,
                                                   std::stop_token stop)
{
    if (attempt > 1 && !m_options.askpass.isEmpty()) {
        return failure(
            ErrorCode::AuthFailed,
            Text::tr("%1 refused the password for root rights that the askpass program gave.")
                .arg(userAtHost));
    }
    return ask("elevation", Text::tr("Password of %1 for root rights: ").arg(userAtHost), false,
               stop);
}

Result<QString> ConsolePrompter::ask(const char* kind, const QString& prompt, bool echo,
                                     std::stop_token stop)
{
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
    }
    if (!m_options.askpass.isEmpty()) {
        return runAskpass(kind, prompt, stop);
    }
    const auto answer = askOnTerminal(prompt, echo);
    if (!answer) {
        return nobodyToAsk(prompt);
    }
    return *answer;
}

Result<QString> ConsolePrompter::runAskpass(const char* kind, const QString& prompt,
                                            std::stop_token stop)
{
    constexpr int kWaitMs = 100;
    constexpr int kLongestWaitMs = 120'000;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GATEPOST_PROMPT"), QLatin1StringView(kind));
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(m_options.askpass, {prompt});
    program.closeWriteChannel();
    for (int waited = 0; !program.waitForFinished(kWaitMs); waited += kWaitMs) {
        if (program.error() == QProcess::FailedToStart) {
            return failure(ErrorCode::NotFound,
                           Text::tr("The askpass program %1 could not be started: %2.")
                               .arg(m_options.askpass, program.errorString()));
        }
        if (stop.stop_requested() || waited >= kLongestWaitMs) {
            program.kill();
            program.waitForFinished();
            return failure(stop.stop_requested() ? ErrorCode::Cancelled : ErrorCode::Timeout,
                           Text::tr("The askpass program did not answer in time."));
        }
    }
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0) {
        return nobodyToAsk(prompt);
    }
    QByteArray answer = program.readAllStandardOutput();
    const qsizetype end = answer.indexOf('\n');
    const QString secret = QString::fromLocal8Bit(end < 0 ? answer : answer.first(end));
    answer.fill('\0');
    return secret;
}

} // namespace gatepost
