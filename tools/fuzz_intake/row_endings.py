"""How a damaged file ends, told by its rows: refused in one line, read rightly, or wrong."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from burdenshare.errors import BurdenshareError
from burdenshare.intake.declared import declared
from burdenshare.intake.model import PLACE, Delivery, LeftOut

Key = tuple[str, ...]
Truth = Mapping[Key, Mapping[str, str]]
"""The rows of the undamaged file by table and key, without the columns that tell of the file itself."""

SLOW = 20.0
"""Seconds after which a reading counts as hanging."""
LONGEST = 700
"""Characters of a refusal that is still one clear line."""
OF_THE_FILE = frozenset({PLACE, "source", "note"})
"""Columns that name the file by its hash: another file has another."""


class Ending(StrEnum):
    """How a damaged file ends. Those in capitals must not happen."""

    REFUSED = "refused in one line"
    SAME = "read, every row as in the undamaged file"
    FEWER = "read, every row right, some left and told"
    AS_TOLD = "read as the damaged file itself now says"
    UNTOLD = "ROWS LOST WITHOUT A WORD"
    WRONG = "WRONG ROW"
    NO_LINE = "NO CLEAR LINE"
    SLOW = "TOO SLOW"


@dataclass(frozen=True, slots=True)
class Variant:
    """A damaged file. `telling`: the damage makes a file that is whole and says something else, so that reading that
    is right. `lacks`: it takes rows out of the file, of which nothing can tell. `asked`: the mapping it goes with."""

    kind: str
    name: str
    content: bytes = field(repr=False)
    telling: bool = False
    lacks: bool = False
    asked: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Result:
    """A variant, its ending, and the line or the row that shows it."""

    variant: Variant
    ending: Ending
    shown: str


Same = Callable[[str, str, str], bool]
"""Whether two texts of a column are the same to who reads them: column, one, other."""


def exactly(column: str, one: str, other: str) -> bool:
    """Letter by letter."""
    return one == other


def truth_of(delivery: Delivery, tables: Iterable[str] | None = None) -> Truth:
    """The rows of a delivery, all of them or those of some tables."""
    wanted = set(delivery.tables) if tables is None else set(tables)
    return {
        (path, *declared()[path].key_of(row)): {name: text for name, text in row.items() if name not in OF_THE_FILE}
        for path, rows in delivery.tables.items()
        if path in wanted
        for row in rows
    }


def judged(
    variants: Iterable[Variant],
    read: Callable[[Variant], Delivery],
    undamaged: Delivery,
    tables: Iterable[str],
    same: Same = exactly,
) -> Iterator[Result]:
    """Every variant read and held against the rows of the undamaged file."""
    listed = tuple(tables)
    truth, told = truth_of(undamaged, listed), set(undamaged.left_out)
    for variant in variants:
        began = time.monotonic()
        result = _judged(variant, read, truth, told, listed, same)
        took = time.monotonic() - began
        yield Result(variant, Ending.SLOW, f"{took:.1f} s; {result.shown}") if took > SLOW else result


def _judged(
    variant: Variant,
    read: Callable[[Variant], Delivery],
    truth: Truth,
    told: set[LeftOut],
    tables: tuple[str, ...],
    same: Same,
) -> Result:
    try:
        delivery = read(variant)
    except BurdenshareError as fault:
        line = str(fault)
        clear = "\n" not in line and len(line) <= LONGEST and "Traceback" not in line
        return Result(variant, Ending.REFUSED if clear else Ending.NO_LINE, line)
    except BaseException as fault:  # whatever it is, it is no clear line
        if isinstance(fault, KeyboardInterrupt):
            raise
        return Result(variant, Ending.NO_LINE, repr(fault)[:LONGEST])
    return _compared(variant, delivery, truth, told, tables, same)


def _compared(
    variant: Variant, delivery: Delivery, truth: Truth, told: set[LeftOut], tables: tuple[str, ...], same: Same
) -> Result:
    found = truth_of(delivery, tables)
    other = [key for key, row in found.items() if key not in truth or not _alike(row, truth[key], same)]
    if other and not variant.telling:
        key = other[0]
        return Result(variant, Ending.WRONG, f"{found[key]}, in truth {truth.get(key)}; {len(other)} differ")
    if other:
        return Result(variant, Ending.AS_TOLD, f"{len(other)} differ")
    fewer = len(truth) - len(found)
    if not fewer:
        return Result(variant, Ending.SAME, "")
    said = bool(set(delivery.left_out) - told)
    if not said and not variant.lacks and not variant.telling:
        return Result(variant, Ending.UNTOLD, f"{fewer} missing")
    return Result(variant, Ending.FEWER, f"{fewer} missing")


def _alike(one: Mapping[str, str], other: Mapping[str, str], same: Same) -> bool:
    return one.keys() == other.keys() and all(same(name, text, other[name]) for name, text in one.items())


def report(title: str, results: Iterable[Result]) -> tuple[str, bool]:
    """Counts by kind and ending as text, and whether all ended well."""
    held = list(results)
    kinds: dict[str, Counter[Ending]] = {}
    for one in held:
        kinds.setdefault(one.variant.kind, Counter())[one.ending] += 1
    lines = [f"{title}: {len(held)} variants"]
    for kind, counts in kinds.items():
        lines.append(f"  {kind}: " + ", ".join(f"{counts[one]} {one}" for one in Ending if counts[one]))
    total = Counter(one.ending for one in held)
    lines += [f"  {total[one]:5d} {one}" for one in Ending if total[one]]
    bad = [one for one in held if one.ending.isupper()]
    lines += [f"  !! {one.variant.kind}: {one.ending}: {one.shown}" for one in bad[:20]]
    return "\n".join(lines), not bad
