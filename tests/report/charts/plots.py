"""One chart of each kind, for tests of all."""

from __future__ import annotations

from datetime import date

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.charts.allies import against_threshold
from burdenshare.report.charts.claimed import of_statement
from burdenshare.report.charts.model import Plot
from burdenshare.report.charts.releases import over_releases
from burdenshare.report.charts.years import over_years

KINDS = ("years", "releases", "allies", "claimed")


def plot_of(record: Record, kind: str) -> Plot:
    """The chart of that kind."""
    if kind == "years":
        return over_years(record, "DEU", "share_of_gdp", period=2024)
    if kind == "releases":
        return over_releases(record, "DEU", "share_of_gdp", 2024)
    if kind == "allies":
        return against_threshold(record, 2024, as_of=date(2025, 2, 13))
    text = "Poland spent more than 4 percent of GDP on defence in 2024."
    return of_statement(record, bs.check(text, on=date(2025, 2, 13), record=record).checked.checked[0])
