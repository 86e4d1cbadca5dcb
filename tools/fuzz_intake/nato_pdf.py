"""Damaged variants of NATO's press document, each from its own seed."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from random import Random

from burdenshare.intake.model import Asked, Delivery, Given
from burdenshare.intake.nato import pdf
from burdenshare.record import Record
from tools.fuzz_intake import archives, nato_papers
from tools.fuzz_intake.outcomes import Result, Variant, Whole, judge, truth_of
from tools.fuzz_intake.paper_cases import Paper, rows_of
from tools.fuzz_intake.papers import drawn, lines_of


def results(name: str, content: bytes, record: Record, each: int, of_bytes: int, seed: int) -> Iterator[Result]:
    """`each` variants of every damage to what the file says and `of_bytes` of every damage to its bytes, which take a
    tenth of the time, read and judged."""

    def read(given: Given) -> Delivery:
        return pdf.read(given, Asked(), record)

    undamaged = Whole(read(Given(name, content)))
    lines = lines_of(content)
    redrawn = Whole(read(Given(name, drawn(lines))))
    if redrawn.truth != undamaged.truth:
        raise ValueError("the lines, drawn anew, do not hold the same figures")
    for variant in _of_lines(name, lines, redrawn.delivery, each, seed):
        yield judge(variant, read, redrawn)
    for variant in _of_bytes(name, content, of_bytes, seed):
        yield judge(variant, read, undamaged)


def _of_lines(name: str, lines: list[list[str]], delivery: Delivery, each: int, seed: int) -> Iterator[Variant]:
    rows, truth = rows_of(delivery), truth_of(delivery)
    for damage in nato_papers.DAMAGES:
        for number in range(each):
            chance = Random(f"{seed} {damage.__name__} {number}")
            paper = Paper([list(page) for page in lines], chance, rows, truth)
            damage(paper)
            kind = f"{_told(damage)} (lines)"
            yield Variant(kind, name, drawn(paper.pages), paper.says, paper.consistent, paper.lacks)


def pages_dropped(content: bytes, chance: Random) -> bytes:
    """Some pages taken out by a program that writes PDF."""
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as pdf, PdfDocument.new() as kept:
        kept.import_pages(pdf, sorted(chance.sample(range(len(pdf)), chance.randrange(1, len(pdf)))))
        stream = io.BytesIO()
        kept.save(stream)
    return stream.getvalue()


def packed_too_deep(content: bytes, chance: Random) -> bytes:
    """A stream that unfolds to hundreds of megabytes, in the place of a page."""
    bomb = zlib.compress(bytes(305 << 20), 1)
    head = b"9 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(bomb)
    return content[: chance.randrange(9, 200)] + head + bomb + b"\nendstream endobj\n" + content[200:]


def pages_that_hold_themselves(content: bytes, chance: Random) -> bytes:
    """A tree of pages whose branch is its own root."""
    return (
        drawn([["Defence Expenditure of NATO Countries"]])
        .replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")
        .replace(b"/Count 1/", b"/Count %d/" % chance.choice((1, 9, 99999999)))
    )


def another_kind_of_file(content: bytes, chance: Random) -> bytes:
    others = (b"", b"%PDF-1.7", b"PK\x03\x04" + bytes(50), b"<html>Not found</html>", b"Table 2", content[9:])
    return chance.choice((*others, b"%PDF-1.7\n" + bytes(1000), content[: len(content) // 20]))


BYTES = (
    archives.truncated,
    archives.bytes_flipped,
    archives.a_stretch_zeroed,
    archives.a_stretch_lost,
    pages_dropped,
    packed_too_deep,
    pages_that_hold_themselves,
    another_kind_of_file,
)
LACKING = (pages_dropped,)


def _of_bytes(name: str, content: bytes, of_bytes: int, seed: int) -> Iterator[Variant]:
    for harm in BYTES:
        for number in range(1 if harm is packed_too_deep else of_bytes):
            harmed = harm(content, Random(f"{seed} {harm.__name__} {number}"))
            yield Variant(f"{_told(harm)} (bytes)", name, harmed, lacks=harm in LACKING)


def _told(damage: Callable[..., object]) -> str:
    return damage.__name__.replace("_", " ")
