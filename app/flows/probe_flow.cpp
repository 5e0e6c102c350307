// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/probe_flow.h"

#include "app/flows/future_watch.h"
#include "remote/exec/tcp_connect.h"
#include "remote/exec/tcp_stream.h"
#include "remote/smtp/smtp_prober.h"

namespace gatepost {

namespace {

constexpr quint16 kSmtpPort = 25;

QFuture<Result<ProbeReport>> probeFromDesktop(const ProbeRequest& request, std::stop_token stop)
{
    return QtFuture::makeReadyFuture().then(QtFuture::Launch::Async, [request, stop] {
        return probeRelay(openTcpStream, request, stop);
    });
}

QFuture<Result<ProbeReport>> probeThrough(SshConnection& host, const ProbeRequest& request,
                                          std::stop_token stop)
{
    auto report = std::make_shared<Result<ProbeReport>>();
    return host
        .withTunnel(
            [report, request, stop](const StreamOpener& open) -> Result<> {
                *report = probeRelay(open, request, stop);
                return {};
            },
            stop)
        .then([report](Result<> used) -> Result<ProbeReport> {
            if (!used) {
                return used.error();
            }
            return *report;
        });
}

} // namespace

ProbeFlow::ProbeFlow(HostSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

ProbeFlow::~ProbeFlow()
{
    m_stop.request_stop();
}

QString ProbeFlow::target() const
{
    return hostAndPort(m_session.profile().endpoint.host, kSmtpPort);
}

void ProbeFlow::run(const Vantage& vantage, bool settle)
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_error.reset();
    m_stop = std::stop_source();
    ProbeRequest request{m_session.profile().endpoint.host, kSmtpPort, vantage.name, {}, settle};
    if (const auto reading = m_session.reading()) {
        request.ownDomains = reading->servedDomains;
    }
    Q_EMIT changed();
    whenFinished(vantage.through ? probeThrough(*vantage.through, request, m_stop.get_token())
                                 : probeFromDesktop(request, m_stop.get_token()),
                 this, [this](Result<ProbeReport> result) { take(std::move(result)); });
}

void ProbeFlow::cancel()
{
    m_stop.request_stop();
}

void ProbeFlow::forget()
{
    m_report.reset();
    m_error.reset();
    Q_EMIT changed();
}

void ProbeFlow::take(Result<ProbeReport> result)
{
    m_running = false;
    if (result) {
        m_report = std::move(*result);
    } else {
        m_error = result.error();
    }
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace gatepost
