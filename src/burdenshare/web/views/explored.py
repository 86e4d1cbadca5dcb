"""What the page of a figure shows: its value over the years, over the releases, and where each was printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TypeVar

from burdenshare.errors import NotHeldError
from burdenshare.record import Finding, Observation, Record
from burdenshare.record.counts import COUNT, FRACTION
from burdenshare.report.charts import telling
from burdenshare.report.charts.years import told_years
from burdenshare.report.lookup import month, oldest_first
from burdenshare.report.wording import prices
from burdenshare.web.views.held import asked as held
from burdenshare.web.views.plots import Drawable, newest, releases_plot, years_plot
from burdenshare.web.views.question import Question
from burdenshare.web.views.rows import Line, line_of, line_told

T = TypeVar("T")

MOST_TOLD = 150
"""Figures of a table without calendar years that a page lists; the downloads hold them all."""

TOLD = frozenset({"kiel", "stated"})
"""Publishers whose figures are told of a span, a day or a thing, so that years alone do not show them."""

KEPT = 128
"""Views kept: visitors ask for the same few again and again."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart in words: what its title says, and what is read aloud for it."""

    title: str
    alt: str


@dataclass(frozen=True, slots=True)
class Explored:
    """The answer to a question, ready to be shown. Where one of the parts is not held, it is empty."""

    question: Question
    year: int
    name: str
    title: str
    basis: str
    formula: str
    known_on: date
    answer: Line | None
    years: tuple[Line, ...]
    releases: tuple[Line, ...]
    told: tuple[Line, ...]
    told_in_all: int
    years_picture: Picture | None
    releases_picture: Picture | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """The record's own values behind a view, for downloads; `year` is the one whose releases are told."""

    year: int
    years: tuple[Finding, ...]
    releases: tuple[Finding, ...]
    told: tuple[Observation, ...]


def explored(question: Question) -> Explored:
    """The view of `question`. Raises InputError and its kin for a question that makes no sense."""
    with held() as record:
        return _explored(record.version, question)


def answers_of(question: Question) -> Answers:
    """Every value of the view."""
    with held() as record:
        return _answers(record, question)


@lru_cache(KEPT)
def _explored(version: str, question: Question) -> Explored:
    with held() as record:
        found = _answers(record, question)
        year = found.year
        of_year = replace(question, year=year)
        declared = record.measure(question.measure)
        now = next((one for one in found.years if one.period == year), None)
        return Explored(
            question=question,
            year=year,
            name=record.name(question.entity),
            title=declared.title,
            basis=prices(found.years[-1].basis) if found.years else "",
            formula=declared.formula,
            known_on=question.on or record.edition,
            answer=None if now is None else line_of(now, str(year)),
            years=tuple(line_of(one, str(one.period)) for one in reversed(found.years)),
            releases=tuple(line_of(one, month(one.release)) for one in reversed(found.releases)),
            told=tuple(line_told(one) for one in found.told[:MOST_TOLD]),
            told_in_all=len(found.told),
            years_picture=_picture(lambda: years_plot(record, question, found.years)) if found.years else None,
            releases_picture=_picture(lambda: releases_plot(record, of_year, found.releases))
            if found.releases
            else None,
            counted=question.measure in (COUNT, FRACTION),
        )


def _answers(record: Record, question: Question) -> Answers:
    entity, measure, terms = question.entity, question.measure, question.terms
    years = _or_none(lambda: told_years(record, entity, measure, terms))
    year = _year(record, question, years)
    told: tuple[Observation, ...] = ()
    if TOLD & set(record.measure(measure).publishers):
        told = record.observations(measure, entity, basis=question.basis or None, as_of=question.on)
    history = partial(record.history, entity, measure, year, as_of=terms.as_of, basis=terms.basis, unit=terms.unit)
    asked = partial(history, threshold=terms.threshold, baseline=terms.baseline)
    return Answers(year, years, _or_none(lambda: oldest_first(asked())), told)


def _year(record: Record, question: Question, years: Sequence[Finding]) -> int:
    """The year asked for; else the newest of the day's newest release, or the last one before it that is held."""
    year = newest(record, question)
    held_years = [one.period for one in years if isinstance(one.period, int)]
    if question.year is not None or not held_years or year in held_years:
        return year
    return max((one for one in held_years if one < year), default=held_years[-1])


def _or_none(look_up: Callable[[], Sequence[T]]) -> tuple[T, ...]:
    """What the record holds; nothing where it says that it holds nothing."""
    try:
        return tuple(look_up())
    except NotHeldError:
        return ()


def _picture(draw: Callable[[], Drawable]) -> Picture | None:
    """The words of a chart; None where nothing of it could be drawn."""
    try:
        plot = draw()
    except NotHeldError:
        return None
    return Picture(telling.title(plot).replace("\N{NO-BREAK SPACE}", " "), telling.alt(plot))
