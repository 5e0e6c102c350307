// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/gui_prompter.h"
#include "app/storage/secret_store.h"
#include "models/hosts/host_profile.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

class QWidget;

namespace gatepost {

class Dialog;

/// Where the questions of all connections come together: a secret that is kept is given at once,
/// everything else is asked in a dialog, one dialog at a time. A dialog goes away when nobody waits
/// for its answer any more. GUI thread only.
class PromptDesk : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `window`. Both must outlive this.
    PromptDesk(QWidget& window, SecretStore& secrets, QObject* parent = nullptr);
    ~PromptDesk() override;

    /// What connections to this host ask through; the same one each time.
    std::shared_ptr<ConnectPrompter> prompterFor(const HostId& host);

private:
    /// One question that waits for its turn. `make` shows its dialog, `isOpen` tells whether
    /// somebody still waits.
    struct Waiting
    {
        std::function<Dialog*()> make;
        std::function<bool()> isOpen;
    };

    void askHostKey(const HostKeyFacts& facts, const GuiPrompter::KeyAnswer& answer);
    void askCredential(const HostId& host, const CredentialQuestion& question,
                       const GuiPrompter::CredentialAnswer& answer);
    void askInDialog(const QString& secretName, const CredentialQuestion& question,
                     const GuiPrompter::CredentialAnswer& answer);
    Dialog* credentialDialog(const QString& secretName, const CredentialQuestion& question,
                             const GuiPrompter::CredentialAnswer& answer);
    /// The dialog that asks for the connection, if there is one, else the window.
    QWidget* parentWidget() const;
    void enqueue(Waiting waiting);
    void next();
    void dropAbandoned();

    QWidget& m_window;
    SecretStore& m_secrets;
    QHash<QString, std::shared_ptr<GuiPrompter>> m_prompters; ///< by host id
    std::deque<Waiting> m_waiting;                            ///< the first is on the screen
    QPointer<Dialog> m_dialog;
    QTimer m_lookout;
};

} // namespace gatepost
