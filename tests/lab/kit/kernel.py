# SPDX-License-Identifier: GPL-3.0-or-later
"""The system calls the lab needs that Python 3.11 has no function for."""

import ctypes
import os
import signal

NEW_MOUNT, NEW_CGROUP, NEW_UTS, NEW_IPC, NEW_PID, NEW_NET = (
    0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x20000000, 0x40000000)
READ_ONLY, NO_SUID, NO_EXEC, BIND, MOVE, RECURSIVE, PRIVATE = 1, 2, 8, 4096, 8192, 16384, 1 << 18
DETACH = 2
_SET_DEATH_SIGNAL = 1

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result, what):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(kinds):
    """Moves this process into new namespaces (a new pid namespace begins with its next child)."""
    _check(_libc.unshare(kinds), "unshare")


def enter(path, kind):
    """Moves this process into the namespace behind path, for example /proc/7/ns/net."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _check(_libc.setns(descriptor, kind), f"setns {path}")
    finally:
        os.close(descriptor)


def mount(source, target, kind=None, flags=0, options=None):
    """mount(2)."""
    def encode(value):
        return None if value is None else os.fsencode(value)
    _check(_libc.mount(encode(source), encode(target), encode(kind), ctypes.c_ulong(flags),
                       encode(options)), f"mount {kind or source} on {target}")


def detach(target):
    """Unmounts target now; what still uses it keeps it until it is done."""
    _check(_libc.umount2(os.fsencode(target), DETACH), f"umount {target}")


def die_with_parent():
    """The kernel kills this process as soon as the process that forked it has ended."""
    _check(_libc.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0), "prctl")


def start_time(pid):
    """When process pid began, in clock ticks since boot; None when there is no such process."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            return int(stat.read().rpartition(")")[2].split()[19])
    except (OSError, IndexError):
        return None
