# SPDX-License-Identifier: GPL-3.0-or-later
# Who can sign in: NAME PASSWORD SHELL GROUP. tests/lab/README.md says what each is for.

people='admin Adm1n-pw /bin/bash sudo
ops 0ps-pw /bin/bash -
guest gu3st-pw /bin/bash -
dora d0ra-pw /bin/bash -
otto 0tto-pw /bin/bash sudo
alice al1ce-pw /usr/sbin/nologin -
bob b0b-pw /usr/sbin/nologin -
carol c4rol-pw /usr/sbin/nologin -'
hop='hop h0p-pw /bin/bash -'

# The same lines that useradd(8) writes, for all of them at once: a lab's start has to be quick.
add_people() {
  list=$people uid=2000
  [ "$LAB_ROLE" != jump ] || list="$list
$hop"
  while read -r name password shell group; do
    uid=$((uid + 1))
    echo "$name:x:$uid:$uid::/home/$name:$shell" >>/etc/passwd
    echo "$name:x:$uid:" >>/etc/group
    echo "$name:$(openssl passwd -6 -salt lab "$password"):19000:0:99999:7:::" >>/etc/shadow
    [ "$group" = - ] || sed -i "s/^$group:.*[^:]$/&,$name/; s/^$group:.*:$/&$name/" /etc/group
    install -d -m 755 -o "$uid" -g "$uid" "/home/$name"
    [ "$shell" != /bin/bash ] || [ "$name" = otto ] || trust_key "$name" "/home/$name"
  done <<PEOPLE
$list
PEOPLE
  trust_key root /root
  echo 'ops ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/ops
  chmod 440 /etc/sudoers.d/ops
  echo 'permit dora as root' >/etc/doas.conf
  chmod 400 /etc/doas.conf
  ask_otto_for_a_code
}

trust_key() { # NAME HOME
  install -d -m 700 -o "$1" -g "$1" "$2/.ssh"
  install -m 600 -o "$1" -g "$1" key.pub "$2/.ssh/authorized_keys"
}

# otto signs in with a password and a one-time code: the codes of RFC 4226, appendix D, in order.
ask_otto_for_a_code() {
  ls /lib/*/security/pam_oath.so /usr/lib/*/security/pam_oath.so >/dev/null 2>&1 || return 0
  echo 'HOTP otto - 3132333435363738393031323334353637383930' >/etc/users.oath
  chmod 600 /etc/users.oath
  sed -i '/^@include common-auth/a\
auth [success=1 default=ignore] pam_succeed_if.so quiet user != otto\
auth requisite pam_oath.so usersfile=/etc/users.oath window=20 digits=6' /etc/pam.d/sshd
}
