"""The sheet of a checked article inside a page of the workbench: the parts of the report's own page, with filters,
charts and room for reviews."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from jinja2 import Environment

from burdenshare.checking.model import Checked
from burdenshare.reading.model import Statement
from burdenshare.record import Observation
from burdenshare.report import wording
from burdenshare.report.marks import MARKS, NOT_JUDGED, PRICED
from burdenshare.report.page import Card, sheet_of, with_words
from burdenshare.report.report import Report
from burdenshare.report.templating import environment
from burdenshare.web.values import Facets, Filters

VERDICTS = tuple(mark.css for mark in MARKS.values())


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a statement's value over releases: its address without a form, and what it shows."""

    address: str
    about: str


def sheet_html(report: Report, filters: Filters, *, saved: str = "") -> str:
    """The sheet as HTML, every word of the article escaped; cards that `filters` leave out are marked so."""
    sheet = sheet_of(report.checked, "d1", report.reviews)
    template = environment_of_sheets().get_template("sheet.html")
    return template.render(
        sheet=sheet,
        title=wording.title_of(report.checked.document),
        marks=[*MARKS.values(), PRICED, NOT_JUDGED],
        out={card.anchor for card in sheet.cards if not fits(card, filters)},
        charts={card.anchor: chart for card in sheet.cards if (chart := chart_of(card.entry)) is not None},
        saved=saved,
        verdicts=list(MARKS.values()),
    )


def fits(card: Card, filters: Filters) -> bool:
    """Whether a card is among those asked for."""
    said = card.entry.statement
    return (
        filters.kind in ("", said.kind.value)
        and filters.speaker in ("", said.speaker.name)
        and filters.then in ("", card.then.css)
        and filters.now in ("", card.now.css)
    )


def facets_of(report: Report) -> Facets:
    """What the statements of `report` can be filtered by."""
    entries = report.checked.checked
    then = {entry.then.verdict for entry in entries if entry.then is not None}
    now = {entry.now.verdict for entry in entries if entry.now is not None}
    return Facets(
        _once(entry.statement.kind.value for entry in entries),
        _once(entry.statement.speaker.name for entry in entries if entry.statement.speaker.name),
        tuple(mark.css for verdict, mark in MARKS.items() if verdict in then),
        tuple(mark.css for verdict, mark in MARKS.items() if verdict in now),
    )


def chart_of(entry: Checked) -> Chart | None:
    """The chart of a figure that releases print: one ally or group, one measure, one year."""
    said, answer = entry.statement, entry.then or entry.now
    if answer is None or not answer.evidence or len(said.subject) != 1 or said.value is None:
        return None
    cell = answer.evidence[0]
    if cell.measure != said.measure or cell.entity != said.subject[0] or not isinstance(cell.period, int):
        return None
    asked = {"entity": cell.entity, "measure": cell.measure, "year": str(cell.period)}
    if entry.then is not None:
        asked["on"] = entry.then.on.isoformat()
    return Chart("/chart/releases", urlencode(asked | _terms(cell) | _said(said, cell)))


def _terms(cell: Observation) -> dict[str, str]:
    """The currency and the prices of the evidence, where they are not those a chart takes by itself."""
    money = len(cell.unit) == 3 and cell.unit.isupper() and cell.unit != "USD"
    unit = {"unit": cell.unit if cell.unit == "EUR" else "NCU"} if money else {}
    return unit | ({"basis": "constant"} if cell.basis.startswith("constant") else {})


def _said(said: Statement, cell: Observation) -> dict[str, str]:
    """What the words allow, to be drawn beside what releases say; nothing where they count in another unit."""
    if said.value is None or said.unit != cell.unit:
        return {}
    ends = {"low": said.value.low, "high": said.value.high}
    return {name: f"{end:.6f}".rstrip("0").rstrip(".") for name, end in ends.items() if math.isfinite(end)}


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@cache
def environment_of_sheets() -> Environment:
    """The environment of the workbench's own templates, which speaks the words of the report's page."""
    return with_words(environment("burdenshare.web"))
