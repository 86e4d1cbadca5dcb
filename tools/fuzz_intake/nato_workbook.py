"""Damaged variants of NATO's workbook, each from its own seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from burdenshare.intake.model import Asked, Delivery, Given
from burdenshare.intake.nato import workbook
from burdenshare.record import Record
from tools.fuzz_intake import archives, nato_figures, nato_order, nato_words
from tools.fuzz_intake.books import Drawn, book_of
from tools.fuzz_intake.cases import Case, stands_of
from tools.fuzz_intake.outcomes import Result, Variant, Whole, judge, truth_of

SLOW = (archives.packed_too_deep, archives.too_many_parts)
"""Damages that cost a second each; one shows all there is to see."""

MAYBE_CONSISTENT = (archives.a_byte_changed_inside, archives.two_parts_swapped)
"""Damages that can leave a file which is whole and merely says something else."""


def results(name: str, content: bytes, record: Record, each: int, of_bytes: int, seed: int) -> Iterator[Result]:
    """`each` variants of every damage to what the file says and `of_bytes` of every damage to its bytes, which take a
    tenth of the time, read and judged."""

    def read(given: Given) -> Delivery:
        return workbook.read(given, Asked(), record)

    undamaged = Whole(read(Given(name, content)))
    for variant in variants(name, content, undamaged.delivery, each, of_bytes, seed):
        yield judge(variant, read, undamaged)


def variants(name: str, content: bytes, delivery: Delivery, each: int, of_bytes: int, seed: int) -> Iterator[Variant]:
    """Damaged files; the same for the same seed."""
    stands, truth, book = stands_of(delivery), truth_of(delivery), book_of(content)
    drawn = Drawn(book)
    for damage in (*nato_figures.DAMAGES, *nato_words.DAMAGES, *nato_order.DAMAGES):
        for number in range(each):
            case = Case(book.copy(), Random(f"{seed} {damage.__name__} {number}"), stands, truth, name)
            damage(case)
            yield Variant(_told(damage), name, drawn.written(case.book), case.says, case.consistent, case.lacks)
    for harm in archives.DAMAGES:
        for number in range(1 if harm in SLOW else of_bytes):
            harmed = harm(content, Random(f"{seed} {harm.__name__} {number}"))
            yield Variant(_told(harm), name, harmed, consistent=harm in MAYBE_CONSISTENT)


def _told(damage: Callable[..., object]) -> str:
    return damage.__name__.replace("_", " ")
