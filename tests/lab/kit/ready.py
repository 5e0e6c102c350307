# SPDX-License-Identifier: GPL-3.0-or-later
"""When a host is up: its services answer on its own network."""

import os
import socket
import subprocess
import time

from kit import LabError, kernel
from kit.spec import ROLES

_DEADLINE_SECONDS = 180
_SYSTEMD_UP = ("running", "degraded")


def wait_until_up(place, host, seconds=_DEADLINE_SECONDS):
    """Returns when sshd, and smtpd where the role has one, greet."""
    if host.is_bare:
        place.running(host.name)
        return
    deadline = time.monotonic() + seconds
    if host.systemd:
        _wait_for_systemd(place, host, deadline)
    greetings = {22: b"SSH-2.0-"}
    if ROLES[host.role].smtp:
        greetings[25] = b"220 "
    for port, words in greetings.items():
        _wait_for(lambda port=port, words=words: _greets(place.running(host.name), port, words),
                  deadline, f"{host.name} did not greet on port {port} in time. Look at "
                  f"{place.path / host.name}/*.log")
    if sign_in := ROLES[host.role].sign_in:
        _wait_for(lambda: _listens(place.running(host.name), sign_in), deadline,
                  f"Nothing on {host.name} answers about passwords at {sign_in}.")


def _wait_for(condition, deadline, complaint):
    while not condition():
        if time.monotonic() > deadline:
            raise LabError(complaint)
        time.sleep(0.03)


def _listens(pid, name):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stream:
        return stream.connect_ex(f"/proc/{pid}/root/var/spool/postfix/{name}") == 0


def on_network_of(pid, work):
    """What work returns when a forked child runs it on the network of process pid: a small int."""
    child = os.fork()
    if child == 0:
        try:
            kernel.enter(f"/proc/{pid}/ns/net", kernel.NEW_NET)
            os._exit(work())
        except BaseException:  # the child must never return into the caller's code
            os._exit(255)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _greets(pid, port, words):
    def ask():
        with socket.create_connection(("127.0.0.1", port), 2) as stream:
            if stream.recv(200).startswith(words):
                if words == b"220 ":
                    stream.sendall(b"QUIT\r\n")
                return 0
        return 1
    return on_network_of(pid, ask) == 0


def _wait_for_systemd(place, host, deadline):
    while True:
        done = subprocess.run(
            ["nsenter", "-a", "-t", str(place.running(host.name)), "systemctl", "is-system-running"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.stdout.strip() in _SYSTEMD_UP:
            return
        if time.monotonic() > deadline:
            raise LabError(f"systemd of {host.name} is still "
                           f"{done.stdout.strip() or 'silent'}: {done.stderr.strip()}")
        time.sleep(0.05)
