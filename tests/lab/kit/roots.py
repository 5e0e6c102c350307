# SPDX-License-Identifier: GPL-3.0-or-later
"""Root file systems, one a Debian release, built once and then only read."""

import fcntl
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from kit import LabError, kernel

RECIPE = "1"  # raise it when what customize() does has changed
DEFAULT_SUITE = "bookworm"
LOCAL = "local"
_COMMON = """postfix postfix-pcre openssh-server rsyslog sudo cron dovecot-core sasl2-bin
    libsasl2-modules opendkim opendkim-tools fail2ban nftables iptables ufw systemd systemd-sysv dbus
    libpam-oath python3 busybox procps iproute2 swaks openssl ca-certificates""".split()
SUITES = {
    "bullseye": _COMMON + ["doas"],
    "bookworm": _COMMON + ["opendoas"],
    "trixie": _COMMON + ["opendoas"],
}
# What a role does not ask for stays off.
_OFF = """dovecot saslauthd opendkim fail2ban ufw nftables e2scrub_reap apt-daily.timer
    apt-daily-upgrade.timer e2scrub_all.timer fstrim.timer""".split()
_ROOM_BYTES = 3 << 30
_KEEP_SECONDS = 7 * 24 * 3600
_CACHE = pathlib.Path(os.environ.get("GATEPOST_LAB_CACHE") or "/var/cache/gatepost-lab")


def path_of(suite):
    """Where the root of suite is, or will be once it is built."""
    if suite == LOCAL:
        return pathlib.Path("/")
    words = "\n".join([RECIPE, suite, *_OFF, *sorted(SUITES[suite]), _CUSTOMIZE])
    return _CACHE / f"{suite}-{hashlib.sha256(words.encode()).hexdigest()[:12]}"


