"""How the value of a target moved from telling to telling, and what the record says was decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import isinf

from burdenshare.checking.agreement import allowed, said_number
from burdenshare.checking.stories.asking import UNTOLD, due_year, in_force, later_decision_counts
from burdenshare.checking.stories.model import Movement, Shift, Step, Telling
from burdenshare.reading.model import Interval, Kind
from burdenshare.record.dated import GUIDELINE_UNIT
from burdenshare.record.model import Commitment
from burdenshare.record.record import Record

MOVING = frozenset({"guideline", "share_of_gdp", "expenditure", "reconstitution", "aid"})
"""Measures of which targets, pledges and forecasts are followed over time."""

SHARES = frozenset({"guideline", "share_of_gdp"})


def movements_of(tellings: Iterable[Telling], record: Record, last: date | None) -> tuple[Movement, ...]:
    """Every target that several tellings speak of: over all speakers first, then speaker by speaker.

    Only dated and sure statements are steps; what is denied or supposed is none, nor a mention of what is in force.
    `last` is the last day of the story, after which the record's next decisions are looked for.
    """
    targets: dict[tuple[tuple[str, ...], str], list[Telling]] = {}
    for one in tellings:
        if _moves(one, record):
            targets.setdefault((one.statement.subject, one.statement.measure), []).append(one)
    found: list[Movement] = []
    for (subject, measure), told in sorted(targets.items(), key=lambda held: (-len(held[1]), held[0])):
        ordered = sorted(told, key=_day)
        held = _in_force(subject, measure, ordered[0].told_on, record)
        later = _decisions(subject, measure, ordered[0].told_on, last, record)
        parts = frozenset(one.value for one in (*held, *later)) - {one.value for one in held if len(held) == 1}
        found.append(Movement(subject, measure, "", steps_of(ordered, parts), held, later))
        speakers = dict.fromkeys(one.speaker for one in ordered if one.speaker)
        for speaker in speakers:
            own = steps_of([one for one in ordered if one.speaker == speaker], parts)
            if len(own) > 1 and len(speakers) > 1:
                found.append(Movement(subject, measure, speaker, own, held, later))
    return tuple(one for one in found if len(one.steps) > 1 or (one.decisions and one.measure == "guideline"))


def _moves(telling: Telling, record: Record) -> bool:
    statement = telling.statement
    if statement.kind is not Kind.PROMISE or statement.measure not in MOVING or statement.value is None:
        return False
    if telling.told_on is None or statement.unsure or statement.modality in UNTOLD or not statement.subject:
        return False
    return not in_force(telling.entry, telling.told_on, record)


def _day(telling: Telling) -> tuple[date, date, int, int]:
    told, printed = telling.told_on or date.max, telling.printed_on or date.max
    return told, printed, telling.source, telling.statement.span.start


def steps_of(told: Sequence[Telling], parts: frozenset[float] = frozenset()) -> tuple[Step, ...]:
    """Steps in order of days; the same value by the same speaker on the same day is one step with its repeats.

    Each is held against what the same speaker told on the day before it that has one: two figures of one day, and two
    of `parts` (the values that one decision of the record is made of), are no shift. The reports' own words have no
    speaker, and so no shift.
    """
    gathered: dict[tuple[object, ...], list[Telling]] = {}
    for one in told:
        value = meant(one)
        when = one.told_on if one.speaker else None  # what reports tell in their own words is one step however often
        key = (when, one.speaker, value.low, value.high, one.statement.unit, due_of(one))
        gathered.setdefault(key, []).append(one)
    latest: dict[str, list[Telling]] = {}
    before: dict[str, list[Telling]] = {}
    steps: list[Step] = []
    for first, *again in gathered.values():
        held = latest.setdefault(first.speaker, [])
        beside = bool(held) and held[-1].told_on == first.told_on
        if not beside:
            before[first.speaker], latest[first.speaker] = held, [first]
        else:
            held.append(first)
        steps.append(Step(first, _shift(first, before[first.speaker], beside, parts), tuple(again)))
    return tuple(steps)


def _shift(telling: Telling, before: Sequence[Telling], beside: bool, parts: frozenset[float]) -> Shift:
    if not telling.speaker or (not before and not beside):
        return Shift.START
    if beside:
        return Shift.PART
    shifts = [shift_of(meant(one), meant(telling)) for one in before]
    if Shift.SAME in shifts:
        return Shift.SAME
    number = said_number(meant(telling))
    if number in parts and any(said_number(meant(one)) in parts for one in before):
        return Shift.PART
    return shifts[0] if len(set(shifts)) == 1 else Shift.PART


def meant(telling: Telling) -> Interval:
    """What the words of a target allow."""
    value = telling.statement.value
    assert value is not None
    return allowed(telling.statement.comparator, value) or value


def due_of(telling: Telling) -> str:
    """The year by which a target is to be met, where the words name one."""
    return due_year(telling.statement, telling.told_on)


def shift_of(before: Interval, after: Interval) -> Shift:
    """How a value moved: up or down where the two cannot be one; between two floors, up where the later is higher and
    vaguer where it is lower (it still allows the earlier); firmer where a figure follows a floor, vaguer the other way.
    """
    if (before.low, before.high, before.low_open) == (after.low, after.high, after.low_open):
        return Shift.SAME
    if said_number(before) == said_number(after) and _holds(before) and _holds(after):
        return Shift.SAME  # "2.5 %" and "reach 2.5 %"
    if after.low >= before.high:
        return Shift.UP
    if after.high <= before.low:
        return Shift.DOWN
    if isinf(before.high) and isinf(after.high):
        return Shift.UP if after.low > before.low else Shift.VAGUER if after.low < before.low else Shift.SAME
    if isinf(before.high) or isinf(after.high):
        return Shift.FIRMER if isinf(before.high) else Shift.VAGUER
    return Shift.SAME if before.low <= said_number(after) <= before.high else _by_number(before, after)


def _holds(told: Interval) -> bool:
    """Whether the number named is itself allowed, as it is not by "more than"."""
    number = said_number(told)
    return told.low <= number <= told.high and not (told.low_open and told.low == number)


def _by_number(before: Interval, after: Interval) -> Shift:
    return Shift.UP if said_number(after) > said_number(before) else Shift.DOWN


def _in_force(subject: tuple[str, ...], measure: str, day: date | None, record: Record) -> tuple[Commitment, ...]:
    """NATO's own guideline as it held when the story begins."""
    if measure != "guideline" or subject != ("NATO",) or day is None:
        return ()
    return record.guidelines(day)


def _decisions(
    subject: tuple[str, ...], measure: str, first: date | None, last: date | None, record: Record
) -> tuple[Commitment, ...]:
    """What the owners of a target committed to from the first step on until about a year after the story."""
    if measure not in SHARES or first is None or last is None:
        return ()
    made = (
        one
        for actor in subject
        for one in record.commitments(actor=actor)
        if one.unit == GUIDELINE_UNIT and one.made_first is not None
        if one.made_first > first and later_decision_counts(one.made_first, last)
    )
    return tuple(dict.fromkeys(made))
