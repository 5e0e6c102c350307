# SPDX-License-Identifier: GPL-3.0-or-later
# The host's name, its resolver, its logs, and what must not shine through from a machine below it.

name_the_host() {
  echo "$LAB_HOST" >/etc/hostname
  echo "$LAB_HOST.$LAB_DOMAIN" >/etc/mailname
  cat >/etc/hosts <<HOSTS
127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
$LAB_ADDRESS4	$LAB_HOST.$LAB_DOMAIN $LAB_HOST
$LAB_ADDRESS6	$LAB_HOST.$LAB_DOMAIN $LAB_HOST
HOSTS
  rm -f /etc/resolv.conf
  cat resolv.conf >/etc/resolv.conf
  rm -f /etc/nologin
  # There is no kernel log to read in a namespace.
  sed -i 's/^module(load="imklog")/#&/' /etc/rsyslog.conf
  # Debian's Postfix package brings this file; a chrooted smtpd has no other way to the log.
  mkdir -p /var/spool/postfix/dev
  echo '$AddUnixListenSocket /var/spool/postfix/dev/log' >/etc/rsyslog.d/postfix.conf
}

# With the machine's own root below: nothing of its people, jobs and services belongs to the host.
forget_this_machine() {
  rm -rf /etc/cron.d/* /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/*
  rm -rf /var/spool/cron/crontabs/*
  rm -rf /etc/systemd/system/*.wants /var/log/mail* /etc/ssh/ssh_host_* /etc/machine-id
  rm -rf /var/spool/postfix/deferred /var/spool/postfix/defer /var/spool/postfix/hold
  rm -f /usr/sbin/policy-rc.d
  awk -F: '$3 < 1000 || $1 == "nobody"' /etc/passwd >passwd.kept
  awk -F: 'NR == FNR { kept[$1] = 1; next } $1 in kept' passwd.kept /etc/shadow >shadow.kept
  cat passwd.kept >/etc/passwd
  cat shadow.kept >/etc/shadow
  for unit in systemd-udevd systemd-logind getty@tty1 systemd-timesyncd systemd-sysctl \
    systemd-modules-load systemd-remount-fs; do
    ln -sf /dev/null "/etc/systemd/system/$unit.service"
  done
  ln -sf /lib/systemd/system/multi-user.target /etc/systemd/system/default.target
}
