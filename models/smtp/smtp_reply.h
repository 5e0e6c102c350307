// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/smtp/probe_report.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace gatepost {

/// One reply, possibly of several lines (RFC 5321 section 4.2.1).
struct SmtpReply
{
    int code = 0;
    QStringList lines; ///< without the code; control characters made visible

    bool isPositive() const { return code >= 200 && code < 300; }
    /// "250 2.1.5 Ok": code and last line.
    QString summary() const;
};

/// Takes a server's bytes and gives whole replies. Lines over 2,000 bytes and replies over 200
/// lines are no SMTP: the reader is then broken for good.
class SmtpReplyReader
{
public:
    void feed(QByteArrayView bytes) { m_buffer += bytes; }
    /// The next whole reply; empty when more bytes are needed or the reader is broken.
    std::optional<SmtpReply> next();
    bool isBroken() const { return m_broken; }
    /// What was received and is not part of a reply yet, bounded, for messages.
    QByteArray pending() const { return m_buffer.left(200); }

private:
    QByteArray m_buffer;
    SmtpReply m_reply;
    bool m_broken = false;
};

/// What the reply to RCPT TO says about relaying.
ReplyClass classifyRcptReply(const SmtpReply& reply);

} // namespace gatepost
