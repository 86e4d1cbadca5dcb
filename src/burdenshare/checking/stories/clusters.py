"""Which documents tell one story: each joins, in order of the days, the story it shares most with, or begins one.

One pass over the documents and an index from marks to stories: the work grows with the documents, not with their pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from burdenshare.checking.stories.features import Mark, shared, tied
from burdenshare.checking.stories.limits import (
    JOINING_PART,
    JOINING_SCORE,
    LONG_SILENCE,
    SILENT_SCORE,
    STORY_GAP,
)

OF_THE_STORY = 0.15
"""The share of a story's documents that must bear a mark before it is the story's own; of a few documents one does."""

LEADING = frozenset({"event", "figure", "speaker", "target", "subject"})
"""Kinds of marks that lead a document to a story; words and issues only weigh there."""

MOST_CANDIDATES = 24
"""Stories a document is held against: those that most of its marks lead to."""

SHOWN = 3
"""Shared marks that are named in an explanation."""


@dataclass
class _Growing:
    members: list[int] = field(default_factory=list)
    marks: Counter[Mark] = field(default_factory=Counter)
    last: date | None = None

    def of(self, marks: frozenset[Mark]) -> frozenset[Mark]:
        """Those of a document's marks that are the story's own, and not only of one of its many documents."""
        enough = max(1.0, OF_THE_STORY * len(self.members))
        return frozenset(mark for mark in marks if self.marks[mark] >= enough)

    def take(self, place: int, marks: frozenset[Mark], day: date | None) -> None:
        """Let a document in."""
        self.members.append(place)
        self.marks.update(marks)
        if day is not None:
            self.last = day if self.last is None else max(self.last, day)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places of documents that tell one story. `nearest` are the marks that a document alone shares with the story
    nearest to it, and `near` a place in that one; `held_by` the marks that most of several bear."""

    members: tuple[int, ...]
    held_by: tuple[Mark, ...] = ()
    near: int | None = None
    nearest: tuple[Mark, ...] = ()


def clusters_of(marks: Sequence[frozenset[Mark]], days: Sequence[date | None]) -> tuple[Cluster, ...]:
    """Documents grouped into stories, in order of the first document of each. The undated join last."""
    stories: list[_Growing] = []
    index: dict[Mark, list[int]] = {}
    for place in sorted(range(len(marks)), key=lambda at: (days[at] or date.max, at)):
        at = _joined(marks[place], days[place], stories, index)
        if at is None:
            at = len(stories)
            stories.append(_Growing())
        stories[at].take(place, marks[place], days[place])
        for mark in sorted(marks[place]):
            if mark[0] in LEADING:
                lead = index.setdefault(mark, [])
                if at not in lead[-MOST_CANDIDATES:]:
                    lead.append(at)
    return tuple(_closed(at, stories, marks, index) for at in range(len(stories)))


def _joined(
    own: frozenset[Mark], day: date | None, stories: Sequence[_Growing], index: dict[Mark, list[int]]
) -> int | None:
    """The story that a document has enough in common with, or None."""
    whole = shared(own, own)[0]
    best: tuple[float, int] | None = None
    for at in _candidates(own, index):
        score, common = shared(own, stories[at].of(own))
        enough = _needed(day, stories[at].last)
        if enough is not None and tied(common) and score >= enough and score >= JOINING_PART.value * whole:
            best = max(best or (score, -at), (score, -at))
    return None if best is None else -best[1]


def _needed(day: date | None, last: date | None) -> float | None:
    """How much must be shared after a silence, or by a document without a day; None where it is too long."""
    if day is None:
        return SILENT_SCORE.value
    silence = 0 if last is None else (day - last).days
    if silence > STORY_GAP.value:
        return None
    return SILENT_SCORE.value if silence > LONG_SILENCE.value else JOINING_SCORE.value


def _candidates(own: frozenset[Mark], index: dict[Mark, list[int]]) -> list[int]:
    """Stories that the document's marks lead to, those with most of them first."""
    met: Counter[int] = Counter()
    for mark in own:
        if mark[0] in LEADING:
            met.update(index.get(mark, [])[-MOST_CANDIDATES:])
    return sorted(met, key=lambda at: (-met[at], -at))[:MOST_CANDIDATES]


def _closed(
    at: int, stories: Sequence[_Growing], marks: Sequence[frozenset[Mark]], index: dict[Mark, list[int]]
) -> Cluster:
    story = stories[at]
    if len(story.members) > 1:
        common = [mark for mark, count in story.marks.items() if count > len(story.members) / 2]
        return Cluster(tuple(story.members), tuple(sorted(common, key=lambda one: (-story.marks[one], one))))
    alone = marks[story.members[0]]
    others = [other for other in _candidates(alone, index) if other != at]
    scored = [(shared(alone, stories[other].of(alone)), other) for other in others]
    (score, common), other = max(scored, key=lambda one: (one[0][0], -one[1]), default=((0.0, []), None))
    if other is None or not score:
        return Cluster(tuple(story.members))
    return Cluster(tuple(story.members), near=stories[other].members[0], nearest=tuple(common[:SHOWN]))
