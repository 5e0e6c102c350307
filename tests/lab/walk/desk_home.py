#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""desk_home.py FOLDER [HOST...]: makes FOLDER the home of a person at the lab's desk.

The lab's key becomes the person's own, and the console's list holds these hosts: mail hosts with the
user admin and sudo, `outside` with root.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

LAB = Path(__file__).resolve().parent.parent / "lab"


def lab(*words):
    return subprocess.run([LAB, *words], check=True, capture_output=True, text=True).stdout.strip()


def host(name):
    root = name == "outside"
    return {"id": name, "name": name, "group": "Elsewhere" if root else "Mail hosts",
            "address": lab("address", name), "port": 22, "user": "root" if root else "admin",
            "elevation": "none" if root else "sudo"}


def make(home, names):
    ssh = Path(home) / ".ssh"
    ssh.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(lab("key"), ssh / "id_ed25519")
    os.chmod(ssh / "id_ed25519", 0o600)
    if names:
        config = Path(home) / ".config" / "gatepost"
        config.mkdir(parents=True, exist_ok=True)
        hosts = {"schema": "gatepost/hosts/1", "hosts": [host(name) for name in names]}
        (config / "hosts.json").write_text(json.dumps(hosts, indent=2) + "\n")


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2:])
