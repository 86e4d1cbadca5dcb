"""Levels of money told at the prices of a release whose base year is gone."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.agreement import misses
from burdenshare.checking.cases import Case, Ruling, both_bases
from burdenshare.checking.evaluate import Trial
from burdenshare.checking.limits import REBASED
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.questions import Level
from burdenshare.checking.readings import basis_is_open
from burdenshare.checking.telling import off, record_says
from burdenshare.record.record import Record


def another_base_year_away(case: Case, trial: Trial) -> bool:
    """Whether the words lie no further from a value at constant prices than a new base year has moved such values."""
    pair = both_bases(case, trial)
    if pair is None or case.may_be is None:
        return False
    constant = pair[1]
    return not misses(case.may_be, constant.low * (1 - REBASED.value), constant.high * (1 + REBASED.value))


def at_prices_of_another_year(case: Case) -> Ruling | None:
    """*now*: a level told when NATO counted in prices of another year may be one at those prices, which no newer
    release prints again. What agreed at current prices on its day was none, and has been revised since."""
    own, day, nearest = case.claim.statement, case.claim.day, case.nearest
    if case.clock is Clock.THEN or day is None or nearest is None or not isinstance(case.claim.question, Level):
        return None
    if own.unit != "USD" or not (basis_is_open(case.claim) or own.basis == "constant"):
        return None
    told, new = _base_of(case.record, day), _base_of(case.record, case.day)
    if told == new or not any(another_base_year_away(case, trial) for trial in case.carrying):
        return None
    first = Case(case.claim, case.record, Clock.THEN, day, case.edition)
    if own.basis != "constant" and first.plain is not None and first.plain.agrees:
        return None
    both = any(both_bases(first, trial) for trial in first.carrying)
    if both and not any(trial.agrees for trial in first.carrying):
        return None  # its own day held both kinds of prices, and neither gave it
    prices = f"prices of {told}" if told else "prices of another year"
    why = f"it may be told at {prices}, as NATO counted then; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def _base_of(record: Record, day: date) -> str:
    """The base year of the newest constant prices held by a day, or nothing."""
    held = record.observations(measure="expenditure", entity="NATO", as_of=day)
    dated = [(one.released_on, one.basis) for one in held if one.basis.startswith(_CONSTANT) and one.released_on]
    return max(dated)[1].removeprefix(_CONSTANT) if dated else ""


_CONSTANT = "constant_"
