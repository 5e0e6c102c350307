// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/secret_store.h"

#include <QCoreApplication>
#include <QHash>
#include <QPromise>
#include <qt6keychain/keychain.h>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

const auto kService = QStringLiteral("gatepost"); // NOLINT(cert-err58-cpp): cannot throw

template<typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

Error nothingKept()
{
    return failure(ErrorCode::NotFound, Text::tr("No secret is kept under this name."));
}

class SessionStore final : public SecretStore
{
public:
    QFuture<Result<QString>> read(const QString& name) override
    {
        const auto known = m_secrets.constFind(name);
        return ready<QString>(known == m_secrets.constEnd() ? Result<QString>(nothingKept())
                                                            : Result<QString>(*known));
    }

    QFuture<Result<>> write(const QString& name, const QString& secret) override
    {
        m_secrets.insert(name, secret);
        return ready<void>({});
    }

    QFuture<Result<>> remove(const QString& name) override
    {
        m_secrets.remove(name);
        return ready<void>({});
    }

    bool isLasting() const override { return false; }

private:
    QHash<QString, QString> m_secrets;
};

/// Asks the keychain first. The first answer that there is none switches to memory for good.
class KeychainStore final : public SecretStore
{
public:
    QFuture<Result<QString>> read(const QString& name) override
    {
        if (m_missing) {
            return m_session.read(name);
        }
        auto* job = new QKeychain::ReadPasswordJob(kService, this);
        return start<QString>(
            job, name, [job] { return Result<QString>(job->textData()); },
            [this, name] { return m_session.read(name); });
    }

    QFuture<Result<>> write(const QString& name, const QString& secret) override
    {
        if (m_missing) {
            return m_session.write(name, secret);
        }
        auto* job = new QKeychain::WritePasswordJob(kService, this);
        job->setTextData(secret);
        return start<void>(
            job, name, [] { return Result<>(); },
            [this, name, secret] { return m_session.write(name, secret); });
    }

    QFuture<Result<>> remove(const QString& name) override
    {
        if (m_missing) {
            return m_session.remove(name);
        }
        auto* job = new QKeychain::DeletePasswordJob(kService, this);
        return start<void>(
            job, name, [] { return Result<>(); }, [this, name] { return m_session.remove(name); });
    }

    bool isLasting() const override { return !m_missing; }

private:
    template<typename T, typename Read, typename Instead>
    QFuture<Result<T>> start(QKeychain::Job* job, const QString& name, Read take, Instead instead)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        job->setInsecureFallback(false);
        job->setKey(name);
        connect(job, &QKeychain::Job::finished, this,
                [this, job, promise, take, instead](QKeychain::Job*) {
                    if (isMissing(job->error())) {
                        noteMissing();
                        promise->addResult(instead().result());
                    } else if (job->error() == QKeychain::NoError) {
                        promise->addResult(take());
                    } else {
                        promise->addResult(Result<T>(errorOf(*job)));
                    }
                    promise->finish();
                });
        const QFuture<Result<T>> future = promise->future();
        job->start();
        return future;
    }

    /// libsecret reports a desktop without a secret service as an error of its own kind.
    static bool isMissing(QKeychain::Error error)
    {
        return error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented ||
               error == QKeychain::OtherError;
    }

    static Error errorOf(const QKeychain::Job& job)
    {
        switch (job.error()) {
        case QKeychain::EntryNotFound:
            return nothingKept();
        case QKeychain::AccessDeniedByUser:
            return failure(ErrorCode::Cancelled, Text::tr("The keychain was not opened."));
        default:
            break;
        }
        return failure(ErrorCode::AccessDenied,
                       Text::tr("The desktop's keychain refused. Open it and try again."),
                       job.errorString());
    }

    void noteMissing()
    {
        if (!m_missing) {
            m_missing = true;
            Q_EMIT keptForSessionOnly(
                Text::tr("This desktop has no keychain that answers, so passwords are kept until "
                         "Gatepost is closed, and asked again next time."));
        }
    }

    SessionStore m_session;
    bool m_missing = false;
};

} // namespace

QString secretName(SecretKind kind, const HostId& host, const QString& subject)
{
    switch (kind) {
    case SecretKind::Password:
        return QStringLiteral("password/%1/%2").arg(host.value, subject);
    case SecretKind::KeyPassphrase:
        return QStringLiteral("passphrase/%1").arg(subject);
    case SecretKind::ElevationPassword:
        return QStringLiteral("elevation/%1/%2").arg(host.value, subject);
    case SecretKind::RedactionKey:
        break;
    }
    return QStringLiteral("redaction/%1").arg(host.value);
}

std::unique_ptr<SecretStore> makeDesktopSecretStore()
{
    return std::make_unique<KeychainStore>();
}

std::unique_ptr<SecretStore> makeSessionSecretStore()
{
    return std::make_unique<SessionStore>();
}

} // namespace gatepost
