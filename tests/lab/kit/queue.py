# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened to mx1 before anybody looked: spam through it, and people's mail among it."""

import concurrent.futures
import email.message
import email.utils
import os
import random
import smtplib
import subprocess
import time

from kit import LabError, internet, machine, ready
from kit.place import INTERNET
from kit.spec import DOMAIN

FILLED_ROLES = ("mx1",)
_SEED = 20240611
_SESSIONS = 8
_SETTLE_SECONDS = 30
_LURES = [
    ("Your mailbox is almost full", "Confirm your account within 24 hours to keep your messages."),
    ("Outstanding invoice 77{n}", "Please find the payment details in the attached document."),
    ("Investment opportunity", "Our fund returns 14 % a month. Reply to learn more."),
    ("Parcel could not be delivered", "A fee of 1.99 is due before we can try again."),
    ("Re: partnership", "I am a lawyer acting for the estate of a late client."),
]
_FORGED = ["service@account-verify.example", "billing@invoices-online.example",
           "fund@capital-growth.example", "noreply@parcel-desk.example",
           "barrister@estate-law.example"]
_LETTERS = [
    ("alice", "jonas@partner.example", "Meeting on Thursday", "10:00 in our office would suit us."),
    ("alice", "office@partner.example", "Signed contract", "The signed copy is on its way by post."),
    ("bob", "orders@supplier.example", "Order 4711", "Please send 40 boxes of the usual paper."),
    ("bob", "jonas@partner.example", "Numbers for May", "The sheet is on the share, third tab."),
    ("carol", "hr@partner.example", "Reference for Ms Weber", "She worked with us for four years."),
]
_FROM_SHELL = [
    ("alice", "jonas@partner.example", "Holiday", "I am back on the 24th."),
    ("alice", "orders@supplier.example", "Re: delivery", "Tuesday is fine, use the back door."),
    ("alice", "lena@partner.example", "Photos", "Thank you for the photos of the summer party."),
]


def fill(place, host):
    """Sends everything over SMTP or by sendmail(1), and waits until all of it is deferred."""
    if host.role not in FILLED_ROLES:
        return
    letters = _spam() + _mail()
    if ready.on_network_of(place.running(INTERNET), lambda: _send(host.address4, letters)) != 0:
        raise LabError(f"The queue of {host.name} could not be filled over SMTP.")
    pid = place.running(host.name)
    for user, recipient, subject, text in _FROM_SHELL:
        message = f"From: {user}@{DOMAIN}\nTo: {recipient}\nSubject: {subject}\n\n{text}\n"
        subprocess.run(["nsenter", "-a", "-t", str(pid), "setpriv", "--reuid", user, "--regid", user,
                        "--clear-groups", "/usr/sbin/sendmail", "-f", f"{user}@{DOMAIN}", recipient],
                       input=message, text=True, env=machine.CLEAN, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _settle(pid, host, len(letters) + len(_FROM_SHELL))


def _spam():
    """(source address, sender, recipient, message) of each spam message."""
    dice = random.Random(_SEED)
    letters = []
    for domain, (_, _, share, _) in internet.WORLD.items():
        for number in range(share):
            subject, text = dice.choice(_LURES)
            sender = dice.choice(_FORGED)
            user = (str(dice.randrange(10**8, 10**9)) if domain in ("qq.com", "163.com")
                    else dice.choice(["maria", "joao", "li.wei", "anna", "ivan", "paul"]) + str(number))
            letters.append((dice.choice(internet.STRANGERS), sender, f"{user}@{domain}",
                            _message(sender, f"{user}@{domain}", subject.format(n=number), text)))
    dice.shuffle(letters)
    return letters


def _mail():
    return [(internet.OFFICE, f"{user}@{DOMAIN}", recipient,
             _message(f"{user}@{DOMAIN}", recipient, subject, text))
            for user, recipient, subject, text in _LETTERS]


def _message(sender, recipient, subject, text):
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    message["Date"] = email.utils.localtime()
    message["Message-ID"] = email.utils.make_msgid(domain=sender.rpartition("@")[2])
    message.set_content(text)
    return message.as_bytes()


def _send(server, letters):
    with concurrent.futures.ThreadPoolExecutor(_SESSIONS) as pool:
        list(pool.map(lambda part: _session(server, part),
                      [letters[start::_SESSIONS] for start in range(_SESSIONS)]))
    return 0


def _session(server, letters):
    """As a bot does: a few messages to a connection, and the next one from another address."""
    by_source = {}
    for source, sender, recipient, message in letters:
        by_source.setdefault(source, []).append((sender, recipient, message))
    for source, batch in by_source.items():
        with smtplib.SMTP(server, local_hostname=f"host-{source.rpartition('.')[2]}.invalid",
                          timeout=20, source_address=(source, 0)) as session:
            for sender, recipient, message in batch:
                session.sendmail(sender, [recipient], message)


def _settle(pid, host, wanted):
    spool = f"/proc/{pid}/root/var/spool/postfix"
    deadline = time.monotonic() + _SETTLE_SECONDS
    while True:
        counts = {name: sum(len(files) for _, _, files in os.walk(f"{spool}/{name}"))
                  for name in ("maildrop", "incoming", "active", "deferred")}
        if counts == {"maildrop": 0, "incoming": 0, "active": 0, "deferred": wanted}:
            return
        if time.monotonic() > deadline:
            raise LabError(f"The queue of {host.name} did not come to rest at {wanted} deferred "
                           f"messages: {counts}")
        time.sleep(0.02)
