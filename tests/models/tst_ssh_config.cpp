// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/proxy_jump.h"
#include "models/hosts/ssh_config.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatepost;

namespace {

const SshConfigContext kContext{.homeFolder = QStringLiteral("/home/ann"),
                                .localUser = QStringLiteral("ann"),
                                .localHost = QStringLiteral("desk.example.net")};

SshConfig parsed(const QByteArray& text, const SshConfig::IncludeReader& includes = {})
{
    return SshConfig::parse({{.path = QStringLiteral("config"), .bytes = text}}, includes);
}

/// One hop as text: "user@host:port key,key".
QString shown(const SshEndpoint& endpoint)
{
    QString text = QStringLiteral("%1@%2:%3").arg(endpoint.user, endpoint.host).arg(endpoint.port);
    for (const QString& file : endpoint.identityFiles) {
        text += u' ' + file;
    }
    return text;
}

/// The way to a host, hops first, then the diagnostics' options.
QString way(const SshConfigHost& host)
{
    QStringList hops;
    for (const SshEndpoint& jump : host.profile.jumps) {
        hops.append(shown(jump));
    }
    hops.append(shown(host.profile.endpoint));
    QString text = hops.join(QStringLiteral(" > "));
    for (const SshConfigDiagnostic& diagnostic : host.diagnostics) {
        text += QStringLiteral(" !%1:%2").arg(diagnostic.option).arg(diagnostic.line);
    }
    return text;
}

} // namespace

class TestSshConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves_data();
    void resolves();
    void namesEveryUnsupportedOption_data();
    void namesEveryUnsupportedOption();
    void listsConcreteAliases();
    void followsIncludes();
    void endsIncludeLoops();
    void keepsKnownHostsAndAlias();
    void readsDestinations_data();
    void readsDestinations();
    void survivesTruncationAndNoise();
};

void TestSshConfig::resolves_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("alias");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* config, const char* alias,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(config) << QString::fromUtf8(alias)
                            << QString::fromUtf8(expected);
    };
    row("nothing configured", "", "mx9.example.net", "@mx9.example.net:22");
    row("plain host", "Host mx1\n HostName 192.0.2.1\n Port 2222\n User admin\n", "mx1",
        "admin@192.0.2.1:2222");
    row("another host's block", "Host mx1\n HostName 192.0.2.1\n", "mx2", "@mx2:22");
    row("first value wins", "Host mx*\n User ann\nHost mx1\n User bob\n Port 23\n", "mx1",
        "ann@mx1:23");
    row("before the first Host", "User root\nHost mx1\n User bob\n", "mx1", "root@mx1:22");
    row("negated pattern", "Host * !mx1\n User bob\n", "mx1", "@mx1:22");
    row("only a negated pattern", "Host !mx1\n User bob\n", "mx2", "@mx2:22");
    row("question mark", "Host mx?\n User bob\n", "mx12", "@mx12:22");
    row("letter case of the alias", "Host MX1\n User bob\n", "mx1", "bob@mx1:22");
    row("keywords in any case, with equals and quotes",
        "HOST = mx1\n hostname=\"mx1.example.net\"\nuSeR   =   \"bob\"\n", "mx1",
        "bob@mx1.example.net:22");
    row("carriage returns", "Host mx1\r\n User bob\r\n", "mx1", "bob@mx1:22");
    row("comment after a value", "Host mx1 # the first\n User bob # me\n", "mx1", "bob@mx1:22");
    row("%h in HostName", "Host mx1\n HostName %h.example.net\n", "mx1", "@mx1.example.net:22");
    row("%% in HostName", "Host mx1\n HostName a%%b\n", "mx1", "@a%b:22");
    row("unknown token in HostName", "Host mx1\n HostName %q\n", "mx1", "@mx1:22 !HostName:2");
    row("broken port", "Host mx1\n Port ssh\n", "mx1", "@mx1:22 !Port:2");
    row("several keys with tokens",
        "Host mx1\n HostName mx1.example.net\n User bob\n IdentityFile ~/.ssh/id_%h\n"
        "IdentityFile %d/.ssh/%r_%u_%n_%L\nHost *\n IdentityFile /etc/keys/%l\n",
        "mx1",
        "bob@mx1.example.net:22 /home/ann/.ssh/id_mx1.example.net "
        "/home/ann/.ssh/bob_ann_mx1_desk /etc/keys/desk.example.net");
    row("key file by variable", "IdentityFile ${HOME}/x\n", "mx1", "@mx1:22 !IdentityFile:1");
    row("no key file", "IdentityFile none\n", "mx1", "@mx1:22 !IdentityFile:1");
    row("jump host with its own block",
        "Host mx1\n ProxyJump jump\nHost jump\n HostName 192.0.2.9\n User jo\n Port 2022\n"
        " IdentityFile /k\n",
        "mx1", "jo@192.0.2.9:2022 /k > @mx1:22");
    row("jump with user and port over its block",
        "Host mx1\n ProxyJump kim@jump:99\nHost jump\n User jo\n Port 2022\n", "mx1",
        "kim@jump:99 > @mx1:22");
    row("chain", "Host mx1\n ProxyJump a,ssh://bob@b:23,[2001:db8::1]:24\n", "mx1",
        "@a:22 > bob@b:23 > @2001:db8::1:24 > @mx1:22");
    row("first hop jumps too",
        "Host mx1\n ProxyJump b,c\nHost b\n ProxyJump a\nHost c\n ProxyJump z\n", "mx1",
        "@a:22 > @b:22 > @c:22 > @mx1:22");
    row("jump none", "Host mx1\n ProxyJump none\nHost *\n ProxyJump a\n", "mx1", "@mx1:22");
    row("broken jump", "ProxyJump a,,b\n", "mx1", "@mx1:22 !ProxyJump:1");
    row("jump in a circle", "Host a\n ProxyJump b\nHost b\n ProxyJump a\n", "a",
        "@b:22 > @a:22 !ProxyJump:4");
    row("jump host matches its own pattern", "Host *\n ProxyJump bastion\n", "mx1",
        "@bastion:22 > @mx1:22");
    row("ProxyCommand that is a jump", "ProxyCommand ssh -q -W %h:%p -l jo -p 23 jump\n", "mx1",
        "jo@jump:23 > @mx1:22 !ProxyCommand:1");
    row("ProxyCommand in quotes", "ProxyCommand \"ssh -W %h:%p jo@jump\"\n", "mx1",
        "jo@jump:22 > @mx1:22 !ProxyCommand:1");
    row("other ProxyCommand", "ProxyCommand nc -X 5 -x proxy:1080 %h %p\n", "mx1",
        "@mx1:22 !ProxyCommand:1");
    row("ProxyCommand none", "Host mx1\n ProxyCommand none\nHost *\n ProxyJump a\n", "mx1",
        "@mx1:22");
    row("ProxyJump before ProxyCommand", "ProxyJump a\nProxyCommand nc %h %p\n", "mx1",
        "@a:22 > @mx1:22");
    row("Match all", "Match all\n User bob\n", "mx1", "bob@mx1:22");
    row("Match with a condition",
        "Host mx1\n Port 23\nMatch user bob\n Port 24\n User x\nHost *\n"
        " User ann\n",
        "mx1", "ann@mx1:23 !Match:3");
    row("open quote", "User \"bob\nPort 23\n", "mx1", "@mx1:23 !User:1");
    row("missing value", "User\nPort 23\n", "mx1", "@mx1:23 !User:1");
    row("unknown option", "Colour green\n", "mx1", "@mx1:22 !Colour:1");
    row("options without effect here", "ForwardX11 yes\nSendEnv LANG\nServerAliveInterval 5\n",
        "mx1", "@mx1:22");
}

