"""Who asks, as far as a server can tell: the address of a connection, and of IPv6 the network that one person is given,
for whoever has one address of it has 2⁶⁴ of them."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from starlette.types import Scope

NETWORK = 64
"""Bits that are the same for all addresses of one line (RFC 6177)."""


def visitor_of(scope: Scope) -> str:
    """The visitor who sent a request; empty where the server does not know where it comes from."""
    return visitor(scope["client"][0] if scope.get("client") else "")


def visitor(address: str) -> str:
    """The visitor behind an address; what is none stays as it is."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((int(found), NETWORK), strict=False))
