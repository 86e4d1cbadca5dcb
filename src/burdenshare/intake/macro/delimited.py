"""Text tables line by line: which encoding, where a line stands, and no line or field without end."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, TextIO

from burdenshare.intake.model import Given, refused

MOST_LINE = 1 << 20
"""Characters of one line; the longest of the Outlook's, with its notes, has some ten thousand."""

MOST_LINES = 2_000_000
"""Lines of a table; the Outlook has half a million observations, the World Bank's whole table 0.4 million rows."""

MOST_FIELD = 131_072
"""Characters of one field: more is a quote that nothing ends."""
MOST_COLUMNS = 16_384
"""Fields of one line: as many as a spreadsheet holds."""

PEEK = 1 << 16
"""Bytes in which a header must stand."""

AGAIN = "fetch it again from the publisher"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_VALUES = re.compile(r"(?:19|20)\d\d|OBS_VALUE", re.ASCII)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a text, and how it is encoded."""

    text: str
    encoding: str


def head(raw: bytes) -> Head:
    """The first characters of a text by its first bytes; never raises."""
    peeked = raw[:PEEK]
    named = _encoding(peeked)
    return Head(peeked.decode(named, errors="replace"), named)


def _encoding(raw: bytes) -> str:
    """By its mark, by the zeros of UTF-16, else UTF-8.

    The Outlook's sheets of old are UTF-16 with or without a mark, or ISO-8859-1. The latter is read as UTF-8 too, with
    other letters in names: whatever decides is ASCII, and no byte of that is lost.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = raw[first:2000:2]
        if half.count(0) > len(half) // 2:
            return name
    return "utf-8"


def opened(raw: IO[bytes], named: str) -> TextIO:
    """Bytes as a text stream that keeps its own line ends."""
    errors = "strict" if named.startswith("utf-16") else "replace"
    return io.TextIOWrapper(raw, encoding=named, errors=errors, newline="")


def header(head: str, marks: Iterable[str]) -> str:
    """The first line that holds one of the names of a header's columns, empty where none does."""
    wanted = tuple(marks)
    return next((line for line in head.splitlines() if any(mark in line for mark in wanted)), "")


def delimiter(line: str) -> str:
    """What parts the fields of a header: the most frequent of tab, comma and semicolon."""
    return max("\t,;", key=line.count)


def lines(given: Given, stream: TextIO, parted_by: str, inside: str = "") -> Iterator[tuple[int, list[str]]]:
    """Each record of a text table that is not empty, with the number of its last line, from 1.

    `inside` names the part of an archive that is read. Raises DeliveryError for a line that is too long, a
    character that no text holds, or quotes without end.
    """
    reader = csv.reader(_physical(given, stream, inside), delimiter=parted_by)
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                what = f"has more than {MOST_COLUMNS:,} columns"
                raise refused(given, what, place=place(inside, reader.line_num), remedy=AGAIN)
            if any(len(cell) > MOST_FIELD for cell in cells):  # other libraries lift the reader's own limit
                raise csv.Error(f"field larger than {MOST_FIELD} characters")
            if cells:
                yield reader.line_num, cells
    except csv.Error as fault:
        where = place(inside, reader.line_num)
        raise refused(given, f"cannot be read as a table ({fault})", place=where, remedy=AGAIN) from None
    except UnicodeDecodeError as fault:
        where = place(inside, reader.line_num + 1)
        raise refused(given, f"holds bytes that are no text ({fault.reason})", place=where, remedy=AGAIN) from None


def open_end(raw: bytes, header_line: str, parted_by: str) -> int | None:
    """The number of the last line where it may have been cut off inside its last value, unnoticed.

    A table whose last column is a year or a value and that ends without a line end may have lost digits.
    """
    last = header_line.rstrip("\r\n").rsplit(parted_by, 1)[-1].strip('"')
    if raw.endswith((b"\n", b"\r", b'"', parted_by.encode())) or not _VALUES.fullmatch(last):
        return None
    return raw.count(b"\n") + 1


def place(inside: str, line: int, column: str = "") -> str:
    """`line 12, column 2020`, with the part of the archive before it where there is one."""
    told = [inside] if inside else []
    told.append(f"line {line}")
    return ", ".join([*told, f"column {column}"] if column else told)


def _physical(given: Given, stream: TextIO, inside: str) -> Iterator[str]:
    number = 0
    while line := stream.readline(MOST_LINE + 1):
        number += 1
        if number > MOST_LINES:
            raise refused(given, f"has more than {MOST_LINES:,} lines", place=inside, remedy=AGAIN)
        if len(line) > MOST_LINE:
            what = f"has a line of more than {MOST_LINE:,} characters"
            raise refused(given, what, place=place(inside, number), remedy=AGAIN)
        if "\0" in line:
            raise refused(given, "holds zero bytes", place=place(inside, number), remedy=AGAIN)
        yield line
