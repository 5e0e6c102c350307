// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

#include <QList>
#include <QStringList>

class QCheckBox;
class QLineEdit;

namespace gatepost {

/// One line to fill in. The text may come from a host.
struct CredentialPrompt
{
    QString text;
    bool echo = false; ///< shown while it is typed
};

/// What is asked for.
struct CredentialRequest
{
    enum class Kind { Password, KeyPassphrase, Interactive, ElevationPassword };

    Kind kind = Kind::Password;
    QString subject; ///< user@host, or the key file
    int attempt = 1; ///< from 2 on the last answer was refused
    QString name = {};
    QString instruction = {};
    /// For Interactive; the other kinds have one prompt of their own.
    QList<CredentialPrompt> prompts = {};
    /// Answers can be kept in the keychain; else the dialog says that they last for the session.
    bool keychain = false;
};

/// Asks for a password, a passphrase or the answers of a keyboard-interactive round. rejected()
/// when the person gives up. Children: credentialEdit_N (0 is the first), credentialKeepCheck,
/// credentialKeepNote, credentialInstruction, credentialShowCheck, credentialOkButton.
class CredentialDialog : public Dialog
{
    Q_OBJECT

public:
    explicit CredentialDialog(const CredentialRequest& request, QWidget* parent = nullptr);
    /// Overwrites what was typed.
    ~CredentialDialog() override;

Q_SIGNALS:
    /// As many answers as prompts, in their order; `keep` asks for the keychain. The dialog closes
    /// itself right after.
    void answered(const QStringList& answers, bool keep);

private:
    void addPrompt(const CredentialPrompt& prompt);
    void submit();

    QList<QLineEdit*> m_edits;
    QCheckBox* m_keep = nullptr;
};

} // namespace gatepost
