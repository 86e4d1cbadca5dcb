"""How a damaged macroeconomic file ends: refused in one line, read rightly, read as it now says, or wrong."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from burdenshare.errors import BurdenshareError
from burdenshare.intake.model import PLACE, Asked, Delivery, Given, Row
from burdenshare.record import Record
from burdenshare.record.tables import MACRO

Key = tuple[str, str, str, str]
Truth = Mapping[Key, tuple[str, str]]
"""Value and projection by country, year, indicator and unit."""

Reader = Callable[[Given, Asked, Record], Delivery]
Says = Callable[[bytes, Row], bool]
"""Whether a damaged file says at a row's place what the row says: found out by other means than the reader's."""

SLOW = 10.0
"""Seconds after which a reading counts as hanging."""

LONGEST = 600
"""Characters of a refusal that is still one clear line."""


class Ending(StrEnum):
    """How a damaged file ends. Those in capitals must not happen."""

    REFUSED = "refused in one line"
    SAME = "read, every number as in the undamaged file"
    FEWER = "read, every number right, some missing"
    AS_TOLD = "read as the damaged file itself now says, digit by digit"
    WRONG = "WRONG NUMBER"
    NO_LINE = "NO CLEAR LINE"
    SLOW = "TOO SLOW"


@dataclass(frozen=True, slots=True)
class Variant:
    """A damaged file: what was done to it, under which name it is given.

    `telling`: the damage may make the file say other numbers, marks or names, so that reading those is right.
    """

    kind: str
    name: str
    content: bytes = field(repr=False)
    telling: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A variant, its ending, and the line or the row that shows it."""

    variant: Variant
    ending: Ending
    shown: str


def truth_of(delivery: Delivery) -> Truth:
    """The numbers of a delivery."""
    return {_key(row): (row["value"], row["projection"]) for row in delivery.tables[MACRO]}


def judged(variants: Iterable[Variant], read: Reader, record: Record, truth: Truth, says: Says) -> Iterator[Result]:
    """Every variant read and held against the truth."""
    for variant in variants:
        began = time.monotonic()
        result = _judged(variant, read, record, truth, says)
        took = time.monotonic() - began
        yield Result(variant, Ending.SLOW, f"{took:.1f} s; {result.shown}") if took > SLOW else result


def report(title: str, results: Iterable[Result]) -> tuple[str, bool]:
    """Counts by kind and ending as text, and whether all ended well."""
    held = list(results)
    kinds: dict[str, Counter[Ending]] = {}
    for one in held:
        kinds.setdefault(one.variant.kind, Counter())[one.ending] += 1
    lines = [f"{title}: {len(held)} variants"]
    for kind, counts in kinds.items():
        told = ", ".join(f"{counts[ending]} {ending}" for ending in Ending if counts[ending])
        lines.append(f"  {kind}: {told}")
    total = Counter(one.ending for one in held)
    lines += [f"  {total[ending]:5d} {ending}" for ending in Ending if total[ending]]
    bad = [one for one in held if one.ending.isupper()]
    lines += [f"  !! {one.variant.kind}: {one.ending}: {one.shown}" for one in bad[:20]]
    return "\n".join(lines), not bad


def _judged(variant: Variant, read: Reader, record: Record, truth: Truth, says: Says) -> Result:
    try:
        delivery = read(Given(variant.name, variant.content), Asked(), record)
    except BurdenshareError as fault:
        line = str(fault)
        clear = "\n" not in line and len(line) <= LONGEST and variant.name in line
        return Result(variant, Ending.REFUSED if clear else Ending.NO_LINE, line)
    except Exception as fault:  # whatever it is, it is no clear line
        return Result(variant, Ending.NO_LINE, repr(fault)[:LONGEST])
    return _compared(variant, delivery, truth, says)


def _compared(variant: Variant, delivery: Delivery, truth: Truth, says: Says) -> Result:
    other = [row for row in delivery.tables[MACRO] if truth.get(_key(row)) != (row["value"], row["projection"])]
    wrong = next((row for row in other if not variant.telling or not says(variant.content, row)), None)
    if wrong is not None:
        told = {name: wrong[name] for name in ("entity", "year", "indicator", "value", "projection", PLACE)}
        return Result(variant, Ending.WRONG, f"{told}, in truth {truth.get(_key(wrong))}; {len(other)} differ")
    if other:
        return Result(variant, Ending.AS_TOLD, f"{len(other)} differ")
    fewer = len(truth) - len(delivery.tables[MACRO])
    return Result(variant, Ending.FEWER if fewer else Ending.SAME, f"{fewer} missing")


def _key(row: Row) -> Key:
    return row["entity"], row["year"], row["indicator"], row["unit"]
