// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/ssh_connection.h"
#include "remote/ssh/ssh_session.h"

namespace gatepost {

/// Signs in at one server, with every method that it and the profile allow: agent, key files,
/// keyboard-interactive, password, in this order, also several in a row where the server wants more
/// than one (RFC 4252 section 5.1, partial success). Runs once.
class SignIn
{
public:
    SignIn(SshSession& session, const SshEndpoint& endpoint, QString user, bool useAgent,
           ConnectPrompter& prompter, std::chrono::milliseconds answerTimeout,
           std::stop_token stop);

    /// The sentence to show, for example "Signed in as admin with the key id_ed25519".
    /// AuthFailed when the server refused everything, Timeout, Cancelled, Disconnected.
    Result<QString> run();

    /// Whether a person had to answer questions that cannot be answered again by themselves.
    bool neededAnswers() const { return m_neededAnswers; }

private:
    /// What one method achieved.
    enum class Outcome { Refused, Partial, Done };

    Result<Outcome> outcomeOf(const std::function<int()>& call);
    Result<Outcome> tryMethods();
    Result<Outcome> tryAgent();
    Result<Outcome> tryKeyFiles();
    Result<Outcome> tryKeyFile(const QString& path);
    Result<SshKeyHandle> privateKey(const QString& path, const QByteArray& text);
    Result<Outcome> tryPassword();
    Result<Outcome> tryInteractive();
    Result<Outcome> answerRounds(int attempt);
    Result<QStringList> roundAnswers(int attempt, bool firstRound);
    bool offered(int method) const;
    Error refusedError() const;

    SshSession& m_session;
    const SshEndpoint& m_endpoint;
    QString m_user;
    QString m_userAtHost;
    bool m_useAgent;
    ConnectPrompter& m_prompter;
    std::chrono::milliseconds m_answerTimeout;
    std::stop_token m_stop;
    QStringList m_tried;     ///< methods and keys, for the error's detail
    QStringList m_usedUp;    ///< key files that cannot be used again in this sign-in
    QStringList m_succeeded; ///< what the server accepted, for the sentence
    bool m_agentUsedUp = false;
    bool m_passwordAsked = false;
    bool m_neededAnswers = false;
};

} // namespace gatepost
