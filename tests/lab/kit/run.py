# SPDX-License-Identifier: GPL-3.0-or-later
"""lab run: one lab for one command, gone afterwards however it ends."""

import fcntl
import os
import pathlib
import secrets
import shutil
import signal
import subprocess
import sys
import time

from kit import LabError, kernel, machine, roots, world
from kit.place import Place, cgroup_root
from kit.spec import parse_hosts

_PREFIX = "gatepost-lab-"
_GRACE_SECONDS = 5
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_STARTING_FAILED = 125
_SKIPPED = 77  # what tests/lab/CMakeLists.txt tells ctest to read as skipped


def run(spec, where, argv):
    """Starts the hosts of spec, runs argv, and returns its exit status."""
    if os.geteuid() != 0:
        error = LabError("A lab needs root rights for its namespaces. Run it with sudo.")
        if os.environ.get("GATEPOST_LAB_SKIP") == "1" and not strict():
            machine.report(error)
            return _SKIPPED
        raise error
    hosts = parse_hosts(spec)
    if where and all(host.name != where for host in hosts):
        raise LabError(f"--in {where}: this lab has no such host. Add it to --hosts.")
    hosts = with_roots(hosts)
    base = pathlib.Path(os.environ.get("GATEPOST_LAB_BASE") or "/dev/shm")
    sweep(base)
    # From here on nothing may be left behind: signals wait until there is somebody to handle them.
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    place = Place(base / f"{_PREFIX}{secrets.token_hex(4)}")
    start_reaper(place)
    place.path.mkdir(mode=0o755)
    lock = open(place.path / "lock", "w", encoding="ascii")
    fcntl.flock(lock, fcntl.LOCK_EX)
    words = " ".join(f"{host.name}={host.role}@{host.suite}{'+systemd' * host.systemd}"
                     for host in hosts)
    (place.path / "spec").write_text(words, encoding="ascii")
    for suite in {host.suite for host in hosts if not host.is_bare} - {roots.LOCAL}:
        roots.hold(suite)
    return Keeper(place).keep(hosts, where, argv)


def strict():
    """Whether less than the whole lab counts as a failure."""
    return os.environ.get("GATEPOST_LAB_STRICT") == "1"


def with_roots(hosts):
    """The hosts, each on a root that is there: built if need be, else the machine's own release."""
    missing = {}
    for suite in {host.suite for host in hosts if not host.is_bare} - {roots.LOCAL}:
        try:
            roots.build(suite)
        except LabError as error:
            missing[suite] = error
    if not missing:
        return hosts
    if strict():
        raise next(iter(missing.values()))
    for suite, error in missing.items():
        machine.report(f"{error} Hosts of {suite} run on this machine's own release instead.")
    if not os.path.exists("/usr/sbin/postfix") or not os.path.exists("/usr/sbin/sshd"):
        raise LabError("This machine has no Postfix and no sshd of its own to fall back on. Build a "
                       "root when the mirror can be reached: tests/lab/lab root bookworm")
    return [parse_hosts(f"{host.name}={host.role}@{roots.LOCAL}{'+systemd' * host.systemd}")[0]
            if host.suite in missing else host for host in hosts]


class Keeper:
    """Waits for the lab's first process and passes signals on."""

    def __init__(self, place):
        self.place = place
        self.child = None
        self.signalled = 0

    def keep(self, hosts, where, argv):
        for number in _SIGNALS:
            signal.signal(number, self._on_signal)
        go, gate = os.pipe()
        kernel.unshare(kernel.NEW_PID)
        self.child = os.fork()
        if self.child == 0:
            os.close(gate)
            self._become_world(go, hosts, where, argv)
        os.close(go)
        self.place.world.write_text(
            f"{self.child} {os.readlink(f'/proc/{self.child}/ns/pid')}\n", encoding="ascii")
        os.write(gate, b"g")
        os.close(gate)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
        code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        remove(self.place.path)
        if self.signalled and code < 0:
            return 128 + self.signalled
        return code if code >= 0 else 128 - code

    def _become_world(self, go, hosts, where, argv):
        status = _STARTING_FAILED
        try:
            kernel.die_with_parent()
            if os.read(go, 1) != b"g":
                return  # the lab ended before this began
            os.close(go)
            for number in _SIGNALS:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
            kernel.unshare(kernel.NEW_MOUNT)
            status = world.run(self.place.path, hosts, where, argv)
        except (LabError, OSError, subprocess.SubprocessError) as error:
            machine.report(error)
        finally:
            sys.stdout.flush()
            os._exit(status)

    def _on_signal(self, number, _frame):
        if number == signal.SIGINT and self._from_terminal() and not self._still_starting():
            return  # the command has had it too and decides what it means
        self.signalled = number
        if self._still_starting():
            os.kill(self.child, signal.SIGKILL)
            return
        os.kill(self.child, signal.SIGTERM)
        signal.signal(signal.SIGALRM, lambda *_: os.kill(self.child, signal.SIGKILL))
        signal.alarm(_GRACE_SECONDS)

    @staticmethod
    def _from_terminal():
        try:
            return os.tcgetpgrp(0) == os.getpgrp()
        except OSError:
            return False

    def _still_starting(self):
        return not os.path.exists(f"/proc/{self.child}/root{self.place.control}")


def start_reaper(place):
    """A process that outlives this one by a moment and removes what a SIGKILL leaves lying. It stays
    out of the reach of signals, which are blocked here."""
    watched, kept = os.pipe()
    os.set_inheritable(kept, False)
    if os.fork():
        os.close(watched)
        return
    os.close(kept)
    os.setsid()
    null = os.open("/dev/null", os.O_RDWR)
    for descriptor in range(3):
        os.dup2(null, descriptor)
    while os.read(watched, 1):
        pass
    remove(place.path)
    os._exit(0)


def remove(path):
    """Removes a lab's directory and cgroups. Its processes are ending or gone."""
    shutil.rmtree(path, ignore_errors=True)
    root = cgroup_root()
    for group in root.glob(f"gatepost-{path.name}-*") if root else ():
        for _ in range(500):
            for directory, _, _ in os.walk(group, topdown=False):
                try:
                    os.rmdir(directory)
                except OSError:
                    pass  # a process in it is still ending
            if not group.exists():
                break
            time.sleep(0.01)


def sweep(base):
    """Removes what labs left that nobody could clean up after: those whose lock is free."""
    for path in base.glob(_PREFIX + "*"):
        try:
            with open(path / "lock", "r", encoding="ascii") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(path)
        except OSError:
            continue  # in use, or just being made
