// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_values.h"

using namespace Qt::StringLiterals;

namespace gatepost::sample {

namespace {

const QByteArray kMainCf =
    R"(# See /usr/share/postfix/main.cf.dist for a commented, more complete version
smtpd_banner = $myhostname ESMTP $mail_name (Debian/GNU)
biff = no
append_dot_mydomain = no
readme_directory = no
compatibility_level = 3.6

myhostname = mail.example.hk
mydomain = example.hk
alias_maps = hash:/etc/aliases
alias_database = hash:/etc/aliases
myorigin = /etc/mailname
mydestination = $myhostname, example.hk, localhost
relayhost =
mailbox_size_limit = 0
recipient_delimiter = +
inet_interfaces = all
inet_protocols = all

# relay policy
mynetworks = 0.0.0.0/0
smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination
smtpd_helo_required = yes
disable_vrfy_command = yes
)";

MatrixRow row(const QString& client, MatrixAnswer own, MatrixAnswer outside, MatrixAnswer asOwn)
{
    return {client, u"smtp/inet"_s, own, outside, asOwn};
}

} // namespace

QDateTime now()
{
    return QDateTime(QDate(2026, 3, 4), QTime(15, 0), Qt::UTC);
}

QList<HostRow> hosts()
{
    return {{{u"1"_s},
             u"mail.example.hk"_s,
             u"Hong Kong"_s,
             u"Postfix 3.4.13 · CentOS 7.9"_s,
             StatusLevel::Critical,
             5},
            {{u"2"_s},
             u"mx2.example.hk"_s,
             u"Hong Kong"_s,
             u"Postfix 3.7.11 · Debian 12"_s,
             StatusLevel::Ok,
             0},
            {{u"3"_s},
             u"mx.my-domain.net"_s,
             u"Tokyo"_s,
             u"Postfix 3.5.25 · Debian 11"_s,
             StatusLevel::Warning,
             3},
            {{u"4"_s},
             u"relay1.example.jp"_s,
             u"Tokyo"_s,
             u"offline · last seen 2 h ago"_s,
             StatusLevel::Unknown,
             0}};
}

HostHeaderFacts header()
{
    HostHeaderFacts facts;
    facts.name = u"mail.example.hk"_s;
    facts.address = u"203.0.113.25"_s;
    facts.postfixVersion = u"3.4.13"_s;
    facts.osName = u"CentOS 7.9"_s;
    facts.user = u"admin"_s;
    facts.elevation = Elevation::Sudo;
    facts.link = HostLink::Connected;
    facts.pulledAt = QDateTime::currentDateTimeUtc().addSecs(-130);
    return facts;
}

HostVerdict openVerdict()
{
    HostVerdict verdict;
    verdict.verdict = RelayVerdict::Open;
    verdict.sentence = u"Open relay: smtp/inet accepts any stranger's mail to the outside."_s;
    ServiceVerdict smtp;
    smtp.name = u"smtp/inet"_s;
    smtp.masterLine = 12;
    smtp.verdict = RelayVerdict::Open;
    smtp.because = {u"smtpd_recipient_restrictions"_s,
                    u"permit_mynetworks"_s,
                    u"/etc/postfix/main.cf"_s,
                    21,
                    u"mynetworks = 0.0.0.0/0"_s,
                    u"mynetworks = 0.0.0.0/0 trusts every address, so permit_mynetworks lets "
                    u"everyone through."_s};
    ServiceVerdict submission;
    submission.name = u"submission/inet"_s;
    submission.masterLine = 17;
    submission.verdict = RelayVerdict::Closed;
    submission.because = {u"smtpd_relay_restrictions"_s,
                          u"reject"_s,
                          u"/etc/postfix/master.cf"_s,
                          19,
                          u"-o smtpd_relay_restrictions=permit_sasl_authenticated,reject"_s,
                          u"Only who signed in may send: permit_sasl_authenticated, reject."_s};
    verdict.services = {smtp, submission};
    verdict.matrix = {
        row(u"Stranger, port 25"_s, MatrixAnswer::Accept, MatrixAnswer::Accept,
            MatrixAnswer::Accept),
        row(u"Trusted network"_s, MatrixAnswer::Accept, MatrixAnswer::Accept, MatrixAnswer::Accept),
        row(u"Signed in, port 587"_s, MatrixAnswer::Accept, MatrixAnswer::Accept,
            MatrixAnswer::Accept)};
    verdict.notes = {u"smtpd_relay_restrictions is at its built-in default."_s};
    return verdict;
}

