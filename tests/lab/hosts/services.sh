# SPDX-License-Identifier: GPL-3.0-or-later
# sshd, and which services a host starts with either kind of first process.

accept_ssh() {
  # Two quick kinds of key: an RSA key would take longer to make than the rest of the start.
  for kind in ed25519 ecdsa; do
    ssh-keygen -q -t "$kind" -N '' -C "root@$LAB_HOST" -f "/etc/ssh/ssh_host_${kind}_key"
  done
  mkdir -p /etc/ssh/sshd_config.d
  cat >/etc/ssh/sshd_config.d/lab.conf <<'SSHD'
HostKey /etc/ssh/ssh_host_ed25519_key
HostKey /etc/ssh/ssh_host_ecdsa_key
PermitRootLogin prohibit-password
PasswordAuthentication yes
KbdInteractiveAuthentication yes
ChallengeResponseAuthentication yes
UseDNS no
Match User otto
    AuthenticationMethods keyboard-interactive
SSHD
  grep -q '^Include /etc/ssh/sshd_config.d' /etc/ssh/sshd_config ||
    sed -i '1i Include /etc/ssh/sshd_config.d/*.conf' /etc/ssh/sshd_config
}

services() { # none, or the names of services beside rsyslog, ssh and cron
  echo "$*" >/etc/lab-services
}

start_with() { # plain or systemd
  case $1 in
    plain) install -m 755 lab-init /usr/local/sbin/lab-init ;;
    systemd)
      mkdir -p /var/log/journal
      : >/etc/machine-id
      rm -f /etc/systemd/system/multi-user.target.wants/postfix.service
      for service in ssh rsyslog cron $(sed 's/none//' /etc/lab-services); do
        systemctl enable "$service" >/dev/null 2>&1
      done ;;
  esac
}
