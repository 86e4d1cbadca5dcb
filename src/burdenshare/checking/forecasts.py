"""Forecasts of a year that no release had spoken of yet: held first against the first release that does."""

from __future__ import annotations

from datetime import date, timedelta

from burdenshare.checking.cases import Case, Ruling, may_carry
from burdenshare.checking.evaluate import Trial, try_reading
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.questions import Count, Fraction, Level
from burdenshare.checking.telling import against_plain, record_says
from burdenshare.reading.model import Modality
from burdenshare.reading.replacing import replaced
from burdenshare.record.model import Release
from burdenshare.record.releases import NATO

SOON = timedelta(days=240)
"""A forecast made before any release speaks of its year is held against the first that does, within these days: NATO
prints a year for the first time in June or July, or in the annual report of the spring after."""


def a_forecast_of_its_day(case: Case) -> Ruling | None:
    """*now*: `will spend 1.52 % this year`, said before any release of that year, agreed with the first one: what was
    foretold is compared with that estimate, and the outturn is told beside it. A forecast that a release of its own day
    answers needs no such help: *then* has judged it."""
    own, day = case.claim.statement, case.claim.day
    if case.clock is Clock.THEN or own.modality is not Modality.FORECAST or day is None or case.plain is None:
        return None
    if own.period[:4] != str(day.year) or not isinstance(case.claim.question, (Level, Count, Fraction)):
        return None
    trial = _of_the_first_release(case, day)
    if trial is None:
        return None
    found = case.margin(trial)
    if not trial.agrees and not (found is not None and found.within):
        return None
    why = f"a forecast of {day}: {record_says(trial)}, as estimated soon after{against_plain(case)}"
    return Ruling(Verdict.DEPENDS, trial, why)


def _of_the_first_release(case: Case, day: date) -> Trial | None:
    """The plain reading asked of the first release after the day that speaks of the year; None where one of the day or
    before did."""
    for release, out in _dated(case):
        if out > day + SOON:
            return None
        trial = _asked(case, release)
        if trial is not None:
            return trial if out > day else None
    return None


def _dated(case: Case) -> list[tuple[Release, date]]:
    """NATO's releases of whole spending with the day they came out, oldest first."""
    found = [one for one in case.record.releases(NATO) if one.definition == "whole"]
    dated = [(one, one.released_on) for one in found if one.released_on is not None]
    return sorted(dated, key=lambda pair: (pair[1], pair[0].id))


def _asked(case: Case, release: Release) -> Trial | None:
    assert case.plain is not None
    trial = try_reading(case.claim, replaced(case.plain.reading, release=release.id), case.record, case.day)
    return trial if trial.finding is not None and may_carry(trial) else None
