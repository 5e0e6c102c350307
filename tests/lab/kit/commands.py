# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the lab as the command line has them: words in, exit status out."""

from kit import LabError, inside, roots, run


def _root(words):
    unknown = [word for word in words if word not in roots.SUITES]
    if not words or unknown:
        raise LabError(f"Name the releases to build: {' '.join(roots.SUITES)}.")
    if len(words) == 1:
        print(roots.build(words[0]))
    else:
        roots.build_all(words)
    return 0


def _run(words):
    hosts, where = "mx1 outside admin", None
    while words and words[0].startswith("--"):
        option = words.pop(0)
        if option == "--":
            break
        if option not in ("--hosts", "--in") or not words:
            raise LabError(f"lab run does not know {option}. "
                           "Usage: lab run [--hosts 'SPEC ...'] [--in HOST] -- CMD...")
        value = words.pop(0)
        if option == "--hosts":
            hosts = value
        else:
            where = value
    if not words:
        raise LabError("lab run needs a command: lab run --hosts 'mx1 admin' -- bash")
    return run.run(hosts, where, words)


def _host_command(function):
    def command(words):
        if not words:
            raise LabError("Name a host; lab hosts lists them.")
        return function(inside.current(), *words)
    return command


COMMANDS = {
    "root": _root,
    "run": _run,
    "hosts": lambda words: inside.hosts(inside.current()),
    "key": lambda words: inside.key(inside.current()),
    "address": _host_command(inside.address),
    "in": _host_command(inside.in_network),
    "exec": _host_command(inside.execute),
    "wait": _host_command(inside.wait),
    "kill": _host_command(inside.kill),
    "boot": _host_command(inside.boot),
    "cut": _host_command(inside.cut),
    "mend": _host_command(inside.mend),
}
