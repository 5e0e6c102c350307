// SPDX-License-Identifier: GPL-3.0-or-later
// What resources/collector.sh brings from a host, and what it never brings.
#include "models/snapshot/collector_stream.h"
#include "tests/remote/sample_mail_host.h"

#include <QMap>
#include <QTest>

#include <memory>

using namespace gatepost;

namespace {

const QByteArray kKeyA(64, 'a');
const QByteArray kKeyB(64, 'b');

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}

QList<QByteArray> digests(const CollectedFile& file)
{
    QList<QByteArray> list;
    for (const RedactedSpan& span : file.redacted) {
        list.append(span.digest);
    }
    return list;
}

} // namespace

class TestCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void worksInEveryShell_data();
    void worksInEveryShell();
    void keysTheDigests();
    void saysWhichKeyBelongsToWhichCertificate();
    void takesTheBeginningOfLargeFiles();
    void endsProgramsThatDoNot();
    void ignoresFilesThatAreNone();
    void takesNamesForNames();
    void readsWhatAnInstanceNames();
    void listsPendingSecurityUpdates();
    void saysThatThereIsNoPostfix();

private:
    std::unique_ptr<CollectorSandbox> m_host;
};

void TestCollector::initTestCase()
{
    m_host = makeMailHost();
    QVERIFY(m_host != nullptr);
}

void TestCollector::worksInEveryShell_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<bool>("asRoot");
    QTest::addColumn<bool>("busyboxTools");
    QTest::newRow("dash") << QStringLiteral("dash") << true << false;
    QTest::newRow("bash") << QStringLiteral("bash") << true << false;
    QTest::newRow("bash as sh") << QStringLiteral("bash --posix") << true << false;
    QTest::newRow("busybox") << QStringLiteral("busybox sh") << true << false;
    QTest::newRow("busybox with its own tools") << QStringLiteral("busybox sh") << true << true;
    QTest::newRow("dash, not root") << QStringLiteral("dash") << false << false;
    QTest::newRow("bash, not root") << QStringLiteral("bash") << false << false;
    QTest::newRow("busybox, not root") << QStringLiteral("busybox sh") << false << true;
}

void TestCollector::worksInEveryShell()
{
    QFETCH(QString, shell);
    QFETCH(bool, asRoot);
    QFETCH(bool, busyboxTools);
    auto host = busyboxTools ? makeMailHost() : nullptr;
    if (busyboxTools) {
        QVERIFY(host != nullptr);
        QCOMPARE(host->prepare("for a in awk cat cut date df grep head id mkdir od readlink rm sed "
                               "sha256sum sleep sort stat tr true uname wc timeout; do "
                               "ln -sf \"$(command -v busybox)\" /usr/local/bin/$a; done"),
                 QByteArray());
    }
    CollectorSandbox& machine = busyboxTools ? *host : *m_host;
    const CollectorSandbox::Run run = machine.collect(shell.split(u' '), kKeyA, asRoot);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.status, 0);
    QCOMPARE(run.changed, QStringList());
    QVERIFY(!run.out.contains(kKeyA));
    for (const QByteArray& secret :
         {QByteArray(kSampleSecret), QByteArray("PRIVATE KEY-----\nM")}) {
        const qsizetype at = run.out.indexOf(secret);
        QVERIFY2(at < 0, run.out.mid(qMax<qsizetype>(0, at - 200), 300).constData());
    }

    const auto snapshot = parseCollectorStream(run.out);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().summary));
    QCOMPARE(snapshot->privileged, asRoot);
    QVERIFY(!snapshot->postfixVersion.isEmpty());
    QVERIFY(!snapshot->osName.isEmpty());
    QVERIFY(qAbs(snapshot->takenAt.secsTo(QDateTime::currentDateTimeUtc())) < 120);
    for (const char* name : {"postconf-n", "postconf-d", "postconf-M", "postconf-P", "postconf-x",
                             "doveconf-n", "postmulti-l", "listening", "packages", "clock"}) {
        QVERIFY2(snapshot->commands.contains(name), name);
        QCOMPARE(snapshot->commands[name].exitStatus, 0);
    }
    QVERIFY(snapshot->commandOutput("postconf-d").size() > 20000);
    for (const char* name : {"nft", "iptables-save", "ip6tables-save", "updates", "services",
                             "fail2ban", "id", "disk", "postfix-status", "processes"}) {
        QVERIFY2(snapshot->commands.contains(name), name);
    }
    const CollectedFile main = snapshot->files["/etc/postfix/main.cf"];
    QVERIFY(main.readable && main.redacted.size() == 2);
    QCOMPARE(main.owner, "root");
    QCOMPARE(main.mode, 0644);
    QVERIFY(snapshot->files["/etc/postfix/gone.cf"].problem.contains("No such file"));
    const CollectedFile table = snapshot->files["/etc/postfix/sasl_passwd"];
    QVERIFY(table.exists);
    QCOMPARE(table.mode, 0600);
    QCOMPARE(table.readable, asRoot);
    QCOMPARE(snapshot->files["/etc/postfix/sql.cf"].readable, asRoot);
    QCOMPARE(snapshot->files["/etc/opendkim/signing"].readable, true);
    const CollectedFile key = snapshot->files["/etc/postfix/tls/good.key"];
    QVERIFY(key.exists && !key.readable && key.content.isEmpty() && key.mode == 0600);
    const QString notSeen = snapshot->notSeen.join(u'\n');
    QCOMPARE(notSeen.contains(QStringLiteral("Collected without root")), !asRoot);
    QCOMPARE(notSeen.contains(QStringLiteral("sasl_passwd was not seen: Permission denied")),
             !asRoot);
}

