# SPDX-License-Identifier: GPL-3.0-or-later
# Correctly hardened: people send over 587 and 465, under TLS, signed in by Dovecot.
main_cf hardened.main.cf
cat >>/etc/postfix/main.cf <<'MAIN'
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth
MAIN
offer_submission
certificate
cool_down
case $(dovecot --version) in
  2.[0-3].*) sed 1d dovecot-2.3.conf >/etc/dovecot/dovecot.conf ;;
  *) sed 1d dovecot-2.4.conf >/etc/dovecot/dovecot.conf ;;
esac
for name in alice:al1ce-pw bob:b0b-pw; do
  printf '%s:%s\n' "${name%%:*}" "{SHA512-CRYPT}$(openssl passwd -6 -salt lab "${name#*:}")"
done >/etc/dovecot/users
chown root:dovecot /etc/dovecot/users
chmod 640 /etc/dovecot/users
# Since 3.9 Postfix makes it at its first start, which may come after Dovecot's.
install -d -m 700 -o postfix -g root /var/spool/postfix/private
services postfix dovecot
