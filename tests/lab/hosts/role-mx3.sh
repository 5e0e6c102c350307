# SPDX-License-Identifier: GPL-3.0-or-later
# As mx2, with Cyrus SASL: smtpd asks saslauthd, which asks PAM.
main_cf hardened.main.cf
cat >>/etc/postfix/main.cf <<'MAIN'
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
# Said, since Debian 13's Postfix no longer looks there by itself.
cyrus_sasl_config_path = /etc/postfix/sasl
MAIN
offer_submission
certificate
cool_down
mkdir -p /etc/postfix/sasl
printf 'pwcheck_method: saslauthd\nmech_list: PLAIN LOGIN\n' >/etc/postfix/sasl/smtpd.conf
# smtpd runs in its chroot, so that the socket has to be there.
install -d -o root -g sasl -m 710 /var/spool/postfix/var/run/saslauthd
usermod -aG sasl postfix
cat >/etc/default/saslauthd <<'SASLAUTHD'
START=yes
DESC="SASL Authentication Daemon"
NAME="saslauthd"
MECHANISMS="pam"
MECH_OPTIONS=""
THREADS=3
OPTIONS="-c -m /var/spool/postfix/var/run/saslauthd"
SASLAUTHD
# Debian 13's unit waits for a pid file at the default place.
if [ -e /lib/systemd/system/saslauthd.service ]; then
  mkdir -p /etc/systemd/system/saslauthd.service.d
  printf '[Service]\nPIDFile=/var/spool/postfix/var/run/saslauthd/saslauthd.pid\n' \
    >/etc/systemd/system/saslauthd.service.d/chroot.conf
fi
services postfix saslauthd
