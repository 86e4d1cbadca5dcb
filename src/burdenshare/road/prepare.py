"""From a scenario and a day to everything a run needs; what cannot be asked is refused here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record.record import Record
from burdenshare.road.assumptions import assumed
from burdenshare.road.course import courses, members_of
from burdenshare.road.model import Assumption, Measure, Scenario
from burdenshare.road.outlook import DOLLAR, economies
from burdenshare.road.run import Setting, fills_of
from burdenshare.road.starts import Starts, starts

RUNAWAY = 0.9
"""Part of a raised GDP's own rise from which on the model tells nothing: at 1 there is no finite answer."""
LAST_YEAR = 2060
"""Beyond it nothing of an Outlook's last year carries any more."""
AHEAD = 10
"""Years shown of a scenario that names none."""
HIGHEST: dict[Measure, float] = {
    Measure.SHARE: 30.0,
    Measure.RELATED: 30.0,
    Measure.EQUIPMENT: 100.0,
    Measure.GROWTH: 100.0,
    Measure.MONEY: 1e14,
}
"""A target beyond it is a slip of the pen: nobody spends 30 % of GDP on defence in peace."""


def prepare(
    record: Record, scenario: Scenario, on: date, allies: Sequence[str], until: int | None, growth: float = 0.0
) -> tuple[Setting, Starts, tuple[str, ...]]:
    """The setting of a run, the starts of the day, and the allies asked for that have data.

    Raises InputError for what cannot be asked, DateError for a day before the first releases, NotHeldError where none
    of the allies has data.
    """
    asked = members_of(record, tuple(allies), on)
    involved = set(asked) | {DOLLAR}
    for fill in scenario.backfills:
        involved |= {*members_of(record, (fill.ally,), on), *members_of(record, fill.allies, on)}
    for target in scenario.targets:
        if target.measure is Measure.MONEY:  # a sum is divided among all it is asked of
            involved |= set(members_of(record, target.allies, on))
    begun = starts(record, tuple(sorted(involved)), on)
    refuse(scenario, begun.base)
    last = _last_year(scenario, begun.base, until)
    grounds = economies(record, tuple(begun.held), begun.base, last, on, growth)
    wanted = tuple(one for one in asked if one in grounds)
    if not wanted:
        told = ", ".join(record.name(one) for one in asked)
        raise NotHeldError(
            f"the record holds no defence expenditure of {told} on {on.isoformat()}",
            remedy="name another ally (Iceland has no armed forces)"
            if asked == ("ISL",)
            else "name another ally or day",
        )
    assumptions = assumed(scenario)
    _refuse_runaway(scenario, assumptions, begun.base, last)
    limit = assumptions["absorption"].at(begun.base).central
    ways = courses(record, scenario, begun, grounds, limit, on)
    years = tuple(range(begun.base, last + 1))
    return (
        Setting(scenario, years, grounds, ways, assumptions, fills_of(record, scenario, grounds, ways, on)),
        begun,
        wanted,
    )


def _refuse_runaway(scenario: Scenario, assumptions: Mapping[str, Assumption], base: int, last: int) -> None:
    """A share of GDP is of the GDP that the spending itself raises: at a dollar of output for every dollar of GDP asked
    for there is no end to it, and beyond GDP would be below zero."""
    shares = [one.value for one in scenario.targets if one.measure is Measure.SHARE]
    shares += [value for one in scenario.targets if one.measure is Measure.SHARE for _, value in one.points]
    most = max(
        assumptions["multiplier"].at(year).high * (1 - assumptions["import_share"].at(year).low)
        for year in range(base, last + 1)
    )
    if max(shares, default=0.0) / 100 * most >= RUNAWAY:
        raise InputError(
            f"a multiplier of {most:g} after imports makes spending of {max(shares):g} % of GDP pay for itself",
            where="multiplier",
            remedy="give a lower multiplier, a higher import share, or a lower target",
        )


def _last_year(scenario: Scenario, base: int, until: int | None) -> int:
    last = until or scenario.last_year() or base + AHEAD
    if not base < last <= LAST_YEAR:
        raise InputError(
            f"the year {last}",
            where="until",
            remedy=f"give a year from {base + 1} to {LAST_YEAR}: {base} is the base year",
        )
    return max(last, scenario.last_year())


def refuse(scenario: Scenario, base: int) -> None:
    """Raise InputError for a target or backfill that cannot be asked from the base year on."""
    for one in scenario.targets:
        if not 0 <= one.value <= HIGHEST[one.measure] and not (one.measure is Measure.GROWTH and -100 < one.value < 0):
            raise InputError(
                f"a target of {one.value:g} {one.unit}",
                where="target",
                remedy=f"give a {one.measure} between 0 and {HIGHEST[one.measure]:g}",
            )
        for year in (one.by, *(at for at, _ in one.points)):
            if not base < year <= LAST_YEAR:
                raise InputError(
                    f"a target for {year}",
                    where="by",
                    remedy=f"give a year from {base + 1} to {LAST_YEAR}: the figures known on the day are of {base}",
                )
        if one.since is not None and not base < one.since <= one.by:
            raise InputError(
                f"a change that begins in {one.since}", where="since", remedy=f"give a year from {base + 1} to {one.by}"
            )
    for fill in scenario.backfills:
        if not base < fill.by <= LAST_YEAR:
            raise InputError(
                f"a backfill by {fill.by}", where="by", remedy=f"give a year from {base + 1} to {LAST_YEAR}"
            )
        if not (0 <= fill.fraction <= 1 and 0 <= fill.part <= 1):
            raise InputError(
                "a backfill of more than the whole", where="fraction", remedy="give a part between 0 and 1"
            )
