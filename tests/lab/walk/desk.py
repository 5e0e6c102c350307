# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk with a screen, a window manager and a person: Xvfb, openbox, xdotool.

Widgets are found as a screen reader finds them (AT-SPI, by role and accessible name), so a walk that
passes also shows that the window can be used without seeing it. Clicks and keys are real X events.
"""

import os
import signal
import subprocess
import tempfile
import time

TIMEOUT_SECONDS = 30


class NotFound(AssertionError):
    """Something that should be on the screen is not."""


class Desk:
    """One X server with one program on it. Use as a context manager: everything ends with it."""

    def __init__(self, size="1440x900", environment=None):
        self.size = size
        self.processes = []
        self.environment = dict(os.environ, **(environment or {}))
        self.program = None

    def __enter__(self):
        self.runtime = tempfile.TemporaryDirectory(prefix="gatepost-desk-")
        os.chmod(self.runtime.name, 0o700)
        read_end, write_end = os.pipe()
        self._start(["Xvfb", "-displayfd", str(write_end), "-screen", "0", self.size + "x24",
                     "-nolisten", "tcp"], pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            display = ":" + pipe.readline().strip()
        self.environment.update(DISPLAY=display, XDG_RUNTIME_DIR=self.runtime.name,
                                QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address=1",
                           "--address=unix:path=" + self.runtime.name + "/bus"],
                          stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self._start(["/usr/libexec/at-spi-bus-launcher"])
        self._start(["openbox"])
        os.environ.update(self.environment)  # pyatspi reads the process's own environment
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.runtime.cleanup()

    def _start(self, argv, **options):
        process = subprocess.Popen(argv, env=self.environment, stdin=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True,
                                   **{"stdout": subprocess.DEVNULL, **options})
        self.processes.append(process)
        return process

    def run(self, argv, log):
        """Starts the program under test; its own output goes to the file `log`."""
        with open(log, "wb") as out:
            self.program = subprocess.Popen(argv, env=self.environment, stdin=subprocess.DEVNULL,
                                            stdout=out, stderr=subprocess.STDOUT,
                                            start_new_session=True)
        self.processes.append(self.program)
        return self.program

    def kill(self):
        """The program is gone from one moment to the next."""
        os.killpg(self.program.pid, signal.SIGKILL)
        self.program.wait()

    # What a person sees ------------------------------------------------------------------------

    def application(self):
        import pyatspi
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and (app.name or "").lower().startswith("gatepost"):
                return app
        return None

    def walk(self, node=None, depth=0):
        """All accessibles that are on the screen, parents first."""
        import pyatspi
        node = node or self.application()
        if node is None or depth > 40:
            return
        try:
            count = node.childCount
            states = node.getState()
        except Exception:  # the widget went away between two questions
            return
        if depth > 0 and node.getRole() != pyatspi.ROLE_APPLICATION \
                and not states.contains(pyatspi.STATE_SHOWING):
            return
        yield node
        for index in range(min(count, 400)):
            try:
                child = node.getChildAtIndex(index)
            except Exception:
                continue
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find(self, name, role=None, timeout=TIMEOUT_SECONDS, within=None):
        """The first accessible on the screen with this name (a string, or a test on the name)."""
        matches = name if callable(name) else lambda text: text == name
        deadline = time.monotonic() + timeout
        while True:
            for node in self.walk(within):
                try:
                    if matches(node.name or "") and (role is None or node.getRoleName() == role):
                        return node
                except Exception:
                    continue
            if time.monotonic() > deadline:
                raise NotFound(f"nothing called {name!r} (role {role}) on the screen; seen:\n"
                               + "\n".join(self.texts()[:80]))
            time.sleep(0.1)

    def texts(self):
        """Every name and text on the screen, in order."""
        found = []
        for node in self.walk():
            for text in (node.name, self.text_of(node)):
                if text and text not in found:
                    found.append(text)
        return found

    @staticmethod
    def text_of(node):
        try:
            text = node.queryText()
            return text.getText(0, min(text.characterCount, 20000))
        except Exception:
            return ""

    def see(self, words, timeout=TIMEOUT_SECONDS):
        """Waits until `words` stand somewhere on the screen; returns the text they stand in."""
        deadline = time.monotonic() + timeout
        while True:
            for text in self.texts():
                if words in text:
                    return text
            if time.monotonic() > deadline:
                raise NotFound(f"{words!r} is not on the screen; seen:\n"
                               + "\n".join(self.texts()[:80]))
            time.sleep(0.1)

    # What a person does ------------------------------------------------------------------------

    def click(self, name, role=None, timeout=TIMEOUT_SECONDS):
        import pyatspi
        node = self.find(name, role, timeout)
        deadline = time.monotonic() + timeout
        while not node.getState().contains(pyatspi.STATE_ENABLED):
            if time.monotonic() > deadline:
                raise NotFound(f"{name!r} stays disabled")
            time.sleep(0.1)
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        self.xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2))
        self.xdotool("click", "1")
        time.sleep(0.15)
        return node

    def keys(self, *names):
        self.xdotool("key", "--clearmodifiers", *names)
        time.sleep(0.15)

    def type(self, text):
        # From standard input: what is typed may be a password and must not stand in ps(1).
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "5", "--file", "-"],
                       input=text.encode(), env=self.environment, check=True, timeout=60)
        time.sleep(0.15)

    def xdotool(self, *argv):
        subprocess.run(["xdotool", *argv], env=self.environment, check=True, timeout=30,
                       stdout=subprocess.DEVNULL)

    def picture(self, path):
        """The whole screen as a PNG."""
        subprocess.run(["import", "-window", "root", path], env=self.environment, check=True,
                       timeout=30)
