// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/ssh_connection.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace gatepost {

/// Tries out a profile before it is saved: every step of connecting, then whether the host has
/// Postfix. The connection is closed again. GUI thread only.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                   QObject* parent = nullptr);
    ~ConnectionTest() override;

    void start();
    void cancel();

Q_SIGNALS:
    void stepReported(const gatepost::StepReport& report);
    /// Empty: all steps passed.
    void finished(const std::optional<gatepost::Error>& error);

private:
    void askForPostfix();
    void report(const StepReport& report);

    QString m_hostName;
    std::stop_source m_stop;
    std::unique_ptr<SshConnection> m_connection;
};

} // namespace gatepost
