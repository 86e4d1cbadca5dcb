"""Stands: who holds what on which issue, how an actor's stand shifts, and which actors are opposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from burdenshare.checking.stories.model import Issue, Movement, Shift, Stand, Telling, Turn
from burdenshare.reading.issues import names_issue, register, takes_sides_plainly
from burdenshare.reading.model import Kind, Modality

SPENDING = "spending_target"
"""The issue on which a target in numbers is a stand."""

MOVED = {
    Shift.UP: "a higher target",
    Shift.DOWN: "a lower target",
    Shift.FIRMER: "a figure in place of a floor",
    Shift.VAGUER: "less firm: a lower floor, or a floor in place of a figure",
}

FEWEST_WORDS = 4
"""A stand of fewer words is a scrap of quotation ("to the same page") that no reader can place."""

TURNED = "{before} on {day}, {after} on {later}"
OPPOSED = "{one} is for it and {other} against it"


def issues_of(tellings: Iterable[Telling], movements: Sequence[Movement]) -> tuple[Issue, ...]:
    """Every issue with the stands on it, the one with most actors first; a stand without an actor is none."""
    steps = _told_in_steps(movements)
    held: dict[str, dict[tuple[str, str], list[Telling]]] = {}
    for one in sorted(tellings, key=_day):
        issue = _issue(one, steps)
        if issue and one.speaker:
            words = " ".join(one.statement.text.casefold().split()) + _number(one)
            held.setdefault(issue, {}).setdefault((one.speaker, words), []).append(one)
    found = [
        _about(issue, [_stand(issue, same) for same in groups.values()], movements) for issue, groups in held.items()
    ]
    order = [issue for issue, _, _ in register()]
    return tuple(sorted(found, key=lambda one: (-len(one.actors), -len(one.stands), order.index(one.id))))


def _issue(telling: Telling, steps: frozenset[int]) -> str:
    statement = telling.statement
    if statement.kind is Kind.POSITION:
        enough = len(statement.text.split()) >= FEWEST_WORDS
        return statement.issue if enough else ""
    return SPENDING if id(telling.entry) in steps else ""


def _told_in_steps(movements: Sequence[Movement]) -> frozenset[int]:
    """The statements that moved a target share; one that only names the guideline in force is no stand."""
    steps = (step for one in movements if one.measure == "guideline" for step in one.steps)
    return frozenset(id(each.entry) for step in steps for each in (step.telling, *step.repeats))


def _number(telling: Telling) -> str:
    """What tells two targets apart that are told in the same words."""
    value = telling.statement.value
    return "" if value is None else f" {value.low} {value.high} {telling.told_on}"


def _day(telling: Telling) -> tuple[date, date, int, int]:
    told, printed = telling.told_on or date.max, telling.printed_on or date.max
    return told, printed, telling.source, telling.statement.span.start


def _stand(issue: str, same: Sequence[Telling]) -> Stand:
    first, *again = same
    statement = first.statement
    figure = statement.kind is Kind.PROMISE
    plain = figure or _plain(statement.text, issue)
    direction = statement.direction if plain and not figure and statement.modality is not Modality.DENIAL else ""
    if direction == "against" and _side(statement.text, issue) != direction and not _short(statement.text):
        direction = ""  # a "not" somewhere in long words may be said of anything
    return Stand(first.speaker, issue, first, direction, plain, figure, tuple(again))


SHORT = 12
"""In as few words as these a "not" is said of the issue they name ("Madrid would not increase military spending")."""


def _short(text: str) -> bool:
    """Whether a "not" stands in so few words that it can only be said of the issue."""
    return len(text.split()) <= SHORT and _NOT.search(text) is not None


_NOT = re.compile(r"\b(?:not|no|never|cannot)\b|n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def _plain(text: str, issue: str) -> bool:
    return names_issue(text, issue)


@lru_cache(maxsize=1 << 14)
def _side(text: str, issue: str) -> str:
    return takes_sides_plainly(text, issue)


def _about(issue: str, stands: Sequence[Stand], movements: Sequence[Movement]) -> Issue:
    actors = list(dict.fromkeys(one.actor for one in stands))
    ordered = sorted(stands, key=lambda one: actors.index(one.actor))
    firm = [one for one in ordered if _firm(one)]
    numbers = {(id(one.earlier), id(one.later)): one for one in _by_number(ordered, movements)}
    shifts = [*numbers.values(), *_turns(firm, actors)]
    return Issue(issue, tuple(ordered), tuple(shifts), tuple(_opposed(firm)))


def _firm(stand: Stand) -> bool:
    """Whether a side may be held against another: the actor's own words name the issue and take that very side, and
    are neither denied nor only supposed nor undated."""
    statement = stand.telling.statement
    if stand.figure or not stand.direction or not stand.plain or stand.telling.told_on is None:
        return False
    if statement.modality in (Modality.DENIAL, Modality.HYPOTHETICAL):
        return False
    return _side(statement.text, stand.issue) == stand.direction


def _turns(firm: Sequence[Stand], actors: Sequence[str]) -> Iterator[Turn]:
    """An actor who is for it on one day and against it on a later one."""
    for actor in actors:
        own = [one for one in firm if one.actor == actor]
        for before, after in pairwise(own):
            if before.direction != after.direction and before.telling.told_on != after.telling.told_on:
                yield Turn(before, after, _turned(before, after))


def _turned(before: Stand, after: Stand) -> str:
    return TURNED.format(
        before=before.direction, day=before.telling.told_on, after=after.direction, later=after.telling.told_on
    )


def _by_number(stands: Sequence[Stand], movements: Sequence[Movement]) -> Iterator[Turn]:
    """Shifts of a speaker's target: a step from one telling of that speaker to the next."""
    held = {id(one.telling.entry): one for one in stands if one.figure}
    for movement in movements:
        if movement.measure != "guideline":
            continue
        for before, after in pairwise(movement.steps):
            ends = held.get(id(before.telling.entry)), held.get(id(after.telling.entry))
            one_speaker = before.telling.speaker == after.telling.speaker
            if ends[0] is not None and ends[1] is not None and after.shift in MOVED and one_speaker:
                yield Turn(ends[0], ends[1], MOVED[after.shift])


def _opposed(firm: Sequence[Stand]) -> Iterator[Turn]:
    """One pair for every two actors who take opposite sides: the newest stand of each."""
    newest: dict[str, Stand] = {one.actor: one for one in firm}
    pros = [one for one in newest.values() if one.direction == "for"]
    cons = [one for one in newest.values() if one.direction == "against"]
    for one in pros[:MOST_OPPOSED]:
        for other in cons[:MOST_OPPOSED]:
            yield Turn(one, other, OPPOSED.format(one=one.actor, other=other.actor))


MOST_OPPOSED = 4
"""Actors of each side that are paired; a reader sees the sides in the list of stands."""
