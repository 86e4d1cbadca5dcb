"""The documented JSON shape of stories (`schema.json` beside this file): plain dictionaries, nothing left out.

Absent days and numbers are `null`, absent names are `""`, an infinite bound is `null`. A statement is named by the
number of its source within the story and by its id within the document.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from burdenshare.checking.model import Judgement
from burdenshare.checking.stories.model import (
    Copies,
    Difference,
    Issue,
    Movement,
    Occasion,
    Point,
    Source,
    Stand,
    Stories,
    Story,
    Telling,
    Turn,
)
from burdenshare.record import Record
from burdenshare.record.model import Commitment
from burdenshare.report.shape import Json, finite
from burdenshare.report.stories import wording as told
from burdenshare.report.stories.heads import headline
from burdenshare.report.stories.views import WHOLE, View, tellings_of


def stories_schema() -> Json:
    """The schema (draft 2020-12) that the JSON of `burdenshare story` satisfies."""
    loaded: Json = json.loads(files("burdenshare.report.stories").joinpath("schema.json").read_text(encoding="utf-8"))
    return loaded


def stories_shape(stories: Stories, record: Record, view: View = WHOLE) -> Json:
    """All stories; with a view only what one person said, or what is said on one issue."""
    return {
        "stories": [_story(one, record, view) for one in stories.stories],
        "view": {"person": view.person, "issue": view.issue},
        "edition": stories.edition.isoformat(),
        "versions": {"code": stories.code_version, "record": stories.record_version},
    }


def _story(story: Story, record: Record, view: View) -> Json:
    points = [] if view.person or view.issue else story.points
    issues = [one for one in story.issues if view.issue in ("", one.id)]
    if view.person:
        issues = [_of_person(one, view.person) for one in issues]
    said = [one for one in tellings_of(story) if one.speaker == view.person] if view.person else []
    return {
        "title": headline(story),
        "first_day": None if story.days is None else story.days[0].isoformat(),
        "last_day": None if story.days is None else story.days[1].isoformat(),
        "voices": story.voices,
        "alone": story.alone,
        "held_by": list(story.held_by),
        "sources": [_source(one) for one in story.sources],
        "undated": [one.number for one in story.undated],
        "copies": [_copies(one) for one in story.copies],
        "points": [_point(one, record) for one in points],
        "movements": [_movement(one) for one in story.movements if not view.person or _moved_by(one, view.person)],
        "issues": [_issue(one) for one in issues if one.stands],
        "events": [_occasion(one) for one in story.occasions],
        "said": [_telling(one) for one in said],
    }


def _of_person(issue: Issue, person: str) -> Issue:
    return Issue(
        issue.id,
        tuple(one for one in issue.stands if one.actor == person),
        tuple(one for one in issue.shifts if one.later.actor == person),
        tuple(one for one in issue.opposed if person in (one.earlier.actor, one.later.actor)),
    )


def _moved_by(movement: Movement, person: str) -> bool:
    return any(step.telling.speaker == person for step in movement.steps)


def _source(one: Source) -> Json:
    return {
        "number": one.number,
        "id": one.document.id,
        "title": one.document.title,
        "outlet": one.document.outlet,
        "published": None if one.day is None else one.day.isoformat(),
        "voice": one.voice,
    }


def _telling(one: Telling) -> Json:
    statement, value = one.statement, one.statement.value
    return {
        "source": one.source,
        "statement": statement.id,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": statement.text,
        "words": statement.words,
        "low": None if value is None else finite(value.low),
        "high": None if value is None else finite(value.high),
        "unit": statement.unit,
        "period": statement.period,
        "speaker": one.speaker,
        "mode": statement.speaker.mode.value,
        "modality": statement.modality.value,
        "likely": statement.likely,
        "told_on": None if one.told_on is None else one.told_on.isoformat(),
        "then": _verdict(one.entry.then),
        "now": _verdict(one.entry.now),
    }


def _verdict(judgement: Judgement | None) -> str | None:
    return None if judgement is None else judgement.verdict.value


def _copies(one: Copies) -> Json:
    return {
        "sources": list(one.sources),
        "likeness": round(one.likeness, 3),
        "changed": [{"original": _telling(each.original), "copy": _telling(each.copy)} for each in one.changed],
    }


def _point(one: Point, record: Record) -> Json:
    return {
        "title": told.title_of(one, record),
        "topic": one.asked.topic.value,
        "key": list(one.asked.key),
        "voices": one.voices,
        "first": None if one.first is None else _telling(one.first),
        "sides": [
            {"voices": side.voices, "tellings": [_telling(each) for each in side.tellings]} for side in one.sides
        ],
        "differences": [_difference(each) for each in one.differences],
        "more_sides": one.more_sides,
    }


def _difference(one: Difference) -> Json:
    return {"fit": one.fit.value, "why": one.why, "one": _telling(one.one), "other": _telling(one.other)}


def _movement(one: Movement) -> Json:
    return {
        "subject": list(one.subject),
        "measure": one.measure,
        "speaker": one.speaker,
        "steps": [
            {
                "shift": step.shift.value,
                "telling": _telling(step.telling),
                "repeats": [_telling(each) for each in step.repeats],
            }
            for step in one.steps
        ],
        "in_force": _commitments(one.in_force),
        "decisions": _commitments(one.decisions),
    }


def _commitments(made: Sequence[Commitment]) -> list[Json]:
    return [
        {
            "id": one.id,
            "actors": list(one.actors),
            "about": one.about,
            "comparator": one.comparator,
            "value": finite(one.value),
            "unit": one.unit,
            "made_on": one.made_on,
            "due_by": one.due_by,
            "made_at": one.made_at,
            "source": one.source,
        }
        for one in made
    ]


def _issue(one: Issue) -> Json:
    return {
        "id": one.id,
        "stands": [_stand(each) for each in one.stands],
        "shifts": [_turn(each) for each in one.shifts],
        "opposed": [_turn(each) for each in one.opposed],
    }


def _stand(one: Stand) -> Json:
    return {
        "actor": one.actor,
        "direction": one.direction,
        "plain": one.plain,
        "figure": one.figure,
        "telling": _telling(one.telling),
        "repeats": [_telling(each) for each in one.repeats],
    }


def _turn(one: Turn) -> Json:
    return {"why": one.why, "earlier": _stand(one.earlier), "later": _stand(one.later)}


def _occasion(one: Occasion) -> Json:
    event = one.event
    return {
        "name": event.name,
        "first_day": event.first.isoformat(),
        "last_day": event.last.isoformat(),
        "place": event.place,
        "kind": event.kind,
        "source": event.source,
        "told_by": list(one.told_by),
    }