HostVerdict closedVerdict()
{
    HostVerdict verdict = openVerdict();
    verdict.verdict = RelayVerdict::Closed;
    verdict.services[0].verdict = RelayVerdict::Closed;
    verdict.services[0].because = {u"smtpd_relay_restrictions"_s,
                                   u"reject_unauth_destination"_s,
                                   u"/etc/postfix/main.cf"_s,
                                   22,
                                   u"smtpd_relay_restrictions = permit_mynetworks, "
                                   u"permit_sasl_authenticated, reject_unauth_destination"_s,
                                   u"reject_unauth_destination refuses every foreign recipient."_s};
    verdict.matrix[0].toOutside = MatrixAnswer::Refuse;
    verdict.matrix[0].asOwnSender = MatrixAnswer::Refuse;
    return verdict;
}

ProbeReport openProbe()
{
    ProbeReport report;
    report.target = u"203.0.113.25:25"_s;
    report.vantage = u"mx2.example.hk"_s;
    report.startedAt = now();
    report.verdict = ProbeVerdict::Open;
    report.banner = u"220 mail.example.hk ESMTP Postfix"_s;
    report.sentence = u"Open: 3 of 5 ways to reach the outside were accepted."_s;
    report.cases = {
        {u"plain"_s, u"Plain foreign address"_s, u"probe.example"_s, u"a@probe.example"_s,
         u"b@elsewhere.example"_s, true, u"250 2.1.5 Ok"_s, ReplyClass::Accepted},
        {u"null-sender"_s,
         u"Null sender"_s,
         u"probe.example"_s,
         {},
         u"b@elsewhere.example"_s,
         true,
         u"250 2.1.5 Ok"_s,
         ReplyClass::Accepted},
        {u"own-sender"_s, u"Sender of an own domain"_s, u"probe.example"_s, u"info@example.hk"_s,
         u"b@elsewhere.example"_s, true, u"250 2.1.5 Ok"_s, ReplyClass::Accepted},
        {u"percent-hack"_s, u"Percent form"_s, u"probe.example"_s, u"a@probe.example"_s,
         u"b%elsewhere.example@example.hk"_s, true,
         u"554 5.7.1 <b%elsewhere.example@example.hk>: Relay access denied"_s, ReplyClass::Refused},
        {u"bang-path"_s, u"Bang path"_s, u"probe.example"_s, u"a@probe.example"_s,
         u"elsewhere.example!b"_s, true, u"554 5.7.1 <elsewhere.example!b>: Relay access denied"_s,
         ReplyClass::Refused},
        {u"own"_s, u"An own address"_s, u"probe.example"_s, u"a@probe.example"_s,
         u"postmaster@example.hk"_s, false, u"250 2.1.5 Ok"_s, ReplyClass::Accepted}};
    report.transcript = {{true, u"220 mail.example.hk ESMTP Postfix"_s},
                         {false, u"EHLO probe.example"_s},
                         {true, u"250-mail.example.hk"_s},
                         {true, u"250-PIPELINING"_s},
                         {true, u"250 8BITMIME"_s},
                         {false, u"MAIL FROM:<a@probe.example>"_s},
                         {true, u"250 2.1.0 Ok"_s},
                         {false, u"RCPT TO:<b@elsewhere.example>"_s},
                         {true, u"250 2.1.5 Ok"_s},
                         {false, u"RSET"_s},
                         {true, u"250 2.0.0 Ok"_s},
                         {false, u"QUIT"_s},
                         {true, u"221 2.0.0 Bye"_s}};
    return report;
}

