"""Addresses of pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.address import address_of, is_address


@pytest.mark.parametrize(
    ("text", "host", "port", "target", "name", "suffix"),
    [
        ("https://example.org", "example.org", 443, "/", "example.org", ""),
        ("HTTP://Example.org:8080/a/b.html?q=1&r=ü#part", "example.org", 8080, "/a/b.html?q=1&r=%C3%BC", "b", ".html"),
        ("https://example.org/a%20story/", "example.org", 443, "/a%20story/", "a story", ""),
        ("http://[::1]:81/x", "::1", 81, "/x", "x", ""),
        ("https://bücher.example/ä", "xn--bcher-kva.example", 443, "/%C3%A4", "ä", ""),
        ("https://example.org?q=a.html", "example.org", 443, "/?q=a.html", "example.org", ""),
    ],
)
def test_parts(text: str, host: str, port: int, target: str, name: str, suffix: str) -> None:
    found = address_of(text)
    assert (found.host, found.port, found.target, found.name, found.suffix) == (host, port, target, name, suffix)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ftp://example.org/a", "'ftp' is not fetched; give an address that begins with https:// or http://"),
        ("file:///etc/passwd", "'file' is not fetched"),
        ("gopher://example.org", "'gopher' is not fetched"),
        ("https://", "not an address"),
        ("http:///path", "not an address"),
        ("http://example.org:99999/", "not an address"),
        ("http://example.org:abc/", "not an address"),
        ("http://[::1/", "not an address"),
        ("http://exa mple.org/", "not an address"),
        ("http://example.org/\r\nHost: evil", "not an address"),
        ("http://example.org\\@evil.example/", "not an address|name or password"),
        ("http://me:secret@example.org/", "an address with a name or password in it; leave them out"),
        ("http://" + "ü" * 70 + ".example/", "not an address"),
    ],
)
def test_what_is_not_fetched_is_one_line(text: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        address_of(text)
    assert "secret" not in caught.value.line()
    assert "\n" not in caught.value.line()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("https://example.org", True),
        ("ftp://x", True),
        ("file:///etc/passwd", True),
        ("C:\\texts\\a.txt", False),
        ("a.txt", False),
        ("./http:/x", False),
        ("-", False),
        ("/tmp/a://b", False),
    ],
)
def test_address_is_told_from_a_path(text: str, meant: bool) -> None:
    assert is_address(text) is meant


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("/b", "https://example.org/b"),
        ("c", "https://example.org/a/c"),
        ("//other.example/x", "https://other.example/x"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
    ],
)
def test_redirect_is_read_from_where_it_stands(location: str, shown: str) -> None:
    assert address_of("https://example.org/a/b").joined(location).shown == shown


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused_in_one_line(text: str) -> None:
    for candidate in (text, f"http://{text}", f"https://example.org/{text}"):
        try:
            target = address_of(candidate).target
        except DocumentError as fault:
            assert "\n" not in fault.line()
        else:
            assert target.isascii()
            assert not set(target) & set(" \r\n")
