# SPDX-License-Identifier: GPL-3.0-or-later
# Who can sign in. tests/lab/README.md lists the passwords.

person() { # NAME PASSWORD SHELL GROUPS
  id "$1" >/dev/null 2>&1 || useradd --create-home --shell "$3" --groups "$4" "$1"
  # SHA-512 with the fewest rounds: a lab's start has no use for a slow hash.
  usermod --password "$(openssl passwd -6 -salt lab "$2")" "$1"
}

trust_key() { # NAME HOME
  install -d -m 700 -o "$1" -g "$1" "$2/.ssh"
  install -m 600 -o "$1" -g "$1" key.pub "$2/.ssh/authorized_keys"
}

add_people() {
  person admin Adm1n-pw /bin/bash sudo
  person ops 0ps-pw /bin/bash ''
  person guest gu3st-pw /bin/bash ''
  person dora d0ra-pw /bin/bash ''
  person alice al1ce-pw /usr/sbin/nologin ''
  person bob b0b-pw /usr/sbin/nologin ''
  person carol c4rol-pw /usr/sbin/nologin ''
  echo 'ops ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/ops
  chmod 440 /etc/sudoers.d/ops
  echo 'permit dora as root' >/etc/doas.conf
  chmod 400 /etc/doas.conf
  trust_key root /root
  for name in admin ops guest dora; do
    trust_key "$name" "/home/$name"
  done
  add_otto
}

# otto signs in with a password and a one-time code: the codes of RFC 4226, appendix D, in order.
add_otto() {
  person otto 0tto-pw /bin/bash sudo
  [ -e /lib/x86_64-linux-gnu/security/pam_oath.so ] || [ -n "$(find /lib /usr/lib -name pam_oath.so -print -quit)" ] || return 0
  echo 'HOTP otto - 3132333435363738393031323334353637383930' >/etc/users.oath
  chmod 600 /etc/users.oath
  sed -i '/^@include common-auth/a\
auth [success=1 default=ignore] pam_succeed_if.so quiet user != otto\
auth requisite pam_oath.so usersfile=/etc/users.oath window=20 digits=6' /etc/pam.d/sshd
}

# Somebody who may pass through and do nothing else of note.
add_hop() {
  person hop h0p-pw /bin/bash ''
  trust_key hop /home/hop
}
