// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/prompt_desk.h"

#include "app/flows/future_watch.h"
#include "ui/dialogs/credential_dialog.h"
#include "ui/dialogs/host_key_dialog.h"

#include <QApplication>

namespace gatepost {

namespace {

constexpr auto kLookoutInterval = std::chrono::milliseconds(200);

/// Empty for answers that are good once, such as a code.
QString keptUnder(const HostId& host, const CredentialQuestion& question)
{
    switch (question.kind) {
    case CredentialQuestion::Kind::Password:
        return secretName(SecretKind::Password, host, question.subject);
    case CredentialQuestion::Kind::KeyPassphrase:
        return secretName(SecretKind::KeyPassphrase, host, question.subject);
    case CredentialQuestion::Kind::ElevationPassword:
        return secretName(SecretKind::ElevationPassword, host, question.subject);
    case CredentialQuestion::Kind::Interactive:
        break;
    }
    return {};
}

CredentialRequest::Kind dialogKind(CredentialQuestion::Kind kind)
{
    switch (kind) {
    case CredentialQuestion::Kind::Password:
        return CredentialRequest::Kind::Password;
    case CredentialQuestion::Kind::KeyPassphrase:
        return CredentialRequest::Kind::KeyPassphrase;
    case CredentialQuestion::Kind::ElevationPassword:
        return CredentialRequest::Kind::ElevationPassword;
    case CredentialQuestion::Kind::Interactive:
        break;
    }
    return CredentialRequest::Kind::Interactive;
}

} // namespace

PromptDesk::PromptDesk(QWidget& window, SecretStore& secrets, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_secrets(secrets)
{
    m_lookout.setInterval(kLookoutInterval);
    connect(&m_lookout, &QTimer::timeout, this, &PromptDesk::dropAbandoned);
}

PromptDesk::~PromptDesk() = default;

std::shared_ptr<ConnectPrompter> PromptDesk::prompterFor(const HostId& host)
{
    auto& prompter = m_prompters[host.value];
    if (!prompter) {
        prompter = std::make_shared<GuiPrompter>();
        connect(prompter.get(), &GuiPrompter::hostKeyAsked, this, &PromptDesk::askHostKey);
        connect(prompter.get(), &GuiPrompter::credentialAsked, this,
                [this, host](const CredentialQuestion& question,
                             const GuiPrompter::CredentialAnswer& answer) {
                    askCredential(host, question, answer);
                });
    }
    return prompter;
}

void PromptDesk::askHostKey(const HostKeyFacts& facts, const GuiPrompter::KeyAnswer& answer)
{
    enqueue({[this, facts, answer]() -> Dialog* {
                 auto* dialog = new HostKeyDialog({facts.host, facts.port, facts.keyType,
                                                   facts.sha256Fingerprint, facts.knownKeyTypes},
                                                  parentWidget());
                 connect(dialog, &QDialog::accepted, dialog, [answer] { answer->answer(true); });
                 connect(dialog, &QDialog::rejected, dialog, [answer] { answer->dismiss(); });
                 return dialog;
             },
             [answer] { return answer->isOpen(); }});
}

void PromptDesk::askCredential(const HostId& host, const CredentialQuestion& question,
                               const GuiPrompter::CredentialAnswer& answer)
{
    const QString name = keptUnder(host, question);
    if (name.isEmpty()) {
        askInDialog({}, question, answer);
    } else if (question.attempt > 1) { // what was kept, or typed, is wrong
        whenFinished(m_secrets.remove(name), this, [this, name, question, answer](const Result<>&) {
            askInDialog(name, question, answer);
        });
    } else {
        whenFinished(m_secrets.read(name), this,
                     [this, name, question, answer](const Result<QString>& kept) {
                         if (kept) {
                             answer->answer(QStringList{*kept});
                         } else {
                             askInDialog(name, question, answer);
                         }
                     });
    }
}

void PromptDesk::askInDialog(const QString& secretName, const CredentialQuestion& question,
                             const GuiPrompter::CredentialAnswer& answer)
{
    enqueue({[this, secretName, question, answer] {
                 return credentialDialog(secretName, question, answer);
             },
             [answer] { return answer->isOpen(); }});
}

Dialog* PromptDesk::credentialDialog(const QString& secretName, const CredentialQuestion& question,
                                     const GuiPrompter::CredentialAnswer& answer)
{
    CredentialRequest request;
    request.kind = dialogKind(question.kind);
    request.subject = question.subject;
    request.attempt = question.attempt;
    request.name = question.name;
    request.instruction = question.instruction;
    for (const InteractivePrompt& prompt : question.prompts) {
        request.prompts.append({prompt.text, prompt.echo});
    }
    request.keychain = !secretName.isEmpty() && m_secrets.isLasting();
    auto* dialog = new CredentialDialog(request, parentWidget());
    connect(dialog, &CredentialDialog::answered, this,
            [this, secretName, answer](const QStringList& answers, bool keep) {
                if (!secretName.isEmpty() && (keep || !m_secrets.isLasting())) {
                    m_secrets.write(secretName, answers.value(0));
                }
                answer->answer(answers);
            });
    connect(dialog, &QDialog::rejected, dialog, [answer] { answer->dismiss(); });
    return dialog;
}

QWidget* PromptDesk::parentWidget() const
{
    QWidget* modal = QApplication::activeModalWidget();
    return modal ? modal : &m_window;
}

void PromptDesk::enqueue(Waiting waiting)
{
    m_waiting.push_back(std::move(waiting));
    m_lookout.start();
    if (!m_dialog) {
        next();
    }
}

void PromptDesk::next()
{
    while (!m_waiting.empty() && !m_waiting.front().isOpen()) {
        m_waiting.pop_front();
    }
    if (m_waiting.empty()) {
        m_lookout.stop();
        return;
    }
    m_dialog = m_waiting.front().make();
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog = nullptr;
        m_waiting.pop_front();
        next();
    });
    m_dialog->present();
}

void PromptDesk::dropAbandoned()
{
    if (m_dialog && !m_waiting.front().isOpen()) {
        m_dialog->reject();
    }
}

} // namespace gatepost
