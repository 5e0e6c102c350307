# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the transaction knows about Postfix: checking a staged configuration, reloading, and asking
# the services for their greeting. Part of one script with transaction.sh; $config is the live
# configuration directory.
# shellcheck disable=SC2154

# A directory that is the live configuration but for the edited files. Everything else stands there
# as a symbolic link: tables may be huge, and writing through a copied link would reach a live file.
link_names() { # FROM TO
  mkdir -p "$2" || return 1
  for entry in "$1"/* "$1"/.[!.]*; do
    { [ -e "$entry" ] || [ -L "$entry" ]; } || continue
    ln -s "$entry" "$2/" || return 1
  done
}
stage_file() { # CONTENT PATH_BELOW_CONFIG
  rest=$2
  below=
  while :; do
    case $rest in */*) ;; *) break ;; esac
    below=$below/${rest%%/*}
    rest=${rest#*/}
    if [ -L "$stage$below" ]; then
      rm -f "$stage$below" && link_names "$config$below" "$stage$below" || return 1
    fi
  done
  rm -f "$stage/$2" && cat "$1" >"$stage/$2" && age "$stage/$2"
}

complaints() { # DIR: what postconf(1) says about a configuration, without the directory's name
  with_timeout 30 postconf -c "$1" -n </dev/null >/dev/null 2>"$txn/errors"
  result=$?
  gatepost_dir=$1 awk '{
    while (at = index($0, ENVIRON["gatepost_dir"]))
      $0 = substr($0, 1, at - 1) substr($0, at + length(ENVIRON["gatepost_dir"]))
    print
  }' "$txn/errors" | sort -u
  return "$result"
}

# Splits what follows the program's name in `postconf -M` as master(8) does, one word a line: blanks
# separate, except inside braces; a word in braces loses them and the blanks next to them. There are
# no quotes there, and nothing is a pattern.
split_words() {
  awk '{
    depth = 0; word = ""; started = 0
    for (i = 1; i <= length($0) + 1; i++) {
      c = i > length($0) ? " " : substr($0, i, 1)
      if (depth == 0 && (c == " " || c == "\t")) {
        if (started) {
          if (word ~ /^[{].*[}]$/) {
            word = substr(word, 2, length(word) - 2)
            sub(/^[ \t]+/, "", word); sub(/[ \t]+$/, "", word)
          }
          print word
        }
        word = ""; started = 0
        continue
      }
      if (c == "{") depth++
      else if (c == "}" && depth > 0) depth--
      word = word c; started = 1
    }
  }'
}

# Whether smtpd(8) gets as far as reading its input with this configuration. It tells the reason to
# the mail log only, under a name of its own here.
starts() { # DIR WORDS_FILE
  directory=$1
  words=$2
  tag=gatepost-check-${id##*-}
  shift 2
  while IFS= read -r word; do
    case $word in -D | -d) continue ;; esac # would start a debugger
    set -- "$@" "$word"
  done <"$words"
  MAIL_CONFIG=$directory MAIL_LOGTAG=$tag with_timeout 20 "$daemons/smtpd" -S "$@" \
    -o "syslog_name=$tag" </dev/null >/dev/null 2>"$txn/errors"
}
logged_words() { # what the mail log has under that name; the log may come a moment later
  for _ in 1 2 3; do
    {
      for log in "$(postconf -c "$config" -h maillog_file 2>/dev/null)" /var/log/mail.log \
        /var/log/maillog /var/log/mail /var/log/messages /var/log/syslog; do
        [ -f "$log" ] && tail -n 300 "$log"
      done
      command -v journalctl >/dev/null 2>&1 && with_timeout 10 journalctl -q -n 300 --no-pager
    } 2>/dev/null | grep -F "$tag/smtpd[" | sed 's/^.*smtpd\[[0-9]*\]: //' | sort -u >"$txn/logged"
    if [ -s "$txn/logged" ]; then break; fi
    sleep 1
  done
  cat "$txn/logged"
}

