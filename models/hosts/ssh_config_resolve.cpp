// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/host_pattern.h"
#include "models/hosts/proxy_jump.h"
#include "models/hosts/ssh_config.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <optional>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshConfig)
};

using Severity = SshConfigDiagnostic::Severity;
using Option = SshConfig::Option;

/// The options that apply to one alias: the first of each keyword, every IdentityFile.
struct Effective
{
    QHash<QByteArray, Option> first;
    QList<Option> identityFiles;
    QList<SshConfigDiagnostic> diagnostics;

    const Option* find(const char* keyword) const
    {
        const auto found = first.constFind(keyword);
        return found == first.constEnd() ? nullptr : &found.value();
    }
    QString value(const char* keyword) const
    {
        const Option* option = find(keyword);
        return option != nullptr ? option->values.first() : QString();
    }
    void diagnose(const Option& option, Severity severity, const QString& text)
    {
        diagnostics.append({.severity = severity,
                            .file = option.file,
                            .line = option.line,
                            .option = option.written,
                            .text = text});
    }
};

Effective effectiveFor(const SshConfig& config, const QString& alias)
{
    Effective effective;
    const QByteArray name = alias.toUtf8();
    for (const SshConfig::Block& block : config.blocks()) {
        const bool applies =
            !block.neverApplies && std::all_of(block.conditions.begin(), block.conditions.end(),
                                               [&name](const QList<QByteArray>& patterns) {
                                                   return matchesHostPatterns(patterns, name);
                                               });
        if (!applies) {
            continue;
        }
        effective.diagnostics.append(block.diagnostics);
        for (const Option& option : block.options) {
            if (option.keyword == "identityfile") {
                effective.identityFiles.append(option);
                continue;
            }
            // The first of these two prevents the other, ssh_config(5).
            const bool proxy = option.keyword == "proxyjump" || option.keyword == "proxycommand";
            if (!effective.first.contains(option.keyword) &&
                !(proxy && (effective.find("proxyjump") != nullptr ||
                            effective.find("proxycommand") != nullptr))) {
                effective.first.insert(option.keyword, option);
            }
        }
    }
    return effective;
}

/// Replaces `%` tokens; empty when there is one that is not known.
std::optional<QString> expandTokens(const QString& text, const QHash<QChar, QString>& tokens)
{
    QString expanded;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'%') {
            expanded += text[i];
            continue;
        }
        ++i;
        if (i < text.size() && text[i] == u'%') {
            expanded += u'%';
        } else if (i < text.size() && tokens.contains(text[i])) {
            expanded += tokens.value(text[i]);
        } else {
            return std::nullopt;
        }
    }
    return expanded;
}

QString withHome(const QString& path, const SshConfigContext& context)
{
    return path.startsWith(QLatin1String("~/")) && !context.homeFolder.isEmpty()
               ? context.homeFolder + path.mid(1)
               : path;
}

class Resolver
{
public:
    Resolver(const SshConfig& config, const SshConfigContext& context)
        : m_config(config)
        , m_context(context)
    {}

    SshConfigHost resolve(const QString& alias)
    {
        SshConfigHost host;
        Effective effective = effectiveFor(m_config, alias);
        host.profile.name = alias;
        host.profile.endpoint = endpoint(alias, effective);
        host.profile.jumps = jumps(effective, host.profile.endpoint, {alias});
        host.profile.useAgent =
            effective.value("identitiesonly").compare(u"yes", Qt::CaseInsensitive) != 0;
        if (const Option* only = effective.find("identitiesonly");
            only != nullptr && !host.profile.useAgent) {
            effective.diagnose(*only, Severity::Note,
                               Text::tr("Only the key files are used, not the agent; a key with a "
                                        "passphrase asks for it."));
        }
        if (const Option* files = effective.find("userknownhostsfile")) {
            host.profile.knownHostsFile = withHome(files->values.first(), m_context);
            if (files->values.size() > 1) {
                effective.diagnose(*files, Severity::Note,
                                   Text::tr("Only the first file is used."));
            }
        }
        host.diagnostics = effective.diagnostics;
        return host;
    }

private:
    SshEndpoint endpoint(const QString& alias, Effective& effective)
    {
        SshEndpoint server;
        server.host = alias;
        if (const Option* name = effective.find("hostname")) {
            if (const auto expanded = expandTokens(name->values.first(), {{u'h', alias}})) {
                server.host = *expanded;
            } else {
                effective.diagnose(*name, Severity::Warning,
                                   Text::tr("The name holds a %-token that is not supported."));
            }
        }
        if (const Option* port = effective.find("port")) {
            bool ok = false;
            const ushort number = port->values.first().toUShort(&ok);
            if (ok && number > 0) {
                server.port = number;
            } else {
                effective.diagnose(*port, Severity::Warning,
                                   Text::tr("This is no port number; 22 is used."));
            }
        }
        server.user = effective.value("user");
        server.hostKeyAlias = effective.value("hostkeyalias");
        addIdentityFiles(alias, server, effective);
        return server;
    }

