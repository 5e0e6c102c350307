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

room_or() { # WORDS: why writing failed. On a full disk not even the reason can be written down
  if [ ! -s "$txn/errors" ] || grep -Eqi 'no space|quota' "$txn/errors" 2>/dev/null; then
    refuse space
  fi
  refuse "$@"
}
ensure_room() { # for the checks and the log; without it they would fail in misleading ways
  if ! dd if=/dev/zero of="$txn/room" bs=1024 count=256 2>"$txn/errors"; then
    rm -f "$txn/room"
    room_or write "$txn"
  fi
  rm -f "$txn/room"
}
ensure_room() { # for the checks and the log; without it they would fail in misleading ways
  if ! dd if=/dev/zero of="$txn/room" bs=1024 count=256 2>"$txn/errors"; then
    rm -f "$txn/room"
    room_or write "$txn"
  fi
  rm -f "$txn/room"
}
tidy() { # what stands beside the edited files meanwhile
  for n in $(indexes); do
    file=$(target_of "$n")
    rm -f "$file.gatepost-$id" "$file.gatepost-$id-old"
  done
  rm -rf "$txn/stage"
}

# A plan of a file with secrets was made from text in which each stands as a keyed digest. Puts the
# host's own lines in the place of those, if they are still what the plan was made from: all else
# byte for byte, the secrets by their digests. Then $n.new and $n.sha are as of any other file.
restore_secrets() { # N
  n=$1
  file=$(target_of "$n")
  hasher=sha256sum
  command -v sha256sum >/dev/null 2>&1 || hasher='openssl dgst -sha256 -r'
  sum=$(sha "$file")
  ending=$(tail -c 1 "$txn/$n.new" | wc -l)
  same_end=$(tail -c 1 "$txn/$n.before" | wc -l)
  [ "$(tail -c 1 "$file" | wc -l)" -eq "$same_end" ] || return 1
  key=$(cat "$txn/key")
  ending=$ending hasher=$hasher scratch=$txn/digest key=$key awk '
    FILENAME == ARGV[1] { split($0, s, " "); at[s[1]] = s[2]; size[s[1]] = s[3]; sum[s[1]] = s[4]; next }
    FILENAME == ARGV[2] { before[++old] = $0; next }
    FILENAME == ARGV[3] { kept[$1] = $2; next }
    FILENAME == ARGV[4] { live[++lines] = $0; next }
    { text[++count] = $0 }
    function digest(secret,    command, line) {
      command = ENVIRON["hasher"] " >" ENVIRON["scratch"]
      printf "%s\n%s\n%s", ENVIRON["key"], secret, ENVIRON["key"] | command
      close(command)
      getline line <ENVIRON["scratch"]
      close(ENVIRON["scratch"])
      return substr(line, 1, 64)
    }
    END {
      if (lines != old) exit 1
      for (i = 1; i <= old; i++) {
        if (!(i in at)) {
          if (before[i] "" != live[i] "") exit 1
          continue
        }
        head = substr(before[i], 1, at[i])
        tail = substr(before[i], at[i] + size[i] + 1)
        long = length(live[i]) - length(head) - length(tail)
        if (long < 1 || substr(live[i], 1, at[i]) != head ||
          substr(live[i], length(live[i]) - length(tail) + 1) != tail ||
          digest(substr(live[i], at[i] + 1, long)) != sum[i]) exit 1
      }
      for (i = 1; i <= count; i++)
        printf "%s%s", ((i in kept) ? live[kept[i]] : text[i]),
          ((i < count || ENVIRON["ending"] + 0) ? "\n" : "")
    }' "$txn/$n.spans" "$txn/$n.before" "$txn/$n.kept" "$file" "$txn/$n.new" >"$txn/$n.whole" ||
    return 1
  [ "$(sha "$file")" = "$sum" ] || return 1
  printf '%s' "$sum" >"$txn/$n.sha" && mv -f "$txn/$n.whole" "$txn/$n.new"
}
restore_all_secrets() {
  for n in $(indexes); do
    [ -f "$txn/$n.spans" ] || continue
    if ! restore_secrets "$n"; then
      rm -f "$txn/key" "$txn/digest" "$txn/$n.whole"
      refuse secrets "$(cat "$txn/$n.path")"
    fi
  done
  rm -f "$txn/key" "$txn/digest"
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
