// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/destination.h"

#include "models/core/ip_network.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Destination)
};

Error notADestination(const QString& text)
{
    return failure(
        ErrorCode::ParseFailed,
        Text::tr("\"%1\" names no host. Write a name or address, if need be with user and port: "
                 "admin@mail.example.net:22, or admin@[2001:db8::1]:22.")
            .arg(text.left(200)));
}

bool isHostText(const QString& host)
{
    constexpr qsizetype kLongestName = 255; // RFC 1035 section 2.3.4
    return !host.isEmpty() && host.size() <= kLongestName && !host.startsWith(u'-') &&
           std::none_of(host.begin(), host.end(), [](QChar c) {
               return c.isSpace() || c.category() == QChar::Other_Control || c == u'/' ||
                      c == u'@' || c == u'\'' || c == u'"' || c == u'\\' || c == u'`' || c == u'$';
           });
}

} // namespace

Result<SshEndpoint> parseAddress(const QString& text, quint16 defaultPort)
{
    SshEndpoint endpoint;
    endpoint.port = defaultPort;
    QString portText;
    if (text.startsWith(u'[')) {
        const qsizetype close = text.indexOf(u']');
        const QString after = text.sliced(close + 1);
        if (close < 0 || !(after.isEmpty() || after.startsWith(u':'))) {
            return notADestination(text);
        }
        endpoint.host = text.sliced(1, close - 1);
        portText = after.mid(1);
        if (after.size() == 1) {
            return notADestination(text);
        }
    } else if (IpAddress::parse(text.toUtf8())) {
        endpoint.host = text;
    } else {
        const qsizetype colon = text.indexOf(u':');
        endpoint.host = text.left(colon);
        portText = colon < 0 ? QString() : text.sliced(colon + 1);
        if (colon >= 0 && portText.isEmpty()) {
            return notADestination(text);
        }
    }
    if (!portText.isEmpty()) {
        bool ok = false;
        const uint port = portText.toUInt(&ok);
        if (!ok || port == 0 || port > 65535) {
            return notADestination(text);
        }
        endpoint.port = static_cast<quint16>(port);
    }
    if (!isHostText(endpoint.host)) {
        return notADestination(text);
    }
    return endpoint;
}

Result<SshEndpoint> parseDestination(const QString& text)
{
    constexpr quint16 kSshPort = 22;
    constexpr QStringView kScheme = u"ssh://";
    const QString rest = text.startsWith(kScheme) ? text.sliced(kScheme.size()) : text;
    const qsizetype at = rest.lastIndexOf(u'@'); // ssh(1): the user's name may hold an '@'
    auto endpoint = parseAddress(rest.sliced(at + 1), kSshPort);
    if (!endpoint) {
        return notADestination(text);
    }
    endpoint->user = at < 0 ? QString() : rest.left(at);
    if (at == 0 || endpoint->user.startsWith(u'-')) {
        return notADestination(text);
    }
    return endpoint;
}

} // namespace gatepost
