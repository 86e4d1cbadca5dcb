"""What a page of the record is asked, as its address tells it: names and numbers of strangers become known ones."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.charts.years import FIRST, Terms
from burdenshare.report.days import day_of, past
from burdenshare.report.names import entity_of, measure_of

LONGEST = 80
"""Characters of a name: every name of the record is shorter, and what is longer is nobody's."""

LAST_YEAR = 2050
HIGHEST = 100.0
"""The highest threshold, in per cent."""

DIGITS = 6
"""Digits that a chart can show of a number."""

UNITS = ("USD", "EUR", "NCU")
BASES = ("current", "constant")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Question:
    """One view of the record: whose value of what, of which year (None: the newest), as published up to `on` (None: the
    record's edition), on which terms; `low` and `high` are what somebody said of it."""

    entity: str
    measure: str
    year: int | None = None
    on: date | None = None
    threshold: float = 2.0
    basis: str = ""
    unit: str = ""
    baseline: int | None = None
    low: float | None = None
    high: float | None = None

    @property
    def terms(self) -> Terms:
        """The same for a look-up."""
        return Terms(self.on, None, self.basis, self.unit, self.threshold, self.baseline)

    def query(self, **instead: object) -> str:
        """The address's part behind `?`, with other values `instead` of some; what is as usual is left out."""
        told = {
            "entity": self.entity,
            "measure": self.measure,
            "year": self.year,
            "on": self.on,
            "threshold": None if self.threshold == 2.0 else f"{self.threshold:g}",
            "basis": self.basis,
            "unit": self.unit,
            "baseline": self.baseline,
            "low": None if self.low is None else f"{self.low:.15g}",
            "high": None if self.high is None else f"{self.high:.15g}",
            **instead,
        }
        return urlencode({name: str(value) for name, value in told.items() if value not in (None, "")})


def question_in(
    asked: Mapping[str, str], record: Record, *, entity: str = "NATO", measure: str = "share_of_gdp"
) -> Question:
    """The question of an address; `entity` and `measure` are meant where it names none. Raises InputError."""
    declared = measure_of(record, _name(asked, "measure") or measure)
    on = day_of(_name(asked, "on"), "on")
    return Question(
        entity=entity_of(record, _name(asked, "entity") or entity),
        measure=declared,
        year=year_in(asked, "year"),
        on=None if on is None else past(on, "on", "give a day that has been"),
        threshold=_threshold(asked),
        basis=_one_of(asked, "basis", (*BASES, *record.measure(declared).variants)),
        unit=_one_of(asked, "unit", UNITS),
        baseline=year_in(asked, "baseline"),
        low=_drawn(asked, "low"),
        high=_drawn(asked, "high"),
    )


def year_in(asked: Mapping[str, str], name: str) -> int | None:
    """A calendar year; None where none is given. Raises InputError."""
    told = _name(asked, name)
    if not told:
        return None
    if not _YEAR.fullmatch(told) or not FIRST <= int(told) <= LAST_YEAR:
        raise InputError(f"'{told[:20]}' is no year", where=name, remedy=f"give one from {FIRST} to {LAST_YEAR}")
    return int(told)


def _threshold(asked: Mapping[str, str]) -> float:
    told = _number(asked, "threshold")
    if told is None:
        return 2.0
    if not 0 < told <= HIGHEST:
        raise InputError(f"a threshold of {told:g} %", where="threshold", remedy=f"give one above 0, up to {HIGHEST:g}")
    return round(told, 2)


def _drawn(asked: Mapping[str, str], name: str) -> float | None:
    """An end of what was said, as finely as a chart shows it: finer ones would be drawn, and kept, each for itself."""
    told = _number(asked, name)
    return None if told is None else float(f"{told:.{DIGITS}g}")


def _number(asked: Mapping[str, str], name: str) -> float | None:
    told = _name(asked, name)
    if not told:
        return None
    if not _NUMBER.fullmatch(told) or not math.isfinite(float(told)):
        raise InputError(f"'{told[:20]}' is no number", where=name, remedy="write it as 2 or 3.5")
    return float(told)


def _one_of(asked: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    told = _name(asked, name)
    if told and told not in known:
        raise UnknownNameError(name, told, known, where=name)
    return told


def _name(asked: Mapping[str, str], name: str) -> str:
    told = asked.get(name, "").strip()
    if len(told) > LONGEST:
        raise InputError(f"longer than {LONGEST} characters", where=name, remedy="give the name alone")
    return told
