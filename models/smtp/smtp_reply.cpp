// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/smtp/smtp_reply.h"

#include "models/core/display_text.h"

namespace gatepost {

QString SmtpReply::summary() const
{
    return QStringLiteral("%1 %2").arg(code).arg(lines.isEmpty() ? QString() : lines.last());
}

std::optional<SmtpReply> SmtpReplyReader::next()
{
    constexpr qsizetype kLongestLine = 2000;
    constexpr qsizetype kMostLines = 200;
    while (!m_broken) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end < 0) {
            m_broken = m_buffer.size() > kLongestLine;
            return std::nullopt;
        }
        QByteArray line = m_buffer.first(end);
        m_buffer.remove(0, end + 1);
        while (line.endsWith('\r')) {
            line.chop(1);
        }
        bool isNumber = false;
        const int code = line.left(3).toInt(&isNumber);
        const bool lastLine = line.size() < 4 || line.at(3) != '-';
        const bool inSequence = m_reply.lines.isEmpty() || m_reply.code == code;
        if (!isNumber || code < 200 || code > 599 || !inSequence || line.size() > kLongestLine ||
            m_reply.lines.size() >= kMostLines) {
            m_broken = true;
            m_buffer = line + '\n' + m_buffer;
            return std::nullopt;
        }
        m_reply.code = code;
        m_reply.lines.append(displayText(line.mid(4)));
        if (lastLine) {
            return std::exchange(m_reply, {});
        }
    }
    return std::nullopt;
}

ReplyClass classifyRcptReply(const SmtpReply& reply)
{
    const QString text = reply.lines.join(u' ').toLower();
    if (reply.code == 250 || reply.code == 251) {
        return ReplyClass::Accepted;
    }
    if (reply.code == 530) {
        return text.contains(u"starttls") || text.contains(u"5.7.0") ? ReplyClass::NeedsTls
                                                                     : ReplyClass::NeedsSignIn;
    }
    if (reply.code == 421 ||
        (reply.code / 100 == 4 && (text.contains(u"4.7.1 error: too") ||
                                   text.contains(u"rate limit") || text.contains(u"too many")))) {
        return ReplyClass::RateLimited;
    }
    return reply.code / 100 == 4 ? ReplyClass::RetryLater : ReplyClass::Refused;
}

} // namespace gatepost
