"""One evaluator: a filled question asked of the record on a day gives a finding, and with the words a trial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from burdenshare.checking.agreement import Distance, agrees, allowed, distance
from burdenshare.checking.aid_compared import OF_THE_TRACKER, aid_compared
from burdenshare.checking.aid_ranked import aid_ranked
from burdenshare.checking.claims import Claim
from burdenshare.checking.conversions import converted
from burdenshare.checking.model import Tried
from burdenshare.checking.questions import (
    Change,
    Comparison,
    Count,
    Exceptions,
    Extra,
    Fraction,
    Growth,
    Level,
    Numeric,
    PerHead,
    Rank,
    ShareOfTotal,
)
from burdenshare.checking.readings import Reading
from burdenshare.checking.rounded_counts import unrounded_count
from burdenshare.errors import NotHeldError, UnknownNameError
from burdenshare.quick import quick
from burdenshare.record.kept import kept
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record


@quick
@dataclass(frozen=True, slots=True)
class Trial:
    """A reading with what the record answered. `finding` is None where the record does not hold the value."""

    reading: Reading
    finding: Finding | None
    agrees: bool
    distance: Distance | None
    tried: Tried


def try_reading(claim: Claim, reading: Reading, record: Record, as_of: date, *, dated: bool = False) -> Trial:
    """Ask the record one reading of a claim, as of a day, and compare.

    `dated` refuses what the record cannot date: nobody knows whether it was out on a past day (semantics §3, aid).
    """
    finding = ask(reading.question, record, as_of, reading.release)
    if dated and finding is not None and any(one.released_on is None for one in finding.observations):
        finding = None
    may_be = allowed(claim.comparator, claim.asked)
    if finding is None or may_be is None:
        return Trial(reading, None, False, None, _not_held(reading))
    low, high = shown(finding)
    apart = distance(may_be, low, high)
    met = not finding.bounded and agrees(claim.comparator, may_be, low, high)
    return Trial(reading, finding, met, apart, _tried(reading, finding, met, apart))


def shown(finding: Finding) -> tuple[float, float]:
    """The recorded interval free of the noise of binary fractions, so that 2.0 printed is 2.0 compared."""
    return round(finding.low, 9), round(finding.high, 9)


def ask(question: Numeric, record: Record, as_of: date, release: str | None = None) -> Finding | None:
    """The record's answer to a question without holes, from `release` or the newest of the day that answers.

    A name the record does not know, and a value it does not hold, are both None: the claim is unverifiable. Answers are
    kept: both clocks, the history and the texts of other days ask the same questions again.
    """
    return _ask(record, question, record.turn(as_of, getattr(question, "measure", "expenditure")), release)


@kept(1 << 16)
def _ask(record: Record, question: Numeric, as_of: date, release: str | None) -> Finding | None:
    try:
        return _ASK[type(question)](question, record, as_of, release)
    except (NotHeldError, UnknownNameError):
        return None


def _level(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    if node.unrounded:
        return _unrounded(node, record, as_of, release)
    if node.rate == "average":
        return converted(node, record, as_of, release)
    return record.cell(
        node.measure,
        node.entity,
        node.period,
        basis=node.basis,
        unit=node.unit,
        as_of=as_of,
        release=release,
        exact_release=release is not None,
    )


def _unrounded(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    """The quotient behind a hard-rounded share; None where the stored cell is not hard-rounded."""
    stored = _level(_stored(node), record, as_of, release)
    if (
        stored is None
        or stored.value is None
        or stored.value != round(stored.value)
        or not isinstance(node.period, int)
    ):
        return None
    return record.unrounded_share(node.entity, node.period, stored.release.id)


def _stored(node: Level) -> Level:
    return Level(node.measure, node.entity, node.period, node.basis, node.unit, False)


def _count(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    if node.unrounded:
        return unrounded_count(_count(replace(node, unrounded=False), record, as_of, release), node, record)
    return record.count_at(
        node.year,
        threshold=node.threshold,
        group=node.group,
        below=node.below,
        measure=node.measure,
        as_of=as_of,
        release=release,
        armed_only=node.armed,
    )


def _fraction(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    return record.fraction_at(
        node.year,
        threshold=node.threshold,
        group=node.group,
        below=node.below,
        measure=node.measure,
        as_of=as_of,
        release=release,
        armed_only=node.armed,
    )


def _growth(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    unit = "NCU" if node.terms == "own_currency" else "USD"
    real = node.terms == "real"
    if node.baseline is not None and node.baseline != node.year - 1:
        return _growth_since(node, record, as_of, release, real, unit)
    return record.expenditure_growth(node.entity, node.year, real=real, unit=unit, as_of=as_of, release=release)


def _growth_since(node: Any, record: Record, as_of: date, release: str | None, real: bool, unit: str) -> Finding | None:
    """Growth between two years that are not neighbours: both levels from one release, never chained."""
    basis = "constant" if real else "current"
    last = _level(Level("expenditure", node.entity, node.year, basis, unit), record, as_of, release)
    if last is None:
        return None
    source = last.release.id
    first = _level(Level("expenditure", node.entity, node.baseline, basis, unit), record, as_of, source)
    if first is None or first.low <= 0 or last.bounded or first.bounded:
        return None
    low, high = (last.low / first.high - 1) * 100, (last.high / first.low - 1) * 100
    value = None if last.value is None or first.value is None else (last.value / first.value - 1) * 100
    tree = Derivation(
        "expenditure_growth",
        value,
        "%",
        f"{node.baseline}/{node.year}",
        "(last / first - 1) * 100",
        (last.derivation, first.derivation),
    )
    return Finding(
        value,
        low,
        high,
        "%",
        "expenditure_growth",
        node.entity,
        node.year,
        last.basis,
        last.release,
        tree,
        last.observations + first.observations,
        False,
        last.older,
        last.secondary_only or first.secondary_only,
        last.caveats,
    )


def _change(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    first = node.last - 1 if node.first is None else node.first
    return record.expenditure_change(
        node.entity, first, node.last, basis=node.basis, unit=node.unit, as_of=as_of, release=release
    )


def _extra(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    return record.extra_expenditure(
        node.entity,
        node.baseline,
        node.last,
        basis=node.basis,
        cumulative=node.cumulative,
        unit=node.unit,
        as_of=as_of,
        release=release,
    )


def _share_of_total(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    return record.share_of_total(node.entity, node.group, node.year, basis=node.basis, as_of=as_of, release=release)


def _per_head(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    return record.per_head(node.entity, node.year, basis=node.basis, as_of=as_of, release=release)


def _rank(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    if node.measure in OF_THE_TRACKER:
        return aid_ranked(node, record, as_of, release)
    return record.rank(
        node.entity,
        node.measure,
        node.year,
        group=node.group,
        from_below=node.from_below,
        as_of=as_of,
        release=release,
    )


def _comparison(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    if node.measure in OF_THE_TRACKER:
        return aid_compared(node, record, as_of, release)
    return record.comparison(
        node.entity,
        node.against,
        node.measure,
        node.year,
        group=node.group,
        basis=node.basis,
        as_of=as_of,
        release=release,
    )


def _exceptions(node: Any, record: Record, as_of: date, release: str | None) -> Finding | None:
    return record.exceptions(
        node.group,
        node.year,
        node.quantifier,
        named=node.named,
        threshold=node.threshold,
        below=node.below,
        strict=node.strict,
        measure=node.measure,
        armed_only=node.armed,
        as_of=as_of,
        release=release,
    )


_ASK: dict[type[Any], Callable[[Any, Record, date, str | None], Finding | None]] = {
    Level: _level,
    Count: _count,
    Fraction: _fraction,
    Growth: _growth,
    Change: _change,
    Extra: _extra,
    ShareOfTotal: _share_of_total,
    PerHead: _per_head,
    Rank: _rank,
    Comparison: _comparison,
    Exceptions: _exceptions,
}

# How a distance is told ----------------------------------------------------------------------------------------------

POINTS = frozenset({Growth, ShareOfTotal, Fraction})


def distance_unit(question: Numeric, unit: str) -> str:
    """`allies` and `places` for counts and ranks, `pp` for shares, fractions and growth, `%` for levels."""
    if isinstance(question, Count | Exceptions):
        return "allies"
    if isinstance(question, Rank):
        return "places"
    return "pp" if type(question) in POINTS or unit == "%" else "%"


def told(question: Numeric, unit: str, apart: Distance) -> float:
    """A distance as a reader is told it, in `distance_unit`."""
    if isinstance(question, Fraction):
        return apart.absolute * 100
    return apart.relative * 100 if distance_unit(question, unit) == "%" else apart.absolute


def name_of(reading: Reading, finding: Finding | None) -> str:
    """A reading's name: the release that answered and what was put into each open hole."""
    head = (
        f"release {finding.release.id}" if finding is not None else f"release {reading.release or 'newest of the day'}"
    )
    return ", ".join((head, *reading.labels))


def _tried(reading: Reading, finding: Finding, met: bool, apart: Distance) -> Tried:
    return Tried(
        name=name_of(reading, finding),
        agrees=met,
        recorded=finding.value,
        recorded_low=finding.low,
        recorded_high=finding.high,
        unit=finding.unit,
        distance=told(reading.question, finding.unit, apart),
        distance_unit=distance_unit(reading.question, finding.unit),
        derivation=finding.derivation,
        reason=reading.reason,
    )


def _not_held(reading: Reading) -> Tried:
    missing = Derivation(type(reading.question).__name__.lower(), None, "", note="the record does not hold this value")
    name = name_of(reading, None)
    return Tried(name, False, None, None, None, "", None, "", missing, reading.reason)
