// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/host_session.h"
#include "models/smtp/probe_report.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace gatepost {

/// From where a probe asks: this desktop, or another of the user's hosts through its connection.
struct Vantage
{
    QString name;                     ///< for the report
    SshConnection* through = nullptr; ///< null: this desktop. Must outlive the probe
};

/// The relay test of one host. GUI thread only.
class ProbeFlow : public QObject
{
    Q_OBJECT

public:
    explicit ProbeFlow(HostSession& session, QObject* parent = nullptr);
    ~ProbeFlow() override;

    bool isRunning() const { return m_running; }
    /// The last probe since the last change of the host; empty: none.
    const std::optional<ProbeReport>& report() const { return m_report; }
    /// Why the last probe brought no report.
    const std::optional<Error>& error() const { return m_error; }
    /// "mx1.example.net:25"
    QString target() const;

    /// Asks the host's port 25. `settle`: see ProbeRequest. Does nothing while a probe runs.
    void run(const Vantage& vantage, bool settle = false);
    void cancel();
    /// The host has been changed: what was found before says nothing any more.
    void forget();

Q_SIGNALS:
    void changed();
    void finished();

private:
    void take(Result<ProbeReport> result);

    HostSession& m_session;
    bool m_running = false;
    std::optional<ProbeReport> m_report;
    std::optional<Error> m_error;
    std::stop_source m_stop;
};

} // namespace gatepost