void TestCollector::keysTheDigests()
{
    const auto pull = [this](const QByteArray& key) {
        return parseCollectorStream(m_host->collect(words("dash"), key, true).out);
    };
    const auto first = pull(kKeyA);
    const auto second = pull(kKeyA);
    const auto other = pull(kKeyB);
    QVERIFY(first && second && other);
    const QByteArray path = "/etc/postfix/sasl_passwd";
    const QList<QByteArray> sums = digests(first->files[path]);
    QCOMPARE(sums.size(), 4);
    QCOMPARE(sums[0], sums[1]);
    QVERIFY(sums[0] != sums[2]);
    QVERIFY(first->files[path].content.contains("[relay.test]:587 user:[redacted:"));
    QCOMPARE(digests(second->files[path]), sums);
    QCOMPARE(second->files[path].sha256, first->files[path].sha256);
    const QList<QByteArray> others = digests(other->files[path]);
    QCOMPARE(others.size(), 4);
    for (const QByteArray& sum : others) {
        QCOMPARE(sum.size(), 64);
        QVERIFY(!sums.contains(sum));
    }
    QCOMPARE(others[0], others[1]);

    QCOMPARE(m_host->prepare("sed -i s/ub4dor-three/ub4dor-four/ /etc/postfix/sasl_passwd"),
             QByteArray());
    const auto changed = pull(kKeyA);
    QVERIFY(changed);
    const QList<QByteArray> now = digests(changed->files[path]);
    QCOMPARE(now.size(), 4);
    QCOMPARE(now[0], sums[0]);
    QVERIFY(now[2] != sums[2]);
    QVERIFY(changed->files[path].sha256 != first->files[path].sha256);
}

void TestCollector::saysWhichKeyBelongsToWhichCertificate()
{
    const auto snapshot = parseCollectorStream(m_host->collect(words("dash"), kKeyA, true).out);
    QVERIFY(snapshot);
    QByteArray certificates;
    for (const CollectedCommand& command : snapshot->commands) {
        if (command.name.startsWith("certificate:")) {
            certificates += command.argv + '\n' + command.out + '\n';
        }
    }
    QVERIFY2(certificates.contains("key=/etc/postfix/tls/good.key\nkey-match=yes"),
             certificates.constData());
    QVERIFY2(certificates.contains("key=/etc/postfix/tls/other.key\nkey-match=no"),
             certificates.constData());
    QVERIFY2(certificates.contains("key=/etc/postfix/tls/chain.pem\nkey-match=yes"),
             certificates.constData());
    QVERIFY(certificates.contains("subject=CN=good.test"));
    QVERIFY(certificates.contains("DNS:good.test"));
    QVERIFY(certificates.contains("notAfter="));
    QVERIFY(!certificates.contains("BEGIN"));
}

void TestCollector::takesTheBeginningOfLargeFiles()
{
    constexpr int kLines = 120000;
    QByteArray networks;
    for (int i = 0; i < kLines; ++i) {
        networks += "198.18." + QByteArray::number(i % 256) + ".0/24 OK\n";
    }
    QCOMPARE(m_host->add("/etc/postfix/big.cidr", networks, "644"), QByteArray());
    QCOMPARE(m_host->add("/etc/postfix/longline", QByteArray(5 << 20, 'x'), "644"), QByteArray());
    const CollectorSandbox::Run run = m_host->collect(words("dash"), kKeyA, true);
    const auto snapshot = parseCollectorStream(run.out);
    QVERIFY(snapshot);
    const CollectedFile big = snapshot->files["/etc/postfix/big.cidr"];
    QVERIFY(big.readable && big.truncated);
    QCOMPARE(big.lineCount, kLines);
    QCOMPARE(big.sizeBytes, networks.size());
    QVERIFY(big.content.size() > 1000000 && big.content.size() <= (1 << 20) + 1);
    QVERIFY(networks.startsWith(big.content.left(1 << 20)));
    const CollectedFile line = snapshot->files["/etc/postfix/longline"];
    QVERIFY(line.truncated && line.content.size() <= (1 << 20) + 1);
    QVERIFY(snapshot->notSeen.join(u'\n').contains(
        QStringLiteral("/etc/postfix/big.cidr is too large")));
    QCOMPARE(m_host->prepare("rm /etc/postfix/big.cidr /etc/postfix/longline"), QByteArray());
}

