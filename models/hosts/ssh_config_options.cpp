// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/ssh_config_options.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshConfig)
};

using Severity = SshConfigDiagnostic::Severity;

/// Taken over into the profile by SshConfig::resolve. "include", "host" and "match" belong to the
/// parser.
constexpr std::array kUsed = {"hostname",     "port",           "user",
                              "identityfile", "proxyjump",      "proxycommand",
                              "hostkeyalias", "identitiesonly", "userknownhostsfile"};

/// About terminals, forwarding, sharing and display, none of which Gatepost does; and about
/// keep-alive, compression and the like, which it decides by itself.
constexpr std::array kIrrelevant = {"addkeystoagent",
                                    "batchmode",
                                    "checkhostip",
                                    "clearallforwardings",
                                    "compression",
                                    "compressionlevel",
                                    "connectionattempts",
                                    "connecttimeout",
                                    "controlmaster",
                                    "controlpath",
                                    "controlpersist",
                                    "dynamicforward",
                                    "enableescapecommandline",
                                    "escapechar",
                                    "exitonforwardfailure",
                                    "fingerprinthash",
                                    "forkafterauthentication",
                                    "forwardagent",
                                    "forwardx11",
                                    "forwardx11timeout",
                                    "forwardx11trusted",
                                    "gatewayports",
                                    "hashknownhosts",
                                    "ipqos",
                                    "localcommand",
                                    "localforward",
                                    "loglevel",
                                    "logverbose",
                                    "nohostauthenticationforlocalhost",
                                    "numberofpasswordprompts",
                                    "obscurekeystroketiming",
                                    "permitlocalcommand",
                                    "permitremoteopen",
                                    "proxyusefdpass",
                                    "rekeylimit",
                                    "remoteforward",
                                    "requesttty",
                                    "sendenv",
                                    "serveralivecountmax",
                                    "serveraliveinterval",
                                    "sessiontype",
                                    "setenv",
                                    "stdinnull",
                                    "streamlocalbindmask",
                                    "streamlocalbindunlink",
                                    "syslogfacility",
                                    "tcpkeepalive",
                                    "tunnel",
                                    "tunneldevice",
                                    "updatehostkeys",
                                    "visualhostkey",
                                    "xauthlocation"};

/// Options whose usual value changes nothing.
struct Harmless
{
    const char* keyword;
    const char* value;
};
constexpr std::array<Harmless, 13> kHarmless = {{{"pubkeyauthentication", "yes"},
                                                 {"passwordauthentication", "yes"},
                                                 {"kbdinteractiveauthentication", "yes"},
                                                 {"challengeresponseauthentication", "yes"},
                                                 {"gssapiauthentication", "no"},
                                                 {"gssapidelegatecredentials", "no"},
                                                 {"hostbasedauthentication", "no"},
                                                 {"stricthostkeychecking", "ask"},
                                                 {"canonicalizehostname", "no"},
                                                 {"addressfamily", "any"},
                                                 {"verifyhostkeydns", "no"},
                                                 {"identityagent", "SSH_AUTH_SOCK"},
                                                 {"enablesshkeysign", "no"}}};

/// Options that matter and are not followed, with what that means.
struct Named
{
    const char* keyword;
    Severity severity;
    const char* text;
};
constexpr std::array<Named, 17> kNamed = {{
    {"ciphers", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost chooses its own encryption methods.")},
    {"macs", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost chooses its own encryption methods.")},
    {"kexalgorithms", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost chooses its own encryption methods.")},
    {"hostkeyalgorithms", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost chooses its own encryption methods.")},
    {"stricthostkeychecking", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost always asks about an unknown host key and never "
                                    "accepts a changed one.")},
    {"gssapiauthentication", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost cannot sign in with Kerberos.")},
    {"gssapidelegatecredentials", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost cannot sign in with Kerberos.")},
    {"hostbasedauthentication", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost cannot sign in by the desktop's own host key.")},
    {"certificatefile", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost does not sign in with certificates.")},
    {"pkcs11provider", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost reaches smart cards only through the ssh agent.")},
    {"securitykeyprovider", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost reaches security keys only through the ssh agent.")},
    {"identityagent", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost uses the agent that SSH_AUTH_SOCK names.")},
    {"remotecommand", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost runs its own programs on the host instead.")},
    {"knownhostscommand", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost looks host keys up in known_hosts files only.")},
    {"globalknownhostsfile", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost reads the usual system-wide known_hosts file.")},
    {"canonicalizehostname", Severity::Warning,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost takes the host name as it is; short names are "
                                    "completed only by the desktop's resolver.")},
    {"addressfamily", Severity::Note,
     QT_TRANSLATE_NOOP("SshConfig", "Gatepost tries IPv4 and IPv6 addresses alike.")},
}};

template<typename List>
bool contains(const List& list, const QByteArray& keyword)
{
    return std::any_of(list.begin(), list.end(),
                       [&keyword](const char* entry) { return keyword == entry; });
}

} // namespace

std::optional<SshConfigDiagnostic> sshOptionDiagnostic(const SshConfig::Option& option)
{
    if (contains(kUsed, option.keyword) || contains(kIrrelevant, option.keyword)) {
        return std::nullopt;
    }
    const QString value = option.values.value(0);
    for (const Harmless& entry : kHarmless) {
        if (option.keyword == entry.keyword &&
            value.compare(QLatin1String(entry.value), Qt::CaseInsensitive) == 0) {
            return std::nullopt;
        }
    }
    for (const Named& entry : kNamed) {
        if (option.keyword == entry.keyword) {
            return SshConfigDiagnostic{.severity = entry.severity,
                                       .file = option.file,
                                       .line = option.line,
                                       .option = option.written,
                                       .text =
                                           QCoreApplication::translate("SshConfig", entry.text)};
        }
    }
    return SshConfigDiagnostic{.severity = Severity::Warning,
                               .file = option.file,
                               .line = option.line,
                               .option = option.written,
                               .text = Text::tr("Gatepost does not know or does not support this "
                                                "option; it is left out.")};
}

} // namespace gatepost
