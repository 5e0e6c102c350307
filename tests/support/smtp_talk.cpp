// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smtp_talk.h"

#include <utility>

namespace gatepost {

namespace {

constexpr int kAnswerMs = 20'000;

} // namespace

SmtpTalk::SmtpTalk(const QString& address, quint16 port)
    : m_port(port)
{
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (port == kSmtps) {
        m_socket.connectToHostEncrypted(address, port);
        m_socket.waitForEncrypted(kAnswerMs);
    } else {
        m_socket.connectToHost(address, port);
    }
}

QByteArray SmtpTalk::reply()
{
    while (true) {
        while (!m_socket.canReadLine()) {
            if (!m_socket.waitForReadyRead(kAnswerMs)) {
                return {};
            }
        }
        const QByteArray line = m_socket.readLine().trimmed();
        if (line.size() < 4 || line.at(3) != '-') {
            return line;
        }
        m_offers += line + '\n';
    }
}

QByteArray SmtpTalk::say(const QByteArray& line)
{
    m_socket.write(line + "\r\n");
    return reply();
}

QByteArray SmtpTalk::startTls()
{
    const QByteArray answer = say("STARTTLS");
    m_socket.startClientEncryption();
    m_socket.waitForEncrypted(kAnswerMs);
    return answer;
}

QByteArray SmtpTalk::signIn(const QByteArray& user, const QByteArray& password)
{
    if (const QByteArray greeting = reply(); !greeting.startsWith("220 ")) {
        return greeting;
    }
    if (m_port == kSubmission) {
        say("EHLO desk.example");
        if (takeOffers().contains("AUTH")) {
            return "AUTH is offered before STARTTLS: a password would travel in the clear";
        }
        if (const QByteArray answer = startTls(); !answer.startsWith("220 ")) {
            return answer;
        }
    }
    say("EHLO desk.example");
    const QByteArray secret = ('\0' + user + '\0' + password).toBase64();
    return say("AUTH PLAIN " + secret);
}

QByteArray SmtpTalk::takeOffers()
{
    return std::exchange(m_offers, {});
}

} // namespace gatepost
