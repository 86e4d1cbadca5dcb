"""Doubts about the reading itself: a contradiction is only sure where the words are accounted for and the year is told.

A figure that the record of the text's own day bore out was read rightly, whatever stood beside it: what the record
says otherwise *now* is then no misreading. Where nothing bore it out, an unknown word is reason enough to hold back.
"""

from __future__ import annotations

from dataclasses import replace

from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.evaluate import Trial
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.questions import Numeric
from burdenshare.checking.telling import off, record_says
from burdenshare.reading.accounted import WORDS

_UNTOLD = frozenset({"now", "assumed", "carried"})
"""How a period was found that no words of the sentence name."""


def read_with_doubt(case: Case) -> Ruling | None:
    """A word stands in the clause of which nobody knows that it changes nothing (`reading/accounted.py`)."""
    if WORDS not in case.claim.statement.holes:
        return None
    if any(trial.agrees for trial in _on_its_day(case)[:1]):
        return None
    nearest = case.nearest or case.carrying[0]
    why = f"read with doubt: a word beside it may change what it says; read as here, {record_says(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, f"{why}, {off(nearest)}")


def right_on_its_day_of_another_year(case: Case) -> Ruling | None:
    """Of a year that the words do not name, where a release of the text's own time had the figure for the year before:
    that one may be meant, and the record is asked about the wrong year."""
    own = case.claim.statement
    if own.period_from not in _UNTOLD or not own.period.isdecimal() or case.claim.day is None:
        return None
    if any(trial.agrees for trial in _on_its_day(case)[:1]):
        return None  # right of its own year on its day, and revised since
    year = str(int(own.period) - 1)
    claim = compile_claim(replace(own, period=year, period_from="explicit"), case.claim.day)
    if claim is None or not isinstance(claim.question, Numeric):
        return None
    before = Case(claim, case.record, Clock.THEN, case.claim.day, case.edition)
    if not any(trial.agrees for trial in (*before.carrying, *before.older)) and not _near(before, own.period_from):
        return None
    nearest = case.nearest or case.carrying[0]
    told = f"the words name no year, and on their day it was right or nearly so of {year}, not of {own.period}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, f"{told}; {record_says(nearest)}, {off(nearest)}")


def _near(before: Case, told: str) -> bool:
    """Told in the past, a year not named may well be the one before: what comes near it is no error to be sure of."""
    margins = (before.margin(trial) for trial in before.carrying if trial.distance is not None)
    return told == "assumed" and any(one is not None and one.within for one in margins)


def _on_its_day(case: Case) -> tuple[Trial, ...]:
    """The trials of the claim by the record of its own day, plain first; none on the clock *then*, which has them."""
    if case.clock is Clock.THEN or case.claim.day is None:
        return ()
    return Case(case.claim, case.record, Clock.THEN, case.claim.day, case.edition).trials