ProbeReport closedProbe()
{
    ProbeReport report = openProbe();
    report.verdict = ProbeVerdict::Closed;
    report.sentence = u"Closed: every way to reach the outside was refused."_s;
    for (RelayCaseResult& one : report.cases) {
        if (one.foreign) {
            one.replyClass = ReplyClass::Refused;
            one.reply = u"554 5.7.1 <%1>: Relay access denied"_s.arg(one.recipient);
        }
    }
    return report;
}

QList<QueueEntry> queue(int count)
{
    const QStringList senders{
        u"randomuser82@example.hk"_s, u"pay-notice@bank.example"_s, u"hr-dept@example.hk"_s, {}};
    const QStringList domains{u"qq.com"_s,      u"qq.com"_s,       u"qq.com"_s,
                              u"gmail.com"_s,   u"gmail.com"_s,    u"163.com"_s,
                              u"163.com"_s,     u"yahoo.com.br"_s, u"partner.example"_s,
                              u"outlook.com"_s, u"mail.ru"_s};
    QList<QueueEntry> entries;
    quint32 seed = 7;
    const auto next = [&seed](quint32 limit) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 10) % limit;
    };
    for (int index = 0; index < count; ++index) {
        QueueEntry entry;
        entry.queueId =
            u"4bX%1%2zQ1"_s.arg(u"kTmR"_s.at(index % 4)).arg(index * 37, 3, 10, QLatin1Char('0'));
        entry.queueName = index % 90 == 7   ? u"hold"_s
                          : index % 70 == 3 ? u"active"_s
                                            : u"deferred"_s;
        entry.arrivedAt = now().addSecs(-qint64(next(200) * next(160)) - index);
        entry.sizeBytes = 2000 + next(12000);
        entry.sender = senders.at(int(next(quint32(senders.size()))));
        const QString domain = domains.at(int(next(quint32(domains.size()))));
        entry.recipients = {{u"%1@%2"_s.arg(100000000 + next(1000000)).arg(domain),
                             u"host mx1.%1[203.0.113.%2] refused to talk to me: 421 4.7.0 Too many "
                             u"connections from 203.0.113.25"_s.arg(domain)
                                 .arg(next(200))}};
        entries.append(entry);
    }
    return entries;
}

HostSnapshot snapshot()
{
    HostSnapshot snapshot;
    snapshot.origin = u"admin@mail.example.hk"_s;
    snapshot.takenAt = now();
    snapshot.hostName = "mail.example.hk";
    snapshot.postfixVersion = "3.4.13";
    snapshot.osName = "CentOS 7.9";
    snapshot.privileged = true;
    const auto add = [&](const QByteArray& path, const QByteArray& content) {
        CollectedFile file;
        file.path = path;
        file.content = content;
        file.owner = "root";
        file.group = "root";
        file.mode = 0644;
        file.sizeBytes = content.size();
        file.exists = true;
        file.readable = true;
        snapshot.files.insert(path, file);
    };
    add("/etc/postfix/main.cf", kMainCf);
    add("/etc/postfix/master.cf",
        "# service type  private unpriv  chroot  wakeup  maxproc command + args\n"
        "smtp      inet  n       -       y       -       -       smtpd\n"
        "submission inet n       -       y       -       -       smtpd\n"
        "  -o syslog_name=postfix/submission\n"
        "  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n"
        "pickup    unix  n       -       y       60      1       pickup\n");
    add("/etc/postfix/sasl_passwd", "[smtp.example.net]:587 relay:{secret 5f1c09d2}\n");
    snapshot.files["/etc/postfix/sasl_passwd"].redacted = {{29, 17, "5f1c09d2"}};
    add("/etc/aliases", "postmaster: root\nroot: admin\n");
    CollectedFile missing;
    missing.path = "/etc/postfix/virtual";
    snapshot.files.insert(missing.path, missing);
    snapshot.notSeen = {u"Firewall rules: the host has neither nft nor iptables."_s,
                        u"OpenDKIM is not installed."_s};
    return snapshot;
}

