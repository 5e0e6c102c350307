# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is out there: the mail servers that spam goes to, what they answer, and who sends it.

Names are those that real incidents show in a queue; every address is the lab's own."""

import json
import os
import pathlib

from kit.spec import INSIDE4, OUTSIDE4

SINK = str(pathlib.Path(__file__).resolve().parent / "sink.py")
# Addresses that send spam, and one of an office's mail client.
STRANGERS = [OUTSIDE4 + number for number in ("77", "78", "91", "140")]
OFFICE = INSIDE4 + "40"

# domain: (its mail server, last part of that server's address, share of the spam, answer to RCPT).
# {client} is the address that connected. A reply that starts with "greet:" is given at connect.
_BLOCKED = "450 4.7.1 Client host [{client}] blocked, too many complaints; try again later"
_UNTAKEN = "450 4.7.1 <{recipient}>: Recipient address rejected: try again later"
WORLD = {
    "qq.com": ("mx3.qq.com", 101, 34,
               "450 4.7.1 Mail is rejected by recipients [{client}], try again later"),
    "gmail.com": ("gmail-smtp-in.l.google.com", 102, 25,
                  "421 4.7.28 Our system has detected an unusual rate of unsolicited mail "
                  "originating from your IP address [{client}]"),
    "163.com": ("163mx01.mxmail.netease.com", 103, 18,
                "451 4.7.1 DT:SPM from [{client}], please try again later"),
    "yahoo.com.br": ("mta5.am0.yahoodns.net", 104, 12,
                     "greet:421 4.7.0 [TSS04] Messages from {client} temporarily deferred due to "
                     "user complaints"),
    "hotmail.com": ("hotmail-com.olc.protection.outlook.com", 105, 10,
                    "451 4.7.650 The mail server [{client}] has been temporarily rate limited due "
                    "to IP reputation"),
    "mail.ru": ("mxs.mail.ru", 106, 8,
                "451 4.7.1 Spam message rejected temporarily; see the postmaster page"),
    "web.de": ("mx-ha02.web.de", 107, 6,
               "greet:421 4.7.0 web.de Nemesis ESMTP Service not available: {client} has a bad "
               "reputation"),
    "free.fr": ("mx1.free.fr", 108, 4, _BLOCKED),
    "terra.com.br": ("mx.terra.com.br", 109, 2, _BLOCKED),
    "rediffmail.com": ("mx.rediffmail.rediff.akadns.net", 110, 1, _BLOCKED),
    # People the lab's users write to.
    "partner.example": ("mail.partner.example", 120, 0,
                        "450 4.2.0 <{recipient}>: Recipient address rejected: Greylisted, please "
                        "come back in five minutes"),
    "supplier.example": ("mx.supplier.example", 121, 0,
                         "452 4.2.2 <{recipient}> Mailbox is full, try again later"),
    # Names that a relay test may use without meaning anybody.
    "example.com": ("mx.example.com", 123, 0, _UNTAKEN),
    "example.net": ("mx.example.net", 124, 0, _UNTAKEN),
    "example.org": ("mx.example.org", 125, 0, _UNTAKEN),
    # The one place that takes mail: what arrives there was really sent.
    "accepts.example": ("mx.accepts.example", 122, 0, "250 2.1.5 Ok"),
}


def servers():
    return {server: OUTSIDE4 + str(number) for server, number, _, _ in WORLD.values()}


def exchangers():
    return {domain: entry[0] for domain, entry in WORLD.items()}


def addresses():
    return [*servers().values(), *STRANGERS, OFFICE]


def environment():
    """What the sink needs to know, by the address that was connected to and by domain."""
    greetings = {OUTSIDE4 + str(number): reply.removeprefix("greet:")
                 for _, number, _, reply in WORLD.values() if reply.startswith("greet:")}
    replies = {domain: entry[3] for domain, entry in WORLD.items()}
    names = {address: name for name, address in servers().items()}
    return {**os.environ, "SINK": json.dumps({"greetings": greetings, "replies": replies,
                                              "names": names})}
