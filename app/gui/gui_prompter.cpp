// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/gui_prompter.h"

namespace gatepost {

Result<bool> GuiPrompter::acceptHostKey(const HostKeyFacts& facts, std::stop_token stop)
{
    auto answer = std::make_shared<PendingAnswer<bool>>();
    QMetaObject::invokeMethod(
        this, [this, facts, answer] { Q_EMIT hostKeyAsked(facts, answer); }, Qt::QueuedConnection);
    return answer->wait(stop);
}

Result<QString> GuiPrompter::password(const QString& userAtHost, int attempt, std::stop_token stop)
{
    return askOne({CredentialQuestion::Kind::Password, userAtHost, attempt}, stop);
}

Result<QString> GuiPrompter::keyPassphrase(const QString& keyFile, int attempt,
                                           std::stop_token stop)
{
    return askOne({CredentialQuestion::Kind::KeyPassphrase, keyFile, attempt}, stop);
}

Result<QStringList> GuiPrompter::answers(const QString& userAtHost, const QString& name,
                                         const QString& instruction,
                                         const QList<InteractivePrompt>& prompts,
                                         std::stop_token stop)
{
    return ask({CredentialQuestion::Kind::Interactive, userAtHost, 1, name, instruction, prompts},
               stop);
}

Result<QString> GuiPrompter::elevationPassword(const QString& userAtHost, int attempt,
                                               std::stop_token stop)
{
    return askOne({CredentialQuestion::Kind::ElevationPassword, userAtHost, attempt}, stop);
}

Result<QStringList> GuiPrompter::ask(CredentialQuestion question, std::stop_token stop)
{
    auto answer = std::make_shared<PendingAnswer<QStringList>>();
    QMetaObject::invokeMethod(
        this,
        [this, question = std::move(question), answer] {
            Q_EMIT credentialAsked(question, answer);
        },
        Qt::QueuedConnection);
    return answer->wait(stop);
}

Result<QString> GuiPrompter::askOne(CredentialQuestion question, std::stop_token stop)
{
    auto answers = ask(std::move(question), stop);
    if (!answers) {
        return answers.error();
    }
    return answers->value(0);
}

} // namespace gatepost