preflight() { # the running service is not touched
  stage=$txn/stage
  rm -rf "$stage"
  link_names "$config" "$stage" || refuse space
  for n in $(indexes); do
    path=$(cat "$txn/$n.path")
    case $path in
      "$config"/*) stage_file "$txn/$n.new" "${path#"$config"/}" || refuse space ;;
      *) say "step unchecked $path" ;;
    esac
  done
  complaints "$config" >"$txn/complaints.live"
  complaints "$stage" >"$txn/complaints.new" || { detail "$txn/errors"; refuse invalid postconf; }
  sed 's/^/x/' "$txn/complaints.live" >"$txn/known" # an empty pattern file would match nothing
  if sed 's/^/x/' "$txn/complaints.new" | grep -Fvx -f "$txn/known" |
    grep -E 'fatal:|error:|unused parameter|missing' | cut -c2- >"$txn/errors"; then
    [ -s "$txn/errors" ] && { detail "$txn/errors"; refuse invalid postconf; }
  fi
  daemons=$(postconf -c "$stage" -h daemon_directory 2>/dev/null)
  with_timeout 30 postconf -c "$config" -M >"$txn/services.live" 2>/dev/null
  with_timeout 30 postconf -c "$stage" -M 2>/dev/null | awk '$8 == "smtpd"' >"$txn/smtpd"
  while IFS= read -r service; do
    read -r name type _ _ _ _ _ _ arguments <<WORDS
$service
WORDS
    printf '%s\n' "$arguments" | split_words >"$txn/words"
    starts "$stage" "$txn/words" && continue
    logged_words >>"$txn/errors"
    cp "$txn/errors" "$txn/errors.new"
    if ! grep -Fqx -e "$service" "$txn/services.live" || starts "$config" "$txn/words"; then
      detail "$txn/errors.new"
      refuse invalid "$name/$type"
    fi
    say "step still-broken $name/$type" # not made worse, and no reason to leave the rest as it is
  done <"$txn/smtpd"
  rm -rf "$stage"
  say "step checked"
}

is_running() { with_timeout 30 postfix -c "$config" status </dev/null >/dev/null 2>&1; }

# Who runs master(8). Where systemd does, it must also be the one that starts it again: a master
# started from here would belong to the transaction's unit and end with it.
note_service() {
  true >"$txn/running"
  true >"$txn/unit"
  is_running || return 0
  echo yes >"$txn/running"
  has_systemd || return 0
  queue=$(postconf -c "$config" -h queue_directory 2>/dev/null)
  master=$(tr -d ' \n' <"$queue/pid/master.pid" 2>/dev/null)
  [ -n "$master" ] && sed -n 's,.*/\([^/]*\.service\)$,\1,p' "/proc/$master/cgroup" 2>/dev/null |
    head -n 1 >"$txn/unit"
  return 0
}
was_running() { [ -s "$txn/running" ]; }
start_again() {
  unit=$(cat "$txn/unit" 2>/dev/null)
  if [ -n "$unit" ] && has_systemd; then
    with_timeout 90 systemctl restart "$unit" </dev/null >"$txn/errors" 2>&1
  else
    (
      trap - HUP PIPE # what the mail service starts must not inherit that they are ignored
      with_timeout 60 postfix -c "$config" stop </dev/null >/dev/null 2>&1
      with_timeout 60 postfix -c "$config" start </dev/null >"$txn/errors" 2>&1
    )
  fi
}
reload() { # a mail service that somebody stopped stays stopped
  was_running || return 0
  if is_running; then
    with_timeout 60 postfix -c "$config" reload </dev/null >"$txn/errors" 2>&1
  else
    start_again
  fi
}

first_line() { # HOST PORT: the greeting, up to its last line. Status 3: connected, and silence
  if command -v bash >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    with_timeout 12 bash -c 'exec 3<>"/dev/tcp/$1/$2" || exit 1
      while IFS= read -r -t 10 l <&3; do echo "$l"; case $l in ???-*) ;; *) exit 0 ;; esac; done
      exit 3' bash "$1" "$2" 2>/dev/null
  elif command -v python3 >/dev/null 2>&1; then
    with_timeout 12 python3 -c 'import socket,sys
s=socket.create_connection((sys.argv[1],int(sys.argv[2])),5); s.settimeout(10)
try:
  for l in s.makefile():
    print(l,end="")
    if l[3:4]!="-": sys.exit(0)
except OSError: pass
sys.exit(3)' "$1" "$2" 2>/dev/null
  elif command -v perl >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    with_timeout 12 perl -MIO::Socket::INET -e \
      '$s=IO::Socket::INET->new(PeerAddr=>$ARGV[0],PeerPort=>$ARGV[1]) or exit 1;
       while(<$s>){print; exit 0 unless /^...-/} exit 3' "$1" "$2" 2>/dev/null
  elif command -v nc >/dev/null 2>&1; then
    sleep 3 | with_timeout 12 nc "$1" "$2" 2>/dev/null | head -n 5
  else
    return 4
  fi
}
greets() { # NAME as in master.cf: [HOST:]PORT. Status 1: nobody listens; 3: silence
  port=${1##*:}
  case $port in
    *[!0-9]*) port=$(getent services "$port/tcp" 2>/dev/null | sed 's/.* \([0-9]*\)\/tcp.*/\1/') ;;
  esac
  case $1 in
    *:*) hosts=${1%:*} ;;
    *) hosts="127.0.0.1 ::1 $(postconf -c "$config" -h inet_interfaces 2>/dev/null)" ;;
  esac
  for host in $(printf '%s\n' "$hosts" | tr ',' ' ' | tr -d '[]*?'); do
    greeting=$(first_line "$host" "$port")
    case $?:$greeting in
      *:220*) return 0 ;;
      4:*) return 0 ;;         # nothing to ask with
      3:* | 0:*) return 3 ;; # another address leads to the same
    esac
  done
  return 1
}
listeners() { # services that greet in clear text
  postconf -c "$config" -M 2>/dev/null | awk '$2 == "inet" && ($8 == "smtpd" || $8 == "postscreen") &&
    !/smtpd_tls_wrappermode *= *yes/ { print $1 }'
}
note_greetings() {
  true >"$txn/greeted"
  was_running || return 0
  for name in $(listeners); do
    greets "$name" && echo "$name"
  done >"$txn/greeted"
}
silent_services() { # those that listen without a word, and those that have become unreachable
  for name in $(listeners); do
    greets "$name"
    case $? in
      0) ;;
      3) echo "$name" ;;
      *) grep -Fqx -e "$name" "$txn/greeted" && echo "$name" ;;
    esac
  done
}
verify() { # whether each service that greeted before does so again
  if ! was_running; then
    say "step stopped"
    return 0
  fi
  # After a reload an smtpd of the old configuration may go on answering for two seconds.
  sleep 2
  try=0
  while
    silent=$(silent_services)
    [ -n "$silent" ]
  do
    try=$((try + 1))
    # master(8) waits up to a minute before it starts a service again that stopped at once.
    [ "$try" -eq 1 ] && start_again
    [ "$try" -lt 4 ] || break
    sleep 1
  done
  is_running || return 1
  for name in $silent; do
    if grep -Fqx -e "$name" "$txn/greeted"; then
      say "step silent $name"
      return 1
    fi
    say "step still-silent $name"
  done
  say "step answers"
}
