"""Which machines may be asked: the public internet, and no address of the network this program runs in.

An address given to the program may come from anybody, and so may the page that redirects from it. What counts is the
address that is connected to, so names are looked up once and the connection goes to what was checked.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.sources import MOST_BYTES

IP = IPv4Address | IPv6Address

BARRED = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # shared by the customers of a carrier (RFC 6598)
        "192.0.0.0/24",  # protocol assignments (RFC 6890)
        "192.88.99.0/24",  # relays from IPv6 (RFC 7526)
        "168.63.129.16/32",  # a cloud's own service, though the number is public (Microsoft Azure)
        "3fff::/20",  # documentation (RFC 9637)
        "fec0::/10",  # site-local (RFC 3879)
        "fd00:ec2::254/128",  # a cloud's metadata (Amazon)
    )
)
"""What Python's `ipaddress` of some version calls global and no stranger should make us ask."""

_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")


@dataclass(frozen=True, slots=True)
class Policy:
    """How far a fetch may go: whose machines, how long, how much, how often elsewhere.

    `local` is for tests of our own against a server on this machine: addresses that are allowed all the same.
    `seconds` bounds a whole fetch with its redirects, after the name was looked up. `smaller` says what to give instead
    of something larger than `most_bytes`.
    """

    seconds: float = 30.0
    most_bytes: int = MOST_BYTES
    redirects: int = 5
    local: frozenset[str] = frozenset()
    smaller: str = "give the article alone"


PUBLIC = Policy()
"""What every caller gets who does not ask for something else."""


def reachable(host: str, port: int, where: str, policy: Policy) -> list[IP]:
    """The addresses of `host`, every one of them public. Raises DocumentError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        raise DocumentError(f"no such host '{host[:80]}'", where=where, remedy="check the address") from None
    addresses = list(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
    for address in addresses:
        if str(address) not in policy.local and (kind := barred(address)):
            remedy = "only public addresses are fetched; save the page and give the file"
            raise DocumentError(f"leads to {kind} address ({address})", where=where, remedy=remedy)
    return addresses


def barred(address: IP) -> str:
    """What kind of address must not be asked (`a private`, `a loopback`...), or empty for a public one."""
    inner = _inner(address)
    if inner is not None:
        return barred(inner) or ("" if address in _NAT64 else "a translated")
    kinds = {
        "a loopback": address.is_loopback,
        "an unspecified": address.is_unspecified,
        "a link-local": address.is_link_local,
        "a multicast": address.is_multicast,
        "a private": address.is_private,
        "a reserved": address.is_reserved or not address.is_global or any(address in network for network in BARRED),
    }
    return next((kind for kind, holds in kinds.items() if holds), "")


def _inner(address: IP) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped, compatible, 6to4, Teredo or NAT64."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 0xFFFF):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
