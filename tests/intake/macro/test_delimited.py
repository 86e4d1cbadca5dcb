"""Text tables: encodings, lines without end, ends that are cut off."""

from __future__ import annotations

import io

import pytest

from burdenshare.intake.macro import delimited
from burdenshare.intake.model import DeliveryError, Given

FILE = Given("a.csv", b"")
TEXT = "ISO\tCountry\t2004\r\nCIV\tCôte d'Ivoire\t1.5\r\n\r\nDEU\tGermany\t2.5\r\n"


def rows(content: bytes) -> list[tuple[int, list[str]]]:
    head = delimited.head(content)
    return list(delimited.lines(FILE, delimited.opened(io.BytesIO(content), head.encoding), "\t"))


@pytest.mark.parametrize("named", ["utf-8", "utf-8-sig", "iso-8859-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_the_publishers_gives_the_same_numbers(named: str) -> None:
    found = rows(TEXT.encode(named))
    assert [(line, cells[0], cells[2]) for line, cells in found] == [
        (1, "ISO", "2004"),
        (2, "CIV", "1.5"),
        (4, "DEU", "2.5"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    assert [cells for _, cells in rows(TEXT.replace("\r\n", end).encode())] == [
        cells for _, cells in rows(TEXT.encode())
    ]


def test_zero_bytes_are_refused_at_their_line() -> None:
    with pytest.raises(DeliveryError, match=r"^a\.csv: line 3: holds zero bytes"):
        rows(b"a\tb\nc\td\ne\0\tf\n")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(DeliveryError, match="bytes that are no text"):
        rows("a\tb\n".encode("utf-16") + b"\x41")


@pytest.mark.parametrize(
    ("name", "limit", "told"),
    [("MOST_LINE", 5, "line 1: has a line of more than 5 characters"), ("MOST_LINES", 2, "more than 2 lines"),
     ("MOST_COLUMNS", 2, "line 1: has more than 2 columns")],
)  # fmt: skip
def test_a_table_without_end_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, limit: int, told: str) -> None:
    monkeypatch.setattr(delimited, name, limit)
    with pytest.raises(DeliveryError, match=told):
        rows(TEXT.encode())


def test_a_field_without_end_is_refused() -> None:
    with pytest.raises(DeliveryError, match="cannot be read as a table"):
        rows(b'a\t"' + b"x\n" * 100_000)


@pytest.mark.parametrize(
    ("raw", "line"),
    [(b"A,2004\nB,12.345", 2), (b"A,2004\nB,12.345\n", None), (b"A,2004\nB,", None), (b'A,2004\nB,"12.345"', None)],
)
def test_a_last_value_without_an_end_is_noticed(raw: bytes, line: int | None) -> None:
    assert delimited.open_end(raw, "A,2004", ",") == line
    assert delimited.open_end(raw, "2004,a note", ",") is None


def test_what_parts_the_fields_is_the_most_frequent() -> None:
    assert [delimited.delimiter(line) for line in ("a\tb,c\td", "a,b;c,d", "a;b;c")] == ["\t", ",", ";"]


def test_a_place_names_the_part_the_line_and_the_column() -> None:
    assert delimited.place("", 12) == "line 12"
    assert delimited.place("WDICSV.csv", 12, "2020") == "WDICSV.csv, line 12, column 2020"
