#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads everything that Gatepost needs to know of a mail host and prints it as one framed stream
# (docs/collector.md). It changes nothing. By hand, as root:  sh collector.sh > host.gatepost
# POSIX sh, for dash, bash and busybox; needs awk, better also stat, sha256sum, timeout.
#
# GATEPOST_KEY, put in front of this text by the console, keys the digests that stand in for
# secrets. It is never exported and never an argument. What the programs below print is kept until
# the end in a directory of memory that only this user can read; files with secrets are read by the
# redacting awk alone.

gatepost_file_limit=1048576 gatepost_total_limit=25165824 gatepost_output_limit=4096

note() { # note ID DETAIL: something that could not be seen
    printf 'note\t%s\t%s\n' "$1" "$2" >>"$work/facts"
}

fact() {
    printf 'fact\t%s\t%s\n' "$1" "$2" >>"$work/facts"
}

# run NAME SECONDS WORD...: starts a program, whose status, output and errors become a record.
run() {
    count=$((count + 1)) run_name=$1 run_seconds=$2
    shift 2
    printf '%s\n' "$run_name" >"$work/$count.name"
    printf '%s\n' "${run_shown:-$*}" >"$work/$count.argv"
    if command -v "$1" >/dev/null 2>&1; then
        (
            # A program that prints without end dies of SIGXFSZ; the unit is 512 or 1024 bytes.
            ulimit -f $gatepost_output_limit
            limited "$run_seconds" "$@" >"$work/$count.out" 2>"$work/$count.err"
            echo $? >"$work/$count.status"
        ) 2>/dev/null &
        last=$!
    else
        echo 127 >"$work/$count.status"
        last=
    fi
}

# script NAME SECONDS TEXT ARGUMENT...: the same for a few lines of constant shell text.
script() {
    script_name=$1 script_seconds=$2 script_text=$3
    shift 3
    run_shown="$script_name $*"
    run "$script_name" "$script_seconds" sh -c "$script_text" "$script_name" "$@"
    run_shown=
}

# The first form that works is chosen by choose_limit.
limited() { timeout -k 1 "$@"; }

choose_limit() {
    limit_word='timeout -k 1 5 '
    timeout -k 1 5 true 2>/dev/null && return
    limit_word='timeout -t 5 '
    if timeout -t 5 true 2>/dev/null; then
        limited() { # busybox before 1.30
            limit=$1
            shift
            timeout -t "$limit" "$@"
        }
    else
        limit_word=
        note no-timeout ''
        limited() {
            limit=$1
            shift
            "$@" &
            child=$!
            (
                sleep "$limit"
                kill -9 $child
            ) >/dev/null 2>&1 &
            guard=$!
            wait $child
            child=$?
            kill $guard
            return $child
        }
    fi
}

choose_hasher() {
    hasher=
    for words in 'sha256sum' 'shasum -a 256' 'openssl dgst -sha256 -r'; do
        if command -v "${words%% *}" >/dev/null 2>&1; then
            hasher=$words
            return
        fi
    done
    note no-sha256 ''
}

open_work() {
    for base in /dev/shm /run /tmp; do
        # What a killed run left behind, if it is ours and no longer in use.
        for work in "$base"/gatepost-pull.*; do
            if [ -d "$work" ] && [ -O "$work" ] && [ ! -h "$work" ] && [ ! -d "/proc/${work##*.}" ]; then
                rm -rf "$work"
            fi
        done
        work=$base/gatepost-pull.$$
        if [ -d "$base" ] && mkdir -m 700 "$work" 2>/dev/null; then
            trap 'rm -rf "$work"' EXIT
            trap 'exit 129' HUP
            trap 'exit 130' INT
            trap 'exit 141' PIPE
            trap 'exit 143' TERM
            return 0
        fi
    done
    printf '\nrec note 7 0\nno-work\nrec end 1\n1\n'
    return 1
}

choose_key() {
    case ${GATEPOST_KEY-} in
    '')
        note random-key ''
        GATEPOST_KEY=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')
        ;;
    esac
}

start_postfix() {
    command -v postconf >/dev/null 2>&1 || note no-postfix ''
    first=$((count + 1)) jobs=
    for letters in x nx Px n d M P m; do
        run "postconf-$letters" 20 postconf "-$letters"
        jobs="$jobs $last"
    done
    # doveconf -n hides where private keys are; this answer stays on the host.
    run local-dovecot-key 10 doveconf -P ssl_cert ssl_key
    jobs="$jobs $last"
    run doveconf-n 10 doveconf -n
    jobs="$jobs $last"
    all_values=$work/$first.out
    sources="$work/$first.out $work/$((first + 1)).out $work/$((first + 2)).out"
    sources="$sources $work/$((first + 8)).out $work/$((first + 9)).out"
    run postmulti-l 20 postmulti -l
}

