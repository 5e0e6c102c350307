// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace gatepost {

/// What an SMTP server's answer to one relay case means.
enum class ReplyClass {
    Accepted,
    Refused,
    RetryLater,
    NeedsTls,
    NeedsSignIn,
    RefusedAtData, ///< RCPT was accepted, DATA was not; seen only where a case goes that far
    Dropped,       ///< connection ended or no answer in time
    RateLimited
};

/// "accepted", "refused", "retry-later", "needs-tls", "needs-sign-in", "refused-at-data",
/// "dropped", "rate-limited": the words scripts may count on.
QString replyClassName(ReplyClass replyClass);

/// One line of an SMTP dialogue.
struct TranscriptLine
{
    bool fromServer = false;
    QString text; ///< without CR LF; control characters made visible

    bool operator==(const TranscriptLine&) const = default;
};

/// One question put to the server: may this sender mail this recipient?
struct RelayCaseResult
{
    QString id;    ///< stable, for example "percent-hack"
    QString title; ///< for people, translated
    QString helo;
    QString sender;      ///< without angle brackets; empty is the null sender
    QString recipient;   ///< as sent, without angle brackets
    bool foreign = true; ///< accepting it would be relaying
    QString reply; ///< the server's last reply, for example "554 5.7.1 <...>: Relay access denied"
    ReplyClass replyClass = ReplyClass::Dropped;

    bool operator==(const RelayCaseResult&) const = default;
};

/// What a probe from outside found. It never goes beyond RCPT.
enum class ProbeVerdict { Open, Conditional, Closed, Unknown };

/// "open", "conditional", "closed", "unknown".
QString probeVerdictName(ProbeVerdict verdict);

struct ProbeReport
{
    QString target;      ///< address and port asked
    QString vantage;     ///< from where: "this desktop", or the name of the host it went through
    QDateTime startedAt; ///< UTC
    ProbeVerdict verdict = ProbeVerdict::Unknown;
    QString sentence; ///< one line for banners, translated
    QString banner;   ///< the server's greeting; empty when none came
    QList<RelayCaseResult> cases;
    QList<TranscriptLine> transcript;

    bool operator==(const ProbeReport&) const = default;
};

} // namespace gatepost