void TestSshConfig::resolves()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, alias);
    QFETCH(QString, expected);
    const SshConfigHost host = parsed(config).resolve(alias, kContext);
    QCOMPARE(way(host), expected);
    QCOMPARE(host.profile.name, alias);
}

void TestSshConfig::namesEveryUnsupportedOption_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("named");
    const auto row = [](const char* line, bool named) {
        QTest::newRow(line) << QByteArray(line) << named;
    };
    row("CertificateFile ~/.ssh/id-cert.pub", true);
    row("PKCS11Provider /usr/lib/opensc.so", true);
    row("SecurityKeyProvider internal", true);
    row("IdentityAgent ~/.agent", true);
    row("IdentityAgent SSH_AUTH_SOCK", false);
    row("PreferredAuthentications password", true);
    row("PubkeyAuthentication no", true);
    row("PubkeyAuthentication yes", false);
    row("PasswordAuthentication no", true);
    row("GSSAPIAuthentication yes", true);
    row("GSSAPIAuthentication no", false);
    row("StrictHostKeyChecking accept-new", true);
    row("StrictHostKeyChecking ask", false);
    row("HostKeyAlgorithms ssh-ed25519", true);
    row("Ciphers aes256-ctr", true);
    row("CanonicalizeHostname yes", true);
    row("BindAddress 192.0.2.1", true);
    row("BindInterface eth1", true);
    row("AddressFamily inet6", true);
    row("KnownHostsCommand /bin/x", true);
    row("RemoteCommand tmux", true);
    row("Match host mx1", true);
    row("ProxyCommand nc %h %p", false); // named by resolve, which knows whether it is used
    row("LocalForward 1 h:2", false);
    row("Compression yes", false);
    row("ControlMaster auto", false);
}

void TestSshConfig::namesEveryUnsupportedOption()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, named);
    const auto diagnostics = parsed("# first\n" + line + '\n').diagnostics();
    QCOMPARE(!diagnostics.isEmpty(), named);
    if (named) {
        QCOMPARE(diagnostics.first().line, 2);
        QCOMPARE(diagnostics.first().file, QStringLiteral("config"));
        QCOMPARE(diagnostics.first().option, QString::fromUtf8(line.split(' ').first()));
        QVERIFY(!diagnostics.first().text.isEmpty());
    }
}

