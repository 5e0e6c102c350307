// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/smtp/smtp_prober.h"

#include "models/core/display_text.h"
#include "models/smtp/relay_case.h"
#include "models/smtp/smtp_reply.h"

#include <QCoreApplication>

#include <thread>

namespace gatepost {

namespace {

using namespace std::chrono_literals;

constexpr auto kConnectTimeout = 15s;
constexpr auto kGreetingTimeout = 15s;
constexpr auto kReplyTimeout = 30s;
/// Postfix slows down after 10 errors and hangs up after 20 (smtpd_soft_error_limit,
/// smtpd_hard_error_limit): a new connection in time costs less than waiting.
constexpr int kCasesPerConnection = 7;
constexpr auto kSettleTime = 2500ms;

/// One SMTP conversation over a stream.
class Conversation
{
public:
    Conversation(std::unique_ptr<ByteStream> stream, QList<TranscriptLine>& transcript,
                 std::stop_token stop)
        : m_stream(std::move(stream))
        , m_transcript(transcript)
        , m_stop(std::move(stop))
    {}

    Result<SmtpReply> reply(std::chrono::milliseconds timeout)
    {
        const auto deadline = std::chrono::steady_clock::now() + timeout;
        for (;;) {
            if (auto reply = m_reader.next()) {
                for (const QString& line : std::as_const(reply->lines)) {
                    note(true, QStringLiteral("%1 %2").arg(reply->code).arg(line));
                }
                return *reply;
            }
            if (m_reader.isBroken()) {
                return failure(ErrorCode::ParseFailed,
                               QCoreApplication::translate("SmtpProber", "This is no mail server: "
                                                                         "it answered \"%1\".")
                                   .arg(displayText(m_reader.pending())));
            }
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                deadline - std::chrono::steady_clock::now());
            auto bytes = m_stream->read(std::max(left, 0ms), m_stop);
            if (!bytes) {
                return bytes.error();
            }
            m_reader.feed(*bytes);
        }
    }

    Result<SmtpReply> ask(const QString& command)
    {
        note(false, command);
        if (auto written = m_stream->write(command.toUtf8() + "\r\n", kReplyTimeout, m_stop);
            !written) {
            return written.error();
        }
        return reply(kReplyTimeout);
    }

private:
    void note(bool fromServer, const QString& text)
    {
        constexpr qsizetype kMostLines = 2000;
        if (m_transcript.size() < kMostLines) {
            m_transcript.append({fromServer, text});
        }
    }

    std::unique_ptr<ByteStream> m_stream;
    QList<TranscriptLine>& m_transcript;
    std::stop_token m_stop;
    SmtpReplyReader m_reader;
};

class Probe
{
public:
    Probe(const StreamOpener& open, const ProbeRequest& request, std::stop_token stop)
        : m_open(open)
        , m_request(request)
        , m_stop(std::move(stop))
    {
        m_report.target = QStringLiteral("%1:%2").arg(request.address).arg(request.port);
        m_report.vantage = request.vantage;
        m_report.startedAt = QDateTime::currentDateTimeUtc();
    }

    Result<ProbeReport> run()
    {
        auto first = connect();
        if (!first) {
            return first.error();
        }
        if (greet(*first)) {
            m_report.cases = relayCases({m_request.ownDomains, m_serverName, m_request.address});
            askAll(*first);
        }
        if (m_stop.stop_requested()) {
            return failure(
                ErrorCode::Cancelled,
                QCoreApplication::translate("SmtpProber", "The relay test was cancelled."));
        }
        m_report.verdict = judgeCases(m_report.cases);
        m_report.sentence = probeSentence(m_report);
        return m_report;
    }

private:
    Result<std::unique_ptr<Conversation>> connect()
    {
        auto stream = m_open(m_request.address, m_request.port, kConnectTimeout, m_stop);
        if (!stream) {
            return stream.error();
        }
        return std::make_unique<Conversation>(std::move(*stream), m_report.transcript, m_stop);
    }

    bool greet(std::unique_ptr<Conversation>& conversation)
    {
        auto banner = conversation->reply(kGreetingTimeout);
        if (!banner) {
            m_report.banner.clear();
            return false;
        }
        m_report.banner = banner->summary();
        if (!banner->isPositive()) {
            return false;
        }
        m_serverName = banner->lines.first().section(u' ', 0, 0);
        return true;
    }

    void askAll(std::unique_ptr<Conversation>& conversation)
    {
        QString greetedAs;
        int asked = 0;
        for (RelayCaseResult& row : m_report.cases) {
            if (asked == kCasesPerConnection || (!conversation && asked > 0)) {
                if (conversation) {
                    (void)conversation->ask(QStringLiteral("QUIT"));
                }
                auto next = connect();
                if (!next || !(*next)->reply(kGreetingTimeout)) {
                    return;
                }
                conversation = std::move(*next);
                greetedAs.clear();
                asked = 0;
            }
            ++asked;
            if (!askCase(*conversation, row, greetedAs)) {
                conversation.reset();
            }
            if (m_stop.stop_requested() || row.replyClass == ReplyClass::RateLimited) {
                return;
            }
        }
        if (conversation) {
            (void)conversation->ask(QStringLiteral("QUIT"));
        }
    }

    /// False when the connection is of no further use.
    bool askCase(Conversation& conversation, RelayCaseResult& row, QString& greetedAs)
    {
        if (greetedAs != row.helo) {
            if (auto hello = conversation.ask(QStringLiteral("EHLO ") + row.helo);
                !hello || !hello->isPositive()) {
                return settle(row, hello);
            }
            greetedAs = row.helo;
        }
        auto from = conversation.ask(QStringLiteral("MAIL FROM:<%1>").arg(row.sender));
        if (!from || !from->isPositive()) {
            return settle(row, from);
        }
        auto to = conversation.ask(QStringLiteral("RCPT TO:<%1>").arg(row.recipient));
        if (!settle(row, to)) {
            return false;
        }
        return conversation.ask(QStringLiteral("RSET")).has_value();
    }

    /// Writes the answer down; false when there was none.
    static bool settle(RelayCaseResult& row, const Result<SmtpReply>& reply)
    {
        if (!reply) {
            row.reply = reply.error().summary;
            row.replyClass = ReplyClass::Dropped;
            return false;
        }
        row.reply = reply->summary();
        row.replyClass = classifyRcptReply(*reply);
        return true;
    }

    const StreamOpener& m_open;
    const ProbeRequest& m_request;
    std::stop_token m_stop;
    ProbeReport m_report;
    QString m_serverName;
};

} // namespace

Result<ProbeReport> probeRelay(const StreamOpener& open, const ProbeRequest& request,
                               std::stop_token stop)
{
    const auto deadline = std::chrono::steady_clock::now() + kSettleTime;
    auto report = Probe(open, request, stop).run();
    // One refusal proves nothing yet: the next connection may reach an old process.
    while (request.settle && report && !stop.stop_requested() &&
           std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(500ms);
        report = Probe(open, request, stop).run();
    }
    return report;
}

} // namespace gatepost
