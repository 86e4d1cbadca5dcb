"""What a given file holds: a workbook, a text, an archive with one table in it, or none of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from burdenshare.errors import BurdenshareError
from burdenshare.intake.macro.delimited import PEEK, Head, head
from burdenshare.intake.model import Given
from burdenshare.intake.unpacked import MAGIC, opened, streamed

WORKBOOK = "xl/workbook.xml"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins."""

PEEKED_PARTS = 12
"""Parts of an archive into which a look is taken."""


def is_archive(given: Given) -> bool:
    """Whether the file is an archive (a workbook is one too)."""
    return given.content.startswith(MAGIC)


def is_workbook(given: Given) -> bool:
    """Whether the file is a workbook; never raises."""
    if not is_archive(given):
        return given.content.startswith(OLD_WORKBOOK)
    try:
        with opened(given) as archive:
            return WORKBOOK in archive.namelist()
    except BurdenshareError:
        return False


def heads(given: Given, named: Callable[[str], bool]) -> dict[str, Head]:
    """The beginnings of the parts of an archive whose name fits; empty for no archive; never raises."""
    found: dict[str, Head] = {}
    try:
        with opened(given) as archive:
            for name in [one for one in archive.namelist() if named(one)][:PEEKED_PARTS]:
                with archive.open(name) as part:
                    found[name] = head(part.read(PEEK))
    except BurdenshareError:
        return found
    return found


@contextmanager
def part(given: Given, name: str) -> Iterator[IO[bytes]]:
    """One part of an archive as a bounded stream; for the empty name the file itself."""
    if not name:
        yield io.BytesIO(given.content)
        return
    with opened(given) as archive, streamed(given, archive, name) as stream:
        yield stream
