# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of a lab that runs: GATEPOST_LAB names its directory."""

import json
import os
import socket
import sys

from kit import LabError, kernel, machine, network, ready
from kit.place import Place


def current():
    """The lab of this run. From a terminal outside of the run, this process first goes inside."""
    path = os.environ.get("GATEPOST_LAB")
    if not path:
        raise LabError("This works inside a run only: lab run --hosts 'mx1 outside admin' -- bash")
    place = Place(path)
    try:
        pid, namespace = place.world.read_text(encoding="ascii").split()
    except OSError:
        raise LabError(f"The lab {path} has ended.") from None
    if os.readlink("/proc/self/ns/pid") != namespace:
        os.execvp("nsenter", ["nsenter", "-t", pid, "-p", "-m", "--", sys.argv[0], *sys.argv[1:]])
    return place


def hosts(place):
    print("\n".join(host.name for host in place.hosts()))
    return 0


def key(place):
    print(place.key)
    return 0


def address(place, name, family="4"):
    host = place.host(name)
    print(host.address6 if family == "6" else host.address4)
    return 0


def join_network(place, name):
    """Moves this process to the host's network; names are then asked of the lab's resolver."""
    place.host(name)
    kernel.enter(f"/proc/{place.running(name)}/ns/net", kernel.NEW_NET)
    kernel.unshare(kernel.NEW_MOUNT)
    kernel.mount(None, "/", None, kernel.RECURSIVE | kernel.PRIVATE)
    kernel.mount(network.resolver_file(place), os.path.realpath("/etc/resolv.conf"), None,
                 kernel.BIND)


def in_network(place, name, *argv):
    if not argv:
        raise LabError(f"Say what to run: lab in {name} CMD...")
    join_network(place, name)
    try:
        os.execvp(argv[0], argv)
    except OSError as error:
        raise LabError(f"{argv[0]}: {error.strerror}") from None


def execute(place, name, *argv):
    """Runs argv on the host itself, with its files, users and processes, and a clean environment."""
    if not argv:
        raise LabError(f"Say what to run: lab exec {name} CMD...")
    if place.host(name).is_bare:
        return in_network(place, name, *argv)
    pid = str(place.running(name))
    os.chdir("/")
    os.execvpe("nsenter", ["nsenter", "-a", "-t", pid, "--", *argv],
               {**machine.CLEAN, "TERM": os.environ.get("TERM", "dumb")})


def wait(place, name):
    ready.wait_until_up(place, place.host(name))
    return 0


def kill(place, name):
    machine.power_off(place, place.host(name).name)
    return 0


def boot(place, name):
    if place.pid(place.host(name).name) is not None:
        raise LabError(f"{name} is running already.")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as control:
        control.connect(str(place.control))
        control.sendall(name.encode() + b"\n")
        answer = b""
        while part := control.recv(4096):
            answer += part
    if error := json.loads(answer or b'{"error": "The lab gave no answer."}')["error"]:
        raise LabError(error)
    return 0


def cut(place, name):
    network.set_cable(place, place.host(name).name, False)
    return 0


def mend(place, name):
    network.set_cable(place, place.host(name).name, True)
    return 0
