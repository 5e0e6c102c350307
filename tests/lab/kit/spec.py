# SPDX-License-Identifier: GPL-3.0-or-later
"""What hosts there can be: roles, where they stand on the lab's network, and SPEC words."""

import dataclasses
import re

from kit import LabError
from kit.roots import DEFAULT_SUITE, LOCAL, SUITES

DOMAIN = "lab.test"
# Where everything stands. Documentation networks: RFC 5737 and RFC 3849.
INSIDE4, OUTSIDE4 = "198.51.100.", "203.0.113."
INSIDE6, OUTSIDE6 = "2001:db8:51:100::", "2001:db8:203:113::"
RESOLVER4, RESOLVER6 = INSIDE4 + "53", INSIDE6 + "53"


@dataclasses.dataclass(frozen=True)
class Role:
    """number: the last part of the address. bare: a network namespace with the machine's own files.
    smtp: whether port 25 is to greet. outside: stands where no mail host has a reason to trust.
    sign_in: the socket, below the queue directory, that smtpd asks about passwords."""
    number: int
    smtp: bool = False
    sign_in: str = ""
    outside: bool = False
    bare: bool = False


ROLES = {
    "admin": Role(2, bare=True),
    "jump": Role(5),
    "mx1": Role(11, smtp=True),
    "mx1b": Role(12, smtp=True),
    "mx1c": Role(13),
    "mx2": Role(22, smtp=True, sign_in="private/auth"),
    "mx3": Role(23, smtp=True, sign_in="var/run/saslauthd/mux"),
    "outside": Role(66, outside=True),
}


@dataclasses.dataclass(frozen=True)
class Host:
    """One host of a lab, as its SPEC asks for it."""
    name: str
    role: str
    suite: str
    systemd: bool
    number: int

    @property
    def is_bare(self):
        return ROLES[self.role].bare

    @property
    def address4(self):
        return (OUTSIDE4 if ROLES[self.role].outside else INSIDE4) + str(self.number)

    @property
    def address6(self):
        return (OUTSIDE6 if ROLES[self.role].outside else INSIDE6) + str(self.number)


_SPEC = re.compile(r"(?P<name>[a-z][a-z0-9-]{0,11})(=(?P<role>[a-z0-9]+))?(@(?P<suite>[a-z]+))?"
                   r"(?P<systemd>\+systemd)?")


def parse_hosts(text):
    """The hosts of a list of SPEC words: NAME[=ROLE][@SUITE][+systemd]."""
    hosts, taken = [], {role.number for role in ROLES.values()}
    free = (number for number in range(100, 250) if number not in taken)
    for word in text.split():
        match = _SPEC.fullmatch(word)
        if not match:
            raise LabError(f"'{word}' is no host. Write NAME[=ROLE][@SUITE][+systemd].")
        name, role = match["name"], match["role"] or match["name"]
        if role not in ROLES:
            raise LabError(f"There is no role {role}. Roles: {' '.join(sorted(ROLES))}.")
        suite = match["suite"] or DEFAULT_SUITE
        if suite not in (*SUITES, LOCAL):
            raise LabError(f"There is no root for {suite}. Known: {' '.join(SUITES)} {LOCAL}.")
        if any(host.name == name for host in hosts):
            raise LabError(f"There are two hosts named {name}. Give one another name: x={role}.")
        first = all(host.role != role for host in hosts)
        number = ROLES[role].number if first else next(free)
        hosts.append(Host(name, role, suite, bool(match["systemd"]), number))
    if not hosts:
        raise LabError("A lab needs hosts: --hosts 'mx1 outside admin'.")
    return hosts
