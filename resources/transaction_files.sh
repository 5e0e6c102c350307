# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the transaction does with files: comparing, preparing, swapping and restoring them. Part of
# one script with transaction.sh, which says what $txn, $base and $id are.
# shellcheck disable=SC2154

sha() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum <"$1" | cut -d' ' -f1
  else
    openssl dgst -sha256 <"$1" | sed 's/.* //'
  fi
}
# Postfix programs wait two seconds while a configuration file is as new as that.
age() { touch -d "@$(($(date +%s) - 4))" "$1" 2>/dev/null || touch -d '-4 seconds' "$1" 2>/dev/null || :; }
indexes() { # 1 .. count
  i=1
  while [ "$i" -le "$(cat "$txn/count")" ]; do
    echo "$i"
    i=$((i + 1))
  done
}
target_of() { readlink -f "$(cat "$txn/$1.path")" 2>/dev/null || cat "$txn/$1.path"; }
is_new() { [ ! -s "$txn/$1.sha" ]; }

room_or() { # WORDS: why writing failed
  if grep -Eqi 'no space|quota' "$txn/errors" 2>/dev/null; then refuse space; else refuse "$@"; fi
}
tidy() { # what stands beside the edited files meanwhile
  for n in $(indexes); do
    file=$(target_of "$n")
    rm -f "$file.gatepost-$id" "$file.gatepost-$id-old"
  done
  rm -rf "$txn/stage"
}

check_unchanged() {
  for n in $(indexes); do
    file=$(target_of "$n")
    if is_new "$n"; then
      { [ -e "$file" ] || [ -L "$file" ]; } && refuse conflict "$(cat "$txn/$n.path")"
    elif [ ! -f "$file" ] || [ "$(sha "$file")" != "$(cat "$txn/$n.sha")" ]; then
      refuse conflict "$(cat "$txn/$n.path")"
    fi
    for index in db lmdb cdb pag; do
      [ -e "$file.$index" ] && refuse indexed "$(cat "$txn/$n.path")"
    done
  done
}
# Puts everything on the disk that the swap and the undo need, so that each is only a rename: the
# new bytes with the old file's owner, mode and label, and a second name for the old file itself.
prepare() {
  mkdir -p "$txn/backup" 2>"$txn/errors" || room_or write "$txn"
  for n in $(indexes); do
    file=$(target_of "$n")
    new=$file.gatepost-$id
    if is_new "$n"; then
      { touch "$new" && chmod 644 "$new"; } 2>"$txn/errors" || room_or write "$file"
    else
      { cp -a "$file" "$txn/backup/$n" 2>/dev/null || cp -p "$file" "$txn/backup/$n"; } \
        2>"$txn/errors" || room_or write "$txn"
      [ "$(sha "$txn/backup/$n")" = "$(cat "$txn/$n.sha")" ] || refuse space
      { cp -a "$file" "$new" 2>/dev/null || cp -p "$file" "$new"; } 2>"$txn/errors" ||
        room_or write "$file"
      { ln "$file" "$new-old" 2>/dev/null || cp -a "$file" "$new-old"; } 2>"$txn/errors" ||
        room_or write "$file"
    fi
    cat "$txn/$n.new" 2>"$txn/errors" >"$new" || room_or write "$file"
    [ "$(sha "$new")" = "$(sha "$txn/$n.new")" ] || refuse space
    age "$new"
    flush "$new" "$txn/backup" "${new%/*}"
    is_new "$n" || flush "$txn/backup/$n"
  done
  say "step backup $txn/backup"
}

swap() {
  for n in $(indexes); do
    file=$(target_of "$n")
    if ! is_new "$n" && [ "$(sha "$file")" != "$(cat "$txn/$n.sha")" ]; then
      decide undo conflict "$(cat "$txn/$n.path")"
      return 1
    fi
    mv -f "$file.gatepost-$id" "$file" 2>"$txn/errors" || { decide undo write; return 1; }
    say "step wrote $(cat "$txn/$n.path")"
  done
  for n in $(indexes); do flush "$(dirname "$(target_of "$n")")"; done
}
restore() { # FILE NUMBER
  if [ -e "$1.gatepost-$id" ]; then return 0; fi # never swapped: whatever it holds is not ours
  if is_new "$2"; then
    [ ! -e "$1" ] || rm -f "$1"
    return
  fi
  sum=$(cat "$txn/$2.sha")
  [ -f "$1" ] && [ "$(sha "$1")" = "$sum" ] && return 0
  if [ -f "$1" ] && [ "$(sha "$1")" != "$(sha "$txn/$2.new")" ]; then
    # Somebody edited it while the change waited; that is no reason to lose their words.
    cp -a "$1" "$txn/backup/$2.found" 2>/dev/null && say "step found $txn/backup/$2.found"
  fi
  old=$1.gatepost-$id-old
  if [ -f "$old" ] && [ "$(sha "$old")" = "$sum" ]; then
    mv -f "$old" "$1" 2>"$txn/errors"
  else
    { cp -a "$txn/backup/$2" "$old" || cp -p "$txn/backup/$2" "$old"; } 2>"$txn/errors" &&
      flush "$old" && mv -f "$old" "$1" 2>"$txn/errors"
  fi
  [ "$(sha "$1")" = "$sum" ]
}