void TestCollector::endsProgramsThatDoNot()
{
    auto host = makeMailHost();
    QVERIFY(host != nullptr);
    QCOMPARE(host->add("/usr/local/sbin/postmulti", "#!/bin/sh\nexec yes flood\n", "755"),
             QByteArray());
    QCOMPARE(host->add("/usr/local/sbin/doveconf",
                       "#!/bin/sh\nexec yes \"$(head -c 100000 /dev/zero | tr '\\0' y)\"\n", "755"),
             QByteArray());
    QCOMPARE(host->add("/usr/local/sbin/ip",
                       "#!/bin/sh\ntrap '' TERM HUP\nwhile :; do sleep 1; done\n", "755"),
             QByteArray());
    for (const char* shell : {"dash", "bash", "busybox sh"}) {
        const CollectorSandbox::Run run = host->collect(words(shell), kKeyA, true);
        QVERIFY2(run.milliseconds < 60000, qPrintable(QString::number(run.milliseconds)));
        QVERIFY2(run.out.size() < (12 << 20), qPrintable(QString::number(run.out.size())));
        const auto snapshot = parseCollectorStream(run.out);
        QVERIFY(snapshot);
        const QString notSeen = snapshot->notSeen.join(u'\n');
        QVERIFY2(notSeen.contains(QStringLiteral("ip -o addr did not end in time")),
                 qPrintable(notSeen));
        QVERIFY2(notSeen.contains(QStringLiteral("postmulti -l printed more than is collected")),
                 qPrintable(notSeen));
        QVERIFY2(notSeen.contains(QStringLiteral("doveconf -n printed more than is collected")),
                 qPrintable(notSeen));
        QCOMPARE(snapshot->commands["postconf-n"].exitStatus, 0);
        QVERIFY(snapshot->files["/etc/postfix/main.cf"].readable);
    }
}

void TestCollector::ignoresFilesThatAreNone()
{
    auto host = makeMailHost();
    QVERIFY(host != nullptr);
    QCOMPARE(
        host->prepare("rm /etc/opendkim/*; mkfifo /etc/opendkim/keytable /etc/postfix/pipe\n"
                      "ln -s /dev/zero /etc/opendkim/signing\n"
                      "mkfifo /etc/dovecot/tls.pem\n"
                      "echo 'relay_domains = texthash:/etc/postfix/pipe pcre:/dev/zero "
                      "pcre:/proc/kmsg' >>/etc/postfix/main.cf\n"
                      "echo 'smtp_tls_cert_file = /etc/dovecot/tls.pem' >>/etc/postfix/main.cf\n"
                      "touch -d '-60 seconds' /etc/postfix/main.cf"),
        QByteArray());
    const CollectorSandbox::Run run = host->collect(words("dash"), kKeyA, true);
    QVERIFY2(run.milliseconds < 60000, qPrintable(QString::number(run.milliseconds)));
    const auto snapshot = parseCollectorStream(run.out);
    QVERIFY(snapshot);
    for (const char* path : {"/etc/postfix/pipe", "/dev/zero", "/etc/opendkim/keytable",
                             "/etc/opendkim/signing", "/proc/kmsg"}) {
        const CollectedFile file = snapshot->files[path];
        QVERIFY2(!file.readable && file.content.isEmpty(), path);
        QVERIFY2(file.problem.startsWith("Not collected: "), path);
    }
}

