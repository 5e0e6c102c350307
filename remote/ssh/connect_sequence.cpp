// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/connect_sequence.h"

#include "models/core/display_text.h"
#include "remote/exec/name_lookup.h"
#include "remote/exec/tcp_connect.h"
#include "remote/ssh/desktop_paths.h"
#include "remote/ssh/sign_in.h"
#include "remote/ssh/ssh_greeting.h"

#include <QCoreApplication>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectSequence)
};

} // namespace

QString signInUser(const SshEndpoint& endpoint)
{
    return endpoint.user.isEmpty() ? desktopUserName() : endpoint.user;
}

EstablishedLink::~EstablishedLink()
{
    // The host's session ends first, through jump hosts that are still there.
    executor.reset();
    session.reset();
    while (!jumps.empty()) {
        jumps.pop_back();
    }
}

ConnectSequence::ConnectSequence(const HostProfile& profile, ConnectPrompter& prompter,
                                 ElevationSecret& secret, const StepObserver& observer,
                                 const ConnectionTiming& timing, std::stop_token stop)
    : m_profile(profile)
    , m_prompter(prompter)
    , m_secret(secret)
    , m_observer(observer)
    , m_timing(timing)
    , m_stop(std::move(stop))
    , m_hostKeys(profile.knownHostsFile)
{}

void ConnectSequence::begin(ConnectStep step, const QString& hop)
{
    m_step = {.step = step, .state = StepState::Running, .text = {}, .hop = hop};
    m_observer(m_step);
}

void ConnectSequence::pass(const QString& text)
{
    m_step.state = StepState::Passed;
    m_step.text = text;
    m_observer(m_step);
}

Error ConnectSequence::fail(Error error)
{
    if (error.origin.isEmpty()) {
        error.origin = m_step.hop.isEmpty() ? m_profile.endpoint.host : m_step.hop;
    }
    m_step.state = StepState::Failed;
    m_step.text = error.summary;
    m_observer(m_step);
    return error;
}

Result<EstablishedLink> ConnectSequence::run()
{
    JumpLink* through = nullptr;
    for (const SshEndpoint& jump : m_profile.jumps) {
        const QString hop = jump.host;
        auto socket = reach(jump, through, hop);
        if (!socket) {
            return socket.error();
        }
        auto session = signIn(jump, std::move(*socket), hop);
        if (!session) {
            return session.error();
        }
        m_link.jumps.push_back(std::make_unique<JumpLink>(std::move(*session), m_timing));
        through = m_link.jumps.back().get();
    }
    auto socket = reach(m_profile.endpoint, through, {});
    if (!socket) {
        return socket.error();
    }
    auto session = signIn(m_profile.endpoint, std::move(*socket), {});
    if (!session) {
        return session.error();
    }
    m_link.session = std::move(*session);
    if (const auto elevated = elevate(); !elevated) {
        return elevated.error();
    }
    return std::move(m_link);
}

Result<NativeSocket> ConnectSequence::reach(const SshEndpoint& endpoint, JumpLink* through,
                                            const QString& hop)
{
    if (through == nullptr) {
        return reachDirectly(endpoint, hop);
    }
    begin(ConnectStep::Name, hop);
    pass(Text::tr("The jump host looks the name up"));
    begin(ConnectStep::Tcp, hop);
    auto socket =
        through->open(endpoint.host, endpoint.port, QDeadlineTimer(m_timing.tcpTimeout), m_stop);
    if (!socket) {
        return fail(socket.error());
    }
    pass(Text::tr("Connected through the jump host"));
    return socket;
}

