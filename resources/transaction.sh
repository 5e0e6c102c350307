# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Carries out one change on a host, waits for the console's word, and undoes itself without it.
#   transaction.sh apply|confirm|undo|status TXN_DIR     what the console asks for
#   transaction.sh guard|work|boot TXN_DIR               what the host runs by itself
# TXN_DIR holds, for file number N: N.path, N.sha (of the bytes the plan was made from; empty: there
# must be no such file) and N.new; and: config_directory, undo_after (seconds), count. The console
# reads the lines that start with GATEPOST. Plain POSIX sh: dash, bash and busybox run it. On the host
# transaction_files.sh and transaction_postfix.sh stand in front of this, as one script.
#
# One detached process, `work`, does everything; `apply` starts it and shows what it says. State,
# decision and lock are symbolic links that lead nowhere: made in one step with their content, also
# on a full disk. The decision is made once; whoever comes second reads it.
set -u
umask 077
LC_ALL=C
export LC_ALL
PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
export PATH
unset MAIL_CONFIG MAIL_DEBUG MAIL_VERBOSE
action=$1
txn=$2
id=${txn##*/}
base=${txn%/*/*}
config=$(cat "$txn/config_directory")
case $action in
  guard | work | boot) ;;
  *) trap '' HUP PIPE ;; # the console may be gone; what has begun is brought to an end
esac

say() {
  printf 'GATEPOST %s\n' "$*" 2>/dev/null
  { printf '%s %s\n' "$(date -u '+%Y-%m-%dT%H:%M:%SZ')" "$*" >>"$txn/log"; } 2>/dev/null
}
detail() { # raw words of another program, at most 20 lines
  sed 's/^/GATEPOST detail /' "$1" 2>/dev/null | head -n 20
  { cat "$1" >>"$txn/log"; } 2>/dev/null
}
state() { readlink "$txn/state" 2>/dev/null || echo none; }
put_state() { # WORD [REASON]
  rm -f "$txn/state.$$"
  ln -s "$*" "$txn/state.$$" && mv -f "$txn/state.$$" "$txn/state" && flush "$txn"
}
decision() { readlink "$txn/decision" 2>/dev/null; }
decide() { # commit | undo REASON; false when it has been decided otherwise
  ln -s "$*" "$txn/decision" 2>/dev/null && flush "$txn"
  [ "$(decision)" = "$*" ]
}
with_timeout() {
  if command -v timeout >/dev/null 2>&1; then timeout "$@"; else shift && "$@"; fi
}
flush() { # to the disk, and nothing but these files: a hung network mount must not stop the undo
  with_timeout 30 sync "$@" 2>/dev/null || with_timeout 30 sync
}
uptime_seconds() { cut -d. -f1 /proc/uptime; } # the clock of the wall may be set meanwhile
has_systemd() { [ -d /run/systemd/system ] && command -v systemd-run >/dev/null 2>&1; }
unit_name() { echo "gatepost-undo-$id"; }

# Numbers of processes are used again, also after a restart; start times tell them apart.
started() { # PID
  line=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # shellcheck disable=SC2086
  set -- ${line##*) }
  echo "${20}"
}
boot_name() { echo "$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)-$(started 1)"; }
worker_lives() { # TXN_DIR
  read -r pid since boot 2>/dev/null <"$1/worker" || return 1
  [ "$boot" = "$(boot_name)" ] && [ "$(started "$pid")" = "$since" ]
}

finish_refused() { # REASON...: nothing was changed
  tidy
  disarm
  put_state refused "$*"
  release
}
refuse() {
  finish_refused "$@"
  exit 10
}
release() {
  [ "$(readlink "$base/lock" 2>/dev/null)" = "held-by:$id" ] && rm -f "$base/lock"
  return 0
}
take_lock() {
  touch "$base/mutex" || refuse space
  exec 9>"$base/mutex"
  # Without flock(1) only the breaking of a lock that was left behind is not safe from a twin.
  if command -v flock >/dev/null 2>&1; then with_timeout 20 flock 9 || refuse locked; fi
  holder=$(readlink "$base/lock" 2>/dev/null)
  if [ -n "$holder" ]; then
    other=$base/txn/${holder#held-by:}
    case $(readlink "$other/state" 2>/dev/null) in
      applying | await-confirm | undo-failed*) refuse locked "${holder#held-by:}" ;;
      *) worker_lives "$other" && refuse locked "${holder#held-by:}" ;;
    esac
    rm -f "$base/lock"
  fi
  ln -s "held-by:$id" "$base/lock" 2>/dev/null || refuse space
  exec 9>&-
}
prune() { # what ended more than 30 days ago
  find "$base/txn" -mindepth 1 -maxdepth 1 -type d -mtime +30 2>/dev/null | while IFS= read -r old; do
    case $(readlink "$old/state" 2>/dev/null) in
      applying | await-confirm | undo-failed*) ;;
      *) rm -rf "$old" ;;
    esac
  done
}

arm() { # what the host runs after a restart
  if has_systemd; then
    unit=/etc/systemd/system/$(unit_name)-boot.service
    wants=/etc/systemd/system/multi-user.target.wants
    {
      mkdir -p "$wants" &&
        {
          printf '[Unit]\nDescription=Undo an unconfirmed Gatepost change\n'
          printf 'Before=postfix.service postfix@-.service %s\n' "$(cat "$txn/unit")"
          printf 'RequiresMountsFor=%s %s\n' "$txn" "$config"
          printf '[Service]\nType=oneshot\nExecStart=/bin/sh %s/engine.sh boot %s\n' "$txn" "$txn"
          printf '[Install]\nWantedBy=multi-user.target\n'
        } >"$unit" && ln -sf "$unit" "$wants/"
    } 2>"$txn/errors" || room_or watcher
    flush "$unit" "$wants"
  elif [ -d /etc/cron.d ] && { command -v cron || command -v crond; } >/dev/null 2>&1; then
    cron=/etc/cron.d/$(unit_name)
    { printf '@reboot root /bin/sh %s/engine.sh boot %s\n' "$txn" "$txn" >"$cron" &&
      chmod 644 "$cron"; } 2>"$txn/errors" || room_or watcher
    flush "$cron" /etc/cron.d
  else
    say "step no-boot-undo"
    return 0
  fi
  say "step armed"
}
disarm() {
  rm -f "/etc/cron.d/$(unit_name)" \
    "/etc/systemd/system/multi-user.target.wants/$(unit_name)-boot.service" \
    "/etc/systemd/system/$(unit_name)-boot.service"
}
set_deadline() { # a full disk leaves the earlier one
  after=$(cat "$txn/undo_after")
  echo "$(($(uptime_seconds) + after)) $(($(date +%s) + after))" >"$txn/deadline.new" &&
    mv -f "$txn/deadline.new" "$txn/deadline"
}
deadline() { # uptime | date
  read -r by_uptime by_date 2>/dev/null <"$txn/deadline" || by_uptime=0 by_date=0
  case $1 in uptime) echo "${by_uptime:-0}" ;; *) echo "${by_date:-0}" ;; esac
}

put_back() { # as decided; may be done again at any point
  reason=$(decision)
  reason=${reason#undo }
  detail "$txn/errors"
  for n in $(indexes); do
    file=$(target_of "$n")
    if ! restore "$file" "$n"; then
      detail "$txn/errors"
      put_state undo-failed "$(cat "$txn/$n.path")"
      return 1
    fi
    flush "$(dirname "$file")"
  done
  if [ "$action" = boot ]; then
    # systemd starts Postfix after this. Elsewhere nobody knows which of the two comes first.
    if ! has_systemd; then
      wait_left=60
      until is_running || [ "$wait_left" -le 0 ]; do wait_left=$((wait_left - 1)) && sleep 1; done
      is_running && reload
    fi
  else
    reload || start_again
    verify
  fi
  tidy
  put_state undone "$reason"
  disarm
  release
}
finish_commit() {
  put_state committed
  tidy
  disarm
  release
}

say_deadline() { # by the host's clock, and what is left
  say "deadline $(deadline date) $(($(deadline uptime) - $(uptime_seconds)))"
}
wait_for_decision() {
  until [ -n "$(decision)" ]; do
    [ "$(uptime_seconds)" -ge "$(deadline uptime)" ] && decide undo timeout
    sleep 1
  done
}
finish() {
  case $(decision) in
    commit) finish_commit ;;
    undo*) put_back ;;
  esac
}
work() {
  printf '%s %s %s\n' "$$" "$(started $$)" "$(boot_name)" >"$txn/worker" || refuse space
  touch "$txn/errors"
  case $(state) in
    none) ;;
    preparing) refuse interrupted ;;
    applying) decide undo interrupted ;;
    await-confirm) wait_for_decision ;;
    undo-failed*) ;;
    *) return ;;
  esac
  if [ "$(state)" != none ]; then
    finish
    return
  fi
  put_state preparing || refuse space
  take_lock
  prune
  ensure_room
  restore_all_secrets
  check_unchanged
  say "step unchanged"
  note_service
  note_greetings
  preflight
  prepare
  set_deadline || refuse space
  arm
  check_unchanged
  [ -z "$(decision)" ] || refuse asked
  put_state applying || refuse space
  swap &&
    { [ -n "$(decision)" ] || reload || decide undo reload; } &&
    [ -z "$(decision)" ] && say "step reloaded" &&
    { verify || decide undo silent; }
  if [ -z "$(decision)" ]; then
    set_deadline
    say_deadline
    put_state await-confirm
    wait_for_decision
  fi
  finish
}
launch() {
  if has_systemd; then
    set -- --quiet --unit="$(unit_name)" -p KillMode=process /bin/sh "$txn/engine.sh" guard "$txn"
    systemd-run --collect "$@" </dev/null >/dev/null 2>"$txn/errors" ||
      systemd-run "$@" </dev/null >/dev/null 2>"$txn/errors"
  elif command -v setsid >/dev/null 2>&1; then
    (trap - HUP PIPE && exec setsid /bin/sh "$txn/engine.sh" guard "$txn") </dev/null >/dev/null 2>&1 &
  else
    nohup /bin/sh "$txn/engine.sh" guard "$txn" </dev/null >/dev/null 2>&1 &
  fi
}
follow() { # shows what the worker says, until it waits or has ended
  shown=0
  patience=40
  while :; do
    now=$(state)
    alive=yes
    worker_lives "$txn" || alive=
    [ -f "$txn/worker" ] || [ "$patience" -le 0 ] || { alive=starting && patience=$((patience - 1)); }
    lines=$(wc -l <"$txn/out" | tr -d ' ')
    [ "$lines" -gt "$shown" ] && sed -n "$((shown + 1)),${lines}p" "$txn/out"
    shown=$lines
    case $now in refused* | await-confirm | committed | undone* | undo-failed*) break ;; esac
    [ -n "$alive" ] || break
    sleep 0.2 2>/dev/null || sleep 1
  done
  echo "GATEPOST state $now"
}
settle() { # carries out what has been decided, or waits for the worker that does
  left=180
  while worker_lives "$txn" && [ "$left" -gt 0 ]; do
    case $(state) in committed | undone* | undo-failed* | refused*) return ;; esac
    left=$((left - 1))
    sleep 1
  done
  case $(state) in
    none | preparing) finish_refused interrupted ;;
    applying | await-confirm | undo-failed*) finish ;;
    *) tidy && disarm && release ;;
  esac
}

case $action in
  apply)
    touch "$txn/out" || { echo 'GATEPOST state refused space'; exit 10; }
    launch || { detail "$txn/errors"; put_state refused watcher; }
    follow
    case $(state) in await-confirm) ;; refused*) exit 10 ;; *) exit 11 ;; esac ;;
  guard) # a worker that was killed is followed by another, which undoes what was half done
    for _ in 1 2 3 4 5; do
      /bin/sh "$txn/engine.sh" work "$txn"
      [ $? -ge 128 ] || exit 0
    done ;;
  work)
    exec >>"$txn/out" 2>/dev/null </dev/null
    work ;;
  confirm)
    # Only what was verified and waits can be confirmed; the decision is on the disk before it is said.
    if [ "$(state)" = await-confirm ] && decide commit; then
      finish_commit
      left=5 # the worker leaves as soon as it has seen it
      while worker_lives "$txn" && [ "$left" -gt 0 ]; do left=$((left - 1)) && sleep 1; done
    fi
    case $(decision) in undo*) settle ;; esac
    say "state $(state)" ;;
  undo)
    case $(state) in
      committed | undone* | refused*) ;;
      *)
        decide undo asked
        settle ;;
    esac
    say "state $(state)" ;;
  boot)
    exec >>"$txn/out" 2>/dev/null </dev/null
    case $(state) in applying | await-confirm | undo-failed*) decide undo reboot ;; esac
    settle
    say "state $(state)" ;;
  status)
    say_deadline
    case $(state) in
      applying | await-confirm) worker_lives "$txn" || say "step unwatched" ;;
    esac
    say "state $(state)" ;;
esac
