"""What a story is called, and what holds it together, on a line each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from burdenshare.checking.stories.model import Issue, Story
from burdenshare.checking.stories.occasions import REPORTED
from burdenshare.record.model import Event
from burdenshare.report import wording
from burdenshare.report.stories import wording as told

MOST_NAMED = 2
HOLDING = ("the event", "a figure", "a count", "words of", "a target")
"""What is named as holding a story together; single words and mentions weigh, and explain nothing."""

MOST_HOLDING = 4


def headline(story: Story) -> str:
    """Who speaks most, about what, and the event that most reports tell of."""
    if len(story.sources) == 1:
        document = story.sources[0].document
        return wording.shortened(document.title or document.id, 90)
    voices: dict[str, set[int]] = {}
    for one in story.tellings:
        if one.speaker:
            voices.setdefault(one.speaker, set()).add(one.voice)
    speakers = sorted(voices, key=lambda name: (-len(voices[name]), name))[:MOST_NAMED]
    told_of = [one for one in story.occasions if one.told_by and one.event.kind in REPORTED]
    events = [one for one in told_of if _near(one.event, story)]
    events.sort(key=lambda one: (-len(one.told_by), one.event.first))
    issues = sorted(story.issues, key=_prominence, reverse=True)[:MOST_NAMED]
    about = [told.issue_name(one.id) for one in issues if any(stand.plain for stand in one.stands)]
    parts = [one.event.name for one in events[:1]] + [", ".join(speakers), " and ".join(about)]
    return wording.clean(" · ".join(part for part in parts if part)) or _first_title(story)


NEAR = timedelta(days=183)
"""A story is called by an event of its own half-year: every report of a summit mentions that of 2014."""


def _near(event: Event, story: Story) -> bool:
    days = [one.document.published for one in story.sources if one.document.published is not None]
    return not days or (min(days) - NEAR <= event.last and event.first <= max(days) + NEAR)


def _first_title(story: Story) -> str:
    first = story.sources[0].document
    return wording.shortened(first.title or first.id, 90)


def _prominence(issue: Issue) -> tuple[int, int, int]:
    """By how many voices take a plain stand, then by stands in numbers, then by sides."""
    plain = [one for one in issue.stands if one.plain]
    figures = sum(one.figure for one in plain)
    return len({one.telling.voice for one in plain}), figures, sum(bool(one.direction) for one in plain)


def intro(story: Story) -> str:
    """How many reports and voices, over which days, and what they share."""
    amount = len(story.sources)
    reports = f"{amount} report{'s' * (amount != 1)}"
    voices = f" ({story.voices} without copies)" if story.voices != amount else ""
    held = [one for one in story.held_by if one.startswith(HOLDING)][:MOST_HOLDING]
    shared = f" · most of them share {', '.join(held)}" if held else ""
    return wording.clean(f"{reports}{voices}, {told.days(story.days)}{shared}")


def left_alone(story: Story) -> Iterator[str]:
    """A document that is a story of its own, and why."""
    for one in story.sources:
        why = f": {story.alone}" if story.alone and one.voice == one.number else ""
        yield wording.clean(f"{told.source_line(one)}{why}")
