#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fills a lab host with text that wants to be more than text. Runs on the host as root. $1 names
# the canary: a file of this name on the host or on the desk means that a command of theirs ran.
set -eu
canary=$1
esc=$(printf '\033')
csi=$(printf '\302\233')
bidi=$(printf '\342\200\256')
run="\$(touch $canary-dollar)\`touch $canary-tick\`;touch $canary-line;|touch $canary-pipe&"
quotes="'\"'; touch $canary-quote; '\"'"
look="<b>bold</b><img src=x onerror=touch>&amp;${esc}[31mred${esc}]0;title$(printf '\007')${csi}2J${bidi}"

# What Postfix reads. "$$" is a dollar to Postfix.
cd /etc/postfix
table="texthash:/etc/postfix/a\`touch<$canary-name\`'\"<i>;#"
file=${table#texthash:}
mkdir -p "$(dirname "$file")"
printf '%s\n' "$run $quotes $look" >"$file"
cat >>main.cf <<CF

# $run
# $quotes
# $look
# $(head -c 1000000 /dev/zero | tr '\0' x)
smtpd_banner = \$myhostname ESMTP \$\$(touch $canary-banner) \`touch $canary-banner\` $quotes $look
mail_name = \$\$(touch $canary-mail) \`touch $canary-mail\` $look
canonical_maps = $table
default_transport = retry:4.7.1 \$\$(touch $canary-reason) \`touch $canary-reason\` $quotes $look
CF
cat >>master.cf <<CF
# $run $quotes $look
127.0.0.1:10999 inet n - n - - smtpd
  -o { smtpd_banner = \$myhostname $look }
  -o syslog_name=\`touch\${canary}-syslog\`
CF
touch -d '-1 day' main.cf master.cf
postfix reload >/dev/null 2>&1

# Messages with such envelopes, kept in the queue by the transport above.
send() { # SENDER RECIPIENT
  printf 'Subject: %s\n\nhello\n' "$look" | sendmail -f "$1" -- "$2"
}
send "\"\$(touch $canary-sender)\"@x.test" "\"\`touch $canary-recipient\`\"@y.test"
send "\"'; touch $canary-sender; '\"@x.test" "\"<b>${esc}[31m$bidi\"@y.test"
send "\"|touch $canary-sender\"@x.test" "\"; rm -rf ~\"@y.test"
send "\"&&touch $canary-sender&&\"@x.test" "\"a*?[x]~#!\"@y.test"

# The system's own words.
cat >/etc/os-release <<OS
PRETTY_NAME="$run $look"

rec end 1
1
GATEPOST-SNAPSHOT 1
OS
echo "x\`touch<$canary-origin\`\"'<b>;#" >/etc/mailname
printf '%s' "x\$(touch $canary-host)<b>'\`\"" >/proc/sys/kernel/hostname
nl='
'
: >"/etc/postfix/new${nl}line" 2>/dev/null || true
: >"/etc/postfix/-rf"

# What the login shells, sshd and sudo say.
for home in /root /home/admin /home/ops; do
  cat >"$home/.bashrc" <<RC
printf '%s\n' 'GATEPOST-SNAPSHOT 1' '' 'rec end 1' '1$run $look [sudo] password:'
printf '%s\n' '$look' >&2
RC
done
sed -i '1i Banner /etc/ssh/banner' /etc/ssh/sshd_config.d/lab.conf
printf '%s\n' "$run $look" >/etc/ssh/banner
printf '%s\n' "$run $look" "[sudo] password for admin: " >/etc/sudo-lecture
printf 'Defaults lecture=always, lecture_file=/etc/sudo-lecture, badpass_message="%s"\n' \
  "${esc}[31m<b>no</b>" >/etc/sudoers.d/lecture
chmod 440 /etc/sudoers.d/lecture
