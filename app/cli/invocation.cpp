// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

struct TaskName
{
    const char* name;
    Invocation::Task task;
};

constexpr std::array kTasks{
    TaskName{"pull", Invocation::Task::Pull},
    TaskName{"verdict", Invocation::Task::Verdict},
    TaskName{"relay-test", Invocation::Task::RelayTest},
    TaskName{"queue", Invocation::Task::Queue},
    TaskName{"harden", Invocation::Task::Harden},
    TaskName{"hosts", Invocation::Task::Hosts},
    TaskName{"help", Invocation::Task::Help},
    TaskName{"version", Invocation::Task::Version},
};

std::optional<Invocation::Task> taskNamed(const QString& name)
{
    for (const TaskName& entry : kTasks) {
        if (name == QLatin1StringView(entry.name)) {
            return entry.task;
        }
    }
    return std::nullopt;
}

QCommandLineOption flag(const char* name)
{
    return QCommandLineOption(QLatin1StringView(name));
}

QCommandLineOption valued(const char* name)
{
    return QCommandLineOption(QLatin1StringView(name), QString(), QStringLiteral("value"));
}

void addConnectionOptions(QCommandLineParser& parser)
{
    parser.addOptions({valued("port"), valued("identity"), valued("jump"), valued("elevate"),
                       valued("known-hosts"), valued("askpass"), flag("accept-new"),
                       flag("read-only")});
}

void addOptionsOf(Invocation::Task task, QCommandLineParser& parser)
{
    parser.addOption(flag("json"));
    switch (task) {
    case Invocation::Task::Pull:
        parser.addOption(valued("out"));
        break;
    case Invocation::Task::Verdict:
        parser.addOption(valued("config-dir"));
        break;
    case Invocation::Task::RelayTest:
        parser.addOptions({valued("via"), valued("own-domain")});
        break;
    case Invocation::Task::Queue:
        parser.addOption(valued("filter"));
        break;
    case Invocation::Task::Harden:
        parser.addOptions({valued("layer"), flag("apply"), valued("undo-after"), valued("trust"),
                           flag("trust-none"), valued("via")});
        break;
    case Invocation::Task::Hosts:
    case Invocation::Task::Help:
    case Invocation::Task::Version:
        return;
    }
    addConnectionOptions(parser);
}

Result<std::optional<Elevation>> elevationNamed(const QString& name)
{
    if (name.isEmpty()) {
        return std::optional<Elevation>();
    }
    if (name == u"none") {
        return std::optional(Elevation::None);
    }
    if (name == u"sudo") {
        return std::optional(Elevation::Sudo);
    }
    if (name == u"doas") {
        return std::optional(Elevation::Doas);
    }
    return failure(ErrorCode::ParseFailed,
                   Text::tr("--elevate takes none, sudo or doas, not \"%1\".").arg(name));
}

Result<> readConnection(const QCommandLineParser& parser, Invocation& invocation)
{
    const auto value = [&parser](const char* name) {
        return parser.value(QLatin1StringView(name));
    };
    if (parser.isSet(QStringLiteral("port"))) {
        bool ok = false;
        const uint port = value("port").toUInt(&ok);
        if (!ok || port == 0 || port > 65535) {
            return failure(
                ErrorCode::ParseFailed,
                Text::tr("--port takes a number from 1 to 65535, not \"%1\".").arg(value("port")));
        }
        invocation.port = static_cast<quint16>(port);
    }
    auto elevation = elevationNamed(value("elevate"));
    if (!elevation) {
        return elevation.error();
    }
    invocation.elevation = *elevation;
    invocation.identityFiles = parser.values(QStringLiteral("identity"));
    invocation.jumps = value("jump").split(u',', Qt::SkipEmptyParts);
    invocation.knownHostsFile = value("known-hosts");
    invocation.askpass = value("askpass");
    if (invocation.askpass.isEmpty()) {
        invocation.askpass = qEnvironmentVariable("GATEPOST_ASKPASS");
    }
    invocation.acceptNewHostKey = parser.isSet(QStringLiteral("accept-new"));
    invocation.readOnly = parser.isSet(QStringLiteral("read-only"));
    return {};
}

Result<> readHarden(const QCommandLineParser& parser, Invocation& invocation)
{
    invocation.layer = parser.value(QStringLiteral("layer"));
    if (invocation.layer != u"relay") {
        return failure(
            ErrorCode::ParseFailed,
            invocation.layer.isEmpty()
                ? Text::tr("harden needs --layer. This version knows the layer relay.")
                : Text::tr("There is no layer \"%1\". This version knows the layer relay.")
                      .arg(invocation.layer));
    }
    invocation.apply = parser.isSet(QStringLiteral("apply"));
    invocation.trustedNetworks = parser.values(QStringLiteral("trust"));
    invocation.trustedNetworksGiven =
        !invocation.trustedNetworks.isEmpty() || parser.isSet(QStringLiteral("trust-none"));
    if (parser.isSet(QStringLiteral("undo-after"))) {
        bool ok = false;
        const int seconds = parser.value(QStringLiteral("undo-after")).toInt(&ok);
        if (!ok || seconds < 5 || seconds > 3600) {
            return failure(ErrorCode::ParseFailed,
                           Text::tr("--undo-after takes seconds from 5 to 3600, not \"%1\".")
                               .arg(parser.value(QStringLiteral("undo-after"))));
        }
        invocation.undoAfter = std::chrono::seconds(seconds);
    }
    return {};
}

