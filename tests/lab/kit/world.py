# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab's first process. Everything of a lab is below it in one pid namespace and one mount
namespace: when it ends, for whatever reason, the kernel ends and unmounts all the rest."""

import json
import os
import pathlib
import selectors
import signal
import socket
import subprocess

from kit import LabError, inside, kernel, machine, network, queue, ready
from kit.place import Place


class World:
    """Starts the hosts, then the command, and does what the lab's other commands ask for."""

    def __init__(self, place, hosts):
        self.place, self.hosts = place, hosts
        self.command = None  # pid of the command
        self.status = None   # its exit status, once it has ended
        self.stopping = False

    def main(self, where, argv):
        """Runs it all; returns the exit status of argv."""
        own_mounts(self.place)
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGHUP, self._stop)
        wake, waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.place.directory("internet")
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "lab", "-f",
                        str(self.place.key)], check=True, stdin=subprocess.DEVNULL)
        network.resolver_file(self.place)
        network.start_internet(self.place, self.hosts)
        self._start_hosts(wake)
        control = self._listen()
        signal.signal(signal.SIGINT, lambda *_: None)  # from here on it is the command's to judge
        self._start_command(where, argv)
        selector = selectors.DefaultSelector()
        selector.register(control, selectors.EVENT_READ)
        selector.register(wake, selectors.EVENT_READ)
        while self.status is None:
            for key, _ in selector.select():
                if key.fileobj is control:
                    self._serve(control.accept()[0])
                else:
                    drain(wake)
                    self._reap()
        return self.status

    def _stop(self, *_):
        self.stopping = True
        if self.command:
            os.kill(self.command, signal.SIGTERM)

    def _fork(self, work):
        pid = os.fork()
        if pid:
            return pid
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        status = 1
        try:
            status = work() or 0
        except (LabError, OSError, subprocess.SubprocessError) as error:
            machine.report(error)
        finally:
            os._exit(status)

    def _start_hosts(self, wake):
        starting = {self._fork(lambda host=host: start(self.place, host)): host
                    for host in self.hosts}
        failed = False
        while starting:
            pid, status = os.wait()
            if pid in starting:
                del starting[pid]
                failed = failed or status != 0
            if failed or self.stopping:
                raise LabError("The lab did not start.")
        drain(wake)

    def _start_command(self, where, argv):
        def work():
            os.environ["GATEPOST_LAB"] = str(self.place.path)
            if where:
                inside.join_network(self.place, where)
            try:
                os.execvp(argv[0], argv)
            except OSError as error:
                machine.report(f"{argv[0]}: {error.strerror}")
                return 127 if isinstance(error, FileNotFoundError) else 126

        self.command = self._fork(work)

    def _reap(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid == self.command:
                code = os.waitstatus_to_exitcode(status)
                self.status = code if code >= 0 else 128 - code

    def _listen(self):
        control = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        control.bind(str(self.place.control))
        os.chmod(self.place.control, 0o600)
        control.listen()
        return control

    def _serve(self, connection):
        """boot: the one request that must come from here, so that the host outlives who asks."""
        def work():
            with connection:
                connection.settimeout(5)
                answer = {"error": ""}
                try:
                    start(self.place, self.place.host(connection.recv(200).decode().strip()))
                except (LabError, OSError, subprocess.SubprocessError) as error:
                    answer["error"] = str(error)
                connection.sendall(json.dumps(answer).encode())
        self._fork(work)
        connection.close()


def start(place, host):
    """Powers a host on and returns when it is up; at its first start its queue is filled too."""
    installed = pathlib.Path(place.path / host.name / "installed")
    machine.power_on(place, host)
    ready.wait_until_up(place, host)
    if not installed.exists():
        queue.fill(place, host)
        installed.touch()


def own_mounts(place):
    """The lab's directory in memory and a /proc of its own, seen by the lab alone."""
    kernel.mount(None, "/", None, kernel.RECURSIVE | kernel.PRIVATE)
    spec = (place.path / "spec").read_text(encoding="ascii")
    world = place.world.read_text(encoding="ascii")
    kernel.mount("gatepost-lab", place.path, "tmpfs", 0, "mode=755")
    (place.path / "spec").write_text(spec, encoding="ascii")
    place.world.write_text(world, encoding="ascii")
    kernel.mount("proc", "/proc", "proc")


def drain(descriptor):
    try:
        while os.read(descriptor, 4096):
            pass
    except BlockingIOError:
        pass


def run(path, hosts, where, argv):
    """The body of the lab's first process."""
    return World(Place(path), hosts).main(where, argv)
