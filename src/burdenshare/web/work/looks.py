"""What the worker that looks into the record does for its pages: addresses become views, frozen values to be shown.

Its tables are made before the first visitor comes, and it works on nothing else, so that no visitor waits for a check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.web.values import File
from burdenshare.web.views.choices import Choice, measures_offered, names_offered
from burdenshare.web.views.explored import Explored, answers_of
from burdenshare.web.views.explored import explored as view_of
from burdenshare.web.views.files import exported
from burdenshare.web.views.held import asked as held
from burdenshare.web.views.question import Question, question_in
from burdenshare.web.views.sources import Sources
from burdenshare.web.views.sources import sources as sources_held
from burdenshare.web.views.threshold import MEASURES, Crossed, day_at
from burdenshare.web.views.threshold import crossed as crossed_by

Asked = Mapping[str, str]
"""What stands behind `?` in an address."""

WARMING: tuple[Asked, ...] = tuple(
    {"entity": entity, "measure": measure}
    for entity, measure in (("NATO", "share_of_gdp"), ("NATO", "gdp"), ("NATO", "population"), ("NATO", "aid"))
)
"""Views that make the tables which most others need."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The page of a figure: its view, and what its form offers."""

    view: Explored
    measures: tuple[tuple[str, tuple[Choice, ...]], ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """The page of a threshold: its view, what its form offers, and the day of the step asked for, where one is."""

    view: Crossed
    groups: tuple[Choice, ...]
    measures: tuple[Choice, ...]
    day: date | None = None


def looking() -> None:
    """Made ready: the tables are made."""
    for asked in WARMING:
        figure(asked)
    threshold({})
    sources_held()


def figure(asked: Asked) -> Figure:
    """A figure over the years and the releases. Raises InputError and its kin."""
    with held() as record:
        return Figure(view_of(question_in(asked, record)), measures_offered(record), names_offered(record))


def file(asked: Asked, form: str) -> File:
    """Every value of such a view. Raises as `figure` does, and UnknownNameError for a form there is not."""
    with held() as record:
        question = question_in(asked, record)
        return exported(record, question, answers_of(question), form)


def threshold(asked: Asked) -> Threshold:
    """All members against a threshold. Raises as `figure` does."""
    with held() as record:
        view = crossed_by(question_in(asked, record))
        groups = tuple(Choice(one, record.name(one)) for one in record.groups())
        measures = tuple(Choice(one, record.measure(one).title) for one in MEASURES)
        step = asked.get("step")
        return Threshold(view, groups, measures, None if step is None else day_at(step))


def question(asked: Asked) -> Question:
    """The question of an address. Raises as `figure` does."""
    with held() as record:
        return question_in(asked, record)


def sources() -> Sources:
    """What the record rests on."""
    return sources_held()