    void addIdentityFiles(const QString& alias, SshEndpoint& server, Effective& effective) const
    {
        const QString user = server.user.isEmpty() ? m_context.localUser : server.user;
        const QHash<QChar, QString> tokens = {{u'd', m_context.homeFolder},
                                              {u'h', server.host},
                                              {u'n', alias},
                                              {u'p', QString::number(server.port)},
                                              {u'r', user},
                                              {u'u', m_context.localUser},
                                              {u'l', m_context.localHost},
                                              {u'L', m_context.localHost.section(u'.', 0, 0)}};
        for (const Option& option : std::as_const(effective.identityFiles)) {
            const QString& written = option.values.first();
            const auto expanded = expandTokens(withHome(written, m_context), tokens);
            if (written == u"none" || !expanded || written.contains(QLatin1String("${"))) {
                effective.diagnose(option, Severity::Warning,
                                   written == u"none"
                                       ? Text::tr("\"none\" is not supported; the usual key files "
                                                  "are tried.")
                                       : Text::tr("The file name holds a token or variable that "
                                                  "is not supported; this key is left out."));
            } else if (!server.identityFiles.contains(*expanded)) {
                server.identityFiles.append(*expanded);
            }
        }
    }

    /// What stands for ProxyJump: the option itself, or a ProxyCommand that does the same.
    static std::optional<QString> jumpText(Effective& effective, const SshEndpoint& server)
    {
        if (const Option* jump = effective.find("proxyjump")) {
            return expandTokens(
                jump->values.join(u','),
                {{u'h', server.host}, {u'p', QString::number(server.port)}, {u'r', server.user}});
        }
        const Option* command = effective.find("proxycommand");
        if (command == nullptr ||
            command->values.first().compare(u"none", Qt::CaseInsensitive) == 0) {
            return std::nullopt;
        }
        const auto same = jumpOfProxyCommand(command->values);
        if (same) {
            effective.diagnose(*command, Severity::Note,
                               Text::tr("Read as ProxyJump %1, which does the same.").arg(*same));
        } else {
            effective.diagnose(*command, Severity::Warning,
                               Text::tr("Gatepost does not run a ProxyCommand; it would try to "
                                        "reach the host directly. Use ProxyJump where a jump host "
                                        "is meant."));
        }
        return same;
    }

    /// ssh(1) reaches the first jump host by that host's own configuration, ProxyJump included;
    /// the others through the one before them.
    /// `visited` are the aliases on the way here, to notice a circle.
    QList<SshEndpoint> jumps(Effective& effective, const SshEndpoint& server,
                             const QStringList& visited)
    {
        const Option* written = effective.find("proxyjump") != nullptr
                                    ? effective.find("proxyjump")
                                    : effective.find("proxycommand");
        const auto text = jumpText(effective, server);
        if (!text || text->compare(u"none", Qt::CaseInsensitive) == 0) {
            return {};
        }
        const auto hops = parseProxyJump(*text);
        if (!hops) {
            effective.diagnose(*written, Severity::Warning,
                               Text::tr("This is no list of jump hosts; it is left out."));
            return {};
        }
        // "Host *" with a ProxyJump also matches the jump host; ssh(1) goes there directly.
        if (hops->first().host == visited.last()) {
            return {};
        }
        if (visited.contains(hops->first().host)) {
            effective.diagnose(*written, Severity::Warning,
                               Text::tr("The jump hosts refer to each other in a circle."));
            return {};
        }
        QList<SshEndpoint> chain;
        for (const JumpSpec& hop : *hops) {
            Effective own = effectiveFor(m_config, hop.host);
            SshEndpoint jump = endpoint(hop.host, own);
            if (!hop.user.isEmpty()) {
                jump.user = hop.user;
            }
            if (hop.port != 0) {
                jump.port = hop.port;
            }
            if (chain.isEmpty()) {
                chain.append(jumps(own, jump, visited + QStringList{hop.host}));
            }
            for (const SshConfigDiagnostic& diagnostic : std::as_const(own.diagnostics)) {
                if (!effective.diagnostics.contains(diagnostic)) {
                    effective.diagnostics.append(diagnostic);
                }
            }
            chain.append(jump);
        }
        return chain;
    }

    const SshConfig& m_config;
    const SshConfigContext& m_context;
};

} // namespace

SshConfigHost SshConfig::resolve(const QString& alias, const SshConfigContext& context) const
{
    return Resolver(*this, context).resolve(alias);
}

} // namespace gatepost
