"""A measure of an ally or group over the years, as known on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import NotHeldError
from burdenshare.record import Finding, Period, Record
from burdenshare.record.registry import REGISTRY
from burdenshare.record.releases import NATO
from burdenshare.report.charts.model import Level, Years
from burdenshare.report.charts.points import asked_of, comparable, point_of, with_values

FIRST = 1949
"""The year of the treaty: the record knows nothing older."""

AHEAD = 6
"""Years beyond the day that a release may tell: the outlooks of the IMF look five or six years ahead."""

PUBLISHED_COUNT = 2.0
"""The threshold that NATO's own counts are of: drawn under every share of GDP, whatever guideline came later."""

SHARE = "share_of_gdp"

SPENDING = ("expenditure", SHARE)
"""The cells that every formula and every group's value of NATO's tables rests on."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a value is asked for, as `Record.value` takes it: day, release, price basis, unit, threshold, baseline."""

    as_of: date | None = None
    release: str | None = None
    basis: str = ""
    unit: str = ""
    threshold: float = 2.0
    baseline: int | None = None


def over_years(
    record: Record,
    entity: str,
    measure: str,
    *,
    terms: Terms | None = None,
    period: Period | None = None,
    told: Sequence[Finding] | None = None,
) -> Years:
    """Every year that the record answers, each as `Record.value` answers it; `period` is marked where it is a year, and
    `told` are the answers where they are known already.

    Raises UnknownNameError and InputError as `Record.value` does, and NotHeldError where no year is held.
    """
    asked = terms or Terms()
    day = asked.as_of or record.edition
    exact, bounded = with_values(told_years(record, entity, measure, asked) if told is None else told)
    fit, other = comparable(exact)
    if not fit:
        raise NotHeldError(
            "no year is held that could be drawn",
            where=f"{record.name(record.entity(entity))}, {measure}",
            remedy="ask another measure or day",
        )
    return Years(
        asked=asked_of(record, fit[-1], asked.as_of),
        points=tuple(point_of(one, str(one.period)) for one in fit),
        levels=levels_of(record, measure, day),
        marked=str(period) if isinstance(period, int) else "",
        left_out=(*other, *bounded),
    )


def told_years(record: Record, entity: str, measure: str, terms: Terms) -> tuple[Finding, ...]:
    """The record's answer to every year that it answers, oldest first; none for a year that nobody knows yet.

    Raises UnknownNameError and InputError as `Record.value` does.
    """
    day = terms.as_of or record.edition
    return tuple(one for one in _answers(record, entity, measure, terms) if not _to_come(one, day))


def _to_come(finding: Finding, day: date) -> bool:
    """Whether dated entries, which no release looks ahead for, are asked about years that nobody knows yet."""
    return finding.release.released_on is None and isinstance(finding.period, int) and finding.period > day.year


def levels_of(record: Record, measure: str, day: date) -> tuple[Level, ...]:
    """What a share of GDP is held against on that day: the 2 % of NATO's counts, and the guideline in force."""
    if measure != SHARE:
        return ()
    in_force = record.guideline(day)
    published = Level(PUBLISHED_COUNT, f"{PUBLISHED_COUNT:g} %, as NATO counts")
    if in_force is None or in_force.value == PUBLISHED_COUNT:
        return (Level(PUBLISHED_COUNT, f"guideline {PUBLISHED_COUNT:g} %"),)
    due = f" by {in_force.due_by[:4]}" if in_force.due_by else ""
    return (published, Level(in_force.value, f"guideline {in_force.value:g} %{due}"))


def _answers(record: Record, entity: str, measure: str, terms: Terms) -> Iterator[Finding]:
    """Each year's answer; a year that is not held is no fault, a name that is not known is one."""
    for year in _asked_years(record, measure, terms):
        try:
            yield record.value(
                entity,
                measure,
                year,
                as_of=terms.as_of,
                release=terms.release,
                basis=terms.basis,
                unit=terms.unit,
                threshold=terms.threshold,
                baseline=terms.baseline,
            )
        except NotHeldError:
            continue


def _asked_years(record: Record, measure: str, terms: Terms) -> range:
    """The years worth asking: of what rests on NATO's tables alone, no others than those tables speak of."""
    last = (terms.as_of or record.edition).year + AHEAD
    declared = record.measure(measure)
    if measure not in REGISTRY and declared.publishers != (NATO,):
        return range(FIRST, last + 1)
    held = [one.period for name in SPENDING for one in record.index.of_measure(name) if isinstance(one.period, int)]
    own = [one.period for one in record.index.of_measure(measure) if isinstance(one.period, int)]
    return range(min(held + own), min(max(held + own), last) + 1)
