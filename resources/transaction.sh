#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Carries out one change on a host, waits for the console's word, and undoes itself without it.
#   transaction.sh apply|confirm|undo|status|watch TXN_DIR
# TXN_DIR holds, for file number N: N.path, N.sha (of the bytes the plan was made from; empty: the
# file must not exist) and N.new; and: config_directory, undo_after (seconds), count. The console
# reads the lines that start with GATEPOST. Plain POSIX sh: dash, bash and busybox run it.
set -u
umask 077
LC_ALL=C
export LC_ALL
PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
export PATH
action=$1
txn=$2
base=$(dirname "$(dirname "$txn")")
trap '' HUP PIPE # the console may be gone; what has begun is brought to an end

now() { date +%s; }
say() {
  printf 'GATEPOST %s\n' "$*" 2>/dev/null
  printf '%s %s\n' "$(date -u '+%Y-%m-%dT%H:%M:%SZ')" "$*" >>"$txn/log" 2>/dev/null
}
detail() { # raw words of another program, at most 20 lines
  sed 's/^/GATEPOST detail /' "$1" 2>/dev/null | head -n 20
  cat "$1" >>"$txn/log" 2>/dev/null
}
put_state() { printf '%s\n' "$1" >"$txn/state.new" && mv -f "$txn/state.new" "$txn/state"; }
state() { cat "$txn/state" 2>/dev/null || echo none; }
sha() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum <"$1" | cut -d' ' -f1
  else
    openssl dgst -sha256 <"$1" | sed 's/.* //'
  fi
}
with_timeout() {
  if command -v timeout >/dev/null 2>&1; then timeout "$@"; else shift && "$@"; fi
}
indexes() { # 1 .. count
  i=1
  while [ "$i" -le "$(cat "$txn/count")" ]; do
    echo "$i"
    i=$((i + 1))
  done
}
target_of() { readlink -f "$(cat "$txn/$1.path")" 2>/dev/null || cat "$txn/$1.path"; }

refuse() { # REASON WORDS: nothing was changed
  say "refused $*"
  put_state refused
  release
  exit 10
}
release() {
  [ "$(cat "$base/lock/txn" 2>/dev/null)" = "$txn" ] && rm -rf "$base/lock"
  return 0
}

take_lock() {
  if ! mkdir "$base/lock" 2>/dev/null; then
    holder=$(cat "$base/lock/txn" 2>/dev/null)
    case $(cat "$holder/state" 2>/dev/null) in
      await-confirm | applying)
        say "refused locked $holder"
        put_state refused
        exit 10 ;;
    esac
    rm -rf "$base/lock"
    mkdir "$base/lock" || refuse locked
  fi
  printf '%s\n' "$txn" >"$base/lock/txn" || refuse space
}

check_unchanged() {
  for n in $(indexes); do
    file=$(target_of "$n")
    if [ ! -f "$file" ] || [ "$(sha "$file")" != "$(cat "$txn/$n.sha")" ]; then
      refuse conflict "$(cat "$txn/$n.path")"
    fi
  done
}

back_up() { # and read back: a full disk shows here, before anything is changed
  mkdir -p "$txn/backup" || refuse space
  for n in $(indexes); do
    file=$(target_of "$n")
    cp -a "$file" "$txn/backup/$n" 2>/dev/null || cp -p "$file" "$txn/backup/$n" || refuse space
    [ "$(sha "$txn/backup/$n")" = "$(cat "$txn/$n.sha")" ] || refuse space
  done
  sync
}


