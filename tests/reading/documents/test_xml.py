"""XML from strangers: read, or refused in one line, never expanded and never followed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.xml import DEEPEST, tree_of

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1 or "") + ";"}{"&a" + str(n - 1 or "") + ";"}">' for n in range(1, 60))
    + "]><rss>&a59;</rss>"
)
QUADRATIC = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]><rss>{"&a;" * 100_000}</rss>'


def words(data: str | bytes) -> str:
    return "".join(tree_of(data.encode() if isinstance(data, str) else data, "f.xml").itertext())


def test_names_and_entities_of_html_are_known() -> None:
    root = tree_of(b'<r xmlns:c="urn:x"><c:a c:q="1">x&nbsp;y &euro;5 &amp; &lt;</c:a></r>', "f.xml")
    assert (root[0].tag, root[0].attrib, root[0].text) == ("{urn:x}a", {"{urn:x}q": "1"}, "x\xa0y €5 & <")
    assert words('<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss>x&nbsp;y &what; z</rss>') == "x\xa0y &what; z"
    assert words("<!DOCTYPE rss [<!ELEMENT rss ANY>]><rss>x</rss>") == "x"


def test_encodings() -> None:
    assert words('<?xml version="1.0" encoding="windows-1252"?><r>€5</r>'.encode("cp1252")) == "€5"
    assert words("<r>€5</r>".encode("utf-16")) == "€5"
    assert "".join(tree_of("<r>é</r>".encode("latin-1"), "f", "iso-8859-1").itertext()) == "é"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (LAUGHS, "declares entities of its own"),
        (QUADRATIC, "declares entities of its own"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', "declares entities of its own"),
        ('<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd">%x;]><r/>', "declares entities of its own"),
        ("<a>" * 100_000, f"nested deeper than {DEEPEST}"),
        ("The allies met.", "not XML"),
        ("", "not XML"),
        ("<rss><item></rss>", "not XML .mismatched tag in line 1"),
        ('<?xml version="1.0" encoding="klingon"?><r/>', "not XML"),
        (b"<r>\xe9</r>", "not XML"),
    ],
)
def test_what_cannot_be_trusted_is_one_line(data: str | bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        words(data)
    assert caught.value.where == "f.xml"
    assert "\n" not in caught.value.line()


@given(st.one_of(st.binary(max_size=200), st.text(alphabet="<>/&;!?[]ab\"'= ", max_size=60).map(str.encode)))
def test_any_bytes_are_a_tree_or_refused_in_one_line(data: bytes) -> None:
    try:
        tree_of(data, "f.xml")
    except DocumentError as fault:
        assert "\n" not in fault.line()
