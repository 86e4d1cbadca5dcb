"""Forecasts of the running year: held first against the release of their own day, not against the final figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from burdenshare.checking.cases import Case, Ruling, may_carry
from burdenshare.checking.evaluate import Trial, try_reading
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Count, Fraction, Level
from burdenshare.checking.readings import Clock
from burdenshare.checking.telling import against_plain, record_says
from burdenshare.reading.model import Modality
from burdenshare.record.releases import NATO

SOON = timedelta(days=240)
"""A forecast made before any release speaks of its year is held against the first that does, within these days: NATO
prints a year for the first time in June or July, or in the annual report of the spring after."""


def a_forecast_of_its_day(case: Case) -> Ruling | None:
    """*now*: `will spend 1.52 % this year` agreed with the estimate of its day, and the outturn came out otherwise: what
    was foretold is compared with the release of that day, and the outturn is told beside it."""
    own, day = case.claim.statement, case.claim.day
    if case.clock is Clock.THEN or own.modality is not Modality.FORECAST or day is None or case.plain is None:
        return None
    if own.period[:4] != str(day.year) or not isinstance(case.claim.question, (Level, Count, Fraction)):
        return None
    trial = _of_its_day(case, day)
    if trial is None:
        return None
    found = case.margin(trial)
    if not trial.agrees and not (found is not None and found.within):
        return None
    why = f"a forecast of {day}: {record_says(trial)}, as estimated then{against_plain(case)}"
    return Ruling(Verdict.DEPENDS, trial, why)


def _of_its_day(case: Case, day: date) -> Trial | None:
    """The plain reading asked of the newest release of that day, else of the first that speaks of the year after it."""
    assert case.plain is not None
    dated = [one for one in case.record.releases(NATO) if one.released_on is not None and one.definition == "whole"]
    ordered = sorted(dated, key=lambda one: (one.released_on or day, one.id))
    before = [one for one in reversed(ordered) if one.released_on is not None and one.released_on <= day]
    after = [one for one in ordered if one.released_on is not None and day < one.released_on <= day + SOON]
    for release in (*before[:1], *after):
        reading = replace(case.plain.reading, release=release.id)
        trial = try_reading(case.claim, reading, case.record, case.day)
        if trial.finding is not None and may_carry(trial):
            return trial
    return None