def build(suite):
    """The root of suite, built now unless it is there. Raises LabError when it cannot be built."""
    root = path_of(suite)
    if root.is_dir():
        return root
    _CACHE.mkdir(parents=True, exist_ok=True)
    with open(_CACHE / f"{suite}.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another run may be building the same: wait for it
        if not root.is_dir():
            _build_now(suite, root)
    return root


def build_all(suites):
    """Builds several roots, two at a time."""
    running, failed = [], []

    def reap():
        name, process = running.pop(0)
        if process.wait() != 0:
            failed.append(name)

    for suite in suites:
        if len(running) == 2:
            reap()
        running.append((suite, subprocess.Popen([sys.argv[0], "root", suite])))
    while running:
        reap()
    if failed:
        raise LabError(f"No root for {' '.join(failed)}: see above.")


def _build_now(suite, root):
    if os.geteuid() != 0:
        raise LabError(f"Building the {suite} root needs root rights. Run it with sudo.")
    if not shutil.which("mmdebstrap"):
        raise LabError("mmdebstrap is not installed, so no root can be built. Run scripts/setup.")
    began = time.monotonic()
    print(f"lab: building the {suite} root (a minute or two, once)", file=sys.stderr, flush=True)
    for stale in _CACHE.glob(f".{suite}-*"):
        shutil.rmtree(stale, ignore_errors=True)
    staged = pathlib.Path(tempfile.mkdtemp(prefix=f".{suite}-", dir=_CACHE))
    log = _CACHE / f"{suite}.log"
    try:
        child = os.fork()
        if child == 0:
            _build_apart(suite, staged, log)
        if os.waitpid(child, 0)[1] != 0:
            raise LabError(f"The {suite} root could not be built: {_reason(log)} "
                           f"The whole story is in {log}.")
        for old in _CACHE.glob(f"{suite}-*"):
            _retire(old)
        os.rename(staged / "root", root)
        os.utime(root)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    print(f"lab: {suite} root ready after {time.monotonic() - began:.0f} s", file=sys.stderr)


def _build_apart(suite, staged, log):
    """Builds staged/root in namespaces of its own and ends this process. mmdebstrap mounts parts of
    the machine, /dev/shm among them, into the tree: these mounts must be gone, also after a kill,
    before anybody removes a tree that went wrong."""
    status = 1
    try:
        kernel.die_with_parent()
        shop = staged / "shop"
        shop.mkdir()
        command = ["mmdebstrap", "--mode=root", "--variant=minbase", "--format=directory",
                   *_apt_options(), "--include=" + ",".join(SUITES[suite]),
                   "--customize-hook=" + _CUSTOMIZE, suite, str(shop / "root"), *_sources(suite)]
        kernel.unshare(kernel.NEW_MOUNT | kernel.NEW_PID)
        kernel.mount(None, "/", None, kernel.RECURSIVE | kernel.PRIVATE)
        # Thousands of small files are unpacked, renamed and synced: in memory where there is room.
        memory = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        if memory > _ROOM_BYTES:
            kernel.mount("tmpfs", shop, "tmpfs", 0, "mode=755")
        with open(log, "w", encoding="utf-8") as output:
            first = subprocess.Popen(
                ["sh", "-c", 'mount -t proc proc /proc; "$@" && chmod 755 "$0/shop/root" && '
                 'cp -a "$0/shop/root" "$0/root"', str(staged), *command],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                preexec_fn=kernel.die_with_parent)
            status = first.wait()
    except (LabError, OSError) as error:
        log.write_text(f"E: {error}\n", encoding="utf-8")
    finally:
        os._exit(min(abs(status), 1))


def hold(suite):
    """Keeps the root of suite from being retired for as long as this process, or one that inherits
    the descriptor returned, lives."""
    descriptor = os.open(path_of(suite), os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    os.utime(descriptor)
    return descriptor


def _retire(root):
    """Removes a root of an older recipe that nobody has used for a while."""
    if time.time() - root.stat().st_mtime < _KEEP_SECONDS:
        return
    descriptor = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(root, ignore_errors=True)
    except BlockingIOError:
        pass  # a running lab stands on it
    finally:
        os.close(descriptor)


def _reason(log):
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    errors = [line for line in lines if line.startswith("E:") or "Err:" in line]
    return (errors or lines or ["no output."])[0].strip()


def _sources(suite):
    """The machine's own mirrors, asked for another release."""
    listing = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)",
                              "Created-By: Packages"], capture_output=True, text=True, check=False)
    main = security = None
    for line in listing.stdout.splitlines():
        uri, _, release = line.partition(" ")
        name = re.match(r"[a-z]+", release)
        if not name or name[0] not in (*SUITES, "stable", "oldstable", "oldoldstable", "sid"):
            continue
        if "security" in release:
            security = security or uri
        elif re.search(r"debian/?$", uri):
            main = main or uri
    if not main:
        raise LabError("apt knows no Debian mirror, so no root can be built. "
                       "Add one to /etc/apt/sources.list.")
    lines = [f"deb {main} {suite} main"]
    if security:
        lines.append(f"deb {security} {suite}-security main")
    return lines


def _apt_options():
    """How this machine reaches its mirror: proxies, certificates, retries."""
    dump = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, text=True,
                          check=False)
    wanted = re.compile(r'Acquire::\S*(Proxy|Check-Valid-Until|Retries|Verify-\w+|CaInfo)\S* ".+";')
    return [f"--aptopt={line}" for line in dump.stdout.splitlines() if wanted.fullmatch(line)]


# Runs with the new root as $1. Host keys are made by each host at its first start.
_CUSTOMIZE = r"""
set -eu
chroot "$1" sh -c 'for unit in %s; do systemctl disable "$unit" >/dev/null 2>&1 || true; done'
for unit in systemd-udevd systemd-udev-trigger systemd-logind systemd-timesyncd systemd-resolved \
    systemd-networkd getty@tty1 console-getty systemd-remount-fs systemd-sysctl systemd-binfmt \
    systemd-modules-load e2scrub_reap; do
  ln -sf /dev/null "$1/etc/systemd/system/$unit.service"
done
for unit in systemd-udevd-kernel.socket systemd-udevd-control.socket sys-kernel-debug.mount \
    sys-kernel-tracing.mount dev-hugepages.mount dev-mqueue.mount; do
  ln -sf /dev/null "$1/etc/systemd/system/$unit"
done
ln -sf /lib/systemd/system/multi-user.target "$1/etc/systemd/system/default.target"
rm -f "$1"/etc/ssh/ssh_host_* "$1"/var/log/*.log "$1"/etc/machine-id
rm -rf "$1"/usr/share/doc/* "$1"/usr/share/man/* "$1"/usr/share/locale/* "$1"/var/cache/apt/*.bin
""" % " ".join(_OFF)
