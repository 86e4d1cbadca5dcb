"""Aid to Ukraine by donor: every release of the tracker for itself, never mixed (semantics §3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from burdenshare.errors import RecordError
from burdenshare.record.model import Grade, Observation, Period
from burdenshare.record.precision import half_unit_of
from burdenshare.record.releases import Releases
from burdenshare.record.stated import base_unit
from burdenshare.record.tables import PLACE, Row

TABLE = "support/support.csv"
MEASURE = "aid"
PUBLISHER = "kiel"
PAGE = "(page)"
"""Mark of a release that is a headline figure read on a page, at its printed digits."""
TRACKER = "https://www.ifw-kiel.de/"
"""Addresses of the institute's own pages; other pages are the press."""


def observations(rows: list[Row], grades: Mapping[str, str], releases: Releases) -> Iterator[Observation]:
    """One observation a row of `support/support.csv`; `basis` is `allocation/military` and the like.

    `grades`: release to grade, for releases held as tables. The day of a release comes from `nato/releases.csv`:
    release 28 on the day its file was fetched, release 30 none.
    """
    for number, row in enumerate(rows, start=2):
        release = releases.by_id.get(row["release"])
        if release is None:
            where = f"{TABLE}:{number}"
            raise RecordError(f"release '{row['release']}' is not known", where=where, remedy="add it to the releases")
        factor, unit = base_unit(row["unit"])
        value = float(row["value"])
        half = half_unit_of(row["value"]) if PAGE in release.id else 0.0
        yield Observation(
            MEASURE,
            row["donor"],
            _period(row["period"]),
            f"{row['measure']}/{row['kind']}",
            unit,
            value * factor,
            (value - half) * factor,
            (value + half) * factor,
            f"{row['value']} {row['unit']}",
            False,
            release.id,
            release.released_on,
            row["source"],
            _grade(row, grades),
            row.get(PLACE) or f"{TABLE}:{number}",
        )


def _grade(row: Row, grades: Mapping[str, str]) -> Grade:
    if row["release"] in grades:
        return Grade(grades[row["release"]])
    return Grade.OFFICIAL if row["source"].startswith(TRACKER) else Grade.PRESS


def _period(text: str) -> Period:
    return int(text) if len(text) == 4 else text
