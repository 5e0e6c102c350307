// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/host_session.h"

#include "app/flows/future_watch.h"
#include "remote/host/snapshot_service.h"

namespace gatepost {

namespace {

using SharedReading = std::shared_ptr<const HostReading>;
using SharedQueue = std::shared_ptr<const QueueReading>;

// Both run where the answer arrives, so that the window's thread only takes finished values.
Result<SharedReading> workOut(Result<HostSnapshot> snapshot)
{
    if (!snapshot) {
        return snapshot.error();
    }
    return SharedReading(std::make_shared<const HostReading>(
        readingOf(std::move(*snapshot), QDateTime::currentDateTimeUtc())));
}

Result<SharedQueue> keepListing(Result<QueueListing> listing)
{
    if (!listing) {
        return listing.error();
    }
    return SharedQueue(std::make_shared<const QueueReading>(QueueReading{
        std::move(listing->entries), listing->skippedLines, QDateTime::currentDateTimeUtc()}));
}

} // namespace

HostSession::HostSession(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                         QFuture<QByteArray> redactionKey, QObject* parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_redactionKey(std::move(redactionKey))
    , m_connection(std::make_unique<SshConnection>(m_profile, std::move(prompter)))
{
    m_connection->setLinkObserver([this](LinkState state, const Error& error) {
        QMetaObject::invokeMethod(
            this, [this, state, error] { setLink(state, error); }, Qt::QueuedConnection);
    });
}

HostSession::~HostSession()
{
    m_stop.request_stop();
}

void HostSession::pull()
{
    if (m_pulling) {
        return;
    }
    m_pulling = true;
    m_stop = std::stop_source();
    m_pullError.reset();
    setActivity(m_connection->isOpen() ? tr("Reading %1").arg(m_profile.name)
                                       : tr("Connecting to %1").arg(m_profile.name));
    whenFinished(m_redactionKey, this, [this](const QByteArray&) { open(); });
}

void HostSession::open()
{
    whenFinished(m_connection->open(m_stop.get_token()), this,
                 [this](const Result<>& result) { opened(result); });
}

void HostSession::cancelPull()
{
    m_stop.request_stop();
}

void HostSession::opened(const Result<>& result)
{
    if (!result) {
        failPull(result.error());
        return;
    }
    setActivity(tr("Reading %1").arg(m_profile.name));
    whenFinished(
        pullSnapshot(*m_connection, m_redactionKey.result(), m_stop.get_token()).then(workOut),
        this, [this](Result<SharedReading> reading) { takeSnapshot(std::move(reading)); });
}

void HostSession::takeSnapshot(Result<SharedReading> result)
{
    if (!result) {
        failPull(result.error());
        return;
    }
    m_reading = std::move(*result);
    Q_EMIT readingChanged();
    setActivity(tr("Reading the queue of %1").arg(m_profile.name));
    whenFinished(listQueue(*m_connection, {}, m_stop.get_token()).then(keepListing), this,
                 [this](Result<SharedQueue> queue) { takeQueue(std::move(queue)); });
}

void HostSession::takeQueue(Result<SharedQueue> result)
{
    if (result) {
        m_queue = std::move(*result);
        m_queueError.reset();
    } else {
        m_queueError = result.error();
    }
    Q_EMIT queueChanged();
    endPull(result.has_value());
}

void HostSession::failPull(const Error& error)
{
    m_pullError = error;
    Q_EMIT readingChanged();
    endPull(false);
}

void HostSession::endPull(bool complete)
{
    m_pulling = false;
    setActivity({});
    Q_EMIT pullFinished(complete);
}

void HostSession::setActivity(const QString& sentence)
{
    m_activity = sentence;
    Q_EMIT activityChanged();
}

void HostSession::setLink(LinkState state, const Error& error)
{
    m_link = state;
    if (state == LinkState::Open) {
        m_linkError.reset();
    } else if (!error.summary.isEmpty()) {
        m_linkError = error;
    }
    Q_EMIT linkChanged();
}

} // namespace gatepost
