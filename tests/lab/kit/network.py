# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab's network: one switch in its own namespace, with no uplink, so that nothing can leave.

The switch's namespace is also the internet of the lab. It has the resolver, the sink that stands in
for the world's mail servers, and the addresses of strangers that send spam."""

import os
import subprocess

from kit import LabError, internet, kernel
from kit.place import INTERNET
from kit.spec import DOMAIN, INSIDE4, INSIDE6, OUTSIDE4, OUTSIDE6, RESOLVER4, RESOLVER6


def inside_network(pid, argv, **options):
    """Starts argv in the network of process pid and returns the Popen."""
    return subprocess.Popen(
        argv, preexec_fn=lambda: kernel.enter(f"/proc/{pid}/ns/net", kernel.NEW_NET), **options)


def _ip(pid, lines):
    process = inside_network(pid, ["ip", "-batch", "-"], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output, _ = process.communicate("\n".join(lines) + "\n")
    if process.returncode != 0:
        raise LabError(f"The lab's network could not be set up: {output.strip()}")


def start_internet(place, hosts):
    """Starts the switch, the resolver and the sink."""
    holder = subprocess.Popen(
        ["/usr/bin/python3", internet.SINK], stdin=subprocess.DEVNULL, env=internet.environment(),
        stdout=place.log(INTERNET, "sink"), stderr=subprocess.STDOUT, start_new_session=True,
        preexec_fn=lambda: kernel.unshare(kernel.NEW_NET))
    place.remember(INTERNET, holder.pid)
    addresses = [f"{RESOLVER4}/24", f"{OUTSIDE4}53/24", f"{RESOLVER6}/64", f"{OUTSIDE6}53/64"]
    addresses += [f"{address}/24" for address in internet.addresses()]
    _ip(holder.pid, ["link set lo up", "link add br0 type bridge", "link set br0 up",
                     *(f"addr add {address} dev br0{' nodad' * (':' in address)}"
                       for address in addresses)])
    inside_network(holder.pid, _resolver(hosts), stdin=subprocess.DEVNULL, start_new_session=True,
                   stdout=place.log(INTERNET, "dns"), stderr=subprocess.STDOUT)


def _resolver(hosts):
    words = ["dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--no-hosts", "--no-resolv",
             "--pid-file=", "--user=nobody", "--group=nogroup", "--bind-interfaces",
             "--listen-address=" + ",".join((RESOLVER4, RESOLVER6, OUTSIDE4 + "53")),
             "--local=/#/", "--log-facility=-", "--cache-size=0",
             f"--mx-host={DOMAIN},mx1.{DOMAIN},10"]
    for host in hosts:
        words.append(f"--host-record={host.name}.{DOMAIN},{host.address4},{host.address6}")
    for name, address in internet.servers().items():
        words.append(f"--host-record={name},{address}")
    for domain, server in internet.exchangers().items():
        words.append(f"--mx-host={domain},{server},10")
    return words


def connect(place, host, pid):
    """Plugs process pid's network into the switch."""
    switch = place.running(INTERNET)
    port = f"p-{host.name}"
    _ip(switch, [f"link add {port} type veth peer name eth0 netns {pid}",
                 f"link set {port} master br0 up"])
    _ip(pid, ["link set lo up", f"addr add {host.address4}/24 dev eth0",
              f"addr add {host.address6}/64 dev eth0 nodad", "link set eth0 up",
              f"route add {other(host.address4, INSIDE4, OUTSIDE4)}0/24 dev eth0",
              f"route add {other(host.address6, INSIDE6, OUTSIDE6)}/64 dev eth0"])


def other(address, inside, outside):
    """The one of the two networks that address is not in: both are on the wire."""
    return outside if address.startswith(inside) else inside


def set_cable(place, name, plugged):
    """Pulls the host's network cable or puts it back."""
    _ip(place.running(INTERNET), [f"link set p-{name} {'up' if plugged else 'down'}"])


def resolver_file(place):
    """A resolv.conf that asks the lab's resolver."""
    path = place.path / "resolv.conf"
    if not path.exists():
        path.write_text(f"nameserver {RESOLVER4}\noptions timeout:2 attempts:2\n", encoding="ascii")
        os.chmod(path, 0o644)
    return path