void TestCollector::takesNamesForNames()
{
    auto host = makeMailHost();
    QVERIFY(host != nullptr);
    const QByteArray evil = "/etc/postfix/`touch</pwned`'\";touch</pwned;#&|<b>";
    QCOMPARE(host->add(evil, "x.test OK\n", "644"), QByteArray());
    QCOMPARE(host->prepare("nl='\n'\n"
                           "cd /etc/postfix; touch -- '-rf' \"a${nl}T\tvmlinuz\" '*' '<b>'\n"
                           "mkdir -p /etc/fail2ban/jail.d; echo x >/vmlinuz\n"
                           "echo x=1 >/etc/fail2ban/jail.d/\"b${nl}T\tvmlinuz\""),
             QByteArray());
    QCOMPARE(host->prepare("printf 'relay_domains = texthash:%s\\n' \"$(cat)\" "
                           ">>/etc/postfix/main.cf; touch -d '-60 seconds' /etc/postfix/main.cf",
                           evil),
             QByteArray());
    for (const char* shell : {"dash", "bash", "busybox sh"}) {
        const CollectorSandbox::Run run = host->collect(words(shell), kKeyA, true);
        QCOMPARE(run.changed, QStringList());
        QCOMPARE(run.err, QByteArray());
        const auto snapshot = parseCollectorStream(run.out);
        QVERIFY(snapshot);
        QVERIFY(snapshot->files.contains("/etc/postfix/-rf"));
        QVERIFY(snapshot->files.contains("/etc/postfix/<b>"));
        QVERIFY(snapshot->files.contains(evil));
        for (const QByteArray& path : snapshot->files.keys()) {
            QVERIFY(path.startsWith('/') && !path.contains('\n'));
        }
    }
}

void TestCollector::readsWhatAnInstanceNames()
{
    auto host = makeMailHost();
    QVERIFY(host != nullptr);
    QCOMPARE(host->add("/etc/postfix-out/main.cf",
                       "queue_directory = /var/spool/postfix-out\n"
                       "data_directory = /var/lib/postfix-out\n"
                       "smtp_sasl_password_maps = texthash:/etc/postfix-out/sign-in\n"
                       "relay_domains = texthash:/etc/postfix-out/domains\n",
                       "644"),
             QByteArray());
    QCOMPARE(host->add("/etc/postfix-out/master.cf", "smtp inet n - y - - smtpd\n", "644"),
             QByteArray());
    QCOMPARE(host->add("/etc/postfix-out/domains", "a.test x\n", "644"), QByteArray());
    QCOMPARE(host->add("/etc/postfix-out/sign-in", "[r.test] out:Tr0ub4dor-out\n", "600"),
             QByteArray());
    QCOMPARE(host->prepare("echo 'multi_instance_directories = /etc/postfix-out' "
                           ">>/etc/postfix/main.cf; touch -d '-60 seconds' /etc/postfix*/*.cf"),
             QByteArray());
    const CollectorSandbox::Run run = host->collect(words("dash"), kKeyA, true);
    QVERIFY(!run.out.contains(kSampleSecret));
    const auto snapshot = parseCollectorStream(run.out);
    QVERIFY(snapshot);
    QVERIFY(snapshot->commandOutput("postconf-n:/etc/postfix-out").contains("relay_domains"));
    const CollectedCommand instances = snapshot->commands["postmulti-l"];
    QVERIFY2(
        instances.out.contains("/etc/postfix-out"),
        (QByteArray::number(instances.exitStatus) + instances.out + instances.err).constData());
    QCOMPARE(snapshot->fileContent("/etc/postfix-out/domains"), "a.test x\n");
    QCOMPARE(snapshot->files["/etc/postfix-out/sign-in"].redacted.size(), 1);
}

void TestCollector::listsPendingSecurityUpdates()
{
    auto host = makeMailHost();
    QVERIFY(host != nullptr);
    const QByteArray list =
        "/var/lib/apt/lists/mirror.test_debian-security_dists_x-security_main_binary-y_Packages";
    // This machine's own postfix and dash: one behind its list, one ahead of it.
    QCOMPARE(host->prepare("rm -rf /var/lib/apt/lists/*; d=$(dpkg --print-architecture)\n"
                           "printf 'Package: postfix\\nArchitecture: %s\\nVersion: 99:1\\n\\n"
                           "Package: dash\\nArchitecture: %s\\nVersion: 0.0.1\\n\\n"
                           "Package: not-here\\nArchitecture: %s\\nVersion: 1\\n\\n' $d $d $d >" +
                           list),
             QByteArray());
    const auto snapshot = parseCollectorStream(host->collect(words("dash"), kKeyA, true).out);
    QVERIFY(snapshot);
    const QList<QByteArray> lines = snapshot->commandOutput("updates").trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith("lists "));
    QVERIFY2(lines[1].startsWith("security postfix ") && lines[1].endsWith(" 99:1"),
             lines[1].constData());
}

void TestCollector::saysThatThereIsNoPostfix()
{
    auto host = makeMailHost();
    QVERIFY(host != nullptr);
    QCOMPARE(host->prepare("rm -rf /etc/postfix /usr/sbin/postconf /usr/sbin/postmulti"),
             QByteArray());
    const auto snapshot = parseCollectorStream(host->collect(words("dash"), kKeyA, true).out);
    QVERIFY(snapshot);
    QVERIFY(snapshot->postfixVersion.isEmpty());
    QVERIFY(snapshot->notSeen.join(u'\n').contains(QStringLiteral("Postfix was not found")));
}

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
