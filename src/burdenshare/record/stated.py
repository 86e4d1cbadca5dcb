"""Figures stated on a day, outside any statistical release: industry, requirements, holdings, posture.

For these measures `basis` names the variant instead of prices (`output/main battle tanks`), and each day a source
spoke is a release of its own, so that look-ups as of a day work alike everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.record.days import days_meant
from burdenshare.record.model import Grade, Observation, Period, Release
from burdenshare.record.tables import PLACE, Row

PUBLISHER = "stated"
_SCALE_WORDS = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALE = re.compile(r"(thousand|million|billion) ([A-Z]{3})\b(.*)")


@dataclass(frozen=True, slots=True)
class Stated:
    """How one table says what this record says: columns to fields."""

    table: str
    measure: Callable[[Row], str]
    entity: str
    variant: Callable[[Row], str]
    period: str
    stated_on: str
    stated_by: str


def _always(measure: str) -> Callable[[Row], str]:
    return lambda row: measure


def _budget_measure(row: Row) -> str:
    return row["measure"] if row["measure"] == "common_budget_share" else "common_budget"


TABLES = (
    Stated(
        "industry/production.csv",
        _always("production"),
        "producer",
        lambda row: f"{row['measure']}/{row['item']}",
        "period",
        "stated_on",
        "stated_by",
    ),
    Stated(
        "capabilities/requirements.csv",
        _always("requirement"),
        "scenario",
        lambda row: row["item"],
        "stated_on",
        "stated_on",
        "stated_by",
    ),
    Stated(
        "capabilities/holdings.csv",
        _always("holding"),
        "entity",
        lambda row: row["item"],
        "as_of",
        "",
        "",
    ),
    Stated(
        "posture/common_budget.csv",
        _budget_measure,
        "ally",
        lambda row: "" if row["measure"] == "common_budget_share" else row["measure"],
        "period",
        "agreed_on",
        "",
    ),
    Stated(
        "posture/nuclear_warheads.csv",
        _always("warheads"),
        "entity",
        lambda row: row["measure"],
        "period",
        "stated_on",
        "stated_by",
    ),
    Stated(
        "posture/troops.csv",
        _always("troops"),
        "entity",
        lambda row: f"{row['measure']}@{row['place']}",
        "period",
        "stated_on",
        "stated_by",
    ),
)
"""The tables of stated figures. A table without a day column serves *now* only."""

BY_MEASURE = {
    "production": "industry/production.csv",
    "requirement": "capabilities/requirements.csv",
    "holding": "capabilities/holdings.csv",
    "common_budget": "posture/common_budget.csv",
    "common_budget_share": "posture/common_budget.csv",
    "warheads": "posture/nuclear_warheads.csv",
    "troops": "posture/troops.csv",
}


def observations(declared: Stated, rows: list[Row]) -> Iterator[Observation]:
    """One observation a row that states a number."""
    for number, row in enumerate(rows, start=2):
        ends = [float(text) for text in (row.get("low", ""), row["value"], row.get("high", "")) if text]
        if not ends:
            continue
        factor, unit = base_unit(row["unit"])
        day = stated_day(row[declared.stated_on]) if declared.stated_on else None
        yield Observation(
            measure=declared.measure(row),
            entity=row[declared.entity],
            period=_period(row[declared.period]),
            basis=declared.variant(row),
            unit=unit,
            value=(float(row["value"]) if row["value"] else sum(ends) / len(ends)) * factor,
            low=min(ends) * factor,
            high=max(ends) * factor,
            printed=_printed(row),
            estimate=False,
            release=_release_id(declared, row),
            released_on=day,
            source=row["source_url"],
            grade=Grade(row["grade"]),
            table=row.get(PLACE) or f"{declared.table}:{number}",
        )


def release_of(one: Observation) -> Release:
    """The day a source spoke, as a release."""
    year = one.released_on.year if one.released_on else 0
    return Release(one.release, PUBLISHER, one.released_on, one.release, year)


def stated_day(text: str) -> date | None:
    """The last day a date of any precision can mean: a look-up must never see a figure early."""
    meant = days_meant(text)
    return meant[1] if meant else None


def base_unit(printed: str) -> tuple[float, str]:
    """Factor and base unit of a printed unit: `billion EUR/year` is 1e9 `EUR/year`."""
    found = _SCALE.match(printed)
    if found is not None:
        return _SCALE_WORDS[found[1]], found[2] + found[3]
    plain: Mapping[str, str] = {"personnel": "persons"}
    return 1.0, plain.get(printed, printed)


def _period(text: str) -> Period:
    return int(text) if len(text) == 4 and text.isdigit() else text


def _printed(row: Row) -> str:
    number = row["value"] or "-".join(text for text in (row.get("low", ""), row.get("high", "")) if text)
    return f"{number} {row['unit']}"


def _release_id(declared: Stated, row: Row) -> str:
    who = row[declared.stated_by] if declared.stated_by else row["source_url"]
    day = row[declared.stated_on] if declared.stated_on else ""
    return f"{who}, {day}" if day else f"{who}, undated"
