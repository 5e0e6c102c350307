// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/remote/sample_mail_host.h"

namespace gatepost {

namespace {

/// Files as they are on a mail host, each with a secret where such files have one.
struct Fixture
{
    const char* path;
    const char* mode;
    const char* content;
};

constexpr Fixture kFixtures[] = {
    {"/etc/postfix/main.cf", "644",
     "# smtp_sasl_password = Tr0ub4dor-comment\n"
     "compatibility_level = 3.6\n"
     "mynetworks = 127.0.0.0/8, cidr:/etc/postfix/big.cidr\n"
     "relay_domains = texthash:/etc/postfix/longline\n"
     "smtp_sasl_auth_enable = yes\n"
     "smtp_sasl_password_maps = texthash:/etc/postfix/sasl_passwd,\n"
     "    static:bob:Tr0ub4dor-static\n"
     "virtual_mailbox_maps = mysql:/etc/postfix/sql.cf, pgsql:/etc/postfix/gone.cf\n"
     "virtual_alias_maps = ldap:/etc/postfix/ldap.cf\n"
     "smtpd_tls_cert_file = /etc/postfix/tls/good.pem\n"
     "smtpd_tls_key_file = /etc/postfix/tls/good.key\n"
     "smtp_tls_chain_files = /etc/postfix/tls/chain.pem\n"},
    {"/etc/postfix/master.cf", "644",
     "smtp inet n - y - - smtpd\n  -o smtpd_tls_cert_file=/etc/postfix/tls/good.pem\n"
     "  -o smtpd_tls_key_file=/etc/postfix/tls/other.key\n"},
    {"/etc/postfix/sasl_passwd", "600",
     "[relay.test]:587 user:Tr0ub4dor-one\n"
     "[again.test]:587 user:Tr0ub4dor-one\n"
     "[third.test]:587 third:Tr0ub4dor-three\n"
     "# [old.test] old:Tr0ub4dor-old\n"},
    {"/etc/postfix/sql.cf", "640",
     "hosts = db.test\nuser = mail\npassword = Tr0ub4dor sql 'quoted'\nquery = SELECT 1\n"},
    {"/etc/postfix/ldap.cf", "640", "server_host = ldaps://ldap.test\nbind_pw = Tr0ub4dor-ldap\n"},
    {"/etc/dovecot/dovecot.conf", "644",
     "protocols = \nssl = required\nssl_cert = </etc/postfix/tls/good.pem\n"
     "ssl_key = </etc/postfix/tls/good.key\ndoveadm_password = Tr0ub4dor-doveadm\n"},
    {"/etc/saslauthd.conf", "600", "ldap_servers: ldap://l.test\nldap_password: Tr0ub4dor-sasl\n"},
    {"/etc/opendkim.conf", "644",
     "KeyTable /etc/opendkim/keytable\nSigningTable "
     "refile:/etc/opendkim/signing\nSocket local:/run/x\n"},
    {"/etc/opendkim/keytable", "640",
     "m1 a.test:m1:/etc/opendkim/m1.private\nm2 a.test:m2:MIITr0ub4dorInline\n"},
    {"/etc/opendkim/signing", "644", "*@a.test m1\n"},
    {"/etc/opendkim/m1.private", "600",
     "-----BEGIN RSA PRIVATE KEY-----\nTr0ub4dorKey\n-----END RSA PRIVATE KEY-----\n"},
    {"/etc/fail2ban/jail.local", "644", "[DEFAULT]\naction = x[api_key=Tr0ub4dor-f2b]\n"},
};

} // namespace

std::unique_ptr<CollectorSandbox> makeMailHost()
{
    auto host = std::make_unique<CollectorSandbox>();
    QByteArray problem = host->isUsable() ? QByteArray() : QByteArray("no sandbox: is this root?");
    problem +=
        host->prepare("rm -rf /etc/postfix/*.cf /etc/dovecot /etc/opendkim* /etc/fail2ban/jail.d "
                      "/etc/fail2ban/jail.local\n"
                      "mkdir -p /etc/postfix/tls; cd /etc/postfix/tls; exec >/dev/null 2>&1\n"
                      "for n in good other; do openssl req -x509 -newkey ec -pkeyopt "
                      "ec_paramgen_curve:prime256v1 -nodes -subj /CN=$n.test -addext "
                      "subjectAltName=DNS:$n.test -days 30 -keyout $n.key -out $n.pem; done\n"
                      "cat good.key good.pem >chain.pem; chmod 600 *.key chain.pem");
    for (const Fixture& fixture : kFixtures) {
        problem += host->add(fixture.path, fixture.content, fixture.mode);
    }
    problem += host->prepare("touch -d '-60 seconds' /etc/postfix/*.cf");
    if (!problem.isEmpty()) {
        qWarning("%s", problem.constData());
        return nullptr;
    }
    return host;
}

} // namespace gatepost
