// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/ssh_connection.h"

#include <QStringList>

#include <mutex>

namespace gatepost {

/// Answers the questions of connecting with what a test put in beforehand, and writes down what was
/// asked. An empty list of answers means that nobody is there (AuthFailed).
class ScriptedPrompter : public ConnectPrompter
{
public:
    bool acceptKeys = true;
    QStringList passwords;          ///< one for each attempt
    QStringList passphrases;        ///< one for each attempt
    QStringList elevationPasswords; ///< one for each attempt
    QList<QStringList> rounds;      ///< answers, one list for each round of questions

    QStringList asked() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

    Result<bool> acceptHostKey(const HostKeyFacts& facts, std::stop_token) override
    {
        note(QStringLiteral("hostkey %1 %2 %3")
                 .arg(facts.host, facts.keyType, facts.sha256Fingerprint));
        return acceptKeys;
    }
    Result<QString> password(const QString& userAtHost, int attempt, std::stop_token) override
    {
        note(QStringLiteral("password %1 %2").arg(userAtHost).arg(attempt));
        return answer(passwords, attempt);
    }
    Result<QString> keyPassphrase(const QString& keyFile, int attempt, std::stop_token) override
    {
        note(QStringLiteral("passphrase %1 %2").arg(keyFile.section(u'/', -1)).arg(attempt));
        return answer(passphrases, attempt);
    }
    Result<QStringList> answers(const QString& userAtHost, const QString&, const QString&,
                                const QList<InteractivePrompt>& prompts, std::stop_token) override
    {
        QStringList texts;
        for (const InteractivePrompt& prompt : prompts) {
            texts.append(prompt.text + (prompt.echo ? u'+' : u'-'));
        }
        note(QStringLiteral("answers %1 [%2]").arg(userAtHost, texts.join(u'|')));
        if (m_round >= rounds.size()) {
            return failure(ErrorCode::AuthFailed, QStringLiteral("Nobody is there to answer."));
        }
        return rounds.at(m_round++);
    }
    Result<QString> elevationPassword(const QString& userAtHost, int attempt,
                                      std::stop_token) override
    {
        note(QStringLiteral("elevation %1 %2").arg(userAtHost).arg(attempt));
        return answer(elevationPasswords, attempt);
    }

private:
    static Result<QString> answer(const QStringList& list, int attempt)
    {
        if (attempt > list.size()) {
            return failure(ErrorCode::AuthFailed, QStringLiteral("Nobody is there to answer."));
        }
        return list.at(attempt - 1);
    }
    void note(const QString& what)
    {
        const std::scoped_lock lock(m_mutex);
        m_asked.append(what);
    }

    mutable std::mutex m_mutex;
    QStringList m_asked;
    int m_round = 0;
};

} // namespace gatepost
