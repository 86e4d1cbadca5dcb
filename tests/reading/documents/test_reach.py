"""Which machines may be asked."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.reach import PUBLIC, Policy, barred, reachable


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "a loopback"),
        ("127.255.1.2", "a loopback"),
        ("::1", "a loopback"),
        ("0.0.0.0", "an unspecified"),
        ("::", "an unspecified"),
        ("0.1.2.3", "a private"),
        ("10.0.0.1", "a private"),
        ("172.16.5.4", "a private"),
        ("192.168.1.1", "a private"),
        ("169.254.169.254", "a link-local"),
        ("fe80::1", "a link-local"),
        ("fc00::1", "a private"),
        ("fd00:ec2::254", "a private"),
        ("fec0::1", "a reserved"),
        ("100.64.0.1", "a reserved"),
        ("192.88.99.1", "a reserved"),
        ("168.63.129.16", "a reserved"),
        ("198.18.0.1", "a private"),
        ("203.0.113.9", "a private"),
        ("224.0.0.1", "a multicast"),
        ("ff02::1", "a multicast"),
        ("255.255.255.255", "a private"),
        ("250.1.1.1", "a private"),
        ("::ffff:127.0.0.1", "a loopback"),
        ("::ffff:10.0.0.1", "a private"),
        ("::ffff:8.8.8.8", "a translated"),
        ("::127.0.0.1", "a loopback"),
        ("2002:7f00:1::", "a loopback"),
        ("2002:a9fe:a9fe::1", "a link-local"),
        ("64:ff9b::a00:1", "a private"),
        ("64:ff9b::8.8.8.8", ""),
        ("8.8.8.8", ""),
        ("193.110.0.1", ""),
        ("2606:4700:4700::1111", ""),
    ],
)
def test_only_public_addresses_are_not_barred(address: str, kind: str) -> None:
    assert barred(ip_address(address)) == kind


@given(st.ip_addresses(v=4))
def test_mapped_address_is_never_less_barred_than_the_one_inside(address: object) -> None:
    inside = barred(ip_address(str(address)))
    for outer in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert bool(barred(ip_address(outer))) >= bool(inside)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "127.0.0.1"])
def test_every_way_to_write_this_machine_is_refused(host: str) -> None:
    with pytest.raises(DocumentError, match=r"leads to an? \S+ address \(.*\); only public addresses are fetched"):
        reachable(host, 80, "http://x/", PUBLIC)


def test_name_that_is_also_private_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", ("8.8.8.8", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(DocumentError, match="a private address"):
        reachable("example.org", 80, "http://example.org/", PUBLIC)
    allowed = reachable("example.org", 80, "x", Policy(local=frozenset({"10.0.0.1"})))
    assert allowed == [ip_address("8.8.8.8"), ip_address("10.0.0.1")]


def test_name_nobody_knows_is_one_line() -> None:
    with pytest.raises(DocumentError, match="no such host"):
        reachable("nothing.invalid", 80, "http://nothing.invalid/", PUBLIC)
    with pytest.raises(DocumentError, match="no such host"):
        reachable("a" * 70 + ".example", 80, "x", PUBLIC)
