"""Charts from Python: the record's answer to a question, or a checked statement, as a picture in any form."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from burdenshare.errors import InputError
from burdenshare.record import Period, Record
from burdenshare.record.counts import COUNT, FRACTION
from burdenshare.report.article import held_record
from burdenshare.report.charts import telling
from burdenshare.report.charts.allies import against_threshold
from burdenshare.report.charts.model import Plot
from burdenshare.report.charts.releases import over_releases
from burdenshare.report.charts.years import Terms, over_years
from burdenshare.report.exports.writing import writable, write_files


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the record, ready to be drawn: `plot` holds its values, each with its release and its source."""

    plot: Plot

    @property
    def title(self) -> str:
        """The finding in one sentence."""
        return telling.title(self.plot).replace("\N{NO-BREAK SPACE}", " ")

    @property
    def alt(self) -> str:
        """The chart in words, for those who do not see it."""
        return telling.alt(self.plot)

    def spec(self, *, theme: str = "light", frame: str = "wide") -> dict[str, Any]:
        """The Vega-Lite specification. `theme`: light, dark or print; `frame`: wide (720 pixels) or narrow (320)."""
        from burdenshare.report.charts.specs import spec_of

        return spec_of(self.plot, theme=theme, frame=frame)

    def svg(self, *, theme: str = "light", frame: str = "wide") -> str:
        """The chart as SVG, fit to stand in a page. Raises InputError where the extra `web` is not installed."""
        from burdenshare.report.charts.drawing import svg

        return svg(self.spec(theme=theme, frame=frame))

    def png(self, *, theme: str = "light", frame: str = "wide", scale: float = 2.0) -> bytes:
        """The chart as a PNG, `scale` pixels for one (at most 4). Raises InputError as `svg` does."""
        from burdenshare.report.charts.drawing import png

        return png(self.spec(theme=theme, frame=frame), scale)

    def save(self, path: str | Path, *, theme: str = "light", frame: str = "wide", force: bool = False) -> None:
        """Write the chart as its name ends: `.svg`, `.png`, or `.json` for the specification.

        Raises InputError for another ending, OutputError where the file exists (without `force`) or cannot be written.
        """
        target = target_of(path, force=force)
        write_files({target: FORMS[target.suffix.lower()](self, theme, frame)}, force=force)


def _json(chart: Chart, theme: str, frame: str) -> bytes:
    shape = chart.spec(theme=theme, frame=frame)
    return (json.dumps(shape, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


FORMS: dict[str, Callable[[Chart, str, str], bytes]] = {
    ".svg": lambda chart, theme, frame: chart.svg(theme=theme, frame=frame).encode("utf-8"),
    ".png": lambda chart, theme, frame: chart.png(theme=theme, frame=frame),
    ".json": _json,
}
"""What a chart can be written as, by the ending of the file's name."""


def target_of(path: str | Path, *, force: bool = False) -> Path:
    """The file to write, refused before any work if it cannot be. Raises InputError and OutputError as `save` does."""
    target = Path(path)
    if target.suffix.lower() not in FORMS:
        raise InputError("is no chart by its ending", where=str(path), remedy=f"end it in {', '.join(FORMS)}")
    writable(target, force=force)
    return target


def chart(
    entity: str,
    measure: str,
    period: Period,
    *,
    history: bool = False,
    as_of: date | None = None,
    release: str | None = None,
    basis: str = "",
    unit: str = "",
    threshold: float = 2.0,
    baseline: int | None = None,
    record: Record | None = None,
) -> Chart:
    """A value of the record among its neighbours, asked for as `Record.value` is.

    With `history`, the value in every release; of a count of allies, all members against the threshold; of anything
    else, the measure over the years, with `period` marked. Raises as `Record.value` does.
    """
    held = held_record(record)
    if measure in (COUNT, FRACTION) and not history:
        if not isinstance(period, int):
            raise InputError(f"'{period}' is no calendar year", where="period", remedy="ask a year")
        return Chart(against_threshold(held, period, threshold=threshold, group=entity, as_of=as_of, release=release))
    terms = Terms(as_of, release, basis, unit, threshold, baseline)
    if history:
        return Chart(over_releases(held, entity, measure, period, terms=terms))
    return Chart(over_years(held, entity, measure, terms=terms, period=period))
