// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

#include <QStringList>

namespace gatepost {

/// A host key that nobody has accepted yet.
struct HostKeyQuestion
{
    QString host;
    quint16 port = 22;
    QString keyType;           ///< "ssh-ed25519"
    QString fingerprint;       ///< "SHA256:..."
    QStringList knownKeyTypes; ///< types on record for this host; empty for a first contact
};

/// Asks whether to trust an unknown host key. accepted(): connect and write it to known_hosts;
/// rejected(): do not connect. Children: hostKeyFingerprint, hostKeyKnownTypes,
/// hostKeyAcceptButton, hostKeyDialogCancelButton (the default).
class HostKeyDialog : public Dialog
{
    Q_OBJECT

public:
    explicit HostKeyDialog(const HostKeyQuestion& question, QWidget* parent = nullptr);
};

} // namespace gatepost
