// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/proxy_jump.h"

namespace gatepost {

std::optional<JumpSpec> parseSshDestination(const QString& text)
{
    JumpSpec spec;
    QString rest = text.trimmed();
    if (rest.startsWith(QLatin1String("ssh://"), Qt::CaseInsensitive)) {
        rest = rest.mid(6);
        if (rest.endsWith(u'/')) {
            rest.chop(1);
        }
    }
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        spec.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (spec.user.isEmpty()) {
            return std::nullopt;
        }
    }
    QString port;
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        if (end < 0) {
            return std::nullopt;
        }
        port = rest.mid(end + 1);
        spec.host = rest.mid(1, end - 1);
        if (!port.isEmpty() && !port.startsWith(u':')) {
            return std::nullopt;
        }
        port = port.mid(1);
    } else if (rest.count(u':') == 1) {
        port = rest.section(u':', 1);
        spec.host = rest.section(u':', 0, 0);
        if (port.isEmpty()) {
            return std::nullopt;
        }
    } else {
        spec.host = rest; // also an IPv6 address without brackets
    }
    if (!port.isEmpty()) {
        bool ok = false;
        spec.port = port.toUShort(&ok);
        if (!ok || spec.port == 0) {
            return std::nullopt;
        }
    }
    const bool broken = spec.host.isEmpty() || spec.host.startsWith(u'-') ||
                        spec.host.contains(u' ') || spec.user.startsWith(u'-');
    return broken ? std::nullopt : std::optional(spec);
}

std::optional<QList<JumpSpec>> parseProxyJump(const QString& text)
{
    QList<JumpSpec> chain;
    for (const QString& part : text.split(u',')) {
        const auto hop = parseSshDestination(part);
        if (!hop) {
            return std::nullopt;
        }
        chain.append(*hop);
    }
    return chain;
}

std::optional<QString> jumpOfProxyCommand(const QStringList& values)
{
    // The option takes the rest of its line as it stands, so quoting it as a whole is common.
    const QStringList words = values.join(u' ').split(u' ', Qt::SkipEmptyParts);
    if (words.value(0) != u"ssh" && !words.value(0).endsWith(QLatin1String("/ssh"))) {
        return std::nullopt;
    }
    bool forwards = false;
    QString user;
    QString port;
    QString jump;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == u"-W" && words.value(i + 1) == u"%h:%p") {
            forwards = true;
            ++i;
        } else if (word == u"-l" && i + 1 < words.size()) {
            user = words[++i];
        } else if (word == u"-p" && i + 1 < words.size()) {
            port = words[++i];
        } else if (word == u"-q" || word == u"-x" || word == u"-T") {
            continue;
        } else if (!word.startsWith(u'-') && jump.isEmpty()) {
            jump = word;
        } else {
            return std::nullopt;
        }
    }
    if (!forwards || jump.isEmpty() || (!user.isEmpty() && jump.contains(u'@'))) {
        return std::nullopt;
    }
    if (!user.isEmpty()) {
        jump = user + u'@' + jump;
    }
    if (!port.isEmpty()) {
        jump += u':' + port;
    }
    return parseSshDestination(jump) ? std::optional(jump) : std::nullopt;
}

} // namespace gatepost