void TestSshConfig::listsConcreteAliases()
{
    const SshConfig config =
        parsed("Host *.example.net !x mx1 mx2\nHost mx2 \"mx 3\"\nHost mx? *\nMatch all\nUser a\n");
    QCOMPARE(config.aliases(),
             (QStringList{QStringLiteral("mx1"), QStringLiteral("mx2"), QStringLiteral("mx 3")}));
}

void TestSshConfig::followsIncludes()
{
    QStringList wanted;
    const SshConfig config =
        parsed("Include conf.d/*\nHost mx1\n Include extra\n User late\nHost mx2\n User two\n",
               [&wanted](const QString& pattern) -> QList<SshConfigFile> {
                   wanted.append(pattern);
                   if (pattern == u"extra") {
                       return {{.path = pattern, .bytes = "User included\nHost mx2\nPort 5\n"}};
                   }
                   return {{.path = QStringLiteral("a"), .bytes = "Host mx1\nPort 1\n"},
                           {.path = QStringLiteral("b"), .bytes = "Port 2\nHost new\n"}};
               });
    QCOMPARE(wanted, (QStringList{QStringLiteral("conf.d/*"), QStringLiteral("extra")}));
    QCOMPARE(way(config.resolve(QStringLiteral("mx1"), kContext)),
             QStringLiteral("included@mx1:1"));
    // Port 5 stands below Host mx2 inside an Include inside Host mx1, so it never applies.
    QCOMPARE(way(config.resolve(QStringLiteral("mx2"), kContext)), QStringLiteral("two@mx2:2"));
    QVERIFY(config.aliases().contains(QStringLiteral("new")));
    QVERIFY(config.diagnostics().isEmpty());
    QCOMPARE(parsed("Include x\n").diagnostics().size(), 1);
}

void TestSshConfig::endsIncludeLoops()
{
    int reads = 0;
    const SshConfig config = parsed("Include a\nUser bob\n", [&reads](const QString& pattern) {
        ++reads;
        const QByteArray next = pattern == u"a" ? "Include b b\n" : "Include a a\nInclude c*\n";
        QList<SshConfigFile> files{{.path = pattern, .bytes = next}};
        if (pattern == u"c*") {
            for (int i = 0; i < 50; ++i) {
                files.append({.path = QStringLiteral("c%1").arg(i), .bytes = "Include c*\n"});
            }
        }
        return files;
    });
    QVERIFY(!config.diagnostics().isEmpty());
    QVERIFY2(reads < 2000, qPrintable(QString::number(reads)));
    QCOMPARE(config.resolve(QStringLiteral("mx1"), kContext).profile.endpoint.user,
             QStringLiteral("bob"));
}

void TestSshConfig::keepsKnownHostsAndAlias()
{
    const SshConfigHost host =
        parsed(
            "Host mx1\n HostKeyAlias mail\n UserKnownHostsFile ~/kh /other\nIdentitiesOnly yes\n")
            .resolve(QStringLiteral("mx1"), kContext);
    QCOMPARE(host.profile.endpoint.hostKeyAlias, QStringLiteral("mail"));
    QCOMPARE(host.profile.knownHostsFile, QStringLiteral("/home/ann/kh"));
    QVERIFY(!host.profile.useAgent);
    QCOMPARE(host.diagnostics.size(), 2);
}

void TestSshConfig::readsDestinations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("mx1", "|mx1|0");
    row("bob@mx1", "bob|mx1|0");
    row("bob@corp@mx1:23", "bob@corp|mx1|23");
    row("[2001:db8::1]:23", "|2001:db8::1|23");
    row("2001:db8::1", "|2001:db8::1|0");
    row("ssh://bob@mx1:2222/", "bob|mx1|2222");
    row("mx1:", "");
    row("mx1:0", "");
    row("mx1:65536", "");
    row("@mx1", "");
    row("", "");
    row("-oProxyCommand=x", "");
    row("-x@mx1", "");
    row("a b", "");
    row("[mx1", "");
    row("[mx1]x", "");
}

void TestSshConfig::readsDestinations()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto spec = parseSshDestination(text);
    QCOMPARE(spec ? QStringLiteral("%1|%2|%3").arg(spec->user, spec->host).arg(spec->port)
                  : QString(),
             expected);
}

void TestSshConfig::survivesTruncationAndNoise()
{
    const QByteArray whole =
        "Host mx1 \"a b\" !c\n HostName=%h.x\n ProxyJump a,b@c:1\nInclude *\nMatch all\n"
        "IdentityFile \"~/k \\\" %d\"\nProxyCommand ssh -W %h:%p j\n";
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        (void)parsed(whole.left(size)).resolve(QStringLiteral("mx1"), kContext);
    }
    QRandomGenerator random(20260101);
    for (int i = 0; i < 300; ++i) {
        QByteArray noisy = whole;
        for (int k = 0; k < 8; ++k) {
            noisy[random.bounded(int(noisy.size()))] = static_cast<char>(random.bounded(256));
        }
        const SshConfig config = parsed(noisy);
        for (const QString& alias : config.aliases()) {
            (void)config.resolve(alias, kContext);
        }
    }
}

QTEST_APPLESS_MAIN(TestSshConfig)
#include "tst_ssh_config.moc"
