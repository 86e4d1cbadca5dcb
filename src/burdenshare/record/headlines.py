"""Aggregates that NATO's releases printed, and figures that were only spoken.

A row of `nato/headlines.csv` is evidence when a statistical release printed it: read on the very day of a release,
from no person's mouth, about no year after the release's own, with digits enough. Every other row is kept as a figure
to show beside a statement, and decides nothing (semantics §3).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from burdenshare.record.model import Grade, Observation, Release
from burdenshare.record.nato_cells import UNNAMED
from burdenshare.record.precision import half_unit_of
from burdenshare.record.releases import Releases
from burdenshare.record.tables import Row

TABLE = "nato/headlines.csv"

PERSONS = ("Secretary General", "transcript")
"""Words in `publisher` that mean a person speaks, whoever relays it."""

ALL_ALLIES = "allies"
"""Subject of counts and medians over the members."""

SCALES = {"count": (1.0, "allies"), "billion USD": (1e9, "USD"), "%": (1.0, "%")}

NATO_ITSELF = "NATO"
"""Publisher of rows read in NATO's own document: digits as printed. Relays round money, so that trailing zeros of
theirs are no digits."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a headline's measure is called in the record: measure, variant (`basis`), and whether prices play a part."""

    measure: str
    variant: str = ""
    priced: bool = False


NAMES = {
    "expenditure": Naming("expenditure", priced=True),
    "real_change": Naming("real_change"),
    "share_of_gdp": Naming("share_of_gdp"),
    "share_of_nato_expenditure": Naming("share_of_total", "NATO"),
    "nominal_change": Naming("expenditure_growth", "nominal"),
    "change_on_previous_year": Naming("expenditure_growth", UNNAMED),
    "expenditure_increase_on_previous_year": Naming("expenditure_change", UNNAMED),
    "cumulative_extra_spending_since_2014": Naming("extra_expenditure", "since_2014"),
    "cumulative_extra_spending_since_2016": Naming("extra_expenditure", "since_2016"),
    "cumulative_extra_spending_2015_to_2018": Naming("extra_expenditure", "since_2014"),
    "extra_spending_to_2024": Naming("extra_expenditure", UNNAMED),
}
"""Headline measures that have a name in the record. Sums "2015 to 2018" count over 2014, as those "since 2014" do."""

COARSEST = 0.03
"""Half the width over the value beyond which a printed level or share tells too little to be evidence: "2 %" cannot
tell 1.6 from 2.4, nor "1.1 trillion" 1,060 from 1,140 billion. One decimal of a share near 1.7 % just passes."""

_GROWTH = frozenset({"real_change", "expenditure_growth", "expenditure_change"})
"""Differences, whose width has no meaning relative to their own value."""

_COUNT = re.compile(r"number_at_or_above_([\d.]+)pct_(gdp|equipment)")
_COUNTED = {"gdp": "share_of_gdp", "equipment": "equipment_share"}
_SENSE = re.compile(r"_(almost|more_than)$")


@dataclass(frozen=True, slots=True)
class Headlines:
    """Rows told apart: `printed` by a release (evidence), `spoken` or read on another day (shown beside)."""

    printed: tuple[Observation, ...]
    spoken: tuple[Observation, ...]


def read(rows: list[Row], releases: Releases) -> Headlines:
    """Tell the rows of `nato/headlines.csv` apart."""
    by_day = {one.released_on: one for one in releases.of("nato")}
    printed: list[Observation] = []
    spoken: list[Observation] = []
    for number, row in enumerate(rows, start=2):
        one = _observation(row, number)
        release = next((held for day, held in by_day.items() if str(day) == row["released_on"]), None)
        if release is not None and is_printed(row, release) and is_sharp(one):
            printed.append(_of_release(one, release))
        else:
            spoken.append(one)
    return Headlines(tuple(printed), tuple(spoken))


def is_printed(row: Row, release: Release) -> bool:
    """Whether `release`, published on the row's day, itself printed the row's figure."""
    person = any(word in row["publisher"] for word in PERSONS)
    named = naming(row["measure"]) is not None and row["subject"] != "unspecified"
    return named and not person and int(row["year"]) <= release.own_year


def is_sharp(one: Observation) -> bool:
    """Whether the printed digits of a level, share or count tell enough to be evidence."""
    return one.measure in _GROWTH or one.value - one.low <= COARSEST * abs(one.value)


def naming(measure: str) -> Naming | None:
    """How the record calls a headline's measure, its sense (`almost`, `more than`) apart; None: it has no name."""
    bare = _SENSE.sub("", measure)
    counted = _COUNT.fullmatch(bare)
    if counted is not None:
        return Naming("allies_at_guideline", guideline_variant(_COUNTED[counted[2]], float(counted[1])))
    return NAMES.get(bare)


def guideline_variant(measure: str, threshold: float) -> str:
    """What a count counts, as the `basis` of its observation: `share_of_gdp>=2`."""
    return f"{measure}>={threshold:g}"


def _observation(row: Row, number: int) -> Observation:
    name = naming(row["measure"]) or Naming(row["measure"])
    factor, unit = SCALES[row["unit"]]
    value = float(row["value"])
    low, high = _interval(row)
    return Observation(
        measure=name.measure,
        entity="NATO" if row["subject"] == ALL_ALLIES else row["subject"],
        period=int(row["year"]),
        basis=(row["price_basis"] or UNNAMED) if name.priced else name.variant,
        unit=unit,
        value=value * factor,
        low=low * factor,
        high=high * factor,
        printed=f"{row['value']} {row['unit']}",
        estimate=False,
        release="",
        released_on=_day(row),
        source=f"{row['publisher']}: {row['source_url']}",
        grade=Grade(row["grade"]),
        table=f"{TABLE}:{number}",
        aggregate=True,
    )


def _of_release(one: Observation, release: Release) -> Observation:
    """The same figure as the release's own; its newest year is an estimate."""
    return Observation(
        one.measure,
        one.entity,
        one.period,
        one.basis,
        one.unit,
        one.value,
        one.low,
        one.high,
        one.printed,
        isinstance(one.period, int) and one.period >= release.own_year,
        release.id,
        release.released_on,
        one.source,
        one.grade,
        one.table,
        aggregate=True,
    )


def _interval(row: Row) -> tuple[float, float]:
    """What the printed digits allow, in the printed unit."""
    value, sense = float(row["value"]), _SENSE.search(row["measure"])
    if row["unit"] == "count":
        return value, value
    half = half_unit_of(row["value"])
    if row["unit"] != "%" and row["publisher"] != NATO_ITSELF:
        half = _half_significant(row["value"])
    if sense is None:
        return value - half, value + half
    return (value, math.inf) if sense[1] == "more_than" else (value - 2 * half, value)


def _half_significant(digits: str) -> float:
    """Half a unit of the last digit that is not a trailing zero of a whole number: `1180` gives 5."""
    if "." in digits:
        return half_unit_of(digits)
    return float(0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0"))))


def _day(row: Row) -> date:
    return date.fromisoformat(row["released_on"])