preflight() { # the new configuration in a directory of its own; the running service is not touched
  stage=$txn/stage
  config=$(cat "$txn/config_directory")
  rm -rf "$stage"
  cp -a "$config" "$stage" 2>/dev/null || cp -pR "$config" "$stage" || refuse space
  for n in $(indexes); do
    path=$(cat "$txn/$n.path")
    case $path in
      "$config"/*)
        cat "$txn/$n.new" >"$stage/${path#"$config"/}" || refuse space
        touch -d '-10 seconds' "$stage/${path#"$config"/}" 2>/dev/null ;;
    esac
  done
  if ! with_timeout 20 postconf -c "$stage" -n >/dev/null 2>"$txn/errors" ||
    grep -Eq 'fatal:|unused parameter|missing' "$txn/errors"; then
    detail "$txn/errors"
    refuse invalid postconf
  fi
  daemons=$(postconf -c "$stage" -h daemon_directory 2>/dev/null)
  postconf -c "$stage" -M 2>/dev/null | awk '$2 == "inet" && $8 == "smtpd"' >"$txn/smtpd"
  while read -r name type _ _ _ _ _ _ arguments; do
    # The words are split as master(8) splits them; values with blanks stand in braces.
    set -f
    # shellcheck disable=SC2086
    set -- $arguments
    set +f
    case $arguments in *'{'*) continue ;; esac
    if ! MAIL_CONFIG=$stage with_timeout 20 "$daemons/smtpd" -S "$@" </dev/null \
      >/dev/null 2>"$txn/errors"; then
      detail "$txn/errors"
      refuse invalid "$name/$type"
    fi
  done <"$txn/smtpd"
  say "step checked"
}

has_systemd() { [ -d /run/systemd/system ] && command -v systemd-run >/dev/null 2>&1; }
unit_name() { echo "gatepost-undo-$(basename "$txn")"; }

arm() { # from here on the host undoes the change by itself
  deadline=$(($(now) + $(cat "$txn/undo_after")))
  printf '%s\n' "$deadline" >"$txn/deadline" || refuse space
  put_state applying || refuse space
  if has_systemd; then
    unit=/etc/systemd/system/$(unit_name)-boot.service
    mkdir -p /etc/systemd/system/multi-user.target.wants
    if ! {
      printf '[Unit]\nDescription=Undo an unconfirmed Gatepost change\nBefore=postfix.service\n'
      printf '[Service]\nType=oneshot\nExecStart=/bin/sh %s undo %s reboot\n' "$txn/engine.sh" "$txn"
      printf '[Install]\nWantedBy=multi-user.target\n'
    } >"$unit" ||
      ! ln -sf "$unit" "/etc/systemd/system/multi-user.target.wants/$(unit_name)-boot.service"; then
      disarm
      refuse space
    fi
    systemd-run --quiet --collect --unit="$(unit_name)" /bin/sh "$txn/engine.sh" watch "$txn" \
      </dev/null >/dev/null 2>"$txn/errors" || { detail "$txn/errors"; disarm; refuse watcher; }
  else
    if [ -d /etc/cron.d ]; then
      printf '@reboot root /bin/sh %s undo %s reboot\n' "$txn/engine.sh" "$txn" \
        >"/etc/cron.d/$(unit_name)" || { disarm; refuse space; }
    fi
    if command -v setsid >/dev/null 2>&1; then
      setsid /bin/sh "$txn/engine.sh" watch "$txn" </dev/null >/dev/null 2>&1 &
    else
      nohup /bin/sh "$txn/engine.sh" watch "$txn" </dev/null >/dev/null 2>&1 &
    fi
  fi
  sync
  say "deadline $deadline"
}
disarm() {
  rm -f "/etc/cron.d/$(unit_name)" \
    "/etc/systemd/system/multi-user.target.wants/$(unit_name)-boot.service" \
    "/etc/systemd/system/$(unit_name)-boot.service"
  has_systemd && systemctl daemon-reload >/dev/null 2>&1
  return 0
}

replace() { # FILE CONTENT: same owner, mode and label, in one rename
  new=$1.gatepost-$$
  { cp -a "$1" "$new" 2>/dev/null || cp -p "$1" "$new"; } && cat "$2" >"$new" &&
    [ "$(sha "$new")" = "$(sha "$2")" ] && mv -f "$new" "$1" && return 0
  rm -f "$new"
  return 1
}

swap() {
  for n in $(indexes); do
    file=$(target_of "$n")
    replace "$file" "$txn/$n.new" || give_up space
    say "step wrote $(cat "$txn/$n.path")"
  done
  sync
}

is_running() { postfix -c "$(cat "$txn/config_directory")" status >/dev/null 2>&1; }
reload() {
  config=$(cat "$txn/config_directory")
  if is_running; then
    with_timeout 60 postfix -c "$config" reload </dev/null >"$txn/errors" 2>&1
  else
    with_timeout 60 postfix -c "$config" start </dev/null >"$txn/errors" 2>&1
  fi
}
restart() {
  config=$(cat "$txn/config_directory")
  with_timeout 60 postfix -c "$config" stop </dev/null >/dev/null 2>&1
  with_timeout 60 postfix -c "$config" start </dev/null >"$txn/errors" 2>&1
}

greeting() { # HOST PORT: the first line a mail server says
  if command -v bash >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    with_timeout 6 bash -c 'exec 3<>"/dev/tcp/$1/$2" && IFS= read -r -t 5 l <&3 && echo "$l"' \
      bash "$1" "$2" 2>/dev/null
  elif command -v python3 >/dev/null 2>&1; then
    with_timeout 6 python3 -c 'import socket,sys
s=socket.create_connection((sys.argv[1],int(sys.argv[2])),5); s.settimeout(5)
print(s.makefile().readline())' "$1" "$2" 2>/dev/null
  elif command -v perl >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    with_timeout 6 perl -MIO::Socket::INET -e \
      '$s=IO::Socket::INET->new("$ARGV[0]:$ARGV[1]") or exit 1; print scalar <$s>' "$1" "$2" 2>/dev/null
  else
    echo '220 not asked'
  fi
}
answers() { # every smtpd service of the live configuration that greets in clear text
  config=$(cat "$txn/config_directory")
  for name in $(postconf -c "$config" -M 2>/dev/null |
    awk '$2 == "inet" && $8 == "smtpd" && !/wrappermode=yes/ { print $1 }'); do
    host=127.0.0.1
    case $name in *:*) host=${name%:*} ;; esac
    port=${name##*:}
    case $port in
      *[!0-9]*) port=$(getent services "$port/tcp" 2>/dev/null | sed 's/.* \([0-9]*\)\/tcp.*/\1/') ;;
    esac
    [ -n "$port" ] || continue
    case $(greeting "$host" "$port") in 220*) ;; *) say "step silent $name"; return 1 ;; esac
  done
}
verify() {
  tries=0
  while ! answers; do
    tries=$((tries + 1))
    [ "$tries" -lt 3 ] || return 1
    # master(8) waits up to a minute before it starts a service again that stopped at once.
    [ "$tries" -eq 1 ] && restart
    sleep 1
  done
  is_running
}