Result<NativeSocket> ConnectSequence::reachDirectly(const SshEndpoint& endpoint, const QString& hop)
{
    begin(ConnectStep::Name, hop);
    const auto addresses = lookUpName(endpoint.host, m_timing.nameTimeout, m_stop);
    if (!addresses) {
        return fail(addresses.error());
    }
    pass(addresses->join(QStringLiteral(", ")));

    begin(ConnectStep::Tcp, hop);
    auto reached = connectAny(*addresses, endpoint.port, m_timing.tcpTimeout, m_stop);
    if (reached) {
        pass(Text::tr("Connected to %1").arg(hostAndPort(reached->address, endpoint.port)));
        return std::move(reached->socket);
    }
    Error first = reached.error();
    if (first.code == ErrorCode::Cancelled) {
        return fail(first);
    }
    first.summary = Text::tr("No connection to %1, port %2. %3 Check the address, the port and the "
                             "firewalls in between.")
                        .arg(endpoint.host)
                        .arg(endpoint.port)
                        .arg(first.summary);
    return fail(first);
}

Result<std::unique_ptr<SshSession>>
ConnectSequence::shakeHands(const SshEndpoint& endpoint, const QString& user, NativeSocket socket)
{
    const QDeadlineTimer deadline(m_timing.handshakeTimeout);
    auto session = std::make_unique<SshSession>(endpoint.host);
    if (const auto greeted = awaitSshGreeting(socket, endpoint.host, deadline, m_stop); !greeted) {
        return greeted.error();
    }
    if (const auto done = session->handshake(std::move(socket), user,
                                             m_hostKeys.knownKeyTypes(endpoint), deadline, m_stop);
        !done) {
        return done.error();
    }
    return session;
}

Result<std::unique_ptr<SshSession>> ConnectSequence::signIn(const SshEndpoint& endpoint,
                                                            NativeSocket socket, const QString& hop)
{
    const QString user = signInUser(endpoint);
    begin(ConnectStep::HostKey, hop);
    auto session = shakeHands(endpoint, user, std::move(socket));
    if (!session) {
        return fail(session.error());
    }
    const auto key = (*session)->serverKey();
    if (!key) {
        return fail(key.error());
    }
    const auto trusted = m_hostKeys.verify(endpoint, *key, m_prompter, m_stop);
    if (!trusted) {
        return fail(trusted.error());
    }
    pass(*trusted);

    begin(ConnectStep::SignIn, hop);
    SignIn signIn(**session, endpoint, user, m_profile.useAgent, m_prompter, m_timing.answerTimeout,
                  m_stop);
    const auto signedIn = signIn.run();
    if (!signedIn) {
        return fail(signedIn.error());
    }
    m_link.neededAnswers = m_link.neededAnswers || signIn.neededAnswers();
    pass(*signedIn);
    return session;
}

Result<> ConnectSequence::elevate()
{
    begin(ConnectStep::Elevation, {});
    const QString user = signInUser(m_profile.endpoint);
    const QString origin = user + QLatin1Char('@') + m_profile.endpoint.host;
    m_link.executor = std::make_unique<CommandExecutor>(*m_link.session, m_profile.elevation,
                                                        origin, m_prompter, m_secret, m_timing);
    CommandExecutor& executor = *m_link.executor;
    if (const auto examined = executor.examineHost(m_stop); !examined) {
        return fail(examined.error());
    }
    if (executor.tools().isRoot) {
        pass(Text::tr("%1 is root already").arg(user));
        return {};
    }
    if (m_profile.elevation == Elevation::None) {
        pass(Text::tr("Not asked for: runs as %1 and sees only what this user may see").arg(user));
        return {};
    }
    const auto answer = executor.execute({.argv = {"id", "-u"}, .elevated = true}, {}, m_stop);
    if (!answer) {
        return fail(answer.error());
    }
    const QString tool =
        m_profile.elevation == Elevation::Sudo ? QStringLiteral("sudo") : QStringLiteral("doas");
    if (answer->out.trimmed() != "0") {
        return fail(failure(ErrorCode::AccessDenied,
                            Text::tr("%1 runs programs for %2, but not as root. Ask the host's "
                                     "administrator for a rule that allows root.")
                                .arg(tool, origin),
                            displayText(answer->out.left(200))));
    }
    pass(m_secret.value() ? Text::tr("Root by %1, with a password").arg(tool)
                          : Text::tr("Root by %1, without a password").arg(tool));
    return {};
}

} // namespace gatepost
