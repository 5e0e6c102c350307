// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/host_reading.h"
#include "remote/host/queue_service.h"
#include "remote/ssh/ssh_connection.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace gatepost {

/// What one listing of the queue brought.
struct QueueReading
{
    QList<QueueEntry> entries;
    qint64 skippedLines = 0;
    QDateTime readAt; ///< UTC, by this desktop's clock
};

/// One host while the console runs: its connection, and what was last read from it. GUI thread
/// only; all work happens on the connection's own thread. What was read stays when the connection
/// is lost, with its age.
class HostSession : public QObject
{
    Q_OBJECT

public:
    /// `redactionKey` is this desktop's secret for this host (see pullSnapshot); the first pull
    /// waits until the desktop's keychain has given it out.
    HostSession(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                QFuture<QByteArray> redactionKey, QObject* parent = nullptr);
    ~HostSession() override;

    const HostProfile& profile() const { return m_profile; }
    /// Lives as long as the session.
    SshConnection& connection() { return *m_connection; }
    /// What the secrets of the last snapshot were digested with; empty before the first pull.
    QByteArray redactionKey() const
    {
        return m_redactionKey.isFinished() ? m_redactionKey.result() : QByteArray();
    }

    LinkState link() const { return m_link; }
    /// Why the link is lost or could not be made.
    const std::optional<Error>& linkError() const { return m_linkError; }
    /// Null before the first pull.
    std::shared_ptr<const HostReading> reading() const { return m_reading; }
    std::shared_ptr<const QueueReading> queue() const { return m_queue; }
    /// Why the last pull brought nothing; empty after one that did.
    const std::optional<Error>& pullError() const { return m_pullError; }
    const std::optional<Error>& queueError() const { return m_queueError; }
    bool isPulling() const { return m_pulling; }
    /// What is being done, for the activity strip; empty when nothing is.
    const QString& activity() const { return m_activity; }

    /// Connects when needed, brings a snapshot and then the queue. Does nothing while a pull runs.
    void pull();
    /// Ends the pull that runs; what was read before stays.
    void cancelPull();

Q_SIGNALS:
    void linkChanged();
    void activityChanged();
    /// A snapshot has arrived, or could not be had (pullError()).
    void readingChanged();
    void queueChanged();
    /// The pull is over, whichever way. `complete`: snapshot and queue are both new.
    void pullFinished(bool complete);

private:
    void open();
    void opened(const Result<>& result);
    void takeSnapshot(Result<std::shared_ptr<const HostReading>> result);
    void takeQueue(Result<std::shared_ptr<const QueueReading>> result);
    void failPull(const Error& error);
    void endPull(bool complete);
    void setActivity(const QString& sentence);
    void setLink(LinkState state, const Error& error);

    HostProfile m_profile;
    QFuture<QByteArray> m_redactionKey;
    LinkState m_link = LinkState::Closed;
    std::optional<Error> m_linkError;
    std::shared_ptr<const HostReading> m_reading;
    std::shared_ptr<const QueueReading> m_queue;
    std::optional<Error> m_pullError;
    std::optional<Error> m_queueError;
    bool m_pulling = false;
    QString m_activity;
    std::stop_source m_stop;
    std::unique_ptr<SshConnection> m_connection; // last: its end finishes what still runs
};

} // namespace gatepost