give_up() { # REASON: put back what was swapped
  say "failed $*"
  detail "$txn/errors"
  put_back "$1"
  exit 11
}
put_back() { # REASON
  mkdir "$txn/decided" 2>/dev/null || { say "state $(state)"; return 0; }
  failed=
  for n in $(indexes); do
    file=$(target_of "$n")
    if [ "$(sha "$file")" != "$(cat "$txn/$n.sha")" ]; then
      replace "$file" "$txn/backup/$n" || failed=$file
      touch -r "$txn/backup/$n" "$file" 2>/dev/null
    fi
  done
  disarm
  if [ -n "$failed" ]; then
    put_state undo-failed
    say "undo-failed $failed"
    rmdir "$txn/decided"
    return 1
  fi
  sync
  # At boot systemd starts Postfix itself, after this.
  if [ "$1" != reboot ] || ! has_systemd; then
    reload || restart
  fi
  printf '%s\n' "$1" >"$txn/reason"
  put_state undone
  say "undone $1"
  release
}

case $action in
  apply)
    take_lock
    put_state preparing || refuse space
    check_unchanged
    say "step unchanged"
    preflight
    back_up
    say "step backup $txn/backup"
    check_unchanged
    arm
    swap
    reload || give_up reload
    say "step reloaded"
    verify || give_up silent
    say "step answers"
    # The watcher may have decided meanwhile; only an undecided change waits for confirmation.
    [ -d "$txn/decided" ] || put_state await-confirm
    say "state $(state)" ;;
  confirm)
    if mkdir "$txn/decided" 2>/dev/null; then
      put_state committed
      disarm
      release
      rm -rf "$txn/stage"
    fi
    say "state $(state) $(cat "$txn/reason" 2>/dev/null)" ;;
  undo)
    case $(state) in
      applying | await-confirm | undo-failed) put_back "${3:-asked}" ;;
      *) disarm ;;
    esac
    say "state $(state) $(cat "$txn/reason" 2>/dev/null)" ;;
  watch)
    while [ "$(now)" -lt "$(cat "$txn/deadline")" ]; do
      [ -d "$txn/decided" ] && exit 0
      sleep 1
    done
    put_back timeout ;;
  status)
    say "deadline $(cat "$txn/deadline" 2>/dev/null || echo 0)"
    say "state $(state) $(cat "$txn/reason" 2>/dev/null)" ;;
esac