Result<> readTarget(const QStringList& positional, Invocation& invocation)
{
    const bool offline = !invocation.configDirectory.isEmpty();
    const bool needsTarget = invocation.task != Invocation::Task::Hosts && !offline;
    if (positional.size() > (needsTarget ? 1 : 0)) {
        return failure(ErrorCode::ParseFailed,
                       Text::tr("There is one argument too many: \"%1\".").arg(positional.last()));
    }
    if (needsTarget && positional.isEmpty()) {
        return failure(
            ErrorCode::ParseFailed,
            invocation.task == Invocation::Task::RelayTest
                ? Text::tr("relay-test needs the address to ask, for example 192.0.2.25:25.")
                : Text::tr("Name a host: one of the console's own list, or any ssh "
                           "destination such as admin@mail.example.net."));
    }
    if (needsTarget) {
        invocation.target = positional.first();
        if (invocation.target.startsWith(u'-')) {
            return failure(ErrorCode::ParseFailed,
                           Text::tr("\"%1\" is no host name.").arg(invocation.target));
        }
    }
    return {};
}

} // namespace

Result<Invocation> parseInvocation(const QStringList& arguments)
{
    Invocation invocation;
    const QString word = arguments.value(0);
    if (arguments.isEmpty() || word == u"--help" || word == u"-h") {
        return invocation;
    }
    if (word == u"--version") {
        invocation.task = Invocation::Task::Version;
        return invocation;
    }
    const auto task = taskNamed(word);
    if (!task) {
        return failure(ErrorCode::ParseFailed, Text::tr("There is no command \"%1\".").arg(word));
    }
    invocation.task = *task;

    QCommandLineParser parser;
    addOptionsOf(*task, parser);
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    if (!parser.parse(arguments)) { // the command stands where the parser expects the program
        return failure(ErrorCode::ParseFailed, parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help"))) {
        return Invocation();
    }
    if (*task == Invocation::Task::Help || *task == Invocation::Task::Version) {
        return invocation;
    }
    const auto optional = [&parser](const char* name) {
        const QLatin1StringView option(name);
        return parser.optionNames().contains(option) ? parser.value(option) : QString();
    };
    invocation.json = parser.isSet(QStringLiteral("json"));
    invocation.outDirectory = optional("out");
    invocation.configDirectory = optional("config-dir");
    invocation.via = optional("via");
    invocation.filter = optional("filter");
    if (*task == Invocation::Task::RelayTest) {
        invocation.ownDomains = parser.values(QStringLiteral("own-domain"));
    }
    if (*task != Invocation::Task::Hosts) {
        if (auto read = readConnection(parser, invocation); !read) {
            return read.error();
        }
    }
    if (*task == Invocation::Task::Harden) {
        if (auto read = readHarden(parser, invocation); !read) {
            return read.error();
        }
    }
    if (auto read = readTarget(parser.positionalArguments(), invocation); !read) {
        return read.error();
    }
    return invocation;
}

QString usageText()
{
    return Text::tr(
        "gatepostctl: what the Gatepost console does, for scripts\n"
        "\n"
        "  gatepostctl pull HOST [--out DIR]\n"
        "      Bring the host's whole mail state in one round trip.\n"
        "  gatepostctl verdict HOST | --config-dir DIR\n"
        "      Say from the configuration who may relay, and which line decides.\n"
        "  gatepostctl relay-test ADDRESS[:PORT] [--via HOST] [--own-domain DOMAIN]\n"
        "      Ask the mail server itself, up to RCPT and no further.\n"
        "  gatepostctl queue HOST [--filter TEXT]\n"
        "      List the mail queue and count it by recipient domain.\n"
        "  gatepostctl harden HOST --layer relay [--trust NETWORK | --trust-none]\n"
        "                     [--apply [--undo-after SECONDS] [--via HOST]]\n"
        "      Show the plan that closes the relay; with --apply carry it out, prove it by\n"
        "      reading the host again and by a relay test (from this desktop, or from the\n"
        "      host that --via names), and keep it. The host undoes it by itself when\n"
        "      anything fails.\n"
        "  gatepostctl hosts\n"
        "      List the hosts of the console.\n"
        "\n"
        "HOST is a name from the console's list or any ssh destination; ~/.ssh/config counts.\n"
        "  --port N  --identity FILE  --jump DEST[,DEST]  --known-hosts FILE\n"
        "  --elevate none|sudo|doas   how to become root (otherwise: sudo unless root)\n"
        "  --askpass PROGRAM          prints the secret for the prompt it is given; also\n"
        "                             GATEPOST_ASKPASS. Without it the terminal asks.\n"
        "  --accept-new               accept and remember an unknown host key\n"
        "  --read-only                refuse anything that would change the host\n"
        "  --json                     a document with a versioned schema on standard output\n"
        "\n"
        "Exit status: 0 fine; 1 a finding, or a verdict of open, conditional, down or error;\n"
        "2 wrong usage; 3 host not reachable or refused; 4 partial or unknown.\n");
}

} // namespace gatepost