start_system() {
    run uname 5 uname -a
    run id 5 id
    run id-postfix 5 id postfix
    run ip-addr 5 ip -o addr
    run ip-route 5 ip route show table main
    run ip6-route 5 ip -6 route show table main
    run nft 10 nft list ruleset
    run iptables-save 10 iptables-save
    run ip6tables-save 10 ip6tables-save
    if grep -qs '^ENABLED=yes' /etc/ufw/ufw.conf; then
        run ufw-status 10 ufw status verbose
    fi
    if [ -e /run/firewalld ] || [ -e /var/run/firewalld.pid ]; then
        run firewalld 10 firewall-cmd --list-all-zones
    fi
    script listening 10 '
        if command -v ss >/dev/null; then exec ss -lntup; fi
        if command -v netstat >/dev/null; then exec netstat -lntup; fi
        cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6'
    script packages 10 '
        if command -v dpkg-query >/dev/null; then
            dpkg-query -W -f "\${db:Status-Abbrev} \${Package} \${Version}\n" "postfix*" "dovecot*" \
                "sasl2-bin" "libsasl2*" "opendkim*" "fail2ban" "postfwd" "openssl" "libssl[0-9]*" \
                "openssh-server" "nftables" "iptables" "ufw" "rspamd" "amavisd-new" "exim4*" \
                "sendmail*" "rsyslog" "unattended-upgrades" 2>/dev/null | grep -v "^un"
        elif command -v rpm >/dev/null; then
            rpm -q --qf "ii %{NAME} %{VERSION}-%{RELEASE}\n" postfix dovecot cyrus-sasl opendkim \
                fail2ban-server openssl openssh-server nftables iptables firewalld rspamd exim \
                sendmail rsyslog | grep "^ii "
        elif command -v apk >/dev/null; then
            apk info -v | grep -E "^(postfix|dovecot|cyrus-sasl|opendkim|fail2ban|openssl|openssh)"
        else exit 127; fi; exit 0'
    # The lists as the host fetched them last: asking apt-get costs seconds, and lets it write caches.
    script updates 20 '
        lists=/var/lib/apt/lists
        if command -v dpkg-query >/dev/null; then
            stat -c "lists %Y" $lists 2>/dev/null
            {
                dpkg-query -W -f "\${db:Status-Abbrev} \${Package} \${Architecture} \${Version}\n"
                echo
                for list in $lists/*[-._]security*_Packages*; do
                    case $list in
                    *"*"*) echo none >&2 ;;
                    *_Packages) cat "$list" ;;
                    *) /usr/lib/apt/apt-helper cat-file "$list" ;;
                    esac
                done
            } | awk "
                !listed && NF == 0 { listed = 1 }
                !listed { if (\$1 ~ /^.i/) have[\$2 SUBSEP \$3] = \$4; next }
                /^Package: / { name = \$2 }
                /^Version: / { version = \$2 }
                /^Architecture: / { arch = \$2 }
                NF == 0 && (name SUBSEP arch) in have && have[name SUBSEP arch] != version {
                    print name, have[name SUBSEP arch], version
                }" | while read -r name old new; do
                dpkg --compare-versions "$old" lt "$new" && echo "security $name $old $new"
            done | sort -u
        elif command -v dnf >/dev/null; then dnf -q -C updateinfo list --security
        elif command -v yum >/dev/null; then yum -q -C updateinfo list security
        elif command -v apk >/dev/null; then apk --no-network --no-cache version -l "<" 2>/dev/null
        else exit 127; fi; exit 0'
    script services 10 '
        if [ -d /run/systemd/system ]; then
            exec systemctl show -p Id,LoadState,ActiveState,SubState,UnitFileState,MainPID,Result \
                postfix.service postfix@-.service dovecot.service saslauthd.service \
                opendkim.service fail2ban.service postfwd.service rspamd.service amavis.service \
                rsyslog.service nftables.service ufw.service firewalld.service chrony.service \
                chronyd.service systemd-timesyncd.service ntp.service unattended-upgrades.service \
                apt-daily-upgrade.timer dnf-automatic.timer exim4.service sendmail.service
        fi
        exit 127'
    script processes 10 '
        for p in /proc/[0-9]*; do
            read -r c <"$p/comm" || continue
            case $c in
            saslauthd) printf "%s %s " "${p#/proc/}" "$c"; tr "\000" " " <"$p/cmdline"; echo ;;
            master|dovecot|opendkim|fail2ban-server|postfwd*|rspamd*|amavis*|exim*|sendmail*|\
            postgrey|policyd*|rsyslogd|syslog-ng|chronyd|ntpd|systemd-timesyn|dockerd)
                echo "${p#/proc/} $c" ;;
            esac
        done 2>/dev/null; exit 0'
    script clock 5 '
        date "+epoch %s"; date "+zone %Z %z"
        [ -e /run/systemd/timesync/synchronized ] && echo "timesyncd synchronized"
        if command -v chronyc >/dev/null; then timeout 2 chronyc -n tracking; fi
        if [ -d /run/systemd/system ]; then timeout 3 timedatectl show; fi; exit 0'
    script fail2ban 20 '
        command -v fail2ban-client >/dev/null || exit 127
        status=$(fail2ban-client status) || exit 1
        printf "%s\n" "$status"
        printf "%s\n" "$status" | sed -n "s/.*Jail list:[[:space:]]*//p" | tr -s ", \t" "\n\n\n" |
            sed "/^\$/d;s/^/status /" | fail2ban-client -i 2>&1
        echo "--- configuration"; fail2ban-client -d'
}

# A name with a line break in it would be two lines of the list.
list_existing() {
    case $2 in *"$newline"*) return ;; esac
    [ -e "$2" ] && printf '%s\t%s\n' "$1" "$2"
}

