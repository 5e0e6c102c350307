# SPDX-License-Identifier: GPL-3.0-or-later
"""A host: its namespaces, its disk (an overlay on a release's root), its first process."""

import os
import pathlib
import shutil
import signal
import stat
import subprocess
import sys
import time

from kit import LabError, kernel, network, roots
from kit.place import cgroup_of
from kit.spec import DOMAIN

RECIPES = pathlib.Path(__file__).resolve().parent.parent / "hosts"
_DEVICES = {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9),
            "tty": (5, 0)}
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
CLEAN = {"PATH": _PATH, "HOME": "/root", "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def power_on(place, host):
    """Starts the host's first process; returns once its configuration is made and init runs."""
    directory = place.directory(host.name)
    for name in ("up", "work", "root"):
        (directory / name).mkdir(exist_ok=True)
    told, tell = os.pipe()      # what the first process says: its pid, then how provisioning went
    wired, plug = os.pipe()     # closed once its network is there
    with place.log(host.name, "console") as console:
        child = os.fork()
        if child == 0:
            os.close(told)
            os.close(plug)
            _guard(tell, lambda: _fork_first(place, host, console.fileno(), tell, wired))
    os.close(tell)
    os.close(wired)
    os.waitpid(child, 0)
    with os.fdopen(told, encoding="utf-8") as words:
        first = words.readline().strip()
        if not first.isdigit():
            os.close(plug)
            raise LabError(f"{host.name} did not start: {first or 'no first process'}")
        place.remember(host.name, int(first))
        broken = ""
        try:
            network.connect(place, host, int(first))
        except (LabError, OSError, subprocess.SubprocessError) as error:
            broken = str(error)  # most likely because the host died, which says why
        os.close(plug)
        last = words.read().strip()
    if broken:
        raise LabError(f"{host.name} did not start: {last}; {broken} {_last_words(place, host)}")
    if last != "ready":
        raise LabError(f"{host.name} did not start: {last or 'its first process ended'}. "
                       f"{_last_words(place, host)}")


def power_off(place, name):
    """Cuts the power: kills every process of the host at once, and waits until it is gone."""
    pid = place.running(name)
    os.kill(pid, signal.SIGKILL)
    while kernel.start_time(pid) is not None:
        time.sleep(0.005)


def _last_words(place, host):
    log = (place.path / host.name / "provision.log").read_text(encoding="utf-8", errors="replace")
    return " ".join(log.splitlines()[-3:])


def _guard(tell, work):
    """Runs work in a forked child that must never return into the caller's code."""
    try:
        work()
    except BaseException as error:  # whatever it was, the parent has to hear of it
        os.write(tell, f"{error}\n".encode())
    os._exit(1)


def _fork_first(place, host, console, tell, wired):
    os.setsid()
    group = cgroup_of(place, host.name) if host.systemd else None
    if group:
        group.mkdir(exist_ok=True)
        (group / "cgroup.procs").write_text("0", encoding="ascii")
    # Its pid as the lab's other processes see it, for which a child tells its parent when it began.
    kernel.unshare(kernel.NEW_MOUNT | kernel.NEW_UTS | kernel.NEW_IPC | kernel.NEW_PID
                   | kernel.NEW_NET | (kernel.NEW_CGROUP if group else 0))
    first = os.fork()
    if first:
        os.write(tell, f"{first}\n".encode())
        os._exit(0)
    null = os.open("/dev/null", os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(console, 1)
    os.dup2(console, 2)
    _guard(tell, lambda: _first(place, host, tell, wired))


def _first(place, host, tell, wired):
    """The first process of the host."""
    if host.is_bare:
        os.read(wired, 1)
        kernel.mount("proc", "/proc", "proc")
        os.write(tell, b"ready\n")
        os.execve("/bin/sh", ["/bin/sh", "-c", "while :; do sleep 3600 & wait; done"], CLEAN)
    fresh = not (place.path / host.name / "installed").exists()
    log = open(place.path / host.name / "provision.log", "a", encoding="utf-8")
    _mount_disk(place, host)
    subprocess.run(["hostname", host.name], check=True)
    if fresh:
        _copy_recipes(place, host)
    _pivot()
    os.read(wired, 1)  # Postfix's programs want to see an interface that is up
    if fresh:
        environment = {**CLEAN, "LAB_HOST": host.name, "LAB_DOMAIN": DOMAIN, "LAB_ROLE": host.role,
                       "LAB_ADDRESS4": host.address4, "LAB_ADDRESS6": host.address6,
                       "LAB_ROOT": host.suite, "LAB_INIT": "systemd" if host.systemd else "plain"}
        done = subprocess.run(["/bin/bash", "/run/lab/provision.sh"], env=environment, stdout=log,
                              stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, check=False)
        shutil.rmtree("/run/lab")
        if done.returncode != 0:
            raise LabError(f"provisioning ended with status {done.returncode}")
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if host.systemd:
        kernel.mount("cgroup2", "/sys/fs/cgroup", "cgroup2")
        os.write(tell, b"ready\n")
        os.execve("/lib/systemd/systemd", ["/lib/systemd/systemd", "--show-status=no"],
                  {**CLEAN, "container": "lab"})
    os.write(tell, b"ready\n")
    os.execve("/bin/bash", ["/bin/bash", "/usr/local/sbin/lab-init"], CLEAN)


def _mount_disk(place, host):
    base = place.path / host.name
    root = base / "root"
    lower = roots.path_of(host.suite)
    options = f"lowerdir={lower},upperdir={base}/up,workdir={base}/work"
    for attempt in range(200):
        try:
            kernel.mount("overlay", root, "overlay", 0, options)
            break
        except OSError:
            # After a power cut the kernel may still be letting go of the disk.
            if attempt == 199:
                raise
            time.sleep(0.01)
    if host.suite == roots.LOCAL:
        # The homes of this machine's people are none of the host's business.
        for home in ("root", "home"):
            (base / home).mkdir(exist_ok=True)
            kernel.mount(base / home, root / home, None, kernel.BIND)
    kernel.mount("proc", root / "proc", "proc", kernel.NO_SUID | kernel.NO_EXEC)
    kernel.mount("sysfs", root / "sys", "sysfs", kernel.READ_ONLY)
    kernel.mount("tmpfs", root / "dev", "tmpfs", kernel.NO_SUID, "mode=755")
    kernel.mount("tmpfs", root / "run", "tmpfs", kernel.NO_SUID, "mode=755")
    kernel.mount("tmpfs", root / "tmp", "tmpfs", kernel.NO_SUID, "mode=1777")
    _make_devices(root / "dev")


def _make_devices(dev):
    mask = os.umask(0)
    for name, (major, minor) in _DEVICES.items():
        os.mknod(dev / name, 0o666 | stat.S_IFCHR, os.makedev(major, minor))
    os.umask(mask)
    for name in ("pts", "shm"):
        (dev / name).mkdir()
    kernel.mount("devpts", dev / "pts", "devpts", 0, "newinstance,ptmxmode=0666,mode=620,gid=5")
    kernel.mount("tmpfs", dev / "shm", "tmpfs", 0, "mode=1777")
    for name, target in (("ptmx", "pts/ptmx"), ("fd", "/proc/self/fd"), ("stdin", "fd/0"),
                         ("stdout", "fd/1"), ("stderr", "fd/2")):
        (dev / name).symlink_to(target)
    os.chdir(dev.parent)


def _copy_recipes(place, host):
    target = place.path / host.name / "root/run/lab"
    shutil.copytree(RECIPES, target)
    shutil.copy(str(place.key) + ".pub", target / "key.pub")
    shutil.copy(network.resolver_file(place), target / "resolv.conf")


def _pivot():
    """Makes the current directory, a mount, the root; what was the root is gone then."""
    os.makedirs("run/old", exist_ok=True)
    subprocess.run(["pivot_root", ".", "run/old"], check=True)
    os.chdir("/")
    kernel.detach("/run/old")
    os.rmdir("/run/old")


def report(text):
    print(f"lab: {text}", file=sys.stderr, flush=True)
