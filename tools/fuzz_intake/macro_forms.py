"""One form of a macroeconomic file with all its damages, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from random import Random

from burdenshare.intake.model import Asked, Given
from burdenshare.record import Record
from tools.fuzz_intake.macro_damage import Damage, of_archives, of_bytes
from tools.fuzz_intake.macro_endings import Reader, Result, Says, Variant, judged, report, truth_of


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is tried: `each` of every kind of damage that is left to chance, with `bombs` (seconds) or without."""

    each: int
    bombs: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A file of a form: its name and bytes, the damages that only this form can take, what a damaged one says."""

    title: str
    name: str
    content: bytes = field(repr=False)
    damages: Callable[[Random, Extent], Iterable[Damage]]
    says: Says = lambda content, row: False


def results(form: Form, read: Reader, record: Record, extent: Extent, seed: int) -> Iterator[Result]:
    """Every variant of a form, read: the same ones for the same seed."""
    chance = Random(seed)
    truth = truth_of(read(Given(form.name, form.content), Asked(), record))
    every = chain(
        of_bytes(form.content, chance, extent.each),
        form.damages(chance, extent),
        of_archives(form.name, form.content, bombs=extent.bombs),
    )
    variants = (Variant(kind, form.name, raw, telling) for kind, raw, telling in every)
    return judged(variants, read, record, truth, form.says)


def reported(forms: Iterable[tuple[Form, Extent]], read: Reader, record: Record, seed: int) -> tuple[str, bool]:
    """The report over forms, and whether all variants ended well."""
    held = [report(form.title, results(form, read, record, extent, seed)) for form, extent in forms]
    return "\n".join(text for text, _ in held), all(well for _, well in held)
