// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>

namespace gatepost {

/// What a kept secret is for.
enum class SecretKind { Password, KeyPassphrase, ElevationPassword, RedactionKey };

/// The name under which a secret is kept. `subject` tells apart what one host has several of: the
/// user@host of a sign-in, or a key file. Passphrases belong to the key file, whatever the host.
QString secretName(SecretKind kind, const HostId& host, const QString& subject = {});

/// Keeps secrets for the user: in the desktop's keychain, or where there is none in memory until
/// the program ends. Never in a file. GUI thread only, with its event loop running; futures finish
/// there.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    /// ErrorCode::NotFound: nothing is kept under this name; Cancelled: the user refused to open
    /// the keychain; AccessDenied: the keychain did not answer as it should.
    virtual QFuture<Result<QString>> read(const QString& name) = 0;
    virtual QFuture<Result<>> write(const QString& name, const QString& secret) = 0;
    /// A name that is not there is no error.
    virtual QFuture<Result<>> remove(const QString& name) = 0;
    /// Whether secrets outlive the program. Until the keychain was first asked this is a hope.
    virtual bool isLasting() const = 0;

Q_SIGNALS:
    /// Once, when it turns out that there is no keychain: a whole sentence for a notice.
    void keptForSessionOnly(const QString& sentence);
};

/// The desktop's keychain (service "gatepost"), with memory in its place when there is none.
std::unique_ptr<SecretStore> makeDesktopSecretStore();
/// Memory only.
std::unique_ptr<SecretStore> makeSessionSecretStore();

} // namespace gatepost
