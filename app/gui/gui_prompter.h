// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pending_answer.h"
#include "remote/ssh/ssh_connection.h"

#include <QObject>

#include <memory>

namespace gatepost {

/// One question for a credential, as the dialog needs it.
struct CredentialQuestion
{
    enum class Kind { Password, KeyPassphrase, Interactive, ElevationPassword };

    Kind kind = Kind::Password;
    QString subject; ///< user@host, or the key file
    int attempt = 1; ///< from 2 on the last answer was refused
    QString name = {};
    QString instruction = {};
    QList<InteractivePrompt> prompts = {};
};

/// Carries a connection's questions from its worker thread to dialogs on the GUI thread and the
/// answers back. Lives on the GUI thread; its ConnectPrompter side is called on worker threads.
class GuiPrompter : public QObject, public ConnectPrompter
{
    Q_OBJECT

public:
    using KeyAnswer = std::shared_ptr<PendingAnswer<bool>>;
    using CredentialAnswer = std::shared_ptr<PendingAnswer<QStringList>>;

    Result<bool> acceptHostKey(const HostKeyFacts& facts, std::stop_token stop) override;
    Result<QString> password(const QString& userAtHost, int attempt, std::stop_token stop) override;
    Result<QString> keyPassphrase(const QString& keyFile, int attempt,
                                  std::stop_token stop) override;
    Result<QStringList> answers(const QString& userAtHost, const QString& name,
                                const QString& instruction, const QList<InteractivePrompt>& prompts,
                                std::stop_token stop) override;
    Result<QString> elevationPassword(const QString& userAtHost, int attempt,
                                      std::stop_token stop) override;

Q_SIGNALS:
    /// GUI thread. Whoever is connected must answer or dismiss, sooner or later.
    void hostKeyAsked(const gatepost::HostKeyFacts& facts,
                      const gatepost::GuiPrompter::KeyAnswer& answer);
    void credentialAsked(const gatepost::CredentialQuestion& question,
                         const gatepost::GuiPrompter::CredentialAnswer& answer);

private:
    Result<QStringList> ask(CredentialQuestion question, std::stop_token stop);
    Result<QString> askOne(CredentialQuestion question, std::stop_token stop);
};

} // namespace gatepost
