"""The values the record is made of: frozen, typed, and never without their source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burdenshare.quick import quick

Period = int | str
"""A calendar year as `int`; anything finer or longer as ISO text (`2024-06`, `2018/2019`)."""


class Grade(StrEnum):
    """How good the page is on which a value was read."""

    OFFICIAL = "official"
    PRESS = "press"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Release:
    """One publication of one statistical source.

    `own_year` is the newest year the release itself estimates; `definition` is `whole` or `core` for NATO (July 2026
    counts core defence expenditure), else empty. `released_on` is None where no day was found ("undated": *now* only).
    """

    id: str
    publisher: str  # "nato", "weo", "wdi", "kiel"
    released_on: date | None
    title: str
    own_year: int
    definition: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one measure for one entity in one period, as one release printed it.

    `value` is in base units (dollars, persons, per cent as 2.0). `low`..`high` is what the printed digits allow: equal
    to `value` for cells held at full precision, half a unit of the last printed digit on each side for press-read ones.
    `basis` is `current`, `constant_2015`... for money and GDP and empty for everything else.
    """

    measure: str
    entity: str
    period: Period
    basis: str
    unit: str
    value: float
    low: float
    high: float
    printed: str  # value and unit exactly as in the source table, e.g. "506706.3 million USD"
    estimate: bool
    release: str
    released_on: date | None
    source: str
    grade: Grade
    table: str  # packaged table and row, e.g. "nato/expenditure.csv:5012"
    aggregate: bool = False  # an aggregate printed in a release's text, not a cell of its tables

    @property
    def one_decimal(self) -> bool:
        """Printed with a precision too coarse to decide a threshold (SEMANTICS: never decides 2 %)."""
        return self.unit == "%" and (self.high - self.low) > 0.05


@quick
@dataclass(frozen=True, slots=True)
class Derivation:
    """Why a value is what it is: a tree whose leaves are observations or dated entries.

    `formula` is readable arithmetic over the inputs' names; `note` carries what a reader must know (older release,
    published aggregate, bounds only).
    """

    name: str
    value: float | None
    unit: str
    period: str = ""
    formula: str = ""
    inputs: tuple[Derivation, ...] = ()
    observation: Observation | None = None
    source: str = ""  # for leaves that are dated entries, not observations
    note: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Finding:
    """What the record answers to one question: a value (or only bounds), and why.

    `low`..`high` is what is known of the value: a point for full cells, an interval for rounded cells, the possible
    range where only part of the cells is held (`bounded` is then True and `value` is None).
    `older` names the newest release of the day when that one lacks the cell and an older one answered.
    `caveats` are short sentences for the reader.
    """

    value: float | None
    low: float
    high: float
    unit: str
    measure: str
    entity: str
    period: Period
    basis: str
    release: Release
    derivation: Derivation
    observations: tuple[Observation, ...] = ()
    bounded: bool = False
    older: Release | None = None
    secondary_only: bool = False  # rests on `secondary` rows alone: never carries a verdict by itself
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """The revision band of SEMANTICS §5: how much the record itself moves between neighbouring releases.

    `value` is a fraction (0.02 is 2 %); `pairs` counts the pairs it rests on, 0 when it is the stated default.
    """

    value: float
    pairs: int
    origin: str


@dataclass(frozen=True, slots=True)
class Member:
    """An ally: when it joined, its currency today, whether it has armed forces."""

    ally: str
    name: str
    joined_on: date
    currency: str
    region: str
    armed: bool
    source: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office from a day to a day (exclusive).

    Dates known only to the month or year are widened: `from_` is the first possible day, `to` the last possible one,
    and the `*_precise` flags are False. `to` is None while in office; on a grade D row `to` means "last seen".
    """

    person: str
    office: str
    entity: str
    from_: date
    from_precise: bool
    to: date | None
    to_precise: bool
    grade: str  # A, B, C, D
    source: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening. `first`..`last` are its days (the whole month where only that is known)."""

    name: str
    first: date
    last: date
    place: str
    kind: str
    grade: Grade
    source: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who committed to what, when, until when. Dates are ISO text as precise as read; `made_first` is the first day
    the text allows and `made_last` the last. `status` is a remark of today and decides nothing."""

    id: str
    actors: tuple[str, ...]
    kind: str
    about: str
    comparator: str
    value: float
    unit: str
    made_on: str
    made_first: date | None
    made_last: date | None
    due_by: str
    made_at: str
    status: str
    grade: Grade
    source: str


@dataclass(frozen=True, slots=True)
class Horizon:
    """A dated statement on when the adversary could attack or be ready (`capabilities/reconstitution.csv`)."""

    stated_by: str
    role: str
    country: str
    stated_on: str
    low_years: float | None
    high_years: float | None
    low_year: int | None
    high_year: int | None
    about: str
    grade: Grade
    source: str
