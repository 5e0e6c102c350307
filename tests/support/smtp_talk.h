// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslSocket>
#include <QString>

namespace gatepost {

/// One conversation of a test with a mail server, whatever certificate that has. Blocks; an answer
/// that does not come in time is empty.
class SmtpTalk
{
public:
    static constexpr quint16 kSmtp = 25;
    static constexpr quint16 kSubmission = 587;
    static constexpr quint16 kSmtps = 465;

    /// Connects; port 465 begins with TLS.
    SmtpTalk(const QString& address, quint16 port);

    /// The last line of the server's next reply.
    QByteArray reply();

    /// Sends a line and returns the last line of the reply.
    QByteArray say(const QByteArray& line);

    /// STARTTLS; returns the reply to it.
    QByteArray startTls();

    /// Greets, goes over to TLS where the port wants it, and signs in by PLAIN; returns the reply
    /// to AUTH, or the first reply that was not as it must be.
    QByteArray signIn(const QByteArray& user, const QByteArray& password);

    /// What the server has offered since the last call: the first lines of its longer replies.
    QByteArray takeOffers();

private:
    QSslSocket m_socket;
    QByteArray m_offers;
    quint16 m_port;
};

} // namespace gatepost
