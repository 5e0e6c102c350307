# SPDX-License-Identifier: GPL-3.0-or-later
"""The mail servers of the world, as one program: they speak SMTP and put off nearly everything.

Prints a line for each recipient. What is taken is forgotten."""

import asyncio
import json
import os
import sys

FACTS = json.loads(os.environ["SINK"])
UNKNOWN = "450 4.1.2 <{recipient}>: Recipient address rejected: Domain not found"


class Session:
    """One client's conversation."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.client = writer.get_extra_info("peername")[0]
        self.server = writer.get_extra_info("sockname")[0]
        self.name = FACTS["names"].get(self.server, "mx.internet.example")
        self.taken = 0

    async def say(self, text):
        self.writer.write(text.encode() + b"\r\n")
        await self.writer.drain()

    async def run(self):
        if greeting := FACTS["greetings"].get(self.server):
            await self.say(greeting.format(client=self.client))
            return
        await self.say(f"220 {self.name} ESMTP")
        while line := await self.reader.readline():
            text = line.decode("utf-8", "replace").strip()
            verb = text[:4].upper()
            if verb == "QUIT":
                await self.say("221 2.0.0 Bye")
                return
            await self.say(await self.answer(verb, text))

    async def answer(self, verb, text):
        if verb == "EHLO":
            return f"250-{self.name}\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES"
        if verb == "RCPT":
            return self.recipient(text)
        if verb == "MAIL":
            self.taken = 0
            return "250 2.1.0 Ok"
        if verb == "DATA":
            if not self.taken:
                return "554 5.5.1 Error: no valid recipients"
            await self.say("354 End data with <CR><LF>.<CR><LF>")
            while (line := await self.reader.readline()) and line != b".\r\n":
                pass
            return "250 2.0.0 Ok: queued as SINK"
        known = verb in ("HELO", "RSET", "NOOP")
        return "250 2.0.0 Ok" if known else "502 5.5.2 Error: command not recognized"

    def recipient(self, text):
        recipient = text.partition("<")[2].partition(">")[0]
        reply = FACTS["replies"].get(recipient.rpartition("@")[2].lower(), UNKNOWN)
        self.taken += reply.startswith("2")
        reply = reply.format(client=self.client, recipient=recipient)
        print(self.client, recipient, reply, flush=True)
        return reply


async def serve(reader, writer):
    try:
        await asyncio.wait_for(Session(reader, writer).run(), 300)
    except (ConnectionError, asyncio.TimeoutError, asyncio.LimitOverrunError, ValueError):
        pass
    finally:
        writer.close()


async def main():
    # The addresses come after this process: bind to all of them, whichever there will be.
    server = await asyncio.start_server(serve, ["0.0.0.0", "::"], 25, backlog=200)
    async with server:
        await server.serve_forever()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    sys.exit(130)
