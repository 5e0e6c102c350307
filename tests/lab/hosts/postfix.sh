# SPDX-License-Identifier: GPL-3.0-or-later
# What the mail hosts have in common.

# What Debian's start scripts copy for the chrooted daemons.
fill_chroot() {
  mkdir -p /var/spool/postfix/etc
  cp -f /etc/hosts /etc/resolv.conf /etc/services /etc/nsswitch.conf /etc/localtime \
    /var/spool/postfix/etc/ 2>/dev/null || true
  # Before glibc 2.34 (Debian 11) names are looked up by libraries that are loaded in the chroot.
  for library in /lib/*/libnss_dns.so.2 /lib/*/libnss_files.so.2 /lib/*/libresolv.so.2; do
    [ -e "$library" ] || continue
    mkdir -p "/var/spool/postfix${library%/*}"
    cp "$library" "/var/spool/postfix$library"
  done
}

# main_cf FILE: the host's main.cf, with its name put in.
main_cf() {
  sed "1d; s/@HOST@/$LAB_HOST/g; s/@DOMAIN@/$LAB_DOMAIN/g" "$1" >/etc/postfix/main.cf
  cp -f /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
  printf '%s\n' 'postmaster: root' 'root: alice' 'abuse: root' 'newsletter: alice, bob' >/etc/aliases
  fill_chroot
  newaliases
}

# Postfix's programs wait up to two seconds for a configuration file that was just written.
cool_down() {
  touch -d '-1 day' /etc/postfix/main.cf /etc/postfix/master.cf
}

# certificate: a self-signed one for this host's name.
certificate() {
  openssl req -new -x509 -days 365 -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 \
    -subj "/CN=$LAB_HOST.$LAB_DOMAIN" -addext "subjectAltName=DNS:$LAB_HOST.$LAB_DOMAIN" \
    -out /etc/ssl/certs/mail.pem -keyout /etc/ssl/private/mail.key 2>/dev/null
  chmod 600 /etc/ssl/private/mail.key
}

# offer_submission: 587 and 465 beside 25, with sign-in under TLS alone.
offer_submission() {
  cat >>/etc/postfix/master.cf <<'MASTER'

# People's mail programs
submission inet n       -       y       -       -       smtpd
  -o syslog_name=postfix/submission
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
smtps     inet  n       -       y       -       -       smtpd
  -o syslog_name=postfix/smtps
  -o smtpd_tls_wrappermode=yes
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
MASTER
}
