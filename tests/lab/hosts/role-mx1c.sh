# SPDX-License-Identifier: GPL-3.0-or-later
# mx1b with the relay list emptied, as some of those write-ups show it: smtpd does not start.
main_cf mx1b.main.cf
cat >>/etc/postfix/main.cf <<'MAIN'
smtpd_relay_restrictions =
MAIN
cool_down
services postfix
