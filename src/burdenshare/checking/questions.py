"""The questions a claim can put to the record: small frozen nodes, some of whose fields may be holes.

A hole stands where the words leave something open; a reading is a rewrite that fills the holes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from burdenshare.quick import quick
from burdenshare.record.model import Period


class Hole(Enum):
    """What the words may leave open. The release is open in every claim and is therefore no field of the tree."""

    PERIOD = "period"
    GROUP = "group"
    BASIS = "basis"
    TERMS = "terms"
    BASELINE = "baseline"
    CUMULATIVE = "cumulative"
    DENOMINATOR = "denominator"
    CELL = "cell"
    VARIANT = "variant"
    RATE = "rate"


@quick
@dataclass(frozen=True, slots=True)
class Level:
    """One stored value. `unrounded` asks for the quotient behind a share that was printed hard-rounded; `rate` is
    `printed` (as NATO converts) or `average` (converted at the period average of one vintage)."""

    measure: str
    entity: str | Hole
    period: Period | Hole
    basis: str | Hole = ""
    unit: str = ""
    unrounded: bool | Hole = False
    rate: str | Hole = "printed"


@quick
@dataclass(frozen=True, slots=True)
class Count:
    """How many members of a group stand at or above a threshold (or below it); `unrounded` takes the quotient behind a
    share that was printed as the threshold itself."""

    group: str | Hole
    year: int | Hole
    threshold: float = 2.0
    below: bool = False
    measure: str = "share_of_gdp"
    armed: bool | Hole = False
    unrounded: bool | Hole = False


@dataclass(frozen=True, slots=True)
class Fraction:
    """The same as a fraction of the group's members."""

    group: str | Hole
    year: int | Hole
    threshold: float = 2.0
    below: bool = False
    measure: str = "share_of_gdp"
    armed: bool | Hole = False


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth of expenditure in per cent up to `year`, over the year before or since a `baseline` year.

    `terms`: `real`, `own_currency` (nominal) or `usd` (nominal)."""

    entity: str | Hole
    year: int | Hole
    terms: str | Hole
    baseline: int | Hole | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Difference in expenditure between two years, in money."""

    entity: str | Hole
    first: int | Hole | None
    last: int | Hole
    basis: str | Hole = Hole.BASIS
    unit: str = "USD"


@dataclass(frozen=True, slots=True)
class Extra:
    """Spending above the level of a baseline year: summed over the years (`cumulative`) or in the last year alone."""

    entity: str | Hole
    baseline: int | Hole
    last: int | Hole
    basis: str | Hole = Hole.BASIS
    cumulative: bool | Hole = Hole.CUMULATIVE
    unit: str = "USD"


@dataclass(frozen=True, slots=True)
class ShareOfTotal:
    """Share of an ally or group in a larger group's expenditure, in per cent."""

    entity: str | Hole
    group: str
    year: int | Hole
    basis: str | Hole = Hole.BASIS


@dataclass(frozen=True, slots=True)
class PerHead:
    """Expenditure per inhabitant in US dollars."""

    entity: str
    year: int | Hole
    basis: str | Hole = Hole.BASIS


@dataclass(frozen=True, slots=True)
class Rank:
    """Place of an ally among the members of a group, 1 the largest (or, `from_below`, the smallest); by aid, of a donor
    among all donors of one kind (`basis`) over a span (`year`)."""

    entity: str
    measure: str
    year: Period | Hole
    group: str = "NATO"
    from_below: bool = False
    basis: str | Hole = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many times the value of others taken together; `against`: codes, `REST` (of the group) or `NEXT:n`."""

    entity: str
    against: tuple[str, ...]
    measure: str
    year: int | Hole | str
    group: str = "NATO"
    basis: str | Hole = ""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """How many members of a group break `all` (but those named) or `only` (those named) at a threshold."""

    group: str
    year: int | Hole
    quantifier: str
    named: tuple[str, ...] = ()
    threshold: float = 2.0
    below: bool = False
    strict: bool = False
    measure: str = "share_of_gdp"
    armed: bool | Hole = False


@dataclass(frozen=True, slots=True)
class Members:
    """How many members a group has on a day, or in a year where the words name one."""

    group: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """That an ally joined the alliance in a period."""

    ally: str
    period: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Guideline:
    """A target share: of the alliance, or a national target of one ally. `agreed` is the year the words give it, `of`
    the unit its commitments are told in."""

    actor: str
    agreed: str = ""
    due: str = ""
    of: str = "% of GDP"


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated happening: what it is called, where, when."""

    words: str
    place: str
    period: str
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person holds an office (or, `former`, no longer does) in a period."""

    person: str
    office: str
    entity: str
    period: str = ""
    former: bool = False


@dataclass(frozen=True, slots=True)
class Age:
    """Years since something: the founding, an accession, an invasion."""

    words: str
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure the record holds only as statements of others (output, holdings, stationed troops, requirements)."""

    measure: str
    entity: str
    period: str = ""
    variant: str = ""


Numeric = Level | Count | Fraction | Growth | Change | Extra | ShareOfTotal | PerHead | Rank | Comparison | Exceptions
"""Questions answered by a value of a statistical release."""

Dated = Members | Membership | Guideline | Happening | Tenure | Age
"""Questions answered by dated entries, alike on both clocks."""

Question = Numeric | Dated | Stated


def holes_of(question: Question) -> tuple[Hole, ...]:
    """The holes of a question, in the order of its fields."""
    found = [getattr(question, name) for name in type(question).__match_args__]
    return tuple(dict.fromkeys([value for value in found if isinstance(value, Hole)]))


def fill(question: Numeric, values: Mapping[Hole, Any]) -> Numeric:
    """The same question with holes replaced by values: a reading is such a rewrite."""
    held = [getattr(question, name) for name in type(question).__match_args__]
    filled = [values.get(value, value) if isinstance(value, Hole) else value for value in held]
    return type(question)(*filled)
