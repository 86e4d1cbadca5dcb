"""Who counts as one visitor."""

from __future__ import annotations

import pytest

from burdenshare.web.guard.visitors import visitor, visitor_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
        ("2001:db8:1:2::1", "2001:0DB8:0001:0002::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("testclient", "testclient", True),
        ("testclient", "", False),
    ],
)
def test_a_line_is_one_visitor(one: str, other: str, same: bool) -> None:
    assert (visitor(one) == visitor(other)) is same


def test_a_request_tells_its_visitor() -> None:
    assert visitor_of({"type": "http", "client": ("2001:db8::7", 1234)}) == "2001:db8::/64"
    assert visitor_of({"type": "http", "client": None}) == visitor_of({"type": "http"}) == ""