# Paths that matter wherever they exist: t is read, m only looked at (owner, mode, time).
usual_files() {
    for path in /etc/os-release /usr/lib/os-release /etc/redhat-release /etc/mailname /etc/hostname \
        /etc/hosts /etc/resolv.conf /etc/timezone \
        /etc/postfix/sasl/*.conf /etc/sasl2/smtpd.conf /usr/lib/sasl2/smtpd.conf \
        /usr/lib64/sasl2/smtpd.conf /usr/local/lib/sasl2/smtpd.conf /var/lib/sasl2/smtpd.conf \
        /etc/default/saslauthd* /etc/sysconfig/saslauthd /etc/saslauthd.conf \
        /etc/opendkim.conf /etc/opendkim/opendkim.conf /etc/default/opendkim \
        /etc/fail2ban/fail2ban.local /etc/fail2ban/jail.local /etc/fail2ban/jail.d/* \
        /etc/fail2ban/filter.d/postfix*.conf /etc/fail2ban/filter.d/*.local \
        /etc/postfix/postfwd.cf /etc/postfwd/postfwd.cf /etc/postfwd.cf /etc/default/postfwd \
        /etc/postfix/dynamicmaps.cf /etc/nftables.conf /etc/sysconfig/nftables.conf \
        /etc/iptables/rules.v4 /etc/iptables/rules.v6 /etc/sysconfig/iptables \
        /etc/sysconfig/ip6tables /etc/ufw/ufw.conf /etc/default/ufw /etc/ufw/user.rules \
        /etc/ufw/user6.rules /etc/apt/apt.conf.d/20auto-upgrades \
        /etc/apt/apt.conf.d/50unattended-upgrades; do
        list_existing t "$path"
    done
    for path in /etc/postfix /etc/postfix/* /etc/sasldb2 /etc/aliases.db /var/run/saslauthd \
        /var/run/saslauthd/mux /var/spool/postfix/var/run/saslauthd /var/log/mail.log \
        /var/spool/postfix/var/run/saslauthd/mux /var/log/maillog /var/lib/apt/lists \
        /etc/opendkim /etc/opendkim/keys /etc/dkimkeys /usr/sbin/sendmail "$@"; do
        list_existing m "$path"
    done
}

# Finds every file that the configuration names. In: postconf output, main.cf, master.cf,
# opendkim.conf, doveconf output. Out, tab-separated: "T path" text, "S path" sign-in table,
# "K path" DKIM key table, "m path" only looked at, "C certificate key", "I instance".
find_named() {
    awk '
    function add(class, path) {
        if (path !~ /^\/./ || path ~ /[]$\t*^[\\(]/) return
        if (!(path in seen)) order[++n] = path
        if (!(path in seen) || class == "S" || (class != "m" && seen[path] == "m")) seen[path] = class
    }
    function tables(name, value,    i, k, word, type, path, sasl) {
        if (name ~ /_cache(_database|_map)$|address_verify_map$|^proxy_(read|write)_maps$/) return
        sasl = name ~ /password_maps$/
        gsub(/[,{}]/, " ", value)
        k = split(value, word, /[ \t]+/)
        for (i = 1; i <= k; i++) {
            path = word[i]
            sub(/^-o/, "", path); sub(/^[a-z0-9_]+=/, "", path); sub(/^!/, "", path)
            while (path ~ /^(proxy|maybe|unionmap|pipemap|randmap):/) sub(/^[a-z]+:/, "", path)
            if (word[i] ~ /password_maps/) sasl = 1
            if (path ~ /^\//) {
                if (name ~ /(_networks|_domains|_clients|_hosts|_users|_list|_exceptions|_commands|_destinations?|_transports)$/ ||
                    name ~ /^(mynetworks|mydestination|myorigin|relay_domains)$/) add("T", path)
                continue
            }
            type = path; sub(/:.*/, "", type); sub(/^[^:]*:/, "", path)
            if (type ~ /^(hash|btree|lmdb|cdb|dbm|sdbm)$/) {
                add(sasl ? "S" : "T", path)
                if (type == "hash" || type == "btree") add("m", path ".db")
                else add("m", path "." (type ~ /dbm$/ ? "pag" : type))
            } else if (type ~ /^(texthash|cidr|pcre|regexp)$/) add(sasl ? "S" : "T", path)
            else if (type ~ /^(mysql|pgsql|ldap|sqlite|mongodb|memcache)$/) add("T", path)
        }
    }
    function pair(cert, key) {
        if (cert !~ /^\// || cert ~ /[$\t]/) return
        if (key !~ /^\//) key = cert
        if (!((cert "\t" key) in pairs)) { pairs[cert "\t" key] = 1; print "C\t" cert "\t" key }
        add("m", cert); add("m", key)
    }
    function setting(scope, name, value,    i, k, word) {
        tables(name, value)
        if (name ~ /_tls_(d|ec)?(cert|key)_file$/) files[scope name] = value
        if (name ~ /_tls_chain_files$/) {
            k = split(value, word, /[ \t,]+/)
            for (i = 1; i <= k; i++) pair(word[i], word[i])
        }
        if (name == "multi_instance_directories") {
            k = split(value, word, /[ \t,]+/)
            for (i = 1; i <= k; i++) if (word[i] ~ /^\//) {
                print "I\t" word[i]; add("T", word[i] "/main.cf"); add("T", word[i] "/master.cf")
            }
        }
    }
    function dkim(line,    value) {
        if (line !~ /^[A-Za-z]+[ \t]/) return
        value = line; sub(/^[A-Za-z]+[ \t]+/, "", value); sub(/[ \t]+$/, "", value)
        sub(/^(refile|file|csl):/, "", value)
        if (value !~ /^\//) return
        if (line ~ /^KeyFile/) add("m", value)
        else if (line ~ /^KeyTable/) add("K", value)
        else if (line ~ /^(SigningTable|InternalHosts|ExternalIgnoreList|PeerList|ExemptDomains|Domain|TrustAnchorFile)/)
            add("T", value)
    }
    FNR == 1 { kind = FILENAME; sub(/.*\//, "", kind); name = "" }
    kind == "opendkim.conf" { if (length($0) < 4096) dkim($0); next }
    /^[ \t]*#/ { next }
    length($0) > 4096 && /^[ \t]*ssl_/ { next }
    /^[ \t]*ssl_[a-z_]*cert[a-z_]* *= *<?\// { v = $0; sub(/^[^\/]*/, "", v); dovecert = v }
    /^[ \t]*ssl_[a-z_]*key[a-z_]* *= *<?\// {
        v = $0; sub(/^[^\/]*/, "", v); pair(dovecert, v); next
    }
    index($0, "=") < 512 && /^[^ \t=]+[ \t]*=/ {
        name = $0; sub(/[ \t]*=.*/, "", name)
        value = $0; sub(/^[^=]*=[ \t]*/, "", value)
        scope = name; if (!sub(/[^\/]*$/, "", scope)) scope = ""
        sub(/.*\//, "", name)
        setting(scope, name, value); next
    }
    { tables(name, $0) }
    END {
        for (full in files) if (full ~ /cert_file$/) {
            key = full; sub(/cert_file$/, "key_file", key)
            local = full; sub(/.*\//, "", local); sub(/cert_file$/, "key_file", local)
            pair(files[full], key in files ? files[key] : files[local])
        }
        for (full in files) add("m", files[full])
        for (i = 1; i <= n; i++) print seen[order[i]] "\t" order[i]
    }' "$@" </dev/null
}

# Prints the records. In: $work/facts, $work/files (class, path), $work/stat, $work/problems,
# $work/links, $work/sums and the answers of the programs. The key comes as the first line of input.
print_records() {
    printf '%s\n' "$GATEPOST_KEY" | awk -v work="$work" -v hasher="$hasher" -v commands="$count" \
        -v limit_word="$limit_word" \
        -v file_limit=$gatepost_file_limit -v total_limit=$gatepost_total_limit '
    # What a shell reads as exactly this word.
    function quoted(word,    i, k, part, text) {
        k = split(word, part, "\047")
        text = "\047" part[1]
        for (i = 2; i <= k; i++) text = text "\047\\\047\047" part[i]
        return text "\047"
    }
    function hash_end(command,    line, file) {
        close(command)
        file = work "/digest"
        line = ""
        getline line < file
        close(file)
        return match(line, /^[0-9a-f]+/) && RLENGTH == 64 ? substr(line, 1, 64) : "-"
    }
    # Keyed digest of one secret. The 256 first cost a process each; after that one digest of the
    # whole source stands for all of its secrets, so that a change still shows.
    function digest(secret,    command, line, path) {
        if (hasher == "") return "-"
        if (secret in known) return known[secret]
        command = hasher " >" work "/digest"
        if (++distinct <= 256) {
            print key "\n" secret "\n" key | command
            return known[secret] = hash_end(command)
        }
        if (whole_of != source) {
            # Another spelling of the same name opens it a second time.
            print key | command
            path = is_command ? source " " : "/." source
            while ((is_command ? (path | getline line) : (getline line < path)) > 0)
                print line "\n" | command
            close(path)
            whole = hash_end(command)
            whole_of = source
        }
        return whole
    }
    function emit(text) {
        part[++parts] = text
        bytes += length(text)
    }
    function emit_secret(secret,    sum, text) {
        if (secret == "") return
        sum = digest(secret)
        text = "[redacted:" substr(sum, 1, 16) "]"
        spans = spans bytes " " length(text) " " sum "\n"
        emit(text)
    }
    # user:password keeps the user.
    function emit_sign_in(text,    at, tail) {
        tail = ""
        if (match(text, /[ \t\r]+$/)) { tail = substr(text, RSTART); text = substr(text, 1, RSTART - 1) }
        at = index(text, ":")
        emit(substr(text, 1, at))
        emit_secret(substr(text, at + 1))
        emit(tail)
    }
    # Finds the first secret in text: sets found_at, found_length.
    function find_secret(text, whole_line,    low, at, size, rest, q) {
        found_at = 0
        low = tolower(text)
        if (match(low, assignment)) {
            at = RSTART + RLENGTH; rest = substr(text, at); q = substr(rest, 1, 1)
            if (q == "\047" || q == "\"") {
                size = index(substr(rest, 2), q) - 1; at++
                if (size < 0) size = length(rest) - 1
            } else if (whole_line && substr(low, 1, RSTART - 1) ~ /^[# \t]*[a-z0-9_.-]*$/) {
                size = length(rest)
                whole_value = 1
                if (match(rest, /[ \t\r]+$/)) size = RSTART - 1
                if (rest ~ /^# hidden/) size = 0
            } else {
                size = match(rest, value_end) ? RSTART - 1 : length(rest)
            }
            if (size > 0) { found_at = at; found_length = size }
            else if (at <= length(text) && !found_at) later = at
        }
        if (match(text, credentials)) {
            rest = substr(text, RSTART + 3, RLENGTH - 4); at = index(rest, ":")
            consider(RSTART + 3 + at, length(rest) - at)
        }
        rest = text
        while (match(rest, /(MI|MC4CAQ|MHcCAQ)[A-Za-z0-9+\/=]+/)) {
            if (RLENGTH >= 60) { consider(length(text) - length(rest) + RSTART, RLENGTH); break }
            rest = substr(rest, RSTART + RLENGTH)
        }
        if (match(text, maps == 1 ? "(static|inline):[^ \t]" : maps ? "static:[^] \t,:{}[]+:[^ \t,]" : "^$")) {
            rest = substr(text, RSTART + 7)
            if (substr(text, RSTART, 1) == "s") {
                size = match(rest, /[ \t,]/) ? RSTART - 1 : length(rest)
                at = length(text) - length(rest); q = index(substr(rest, 1, size), ":")
                consider(at + 1 + q, size - q)
            } else consider(length(text) - length(rest) + 1, length(rest))
        }
        return found_at
    }
    function consider(at, size) {
        if (size > 0 && (!found_at || at < found_at)) { found_at = at; found_length = size }
    }
    function plain_line(text, is_file,    column0, next_at) {
        column0 = text !~ /^[ \t]/
        if (is_file && carry && !column0 && text !~ /^[ \t]*$/) {
            match(text, /^[ \t]+/)
            emit(substr(text, 1, RLENGTH)); emit_secret(substr(text, RLENGTH + 1)); return
        }
        carry = 0
        # In lists of routes static:smtp:host is no sign-in; elsewhere static:one:two is one.
        if (column0) maps = text ~ /^proxy_/ ? 1 : text ~ /transport|filter|relayhost/ ? 0 : 2
        if (text ~ /password_maps/) maps = 1
        whole_value = 0; whole = 1
        while (text != "") {
            later = 0
            if (find_secret(text, whole)) {
                emit(substr(text, 1, found_at - 1)); emit_secret(substr(text, found_at, found_length))
                text = substr(text, found_at + found_length); whole = 0
            } else if (later) {
                emit(substr(text, 1, later - 1)); text = substr(text, later); whole = 0
            } else break
        }
        emit(text)
        carry = whole_value && column0
    }
    # The searches below take time that grows with the square of a line of ill will, so a line longer
    # than any that people write goes as it is when it holds no word of interest, and not at all
    # otherwise. A list of thousands of networks, which postconf prints as one line, goes.
    function long_line(class, text,    low) {
        if (text ~ /^[^ \t]/) carry = maps = 0
        low = tolower(text)
        if (class == "S" || class == "K" || carry || maps == 1 || low ~ words ||
            text ~ /static:|inline:|PRIVATE KEY|(MI|MC4CAQ|MHcCAQ)[A-Za-z0-9+\/]/ ||
            index(text, "://") && index(text, "@")) {
            emit_secret(text)
            pem = text ~ /PRIVATE KEY-----/ && text !~ /-----END /
            secret_lines = ""
        } else emit(text)
    }
    function line_of(class, text,    at) {
        if (pem) {
            if (text !~ /-----END /) { secret_lines = secret_lines text "\n"; return 0 }
            pem = 0
            emit_secret(secret_lines); emit("\n"); emit(text)
            return 1
        }
        if (length(text) > 32768) { long_line(class, text); return 1 }
        if (match(text, /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/)) {
            at = RSTART + RLENGTH
            emit(substr(text, 1, at - 1))
            emit_secret(substr(text, at))
            if (text !~ /-----END /) { pem = 1; secret_lines = "" }
            return 1
        }
        if (class == "S" && text ~ /[^ \t\r]/) {
            if (text ~ /^[ \t]*#/) { at = index(text, "#"); emit(substr(text, 1, at)); emit_secret(substr(text, at + 1)) }
            else if (text ~ /^[ \t]/) { match(text, /^[ \t]+/); emit(substr(text, 1, RLENGTH)); emit_secret(substr(text, RLENGTH + 1)) }
            else if (match(text, /[ \t]+/)) { emit(substr(text, 1, RSTART + RLENGTH - 1)); emit_sign_in(substr(text, RSTART + RLENGTH)) }
            else emit_sign_in(text)
        } else if (class == "K" && text ~ /^[^# \t]+[ \t]+[^:]*:[^:]*:[^\/.%]/) {
            at = index(text, ":"); at += index(substr(text, at + 1), ":")
            emit(substr(text, 1, at)); emit_secret(substr(text, at + 1))
        } else plain_line(text, class != "")
        return 1
    }
    # Reads a source into part[], redacted. Returns how many bytes its lines hold.
    function read_source(class, name, opened, limit,    line, total, before) {
        parts = bytes = total = pem = carry = maps = 0
        spans = ""
        source = name
        is_command = opened
        before = 0
        while ((opened ? (name | getline line) : (getline line < name)) > 0) {
            total += length(line) + 1
            if (total > limit + 1) { total -= length(line) + 1; break }
            if (before) emit("\n")
            before = line_of(class, line)
        }
        if (pem) emit_secret(secret_lines)
        else if (before) emit("\n")
        close(name)
        return total
    }
    function print_parts(    i) {
        for (i = 1; i <= parts; i++) print part[i]
    }
    function header(kind, lengths) {
        print "\nrec " kind " " lengths "\n"
        records++
    }
    function file_record(path, meta, link, problem) {
        printed += bytes
        header("file", length(path) " " length(meta) " " length(link) " " length(problem) " " length(spans) " " bytes)
        print path; print meta; print link; print problem; print spans; print_parts()
    }
    function drop_body() {
        parts = bytes = 0; spans = ""
    }
    function one_file(class, path,    s, size, total, problem, lines, sum, readable, truncated, command) {
        drop_body()
        if (!(path in stat)) {
            if (class != "m" && class != "t" || path in link)
                file_record(path, "0 0 0 0 - - - - - -", link[path], path in trouble ? trouble[path] : "No such file or directory")
            return
        }
        split(stat[path], s, "\t")
        size = s[5]; lines = "-"; sum = "-"; readable = truncated = 0; problem = ""
        if (s[6] !~ /^regular/) problem = "Not collected: " s[6]
        else if (class == "m") problem = "Not collected: contents are not looked at"
        else if (path ~ /^\/(proc|sys|dev)\//) problem = "Not collected: no configuration file"
        else if (path in unreadable) problem = "Permission denied"
        else if (printed > total_limit) { problem = "Not collected: the snapshot is full"; truncated = 1 }
        else if (size > file_limit) {
            # Read through head: a file of one endless line must not be read whole.
            command = "head -c " file_limit " <" quoted(path)
            read_source(class, command, 1, file_limit)
            readable = truncated = 1
            command = limit_word "wc -l <" quoted(path)
            command | getline lines
            close(command)
            gsub(/[^0-9]/, "", lines)
            if (lines == "") lines = "-"
        } else if (size > 0) {
            total = read_source(class, "/." path, 0, size)
            readable = 1
            if (total == size + 1) {
                if (parts > 0 && part[parts] == "\n") { parts--; bytes-- }
            } else if (total != size) {
                drop_body(); readable = 0
                problem = "Not collected: it holds NUL bytes or changed while it was read"
            }
        } else readable = 1
        if (spans == "" && path in sums) sum = sums[path]
        file_record(path, "1 " readable " " truncated " " s[1] " " s[2] " " s[3] " " s[4] " " size " " lines " " sum, link[path], problem)
    }
    function whole_text(file,    text, line) {
        text = ""
        while ((getline line < file) > 0) text = text (text == "" ? "" : "\n") line
        close(file)
        return text
    }
    function one_command(i,    base, name, argv, status, k, kept) {
        base = work "/" i
        name = whole_text(base ".name")
        if (name ~ /^local-/) return
        argv = whole_text(base ".argv")
        status = whole_text(base ".status")
        if (status == "") status = "-1"
        read_source("", base ".err", 0, 65536)
        kept = parts; for (k = 1; k <= parts; k++) error[k] = part[k]
        printed += bytes; k = bytes
        read_source("", base ".out", 0, printed > total_limit ? 0 : 4 * file_limit)
        printed += bytes
        header("cmd", length(name) " " length(argv) " " length(status) " " bytes " " k)
        print name; print argv; print status; print_parts()
        for (k = 1; k <= kept; k++) print error[k]
    }
    function table(file, into,    line, at) {
        while ((getline line < file) > 0) {
            at = index(line, "\t")
            if (at) into[substr(line, 1, at - 1)] = substr(line, at + 1)
        }
        close(file)
    }
    BEGIN {
        ORS = ""
        getline key
        quote = "[\047\"]"
        words = "(password|passwd|passphrase|bind_?pw|_pw|secret|api_?key|token|_nonce|authorization)"
        assignment = words quote "?[ \t]*([=:]|" quote ",)[ \t]*"
        value_end = "[] \t,;)}&\047\"]"
        credentials = "://[^/@ \t\047\"]*:[^@ \t\047\"]+@"
        file = work "/stat"
        while ((getline line < file) > 0) { # mode, owner, group, time, size, kind, path
            split(line, s, "\t")
            path = line
            for (i = 1; i <= 6; i++) path = substr(path, index(path, "\t") + 1)
            stat[path] = line
        }
        close(file)
        table(work "/links", link)
        table(work "/unreadable", unreadable)
        file = work "/sums"
        while ((getline line < file) > 0) sums[substr(line, 67)] = substr(line, 1, 64)
        close(file)
        file = work "/problems" # stat: cannot statx \047/etc/x\047: Permission denied
        while ((getline line < file) > 0) {
            i = index(line, "\047"); path = substr(line, i + 1)
            i = index(path, "\047: "); trouble[substr(path, 1, i - 1)] = substr(path, i + 3)
        }
        close(file)
        file = work "/files"
        while ((getline line < file) > 0) {
            path = substr(line, 3)
            if (path in class_of) {
                if (index("mtTKS", substr(line, 1, 1)) > index("mtTKS", class_of[path])) class_of[path] = substr(line, 1, 1)
            } else { class_of[path] = substr(line, 1, 1); order[++n] = path }
        }
        close(file)
        file = work "/facts"
        while ((getline line < file) > 0) {
            split(line, s, "\t")
            header(s[1], length(s[2]) " " length(line) - length(s[1] s[2]) - 2)
            print s[2]; print substr(line, length(s[1] s[2]) + 3)
        }
        for (i = 1; i <= commands; i++) one_command(i)
        for (i = 1; i <= n; i++) one_file(class_of[order[i]], order[i])
        print "\nrec end " length(records "") "\n" records "\n"
    }'
}

wait_for() { # wait_for JOBS
    case $1 in *[0-9]*) wait $1 ;; esac
}

# Sets config, queue, data, commands_in, and notes the version.
read_directories() {
    config=/etc/postfix queue=/var/spool/postfix data=/var/lib/postfix commands_in=/usr/sbin
    [ -s "$all_values" ] || return
    while IFS= read -r line; do
        value=${line#* = }
        case $line in
        config_directory*) config=$value ;;
        queue_directory*) queue=$value ;;
        data_directory*) data=$value ;;
        command_directory*) commands_in=$value ;;
        mail_version*) fact mail-version "$value" ;;
        esac
    done <<END
$(grep -E '^(config_directory|queue_directory|data_directory|command_directory|mail_version) = ' "$all_values")
END
}

# name_files: what the sources name goes to $work/named.
name_files() {
    existing=
    for path in $sources; do
        [ -s "$path" ] && existing="$existing $path"
    done
    set -- $existing
    for path in "$config/main.cf" "$config/master.cf" /etc/opendkim.conf /etc/opendkim/opendkim.conf; do
        [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path"
    done
    : >"$work/named"
    [ $# -gt 0 ] && find_named "$@" >"$work/named"
    set --
    while IFS=$tab read -r class path; do
        [ "$class" = K ] && [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path"
    done <"$work/named"
    # Sample: "mail._domainkey.a.test a.test:mail:/etc/opendkim/mail.private"
    [ $# -gt 0 ] && cat "$@" | head -c $gatepost_file_limit | awk '/^[^#]/ {
        sub(/^[^ \t]*[ \t]+/, ""); split($0, part, ":")
        if (part[3] ~ /^\/./ && part[3] !~ /[ \t]/) print "m\t" part[3]
    }' >>"$work/named"
}

start_instances() {
    jobs=
    while IFS=$tab read -r class path key; do
        case $class in I)
            run "postconf-n:$path" 20 postconf -c "$path" -n
            for letters in nx Px; do
                run "local-$letters" 20 postconf -c "$path" "-$letters"
                jobs="$jobs $last" sources="$sources $work/$count.out"
            done
            ;;
        esac
    done <"$work/named"
    [ -z "$jobs" ] && return
    wait_for "$jobs"
    name_files
}

# Dates and names of one certificate, and whether its key is the one beside it. The public halves
# are compared here; of the key nothing is printed.
start_certificate() {
    script "certificate:$1:$2" 10 '
        [ -f "$1" ] || { echo "$1: no file" >&2; exit 1; }
        end="-----END PUBLIC KEY-----"
        facts() { openssl x509 -in "$1" -noout -pubkey -subject -issuer -serial -dates \
            -fingerprint -sha256 -nameopt RFC2253 $2; }
        text=$(facts "$1" "-ext subjectAltName" 2>/dev/null) || {
            text=$(facts "$1") || exit 1
            text="$text
$(openssl x509 -in "$1" -noout -text | grep -A1 "Subject Alternative Name")"
        }
        public=${text%%"$end"*}
        printf "%s\n" "${text#*"$end"}"
        printf "certificates=%s\nkey=%s\n" "$(grep -c "BEGIN CERTIFICATE" "$1")" "$2"
        if [ ! -e "$2" ]; then echo "key-match=missing"
        elif [ ! -r "$2" ]; then echo "key-match=unreadable"
        elif key=$(openssl pkey -in "$2" -passin pass: -pubout 2>/dev/null); then
            if [ "${key%%"$end"*}" = "$public" ]; then echo "key-match=yes"; else echo "key-match=no"; fi
        elif grep -q ENCRYPTED "$2"; then echo "key-match=encrypted"
        else echo "key-match=no-key"; fi' "$1" "$2"
}

# list_files: $work/files, and the certificates on the way.
list_files() {
    printf 'T\t%s\n' "$config/main.cf" "$config/master.cf" >"$work/files"
    listed=0 certificates=0
    while IFS=$tab read -r class path key; do
        case $class in
        C) certificates=$((certificates + 1))
            [ $certificates -le 24 ] && start_certificate "$path" "$key" ;;
        [TSKm]) listed=$((listed + 1))
            if [ $listed -le 600 ]; then
                printf '%s\t%s\n' "$class" "$path" >>"$work/files"
            elif [ $listed = 601 ]; then
                note too-many-files "$path"
            fi ;;
        esac
    done <"$work/named"
    usual_files "$config" "$config"/* "$queue" "$queue"/* "$data" "$commands_in/postdrop" \
        "$commands_in/postqueue" >>"$work/files"
}

# Owner, mode, time and kind of every listed file; checksums of those without secrets.
look_at_files() {
    set --
    while IFS=$tab read -r class path; do
        set -- "$@" "$path"
        [ -h "$path" ] && printf '%s\t%s\n' "$path" "$(readlink "$path")" >>"$work/links"
        [ -r "$path" ] || printf '%s\t\n' "$path" >>"$work/unreadable"
    done <"$work/files"
    format="%a$tab%U$tab%G$tab%Y$tab%s$tab%F$tab%n"
    if stat -L -c "$format" / >/dev/null 2>&1; then
        stat -L -c "$format" "$@" >"$work/stat" 2>"$work/problems"
    else
        note no-stat ''
        for path; do
            if [ -f "$path" ] && [ -r "$path" ]; then
                printf -- "-$tab-$tab-$tab-$tab%s${tab}regular file$tab%s\n" "$(wc -c <"$path")" "$path"
            elif [ -d "$path" ]; then
                printf -- "-$tab-$tab-$tab-${tab}0${tab}directory$tab%s\n" "$path"
            fi
        done >"$work/stat"
    fi
    [ -z "$hasher" ] && return
    set --
    while IFS=$tab read -r class path; do
        case $class in [Tt]) [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path" ;; esac
    done <"$work/files"
    [ $# -gt 0 ] && limited 10 $hasher "$@" >"$work/sums" 2>/dev/null
}

gatepost_collect() {
    exec </dev/null
    LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin count=0 last=
    tab='	' newline='
' run_shown=
    export LC_ALL PATH
    unset MAIL_CONFIG MAIL_DEBUG POSIXLY_CORRECT LD_PRELOAD LD_LIBRARY_PATH OPENSSL_CONF
    umask 077
    cd / || exit 1
    printf 'GATEPOST-SNAPSHOT 1\n'
    open_work || exit 1
    : >"$work/facts"
    fact collector 1
    fact taken "$(date +%s)"
    fact host "$(uname -n)"
    fact uid "$(id -u)"
    [ -d /run/systemd/system ] && fact systemd 1
    choose_limit
    choose_hasher
    choose_key
    start_postfix
    start_system
    wait_for "$jobs"
    read_directories
    fact config-directory "$config"
    script postfix-status 5 '
        if ! read -r pid <"$1/pid/master.pid" 2>/dev/null; then
            [ -r "$1/pid/master.pid" ] || { echo unknown; exit 0; }
        fi
        if [ -d "/proc/$pid" ] && read -r name <"/proc/$pid/comm" && [ "$name" = master ]; then
            echo "running $pid $(stat -c %Y "/proc/$pid")"
        else echo stopped; fi' "$queue"
    run disk 5 df -Pk "$queue" /var/log /
    run disk-inodes 5 df -Pi "$queue" /var/log /
    name_files
    start_instances
    list_files
    look_at_files
    wait
    print_records
}

gatepost_collect; exit
