// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/connection_test.h"

#include "app/flows/future_watch.h"
#include "models/core/display_text.h"

namespace gatepost {

ConnectionTest::ConnectionTest(HostProfile profile, std::shared_ptr<ConnectPrompter> prompter,
                               QObject* parent)
    : QObject(parent)
    , m_hostName(profile.endpoint.host)
{
    ConnectionTiming timing;
    timing.reconnectAttempts = 0;
    m_connection = std::make_unique<SshConnection>(
        std::move(profile), std::move(prompter),
        [this](const StepReport& step) {
            QMetaObject::invokeMethod(
                this, [this, step] { report(step); }, Qt::QueuedConnection);
        },
        timing);
}

ConnectionTest::~ConnectionTest()
{
    m_stop.request_stop();
}

void ConnectionTest::start()
{
    whenFinished(m_connection->open(m_stop.get_token()), this, [this](const Result<>& opened) {
        if (opened) {
            askForPostfix();
        } else {
            Q_EMIT finished(opened.error());
        }
    });
}

void ConnectionTest::cancel()
{
    m_stop.request_stop();
}

void ConnectionTest::askForPostfix()
{
    report({ConnectStep::Postfix, StepState::Running, {}, {}});
    Command command;
    command.argv = {"postconf", "-h", "mail_version"};
    whenFinished(
        m_connection->run(command, m_stop.get_token()), this, [this](Result<CommandResult> answer) {
            std::optional<Error> error;
            const QString version = answer ? displayText(answer->out.trimmed(), 40) : QString();
            if (!answer) {
                error = answer.error();
            } else if (answer->exitStatus != 0 || version.isEmpty()) {
                error = failure(ErrorCode::NotFound,
                                tr("%1 was reached, but has no Postfix: postconf(1) is not there. "
                                   "Check that this is the mail host.")
                                    .arg(m_hostName),
                                QString::fromUtf8(answer->err));
            }
            report({ConnectStep::Postfix,
                    error ? StepState::Failed : StepState::Passed,
                    error ? error->summary : tr("Postfix %1").arg(version),
                    {}});
            Q_EMIT finished(error);
        });
}

void ConnectionTest::report(const StepReport& report)
{
    Q_EMIT stepReported(report);
}

} // namespace gatepost
