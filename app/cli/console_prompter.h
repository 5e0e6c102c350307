// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/ssh_connection.h"

namespace gatepost {

/// Answers a connection's questions from the terminal, or from an askpass program, so that secrets
/// never stand on a command line or in the environment.
///
/// The askpass program gets the prompt as its one argument, as ssh(1) does with SSH_ASKPASS, and in
/// GATEPOST_PROMPT one of `password`, `passphrase`, `interactive`, `elevation`. It prints the
/// secret and a newline. Status other than 0 means that there is none.
class ConsolePrompter : public ConnectPrompter
{
public:
    struct Options
    {
        QString askpass;               ///< program; empty: ask on the terminal
        bool acceptNewHostKey = false; ///< answer yes to an unknown (never to a changed) host key
    };

    explicit ConsolePrompter(Options options);

    Result<bool> acceptHostKey(const HostKeyFacts& facts, std::stop_token stop) override;
    Result<QString> password(const QString& userAtHost, int attempt, std::stop_token stop) override;
    Result<QString> keyPassphrase(const QString& keyFile, int attempt,
                                  std::stop_token stop) override;
    Result<QStringList> answers(const QString& userAtHost, const QString& name,
                                const QString& instruction, const QList<InteractivePrompt>& prompts,
                                std::stop_token stop) override;
    Result<QString> elevationPassword(const QString& userAtHost, int attempt,
                                      std::stop_token stop) override;

private:
    Result<QString> ask(const char* kind, const QString& prompt, bool echo, std::stop_token stop);
    Result<QString> runAskpass(const char* kind, const QString& prompt, std::stop_token stop);

    Options m_options;
};

} // namespace gatepost
