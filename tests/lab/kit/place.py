# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab's directory: what is known of its hosts, readable by every command of the lab.

  spec      the SPEC words of the hosts, as given
  world     pid of the lab's first process, as the machine sees it, and its pid namespace
  key       private key that signs in on every host; key.pub
  control   socket of the lab's first process
  HOST/pid  pid of the host's first process and its start time
  HOST/up   what differs from the release's root: the host's disk
  HOST/*.log
"""

import os
import pathlib

from kit import LabError, kernel
from kit.spec import parse_hosts

INTERNET = "internet"  # the namespace of the switch, the resolver, the sink and the strangers


class Place:
    """One lab, named by its directory."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.key = self.path / "key"
        self.control = self.path / "control"
        self.world = self.path / "world"

    def hosts(self):
        return parse_hosts((self.path / "spec").read_text(encoding="ascii"))

    def host(self, name):
        for host in self.hosts():
            if host.name == name:
                return host
        raise LabError(f"This lab has no host {name}. "
                       f"It has: {' '.join(host.name for host in self.hosts())}.")

    def directory(self, name):
        path = self.path / name
        path.mkdir(exist_ok=True)
        return path

    def log(self, name, what):
        """An open file for what a process of that host prints. Daemons never get a pipe."""
        return open(self.directory(name) / f"{what}.log", "a", encoding="utf-8")

    def remember(self, name, pid):
        (self.directory(name) / "pid").write_text(f"{pid} {kernel.start_time(pid)}\n",
                                                  encoding="ascii")

    def pid(self, name):
        """The host's first process; None while its power is off."""
        try:
            pid, began = (self.path / name / "pid").read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return None
        return int(pid) if began == str(kernel.start_time(int(pid))) else None

    def running(self, name):
        pid = self.pid(name)
        if pid is None:
            raise LabError(f"{name} is not running. Start it with: lab boot {name}")
        return pid


def cgroup_root():
    """The machine's cgroup2 tree, beside or instead of version 1; None when there is none."""
    for path in ("/sys/fs/cgroup/unified", "/sys/fs/cgroup"):
        if os.path.exists(path + "/cgroup.procs") and os.path.exists(path + "/cgroup.controllers"):
            return pathlib.Path(path)
    return None


def cgroup_of(place, name):
    root = cgroup_root()
    return root and root / f"gatepost-{place.path.name}-{name}"
