"""What a chart shows, before anything is drawn: frozen values of the record, each with its release and its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.checking.alliance.model import Mark
from burdenshare.checking.model import Verdict
from burdenshare.reading.model import Interval

NO_PART = ""
"""The definition of what counts no definition: every publisher but NATO."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart and where it comes from.

    `label` is what sets it apart from its neighbours (a year, the month of a release, an ally's name). `value` and its
    bounds are in base units; None where the record holds nothing, and `notes` say why. `released_on` is the day of
    publication, `sources` are keys that `report.citations.citation` opens, `estimate` is the publisher's own word.
    """

    entity: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    period: str
    basis: str = ""
    estimate: bool = False
    definition: str = NO_PART
    release: str = ""
    released_on: date | None = None
    sources: tuple[str, ...] = ()
    mark: Mark = Mark.PLAIN
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A line to hold the values against: a threshold or a guideline, in the chart's unit, and what it is called. One
    that is `meant` is drawn however far from the values it lies."""

    value: float
    words: str
    meant: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What every chart is of: an ally or group, a measure in its unit and on its price basis, and the last day whose
    publications count."""

    entity: str
    name: str
    measure: str
    title: str
    unit: str
    basis: str
    known_on: date


@dataclass(frozen=True, slots=True)
class Years:
    """A measure over years as known on one day, oldest first. `marked` is the year that was asked for, if any;
    `left_out` says what is held and cannot stand beside the rest, and why."""

    asked: Asked
    points: tuple[Point, ...]
    levels: tuple[Level, ...] = ()
    marked: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Releases:
    """One value in every release that tells it, oldest first: how it has been estimated anew."""

    asked: Asked
    period: str
    points: tuple[Point, ...]
    levels: tuple[Level, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Allies:
    """All members of a group against a threshold, highest first, those without a value last.

    `met_low`..`met_high` is the record's own count (one number unless it could only be bounded), of `members`;
    `said` is what must be told of that count. `release` answered it.
    """

    asked: Asked
    year: int
    threshold: float
    points: tuple[Point, ...]
    met_low: int
    met_high: int
    members: int
    release: str
    released_on: date | None
    definition: str = NO_PART
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """One of the two days a statement is judged on, the release that answered, its value, and the verdict."""

    name: str
    on: date
    value: float | None
    release: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Claimed:
    """A checked statement against what every release said: `said` is the interval its words allow, in the words
    `words`; `clocks` are *then* (missing for a text without a day) and *now*."""

    asked: Asked
    period: str
    points: tuple[Point, ...]
    statement: str
    words: str
    said: Interval
    clocks: tuple[Clock, ...]
    left_out: tuple[str, ...] = ()


Plot = Years | Releases | Allies | Claimed
"""Anything that can be drawn."""
