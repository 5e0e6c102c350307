// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/relay_judge.h"
#include "tests/support/sample_snapshot.h"

#include <QTest>

using namespace gatepost;

namespace {

const QByteArray kLevel = "compatibility_level = 3.6\n";
const QByteArray kLoopback = "mynetworks = 127.0.0.0/8 [::1]/128\n";
const QByteArray kSmtp = "smtp inet n - y - - smtpd\n";

void columns()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QString>("verdict");
}

void row(const char* name, const QByteArray& mainCf, const char* verdict,
         const QByteArray& masterCf = kSmtp)
{
    QTest::newRow(name) << mainCf << masterCf << QString::fromLatin1(verdict);
}

/// With nobody trusted but the machine itself, and both lists given.
void lists(const char* name, const QByteArray& relay, const QByteArray& recipient,
           const char* verdict, const QByteArray& more = {})
{
    row(name,
        kLevel + kLoopback + "smtpd_relay_restrictions = " + relay +
            "\nsmtpd_recipient_restrictions = " + recipient + '\n' + more,
        verdict);
}

void networks(const char* name, const QByteArray& mynetworks, const char* verdict)
{
    row(name, kLevel + "mynetworks = " + mynetworks + '\n', verdict);
}

} // namespace

class TestRelayEvaluator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trustedNetworks_data()
    {
        columns();
        networks("this machine", "127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128", "closed");
        networks("a private network", "127.0.0.0/8, 10.0.0.0/8", "closed");
        networks("a small public network", "127.0.0.0/8 198.51.100.0/24", "closed");
        networks("the world", "127.0.0.0/8 0.0.0.0/0", "open");
        networks("the world in two halves", "0.0.0.0/1 128.0.0.0/1", "open");
        networks("half of the world", "0.0.0.0/1", "conditional");
        networks("a wide public network", "127.0.0.0/8 80.0.0.0/8", "conditional");
        networks("all of IPv6", "127.0.0.0/8 [::]/0", "open");
        networks("half of IPv6", "[8000::]/1", "conditional");
        networks("IPv4-mapped networks match no client", "127.0.0.0/8 [::ffff:0.0.0.0]/96",
                 "closed");
        networks("an exception after the world comes too late", "0.0.0.0/0 !203.0.113.0/24",
                 "open");
        networks("everything excluded before the world", "!0.0.0.0/0 ![::]/0 0.0.0.0/0", "closed");
        networks("one network excluded before the world", "!203.0.113.0/24 0.0.0.0/0", "open");
        networks("a table that is not there", "127.0.0.0/8 hash:/etc/postfix/nets", "unknown");
        networks("a table that matches everything", "static:all", "open");
        networks("a pattern table", "127.0.0.0/8 pcre:/etc/postfix/nets", "unknown");
        networks("a file that is not there", "127.0.0.0/8 /etc/postfix/nets", "unknown");
        networks("the world behind a table that is not there", "hash:/etc/postfix/nets 0.0.0.0/0",
                 "open");
        networks("an unseen exception before the world", "!hash:/etc/postfix/nets 0.0.0.0/0",
                 "unknown");
        networks("host bits set", "127.0.0.0/8 192.168.1.5/24", "error");
        networks("prefix too long", "127.0.0.0/8 10.0.0.0/33", "error");
        networks("IPv6 without brackets", "127.0.0.0/8 2001:db8::/32", "error");
        networks("broken behind the world", "0.0.0.0/0 [::]/0 10.0.0.0/33", "open");
        networks("a host name", "127.0.0.0/8 mail.example.net", "closed");
        networks("a whole top-level domain", "127.0.0.0/8 com", "unknown");
        networks("refers to another parameter", "$trusted\ntrusted = 0.0.0.0/0", "open");
        networks("refers to itself", "$mynetworks 0.0.0.0/0", "down");
        networks("a reference never closed", "${trusted 0.0.0.0/0", "down");
        networks("open under stress only", "127.0.0.0/8 ${stress?0.0.0.0/0}", "open");
        networks("a comment is part of the value", "127.0.0.0/8 # 0.0.0.0/0", "open");
        row("unset, only the machine", kLevel, "closed");
        row("unset, subnet", kLevel + "mynetworks_style = subnet\n", "closed");
        row("unset, old address class", kLevel + "mynetworks_style = class\n", "unknown");
        row("the last of two counts", kLevel + "mynetworks = 0.0.0.0/0\n" + kLoopback, "closed");
        row("the last of two counts, turned round", kLevel + kLoopback + "mynetworks=0.0.0.0/0\n",
            "open");
    }

    void trustedNetworks() { judge(); }

    void restrictionLists_data()
    {
        columns();
        const QByteArray closed = "permit_mynetworks, reject_unauth_destination";
        lists("the usual", closed, "", "closed");
        lists("refused by the recipient list alone", "", closed, "closed");
        lists("write-ups call it open", closed, "permit_mynetworks, permit", "closed");
        lists("nothing refuses", "", "permit_mynetworks, permit", "down");
        lists("both empty", "", "", "down");
        lists("permit ends the search for a refusal", "permit, reject", "permit", "down");
        lists("a refusal out of reach", "check_client_access static:OK, reject", "", "open");
        lists("permit in one list is not enough", "permit", closed, "closed");
        lists("permit in both", "permit", "check_client_access static:OK, reject", "open");
        lists("upper case", "PERMIT_MYNETWORKS, Reject_Unauth_Destination", "", "closed");
        lists("defers", "permit_mynetworks, defer_unauth_destination", "", "closed");
        lists("defer_if_permit", "permit_mynetworks, defer_if_permit", "", "closed");
        lists("only warns",
              "permit_mynetworks, warn_if_reject reject_unauth_destination, "
              "defer_if_reject, reject_rbl_client list.example",
              "permit_mynetworks, warn_if_reject reject, check_client_access static:dunno, "
              "warn_if_reject defer_if_permit",
              "down");
        lists("only warns, with a working list that comes too late",
              "warn_if_reject reject_unauth_destination",
              "permit_mynetworks, check_client_access static:OK, reject", "open");
        lists("sign-in that is not offered", "permit_sasl_authenticated, reject", "", "closed");
        lists("checks of the careless let the careful through",
              "reject_rbl_client list.example, reject_unknown_sender_domain, "
              "check_sender_mx_access hash:/x, sleep 1, permit",
              "reject_non_fqdn_recipient, check_client_access static:OK, reject", "open");
        lists("a policy service before the refusal",
              "check_policy_service unix:private/p, reject_unauth_destination", "", "unknown");
        lists("a policy service behind it", closed, "check_policy_service unix:private/p",
              "closed");
        lists("a policy service in the other list", closed,
              "check_policy_service { unix:private/p, default_action=DUNNO }, permit", "closed");
        lists("an unknown word before the refusal", "frobnicate, reject_unauth_destination", "",
              "unknown");
        lists("an unknown word behind it", "reject_unauth_destination, frobnicate", "", "closed");
        lists("a comment in the list", "permit_mynetworks # nobody\n reject_unauth_destination", "",
              "unknown");
        lists("a whitelist by DNS relays nothing",
              "permit_dnswl_client list.example, reject_unauth_destination", "", "closed");
        lists("a numeric HELO is let in", "permit_naked_ip_address, reject_unauth_destination", "",
              "conditional");
        lists("backup MX for whoever names this host",
              "permit_mx_backup, reject_unauth_destination", "", "conditional");
        lists("certificates are not asked for",
              "permit_tls_all_clientcerts, reject_unauth_destination", "", "closed");
        lists("any certificate", "permit_tls_all_clientcerts, reject_unauth_destination", "",
              "unknown", "smtpd_tls_ask_ccert = yes\n");
        lists("known fingerprints", "permit_tls_clientcerts, reject_unauth_destination", "",
              "closed", "smtpd_tls_ask_ccert = yes\nrelay_clientcerts = hash:/etc/postfix/c\n");
        lists("every fingerprint", "permit_tls_clientcerts, reject_unauth_destination", "",
              "unknown", "smtpd_tls_ask_ccert = yes\nrelay_clientcerts = static:yes\n");
        const QByteArray classes = "smtpd_restriction_classes = inner, outer\n";
        lists("a class that refuses", "permit_mynetworks, inner", "", "closed",
              classes + "inner = reject_unauth_destination\n");
        lists("a class that permits", "inner, reject_unauth_destination", "", "open",
              classes + "inner = permit\n");
        lists("a class in a class", "outer, reject", "", "open",
              classes + "outer = inner\ninner = permit\n");
        lists("a class that only warns", "warn_if_reject inner",
              "permit_mynetworks, "
              "check_client_access static:OK, reject",
              "open", classes + "inner = reject\n");
        lists("a class without end", "inner, reject", "", "unknown", classes + "inner = inner\n");
        lists("a class without content", "inner, reject", "", "unknown", classes);
        row("strangers are refused as clients",
            kLevel + "mynetworks = 0.0.0.0/0\n"
                     "smtpd_client_restrictions = permit_sasl_authenticated, reject\n",
            "closed");
        row("strangers are refused as senders",
            kLevel + "mynetworks = 0.0.0.0/0\nsmtpd_sender_restrictions = reject\n", "closed");
        row("refused at HELO, which nobody must say",
            kLevel + "mynetworks = 0.0.0.0/0\nsmtpd_helo_restrictions = reject\n", "conditional");
        row("refused at HELO, which everybody must say",
            kLevel + "mynetworks = 0.0.0.0/0\nsmtpd_helo_restrictions = reject\n"
                     "smtpd_helo_required = yes\n",
            "closed");
        row("the recipient is refused in the sender list",
            kLevel + "mynetworks = 0.0.0.0/0\n"
                     "smtpd_sender_restrictions = reject_unauth_destination\n",
            "closed");
        row("the recipient is not known yet in the sender list",
            kLevel + "mynetworks = 0.0.0.0/0\nsmtpd_delay_reject = no\n"
                     "smtpd_sender_restrictions = reject_unauth_destination\n",
            "open");
        row("permit in the client list permits nothing",
            kLevel + kLoopback + "smtpd_client_restrictions = permit\n", "closed");
        row("an unseen client check does not hide a closed relay",
            kLevel + kLoopback + "smtpd_client_restrictions = check_client_access pcre:/x\n",
            "closed");
    }

    void restrictionLists() { judge(); }

    void tables_data()
    {
        columns();
        const QByteArray end = ", reject_unauth_destination";
        const auto table = [&end](const char* name, const QByteArray& check, const char* verdict) {
            lists(name, check + end, "", verdict);
        };
        table("a client table that is not there", "check_client_access hash:/etc/postfix/x",
              "unknown");
        table("a client table of one address", "check_client_access inline:{192.0.2.5=OK}",
              "closed");
        table("clients without a name", "check_client_access inline:{unknown=OK}", "conditional");
        table("clients of half a network", "check_client_access inline:{203=OK}", "conditional");
        table("clients of a private network", "check_client_access inline:{192.168=OK}", "closed");
        table("clients of a top-level domain", "check_client_access inline:{com=OK}",
              "conditional");
        table("own sender", "check_sender_access inline:{example.com=OK}", "conditional");
        table("a sender refused", "check_sender_access inline:{example.com=REJECT}", "closed");
        table("a HELO name", "check_helo_access inline:{mail.example.com=OK}", "conditional");
        table("abuse@ everywhere", "check_recipient_access inline:{abuse@=OK}", "conditional");
        table("an own recipient", "check_recipient_access inline:{localhost=OK}", "closed");
        table("digits permit", "check_sender_access static:20240101", "open");
        table("a code refuses", "check_sender_access {static:{550 no}}", "unknown");
        table("a code with text refuses", "check_sender_access static:{550 no}", "closed");
        table("relay permits", "check_sender_access static:relay", "open");
        table("discard throws away", "check_sender_access static:DISCARD", "closed");
        table("hold and filter decide nothing",
              "check_sender_access static:HOLD, check_sender_access static:{FILTER smtp:[x]:25}",
              "closed");
        table("a restriction as result", "check_sender_access static:permit", "open");
        table("a class as result", "check_sender_access inline:{example.com=permit_mynetworks}",
              "closed");
        table("nothing as result", "check_sender_access static:", "error");
        table("a table without its check", "inline:{a@b=OK}", "conditional");
        table("a table by the client's DNS never permits",
              "check_reverse_client_hostname_access static:OK", "closed");
        table("a proxied table", "check_sender_access proxy:inline:{example.com=OK}",
              "conditional");
        table("patterns", "check_sender_access pcre:/etc/postfix/x", "unknown");
        table("a certificate table, none asked for", "check_ccert_access static:OK", "closed");
        table("a login table", "check_sasl_access static:OK", "closed");
        table("no table at all", "check_sender_access", "unknown");
    }

    void tables() { judge(); }

    void destinations_data()
    {
        columns();
        const auto relay = [](const char* name, const QByteArray& value, const char* verdict) {
            row(name, kLevel + kLoopback + value + '\n', verdict);
        };
        relay("a customer", "relay_domains = customer.example", "closed");
        relay("a top-level domain", "relay_domains = customer.example com", "conditional");
        relay("the top-level domain asked about", "relay_domains = invalid", "open");
        relay("all but one", "relay_domains = !customer.example static:all", "open");
        relay("patterns", "relay_domains = pcre:/etc/postfix/relay", "unknown");
        relay("a table that is not there", "relay_domains = hash:/etc/postfix/relay", "unknown");
        relay("names of the inside", "relay_domains = lan, .intern", "closed");
        relay("alias domains for everything stay here", "virtual_alias_domains = static:all",
              "closed");
        relay("untrusted routing without relay domains", "allow_untrusted_routing = yes", "closed");
        relay("untrusted routing through relay domains",
              "allow_untrusted_routing = yes\nrelay_domains = customer.example", "conditional");
        row("the smtpd line does not decide destinations", kLevel + kLoopback, "closed",
            "smtp inet n - y - - smtpd\n -o relay_domains=static:all\n");
        row("the rewrite line does", kLevel + kLoopback, "open",
            kSmtp + "rewrite unix - - y - - trivial-rewrite\n -o relay_domains=static:all\n");
    }

    void destinations() { judge(); }

private:
    static void judge()
    {
        QFETCH(QByteArray, mainCf);
        QFETCH(QByteArray, masterCf);
        QFETCH(QString, verdict);
        const HostVerdict host = judgeRelay(sampleSnapshot(mainCf, masterCf));
        QCOMPARE(relayVerdictName(host.verdict), verdict);
        QVERIFY(!host.sentence.isEmpty());
        for (const ServiceVerdict& service : host.services) {
            QVERIFY2(!service.because.sentence.isEmpty(), qPrintable(service.name));
        }
    }
};

QTEST_GUILESS_MAIN(TestRelayEvaluator)
#include "tst_relay_evaluator.moc"
