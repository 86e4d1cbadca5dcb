"""From statements to checked statements: every statement gets its answers, on both clocks where both exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from burdenshare._version import __version__
from burdenshare.checking import guidelines, happenings, lists, membership, offices, statements_of_others, verdicts
from burdenshare.checking.answers import Answer, on_clock, unverifiable
from burdenshare.checking.claims import UNASSERTED, Claim, compile_claim, tells_a_running_year
from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Verdict
from burdenshare.checking.prices import price_of
from burdenshare.checking.questions import Age, Guideline, Happening, Members, Membership, Numeric, Stated, Tenure
from burdenshare.checking.readings import Clock
from burdenshare.reading.model import Kind, Reading, Statement
from burdenshare.record.record import Record

NO_DATE = "the document has no date, so nothing can be asked of the record of that day"
DAY_BOUND = "the words mean another thing on another day, and the document has no date"
NO_QUESTION = "no such series in the record"

JUDGED_PROMISES = frozenset({"guideline", "share_of_gdp", "reconstitution"})
"""Promises with something dated to hold them against; all others only get a price."""


def check_reading(reading: Reading, record: Record, *, now: date | None = None) -> CheckedDocument:
    """Every statement of a document with its answers, in text order; nothing is dropped.

    `now` overrides the record's edition as the day of the second clock. The computer's clock is never asked.
    """
    day = now or record.edition
    on = reading.document.published
    return CheckedDocument(
        document=reading.document,
        edition=day,
        code_version=__version__,
        record_version=record.version,
        checked=tuple(check_statement(one, record, on=on, now=day) for one in reading.statements),
        unaccounted=reading.unaccounted,
        remarks=_remarks(reading),
    )


def _remarks(reading: Reading) -> tuple[str, ...]:
    document = reading.document
    if document.published is None:
        return (NO_DATE,)
    if document.published_from == "inferred":
        return (f"the text names no day; it was written {document.dated_by}",)
    return ()


def check_statement(statement: Statement, record: Record, *, on: date | None, now: date) -> Checked:
    """One statement with its answers *then* (by the record of `on`) and *now* (by that of `now`), and its price.

    `on` None means the document has no date: *then* is missing, and *now* is judged only where the words name their
    own time. Positions and promises without anything dated to hold them against have no judgement.
    """
    price = price_of(statement, record, on or now)
    if not _is_judged(statement, on):
        return Checked(statement, None, None, price=price, context=_beside(statement, record, on or now))
    then = _answer(statement, record, Clock.THEN, on, on, now) if on else None
    latest = _answer(statement, record, Clock.NOW, now, on, now)
    return Checked(statement, then, latest, then_missing="" if on else NO_DATE, price=price)


def _is_judged(statement: Statement, on: date | None) -> bool:
    if statement.kind is Kind.PROMISE:
        return statement.measure in JUDGED_PROMISES or tells_a_running_year(statement, on)
    return statement.kind is not Kind.POSITION


def _beside(statement: Statement, record: Record, day: date) -> tuple[str, ...]:
    """What the record holds beside a promise that it does not judge: commitments of the same actors by that day."""
    if statement.kind is not Kind.PROMISE:
        return ()
    found = (one for actor in statement.subject for one in record.commitments(actor=actor, on=day))
    same = [one for one in found if statement.measure == "aid" and one.kind == "ukraine_support"]
    return tuple(f"on record: {one.about}, {one.value:g} {one.unit} ({one.made_on})" for one in same)


def _answer(statement: Statement, record: Record, clock: Clock, day: date, on: date | None, edition: date) -> Judgement:
    """One clock's answer; a list of subjects is asked one by one."""
    claim = compile_claim(statement, on)
    if claim is None:
        return on_clock(unverifiable(NO_QUESTION), day, statement.measure or "no measure")
    if statement.modality in UNASSERTED:
        return on_clock(unverifiable(UNASSERTED[statement.modality]), day, statement.measure)
    if claim.day is None and claim.day_bound:
        return on_clock(unverifiable(DAY_BOUND), day, statement.measure)
    if not lists.is_list(statement):
        return _judge(claim, record, clock, day, edition)
    parts = []
    for subject in statement.subject:
        alone = compile_claim(replace(statement, subject=(subject,)), on)
        assert alone is not None
        parts.append((subject, _judge(alone, record, clock, day, edition)))
    return lists.joined(parts, claim, record)


def _judge(claim: Claim, record: Record, clock: Clock, day: date, edition: date) -> Judgement:
    question = claim.question
    if isinstance(question, Numeric):
        found = verdicts.judge(claim, record, clock, day, edition)
        return _spared(found) if claim.statement.kind is Kind.PROMISE else found
    # Dated entries answer alike on both clocks: they are asked about the text's day, and only stamped with the clock's.
    answer = DATED[type(question)](claim, question, record, claim.day or day)
    return on_clock(answer, day, _looked_up(question))


def _spared(found: Judgement) -> Judgement:
    """A promise is not false because an estimate differs from it: what would be contradicted stays open."""
    if found.verdict is not Verdict.CONTRADICTED:
        return found
    return replace(
        found, verdict=Verdict.UNVERIFIABLE, why=f"a promise, which the record's figure does not refute: {found.why}"
    )


def _looked_up(question: Any) -> str:
    return type(question).__name__.lower()


DATED: dict[type[Any], Callable[[Claim, Any, Record, date], Answer]] = {
    Members: membership.members,
    Membership: membership.joined,
    Age: membership.age,
    Happening: happenings.happened,
    Tenure: offices.office_held,
    Guideline: guidelines.guideline,
    Stated: statements_of_others.stated,
}
"""Who answers which question on dated entries."""
