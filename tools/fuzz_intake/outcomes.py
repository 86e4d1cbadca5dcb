"""What became of a damaged file: refused in one line, read rightly, or wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from time import perf_counter

from burdenshare.errors import BurdenshareError
from burdenshare.intake.model import Delivery, Given, LeftOut

Truth = Mapping[tuple[str, ...], tuple[str, str]]
"""Figures by ally, year, measure, price basis and unit: digits, and whether an estimate."""

LONGEST = 600
"""Characters of a refusal that is still one clear line; names of files may be long."""


class Outcome(StrEnum):
    """How a damaged file ends. The last three must not happen."""

    REFUSED = "refused in one line"
    SAME = "read, every figure as in the undamaged file"
    FEWER = "read, fewer figures, and what was left out is told"
    AS_TOLD = "read as the file now says (another figure, name or year: for the rules of the record)"
    UNTOLD = "FIGURES LOST WITHOUT A WORD"
    WRONG = "WRONG FIGURE"
    CRASH = "NO CLEAR LINE"


GOOD = (Outcome.REFUSED, Outcome.SAME, Outcome.FEWER, Outcome.AS_TOLD)


@dataclass(frozen=True, slots=True)
class Variant:
    """A damaged file. `says`: the figures it now holds differently, None where that is not worked out because the
    damage makes a file that is consistent in itself (`consistent`); `lacks`: the damage takes figures out of the file,
    so that nothing can tell of them."""

    kind: str
    name: str
    content: bytes = field(repr=False)
    says: Truth = field(default_factory=dict, repr=False)
    consistent: bool = False
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """One variant, its outcome, the line or the first difference that shows it, and how long it took."""

    variant: Variant
    outcome: Outcome
    shown: str
    seconds: float = 0.0


@dataclass(frozen=True)
class Whole:
    """What the undamaged file delivers."""

    delivery: Delivery

    @cached_property
    def truth(self) -> Truth:
        """Its figures."""
        return truth_of(self.delivery)

    @cached_property
    def told(self) -> frozenset[LeftOut]:
        """What it leaves out."""
        return frozenset(self.delivery.left_out)


def truth_of(delivery: Delivery) -> Truth:
    """The figures of a delivery."""
    return {
        (row["ally"], row["year"], row["measure"], row["price_basis"], row["unit"]): (row["value"], row["estimate"])
        for row in delivery.tables["nato/expenditure.csv"]
    }


def judge(variant: Variant, read: Callable[[Given], Delivery], undamaged: Whole) -> Result:
    """Read a damaged file and hold what comes out against the undamaged one."""
    began = perf_counter()
    found = _read(variant, read, undamaged)
    return replace(found, seconds=perf_counter() - began)


def _read(variant: Variant, read: Callable[[Given], Delivery], undamaged: Whole) -> Result:
    try:
        delivery = read(Given(variant.name, variant.content))
    except BurdenshareError as fault:
        line = str(fault)
        clear = "\n" not in line and len(line) <= LONGEST and "Traceback" not in line
        return Result(variant, Outcome.REFUSED if clear else Outcome.CRASH, line)
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # whatever it is, a panic of a library too, it is no clear line
        return Result(variant, Outcome.CRASH, repr(fault)[:LONGEST])
    return _compared(variant, delivery, undamaged)


def _compared(variant: Variant, delivery: Delivery, undamaged: Whole) -> Result:
    found, truth = truth_of(delivery), undamaged.truth
    other = {key: value for key, value in found.items() if not _equal(truth.get(key), value)}
    foreign = {key: value for key, value in other.items() if not _equal(variant.says.get(key), value)}
    lost = [key for key in truth if key not in found]
    if foreign and not variant.consistent:
        key, value = next(iter(foreign.items()))
        return Result(variant, Outcome.WRONG, f"{key} is {value}, was {truth.get(key)}; {len(foreign)} in all")
    if other:
        return Result(variant, Outcome.AS_TOLD, f"{len(other)} figures as the file now says")
    told = set(delivery.left_out) - undamaged.told
    if lost and not variant.lacks and not variant.consistent and not told:
        return Result(variant, Outcome.UNTOLD, f"{lost[0]}; {len(lost)} in all")
    if lost:
        return Result(variant, Outcome.FEWER, f"{len(lost)} figures fewer")
    return Result(variant, Outcome.SAME, "")


def _equal(one: tuple[str, str] | None, other: tuple[str, str]) -> bool:
    return one is not None and one[1] == other[1] and float(one[0]) == float(other[0])


def table(results: Iterable[Result]) -> str:
    """Counts of outcomes by kind of damage, and in all."""
    held = list(results)
    kinds: dict[str, Counter[Outcome]] = {}
    for one in held:
        kinds.setdefault(one.variant.kind, Counter())[one.outcome] += 1
    lines = []
    for kind, counted in kinds.items():
        told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counted.items()))
        lines.append(f"{kind}: {told}")
    total = Counter(one.outcome for one in held)
    lines.append(f"in all {len(held)}:")
    lines += [f"  {total[outcome]:5d}  {outcome}" for outcome in Outcome if total[outcome]]
    slowest = max(held, key=lambda one: one.seconds)
    lines.append(f"slowest: {slowest.seconds:.1f} s ({slowest.variant.kind})")
    return "\n".join(lines)
