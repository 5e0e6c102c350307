// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hardening/change_plan.h"
#include "remote/host/change_service.h"
#include "remote/ssh/ssh_connection.h"

#include <QTemporaryDir>

#include <memory>

namespace gatepost {

/// What must be the same before and after a change that did not come to stay.
struct HostFacts
{
    QByteArray files; ///< path, sha256, owner, group and mode of everything under /etc/postfix
    QByteArray queue; ///< number of messages
    bool operator==(const HostFacts&) const = default;
};

/// One host of the lab, as a test of changes sees it: from inside by the lab's own doors, and over
/// SSH as the product does, signed in as a user who needs a password for sudo.
class ChangedHost
{
public:
    explicit ChangedHost(QString name);

    const QString& name() const { return m_name; }
    QString address() const { return m_address; }
    HostProfile profile(bool readOnly = false) const;
    /// A new connection that notices within seconds that the cable was pulled.
    std::unique_ptr<SshConnection> connect(bool readOnly = false) const;

    /// Runs shell source on the host as root, not through the product. Its output; a warning when
    /// the status is not 0.
    QByteArray shell(const QByteArray& source) const;

    /// What the product would change there, made once. Empty when it cannot be made.
    const ChangePlan& plan();
    /// A plan of one file, made here: what a careless rule of a later version might come up with.
    ChangePlan planOf(const QByteArray& path, const QByteArray& added) const;
    /// Applies plan(); a report in its first state when that failed.
    PendingChange apply(SshConnection& ssh, std::chrono::seconds undoAfter);
    /// What the host says of a transaction over a new connection.
    TransactionReport statusOf(const QByteArray& transactionId) const;

    HostFacts facts() const;
    QByteArray greeting() const; ///< first line of port 25, asked from this side of the cable
    bool running() const;        ///< `postfix status`
    /// Everything of a transaction that may only lie around while it runs; empty when clean.
    QByteArray leftovers() const;
    /// Waits until nothing is pending there and leftovers() is empty.
    bool settles(int seconds) const;

private:
    QString m_name;
    QString m_address;
    QString m_key;
    std::unique_ptr<QTemporaryDir> m_directory;
    ChangePlan m_plan;
};

/// Waits on this thread; a test has no event loop to keep free.
template<typename T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace gatepost