QList<ParameterRow> parameters()
{
    const QString main = u"/etc/postfix/main.cf"_s;
    return {{u"mynetworks"_s, u"0.0.0.0/0"_s, main, 21, u"127.0.0.0/8 [::1]/128"_s},
            {u"smtpd_recipient_restrictions"_s,
             u"permit_mynetworks, reject_unauth_destination"_s,
             main,
             22,
             {}},
            {u"myhostname"_s, u"mail.example.hk"_s, main, 8, u"localhost"_s},
            {u"mydestination"_s, u"$myhostname, example.hk, localhost"_s, main, 13,
             u"$myhostname, localhost.$mydomain, localhost"_s},
            {u"smtpd_helo_required"_s, u"yes"_s, main, 23, u"no"_s},
            {u"disable_vrfy_command"_s, u"yes"_s, main, 24, u"no"_s}};
}

ChangePlan plan()
{
    ChangePlan plan;
    plan.id = u"relay-1"_s;
    plan.layer = u"relay"_s;
    plan.title = u"Only people who signed in, and this machine itself, may send to the outside"_s;
    plan.explanation =
        u"Today mynetworks holds 0.0.0.0/0, so permit_mynetworks lets every address through before "
        u"the rule that refuses foreign recipients. The change limits it to loopback and states "
        u"the relay rule by itself. 10.0.0.14 (newsletter) sent 290 messages as a trusted network "
        u"in the last 24 h: it keeps working because it is listed below."_s;
    FileEdit edit;
    edit.path = "/etc/postfix/main.cf";
    edit.before = kMainCf;
    edit.after =
        QByteArray(kMainCf)
            .replace("mynetworks = 0.0.0.0/0", "mynetworks = 127.0.0.0/8 [::1]/128 10.0.0.14/32")
            .replace("smtpd_recipient_restrictions = permit_mynetworks, "
                     "reject_unauth_destination\n",
                     "smtpd_relay_restrictions = permit_mynetworks, "
                     "permit_sasl_authenticated, reject_unauth_destination\n"
                     "smtpd_recipient_restrictions = reject_unknown_recipient_domain, "
                     "reject_non_fqdn_recipient\n");
    plan.edits = {edit};
    plan.changes = {{u"mynetworks"_s, u"0.0.0.0/0"_s, u"127.0.0.0/8 [::1]/128 10.0.0.14/32"_s,
                     u"Only addresses you can name are trusted without a password."_s},
                    {u"smtpd_relay_restrictions"_s, u""_s,
                     u"permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"_s,
                     u"The relay rule stands by itself, apart from spam rules."_s}};
    plan.risks = {u"A device that sends through this host without signing in stops sending, unless "
                  u"its address is listed above."_s};
    plan.commands = {u"postfix reload"_s};
    plan.before = openVerdict();
    plan.after = closedVerdict();
    return plan;
}

QStringList trustedNetworks()
{
    return {u"127.0.0.0/8"_s, u"[::1]/128"_s, u"10.0.0.14/32"_s};
}

TransactionReport waiting()
{
    TransactionReport report;
    report.state = TransactionState::AwaitConfirm;
    report.undoDeadline = QDateTime::currentDateTimeUtc().addSecs(97);
    report.steps = {u"Took the lock and checked that the files are what the plan was made from"_s,
                    u"Made a backup"_s, u"Checked the staged files: every smtpd service starts"_s,
                    u"Swapped 1 file and reloaded Postfix"_s, u"Read the greeting on port 25"_s};
    report.backupPath = "/var/lib/gatepost/backups/relay-1";
    report.hostLog =
        "lock taken\nhashes match\nbackup made\nstaged copy valid\nswapped\nreloaded\n";
    return report;
}

} // namespace gatepost::sample
