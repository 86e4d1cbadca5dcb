"""The three charts of the record, by the question of an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from burdenshare.record import Finding, Record
from burdenshare.report.charts.allies import against_threshold
from burdenshare.report.charts.model import Allies, Level, Releases, Years
from burdenshare.report.charts.releases import over_releases
from burdenshare.report.charts.years import over_years
from burdenshare.report.wording import amount
from burdenshare.web.views.question import Question

Drawable = Years | Releases | Allies


def years_plot(record: Record, asked: Question, told: Sequence[Finding] | None = None) -> Years:
    """The measure over the years, of the answers `told` where they are known already. Raises NotHeldError and
    InputError as the record does."""
    return over_years(record, asked.entity, asked.measure, terms=asked.terms, period=asked.year, told=told)


def releases_plot(record: Record, asked: Question, told: Sequence[Finding] | None = None) -> Releases:
    """One year over the releases, with what was said of it. Raises as `years_plot` does."""
    plot = over_releases(record, asked.entity, asked.measure, newest(record, asked), terms=asked.terms, told=told)
    said = _said(asked, plot.asked.unit)
    return replace(plot, levels=said) if said else plot


def threshold_plot(record: Record, asked: Question) -> Allies:
    """All members against the threshold. Raises as `years_plot` does."""
    return against_threshold(
        record, asked.year, threshold=asked.threshold, group=asked.entity, measure=asked.measure, as_of=asked.on
    )


PLOTS: Mapping[str, Callable[[Record, Question], Drawable]] = {
    "years": years_plot,
    "releases": releases_plot,
    "threshold": threshold_plot,
}
"""Charts by the name in their address."""


def newest(record: Record, asked: Question) -> int:
    """The year asked for; where none is, the newest that the day's newest release speaks of."""
    if asked.year is not None:
        return asked.year
    day = asked.on or record.edition
    return record.newest_year(day, asked.measure, asked.entity) or day.year


def _said(asked: Question, unit: str) -> tuple[Level, ...]:
    """What was said as one line, or as the two ends of what its words allow."""
    if asked.low is not None and asked.low == asked.high:
        return (Level(asked.low, f"said: {amount(asked.low, unit)}", meant=True),)
    ends = ((asked.low, "at least"), (asked.high, "at most"))
    return tuple(Level(end, f"said: {word} {amount(end, unit)}", meant=True) for end, word in ends if end is not None)
