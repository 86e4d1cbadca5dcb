"""Tellings of one question gathered: the sides that agree, where they differ, and who told it first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from burdenshare.checking.stories.comparing import compare
from burdenshare.checking.stories.limits import MOST_SIDES
from burdenshare.checking.stories.model import Asked, Difference, Fit, Point, Side, Telling, Topic

Told = tuple[Telling, Asked]

TOPICS = tuple(Topic)


def points_of(told: Iterable[Told]) -> tuple[Point, ...]:
    """All points of a story: the contradicted first, then by how many tell them, then by topic."""
    gathered: dict[tuple[str, ...], list[Told]] = {}
    for one in told:
        gathered.setdefault(one[1].key, []).append(one)
    found = [_point(sorted(one, key=order)) for one in gathered.values()]
    return tuple(sorted(found, key=_weight))


def order(told: Told) -> tuple[date, date, int, int]:
    """By the day of the saying, then of the print, then as in the text; the undated last."""
    telling = told[0]
    start = telling.statement.span.start
    return telling.told_on or date.max, telling.printed_on or date.max, telling.source, start


def _weight(point: Point) -> tuple[int, int, int, tuple[str, ...]]:
    return -len(point.contradictions), -point.voices, TOPICS.index(point.asked.topic), point.asked.key


def _point(told: Sequence[Told]) -> Point:
    heads, sides, more = _sides(told)
    differences = tuple(_differences(sides))
    shown = tuple(
        Side(_widest(head, held), tuple(telling for telling, _ in held)) for head, held in sides_of(heads, sides)
    )
    lead = shown[0] if shown else None
    first = None if lead is None else next((one for one in lead.tellings if one.told_on is not None), None)
    return Point(told[0][1], shown, differences, first, more)


def _sides(told: Sequence[Told]) -> tuple[list[Told], list[list[Told]], int]:
    """Each answer goes to the first side it agrees with; the sure are placed before the doubtful."""
    heads: list[Told] = []
    sides: list[list[Told]] = []
    placed: dict[tuple[object, ...], int] = {}
    more: set[tuple[object, ...]] = set()
    for one in sorted(told, key=_vagueness):
        answer = _answer(one[1])
        at = placed.get(answer)
        if at is None and answer not in more:
            at = next((n for n, head in enumerate(heads) if compare(head, one)[0] in (Fit.AGREE, Fit.ROUGHLY)), None)
            if at is None and len(heads) < MOST_SIDES.value:
                at = len(heads)
                heads.append(one)
                sides.append([])
            if at is None:
                more.add(answer)
            else:
                placed[answer] = at
        if at is not None:
            sides[at].append(one)
    return heads, [sorted(side, key=order) for side in sides], len(more)


def _vagueness(told: Told) -> tuple[bool, bool, int]:
    """Sure and specific tellings are placed first: "the summit in The Hague" agrees with June and with July."""
    asked = told[1]
    return bool(asked.doubts), asked.in_words, -sum(map(bool, (asked.when, asked.place, asked.due)))


def _answer(asked: Asked) -> tuple[object, ...]:
    told = asked.answer
    value = None if told is None else (told.low, told.high, told.low_open, told.high_open)
    return value, asked.words, asked.when, asked.place, asked.due


def sides_of(heads: Sequence[Told], sides: Sequence[Sequence[Told]]) -> list[tuple[Asked, Sequence[Told]]]:
    """Sides with what they say, the most voices first, then the earliest."""
    paired = [(head[1], side) for head, side in zip(heads, sides, strict=True)]
    return sorted(paired, key=lambda one: (-len({telling.voice for telling, _ in one[1]}), order(one[1][0])))


def _widest(head: Asked, held: Sequence[Told]) -> Asked:
    """The side's own words with the place and time that any of its tellings adds."""
    when = head.when or next((asked.when for _, asked in held if asked.when is not None), None)
    place = head.place or next((asked.place for _, asked in held if asked.place), "")
    due = head.due or next((asked.due for _, asked in held if asked.due), "")
    return replace(head, when=when, place=place, due=due)


def _differences(sides: Sequence[Sequence[Told]]) -> Iterable[Difference]:
    """Every two sides, each stood for by a telling that is sure where it has one."""
    for at, side in enumerate(sides):
        for other in sides[at + 1 :]:
            found = _between(side, other)
            if found is not None:
                yield found


CLOSEST = 4
"""Tellings of each side that are held against each other before the sides are said to differ."""


def _between(side: Sequence[Told], other: Sequence[Told]) -> Difference | None:
    """The sharpest difference between two sides, over a few tellings of each by distinct voices."""
    best: Difference | None = None
    for one in _spokesmen(side):
        for two in _spokesmen(other):
            if one[0].voice == two[0].voice and one[0].source != two[0].source:
                continue  # a print against its own original: told with the copies
            fit, why = compare(one, two)
            found = Difference(one[0], two[0], fit, why)
            if fit is Fit.CONTRADICT:
                return found
            if fit is Fit.APART and best is None:
                best = found
    return best


def _spokesmen(side: Sequence[Told]) -> list[Told]:
    """A few tellings of a side: the sure before the doubtful, one a voice."""
    found: dict[int, Told] = {}
    for one in sorted(side, key=lambda held: bool(held[1].doubts)):
        found.setdefault(one[0].voice, one)
    return list(found.values())[:CLOSEST]
