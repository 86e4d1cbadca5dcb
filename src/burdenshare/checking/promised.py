"""What a promise stands beside: the dated commitments of the same actors on the same matter, as of the day and since.

A promise is not judged by them; they say whether it was made already, by whom, until when, and what was decided later.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from burdenshare.checking.agreement import said_number
from burdenshare.checking.builders import EQUIPMENT, SHARE
from burdenshare.checking.guidelines import AGREED_KINDS, COLLECTIVE, told_of
from burdenshare.checking.limits import SAME_PROMISE
from burdenshare.reading.model import Kind, Statement
from burdenshare.record.model import Commitment
from burdenshare.record.record import Record

MOST_BESIDE = 6
"""Commitments shown beside one promise: those made by the day, newest first, then those decided later."""

_SPENDING_KINDS = frozenset({"budget", "spending_plan", "national_target", "fund", "loans"})

STATED_KINDS = frozenset({"exemption", "reservation", "demand", "proposal", "ambition", "review"})
"""Entries that undertake nothing: what was asked, or what somebody holds sufficient."""

MATTERS: dict[str, Callable[[Commitment], bool]] = {
    "guideline": lambda one: one.unit == SHARE,
    "share_of_gdp": lambda one: one.unit == SHARE,
    "equipment_share": lambda one: one.unit == EQUIPMENT,
    "aid": lambda one: one.kind == "ukraine_support",
    "expenditure": lambda one: one.kind in _SPENDING_KINDS and one.unit.startswith(("billion", "million", "trillion")),
    "expenditure_change": lambda one: one.kind in _SPENDING_KINDS and "illion" in one.unit,
    "military_personnel": lambda one: one.kind == "forces",
}
"""Measure of a promise to the commitments that are about the same."""


def beside(statement: Statement, record: Record, day: date) -> tuple[str, ...]:
    """Lines on the commitments beside a promise of any kind; empty for what is no promise.

    `already made`: the same number by the day (`already stated` where nobody undertook it); `in force`: the newest of
    the alliance by the day; `on record`: other commitments of the actor; `decided later`: what came after the day, with
    `as said` where it has the number.
    """
    about = MATTERS.get(statement.measure)
    if statement.kind is not Kind.PROMISE or about is None:
        return ()
    lines: list[str] = []
    for actor in dict.fromkeys("NATO" if one in COLLECTIVE else one for one in statement.subject or ("NATO",)):
        held = [one for one in record.commitments(actor=actor) if about(one) and one.made_first is not None]
        held.sort(key=lambda one: (one.made_first or date.min, one.id), reverse=True)
        known = [one for one in held if one.made_last is not None and one.made_last <= day]
        later = [one for one in held if one.made_first is not None and one.made_first > day]
        lines += [_of_the_day(one, statement, known, actor) for one in known[:MOST_BESIDE]]
        lines += [_later(one, statement) for one in reversed(later[-MOST_BESIDE:])]
    return tuple(dict.fromkeys(lines))


def _of_the_day(one: Commitment, statement: Statement, known: list[Commitment], actor: str) -> str:
    if _same(one, statement) and one.kind in STATED_KINDS:
        return f"already stated: {told_of(one)}"
    if _same(one, statement):
        return f"already made: {told_of(one)}"
    agreed = [other for other in known if other.kind in AGREED_KINDS]
    if actor == "NATO" and agreed and one.made_last == agreed[0].made_last:
        return f"in force that day: {told_of(one)}"
    return f"on record: {told_of(one)}"


def _later(one: Commitment, statement: Statement) -> str:
    return f"decided later{', as said' if _same(one, statement) else ''}: {told_of(one)}"


def _same(one: Commitment, statement: Statement) -> bool:
    """The number of the promise, where both count in the same unit."""
    value = statement.value
    if value is None or statement.comparator in (">", "<", "increase", "decrease"):
        return False
    scale = next((size for word, size in _SCALES.items() if one.unit.startswith(word)), 1.0)
    number = one.value * scale
    return abs(said_number(value) - number) <= SAME_PROMISE.value * abs(number)


_SCALES = {"billion": 1e9, "million": 1e6, "trillion": 1e12}
