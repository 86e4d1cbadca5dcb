"""Who reached a threshold, as known on a day: every member with its value and source, and the days to choose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from burdenshare.checking.alliance.model import Mark
from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Record
from burdenshare.report.charts import telling
from burdenshare.report.charts.model import Allies, Point
from burdenshare.report.lookup import month
from burdenshare.web.views.explored import KEPT, Picture
from burdenshare.web.views.held import asked as held
from burdenshare.web.views.plots import threshold_plot
from burdenshare.web.views.question import Question
from burdenshare.web.views.rows import Link, links_of

MEASURES = ("share_of_gdp", "equipment_share")
"""The measures that allies have set themselves a threshold for: 2 % of GDP, 20 % of it for equipment."""

YEARS_BACK = 12
"""Years offered: NATO's tables show about so many."""

WORDS = {
    Mark.MEETS: ("meets", "●", "at or above"),
    Mark.BELOW: ("below", "▽", "below"),
    Mark.OPEN: ("open", "◇", "printed too coarsely to decide"),
    Mark.OLDER: ("open", "□", "from an older release, not counted"),
}
NO_VALUE = ("open", "–", "no value")
"""A class, a sign and a word for each mark: no colour alone tells anything."""


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which the answer may have changed: a release came out."""

    release: str
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Ally:
    """One member's row."""

    entity: str
    name: str
    value: str
    sign: str
    stands: str
    css: str
    estimate: bool
    release: str
    day: date | None
    links: tuple[Link, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """The view. `picture` is None, and `why` says why, where no release of that day could count the members."""

    question: Question
    year: int
    name: str
    known_on: date
    steps: tuple[Step, ...]
    place: int
    years: tuple[int, ...]
    rows: tuple[Ally, ...] = ()
    picture: Picture | None = None
    release: str = ""
    released_on: date | None = None
    met: str = ""
    members: int = 0
    notes: tuple[str, ...] = ()
    why: str = ""


def crossed(question: Question) -> Crossed:
    """The view of `question`. Raises InputError where its measure has no threshold or its entity no members."""
    if question.measure not in MEASURES:
        raise InputError(
            f"no threshold is set for {question.measure}", where="measure", remedy=f"ask {' or '.join(MEASURES)}"
        )
    with held() as record:
        return _crossed(record.version, question)


def day_at(place: str) -> date:
    """The day of the release at that place of the slider. Raises InputError."""
    with held() as record:
        steps = _steps(record)
    if not (place.isascii() and place.isdigit()) or len(place) > 4 or int(place) >= len(steps):
        raise InputError(f"'{place[:20]}' is no step", where="step", remedy=f"give one from 0 to {len(steps) - 1}")
    return steps[int(place)].day


@lru_cache(KEPT)
def _crossed(version: str, question: Question) -> Crossed:
    with held() as record:
        day = question.on or record.edition
        steps = _steps(record)
        place = max((at for at, one in enumerate(steps) if one.day <= day), default=0)
        newest = record.newest_year(day, question.measure)
        year = question.year or newest or day.year
        shown = Crossed(
            question=question,
            year=year,
            name=record.name(question.entity),
            known_on=day,
            steps=steps,
            place=place,
            years=tuple(range(record.edition.year, record.edition.year - YEARS_BACK - 1, -1)),
        )
        try:
            plot = threshold_plot(record, question)
        except NotHeldError as fault:
            return replace(shown, why=fault.what)
        return replace(
            shown,
            rows=tuple(_row(one) for one in plot.points),
            picture=Picture(telling.title(plot).replace("\N{NO-BREAK SPACE}", " "), telling.alt(plot)),
            release=plot.release,
            released_on=plot.released_on,
            met=_met(plot),
            members=plot.members,
            notes=plot.said,
        )


def _steps(record: Record) -> tuple[Step, ...]:
    dated = [one for one in record.releases() if one.released_on is not None]
    return tuple(Step(one.id, month(one), one.released_on) for one in dated if one.released_on is not None)


def _met(plot: Allies) -> str:
    return str(plot.met_low) if plot.met_low == plot.met_high else f"{plot.met_low} to {plot.met_high}"


def _row(point: Point) -> Ally:
    css, sign, stands = WORDS.get(point.mark, NO_VALUE)
    return Ally(
        entity=point.entity,
        name=point.label,
        value=telling.value_of(point),
        sign=sign,
        stands=stands,
        css=css,
        estimate=point.estimate,
        release=point.release,
        day=point.released_on,
        links=links_of(point.sources),
        notes=point.notes,
    )
