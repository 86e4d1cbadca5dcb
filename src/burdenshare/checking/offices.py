"""Offices: whether a person holds, or no longer holds, a title on the day of what is told (semantics §8)."""

from __future__ import annotations

from datetime import date, timedelta

from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Tenure
from burdenshare.reading.terms import BEGUN, LEFT
from burdenshare.record import model
from burdenshare.record.days import days_meant
from burdenshare.record.record import Record


def office_held(claim: Claim, question: Tenure, record: Record, day: date) -> Answer:
    """The verdict on a title. The day is that of what is told, else the day of the text.

    Contradicted only where the record is sure: the "former" holder in office, or a title another surely held.
    """
    if not question.person or not question.office or not question.entity:
        return unverifiable("the words do not settle which person or office is meant")
    if claim.statement.event in (BEGUN, LEFT):
        return _taken_or_left(question, record, claim.statement.event)
    days = _days(question, day)
    answers = {record.in_office(question.person, question.office, question.entity, one) for one in days}
    own = record.tenures(question.person, question.office, question.entity)
    told = "; ".join(_told(one) for one in own) or f"no {_title(question)} named {question.person} in the record"
    if None in answers:
        return unverifiable(f"the record cannot tell who was {_title(question)} on {days[0]}: {told}", sources=_of(own))
    if len(answers) > 1:
        return _answer(Verdict.DEPENDS, question, days[0], f"changed within {question.period}: {told}", own)
    found = (_former if question.former else _holder)(question, days[0], answers == {True}, told, own, record)
    if found.verdict is Verdict.CONTRADICTED and _handed_over(question, days[0], record):
        return _answer(Verdict.DEPENDS, question, days[0], f"handed over on that very day: {told}", own)
    if found.verdict is Verdict.CONTRADICTED and days[0] < day:
        return _of_the_text(question, day, found, own, record)
    return found


def _taken_or_left(question: Tenure, record: Record, event: str) -> Answer:
    """Whether an office was taken (or left) in the time told: by the first or last days of the person's tenures."""
    own = record.tenures(question.person, question.office, question.entity)
    meant = days_meant(question.period)
    told = "; ".join(_told(one) for one in own)
    days = [one.from_ if event == BEGUN else one.to for one in own]
    precise = all(one.from_precise if event == BEGUN else one.to_precise and one.grade != "D" for one in own)
    if meant is None or not own:
        return unverifiable(f"the record does not know when the office was {event}: {told}", sources=_of(own))
    if any(one is not None and meant[0] <= one <= meant[1] for one in days):
        return _answer(Verdict.SUPPORTED, question, meant[0], told, own)
    near = any(one is not None and _apart(one, meant) <= A_YEAR_AND_A_HALF for one in days)
    if not precise or not near:
        return unverifiable(f"the record does not know that the office was {event} then: {told}", sources=_of(own))
    return _answer(Verdict.CONTRADICTED, question, meant[0], f"the record has another day: {told}", own)


def _apart(day: date, meant: tuple[date, date]) -> int:
    """Days between a day and the nearer end of the time told."""
    return max((meant[0] - day).days, (day - meant[1]).days, 0)


A_YEAR_AND_A_HALF = 550
"""Days within which a wrong date means the same tenure; farther off, an earlier one may be meant that the record
lacks."""


def _days(question: Tenure, day: date) -> tuple[date, ...]:
    """The day told; of a month or year both ends, cut at the day of the text where it lies inside."""
    meant = days_meant(question.period) if question.period else None
    if meant is None:
        return (day,)
    last = min(meant[1], day) if meant[0] <= day else meant[1]
    return tuple(dict.fromkeys((last, meant[0])))


def _handed_over(question: Tenure, on: date, record: Record) -> bool:
    """Whether the office was taken or left on that day: both titles are right for a part of it."""
    before = on - timedelta(days=1)
    status = {record.in_office(question.person, question.office, question.entity, one) for one in (on, before)}
    return status == {True, False}


def _of_the_text(question: Tenure, day: date, found: Answer, own: tuple[model.Tenure, ...], record: Record) -> Answer:
    """The title is wrong for the day told. Writers often give the title of their own day: if that is right, the claim
    hangs on which day is meant; where only a year or month is told, the day of the text is the better guess."""
    held = record.in_office(question.person, question.office, question.entity, day)
    if held is None or held is question.former:
        return found
    verdict = Verdict.DEPENDS if len(question.period) == 10 else Verdict.SUPPORTED
    return _answer(verdict, question, day, f"true on the day of the text ({day}); {found.why}", own)


def _holder(
    question: Tenure, on: date, holds: bool, told: str, own: tuple[model.Tenure, ...], record: Record
) -> Answer:
    if holds:
        serving = tuple(one for one in own if one.from_ <= on and (one.to is None or on <= one.to)) or own
        return _answer(Verdict.SUPPORTED, question, on, "; ".join(_told(one) for one in serving), serving)
    holders = [one for one in record.holders(question.office, question.entity, on) if one.person != question.person]
    sure = [one for one in holders if record.in_office(one.person, question.office, question.entity, on) is True]
    # Where the successor's dates are rough, the end of the person's own tenure is enough if it is known to the day.
    others = sure or (holders if _surely_ended(own, on) else [])
    if not others:
        return unverifiable(f"the record does not know who was {_title(question)} on {on}; {told}", sources=_of(own))
    held = "; ".join(_told(one) for one in others)
    return _answer(Verdict.CONTRADICTED, question, on, f"{_title(question)} on {on} was {held}", (*others, *own))


def _surely_ended(own: tuple[model.Tenure, ...], on: date) -> bool:
    return bool(own) and all(one.to is not None and one.to_precise and one.to <= on and one.grade != "D" for one in own)


def _former(
    question: Tenure, on: date, holds: bool, told: str, own: tuple[model.Tenure, ...], record: Record
) -> Answer:
    if holds:
        return _answer(Verdict.CONTRADICTED, question, on, f"in office on {on}, not former: {told}", own)
    if any(one.from_ <= on for one in own):
        return _answer(Verdict.SUPPORTED, question, on, told, own)
    return unverifiable(f"the record knows no earlier tenure: {told}", sources=_of(own))


def _answer(verdict: Verdict, question: Tenure, on: date, why: str, rows: tuple[model.Tenure, ...]) -> Answer:
    inputs = tuple(leaf(_told(one), one.source, f"{one.from_}/{one.to or ''}") for one in rows)
    return Answer(verdict, why, sources=_of(rows), inputs=inputs)


def _of(rows: tuple[model.Tenure, ...]) -> tuple[str, ...]:
    return distinct(one.source for one in rows)


def _title(question: Tenure) -> str:
    return f"{question.office.replace('_', ' ')} of {question.entity}"


def _told(one: model.Tenure) -> str:
    """One tenure as told: name, office, from, until."""
    until = "last seen" if one.grade == "D" else "until"
    end = f", {until} {_as_read(one.to, one.to_precise)}" if one.to else ""
    start = _as_read(one.from_, one.from_precise)
    return f"{one.person}, {one.office.replace('_', ' ')} of {one.entity} from {start}{end}"


def _as_read(day: date, precise: bool) -> str:
    """A day; of a row that gives only a month or a year, no more than that."""
    if precise:
        return str(day)
    whole_year = (day.month, day.day) in ((1, 1), (12, 31))
    return f"{day:%Y}" if whole_year else f"{day:%Y-%m}"
