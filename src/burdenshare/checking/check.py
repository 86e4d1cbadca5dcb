"""From statements to checked statements: every statement gets its answers, on both clocks where both exist."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from burdenshare._version import __version__
from burdenshare.checking import (
    guidelines,
    happenings,
    lists,
    membership,
    offices,
    said_horizons,
    statements_of_others,
    verdicts,
)
from burdenshare.checking.answers import Answer, on_clock, unverifiable
from burdenshare.checking.arithmetic import arithmetic_of
from burdenshare.checking.claims import UNASSERTED, Claim, compile_claim, tells_a_running_year
from burdenshare.checking.doubts import read_by_the_words_around_it
from burdenshare.checking.industry import is_industry
from burdenshare.checking.limits import MOST_A_YEAR_BRINGS
from burdenshare.checking.misreadings import read_with_doubt
from burdenshare.checking.model import Checked, CheckedDocument, Clock, Judgement, Verdict
from burdenshare.checking.periods import shorter_than_a_year, told_of_several_years
from burdenshare.checking.prices import price_of
from burdenshare.checking.promised import beside
from burdenshare.checking.questions import Age, Guideline, Happening, Members, Membership, Numeric, Stated, Tenure
from burdenshare.checking.roads import with_roads
from burdenshare.reading.model import INFERRED, Kind, Reading, Statement
from burdenshare.record.record import Record
from burdenshare.uncollected import uncollected

NO_DATE = "the document has no date, so nothing can be asked of the record of that day"
DAY_BOUND = "the words mean another thing on another day, and the document has no date"
NO_QUESTION = "no such series in the record"
SEVERAL_YEARS = "the words speak of several years at once, and the record tells each year for itself"
PART_OF_A_YEAR = "the record tells spending by calendar year, not of parts of a year"

JUDGED_PROMISES = frozenset({"guideline", "share_of_gdp", "equipment_share", "reconstitution"})
"""Promises with something dated to hold them against; all others only get a price."""


@uncollected
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
        checked=tuple(
            check_statement(one, record, on=on, now=day, before=_before(one, reading.document.text))
            for one in reading.statements
        ),
        unaccounted=reading.unaccounted,
        remarks=(*told_of_its_day(reading), *reading.remarks),
        not_verified=reading.not_verified,
        arithmetic=arithmetic_of(reading, record),
        now_given=now,
    )


def told_of_its_day(reading: Reading) -> tuple[str, ...]:
    """What must be said of a document without a day, or with one that no line of it names."""
    document = reading.document
    if document.published is None:
        return (NO_DATE,)
    if document.published_from == INFERRED:
        return (f"the text names no day; it was written {document.dated_by}",)
    return ()


REACH = 160
"""How far before a statement its sentence is looked at: who or what its words are said of."""
_ENDS = re.compile(r"[.!?]['\"”’)]?\s+(?=[^a-z])|\n\s*\n")


def _before(statement: Statement, text: str) -> str:
    """What the sentence says before the statement's own words."""
    near = text[max(0, statement.span.start - REACH) : statement.span.start]
    return _ENDS.split(near)[-1]


def check_statement(statement: Statement, record: Record, *, on: date | None, now: date, before: str = "") -> Checked:
    """One statement with its answers *then* (by the record of `on`) and *now* (by that of `now`), and its price.

    `before` is what the sentence says before the statement's own words.


    `on` None means the document has no date: *then* is missing, and *now* is judged only where the words name their
    own time. Positions and promises without anything dated to hold them against have no judgement.
    """
    price = with_roads(price_of(statement, record, on or now), statement, record, on, now)
    if not _is_judged(statement, on):
        return Checked(statement, None, None, price=price, context=beside(statement, record, on or now), before=before)
    then = _answer(statement, record, Clock.THEN, on, on, now, before) if on else None
    latest = _answer(statement, record, Clock.NOW, now, on, now, before)
    told = set(then.context if then else ()) | set(latest.context)
    answer = then or latest
    more = tuple(line for line in beside(statement, record, on or now) if not _is_told(line, told, answer))
    missing = "" if on else NO_DATE
    return Checked(statement, then, latest, then_missing=missing, price=price, context=more, before=before)


def _is_told(line: str, told: set[str], answer: Judgement) -> bool:
    """Whether the judgement shows the same commitment already, under whatever heading; one that holds needs only what
    was decided since."""
    if answer.verdict is Verdict.SUPPORTED and not line.startswith("decided later"):
        return True
    words = line.partition(": ")[2]
    return any(other.endswith(f": {words}") for other in told)  # of several owners each line is headed by its own


def _is_judged(statement: Statement, on: date | None) -> bool:
    if statement.kind is Kind.PROMISE:
        held = statement.measure in JUDGED_PROMISES or is_industry(statement)
        return held or tells_a_running_year(statement, on)
    return statement.kind is not Kind.POSITION


def _answer(
    statement: Statement, record: Record, clock: Clock, day: date, on: date | None, edition: date, before: str
) -> Judgement:
    """One clock's answer; several subjects are asked one by one or together (`lists.MODES`)."""
    claim = compile_claim(statement, on, before)
    if claim is None:
        return on_clock(unverifiable(NO_QUESTION), day, statement.measure or "no measure", "no_question")
    if statement.modality in UNASSERTED:
        return on_clock(unverifiable(UNASSERTED[statement.modality]), day, statement.measure, "not_asserted")
    if claim.day is None and claim.day_bound:
        return on_clock(unverifiable(DAY_BOUND), day, statement.measure, "no_day")
    if shorter_than_a_year(statement):
        return on_clock(unverifiable(PART_OF_A_YEAR), day, statement.measure, "part_of_a_year")
    if told_of_several_years(statement):
        return on_clock(unverifiable(SEVERAL_YEARS), day, statement.measure, "several_years")
    how = lists.mode(statement, on)
    if how is lists.Mode.EACH and lists.says_together(statement):
        how = lists.Mode.TOGETHER
    if how is lists.Mode.ONE or len(statement.subject) < 2:
        return _judge(claim, record, clock, day, edition)
    settled, owners = lists.settled(statement, record, claim.day or day)

    def of(subject: str) -> Judgement:
        one = compile_claim(lists.alone(settled, owners, subject), on, before)
        assert one is not None
        return _judge(one, record, clock, day, edition)

    def each() -> list[tuple[str, Judgement]]:
        return [(subject, of(subject)) for subject in owners]

    if len(owners) == 1:
        return of(owners[0])

    def together() -> Judgement | None:
        all_ = lists.together(owners, record, claim.day or day)
        return of(all_) if all_ else None

    if how is lists.Mode.TOGETHER:
        return lists.taken_together(together(), each)
    return lists.one_by_one(each(), together, how, statement.measure)


def _judge(claim: Claim, record: Record, clock: Clock, day: date, edition: date) -> Judgement:
    question = claim.question
    if isinstance(question, Numeric):
        found = verdicts.judge(claim, record, clock, day, edition)
        return _spared(claim, found) if claim.statement.kind is Kind.PROMISE else found
    # Dated entries answer alike on both clocks: they are asked about the text's day, and only stamped with the clock's.
    foretold = isinstance(question, Stated) and question.measure == FORETOLD
    look_up: Callable[[Claim, Any, Record, date], Answer] = DATED[type(question)]
    if foretold:
        look_up = said_horizons.said_so
    # what makers state and armies count is published and restated later, so each clock has its own rows
    counted = isinstance(question, Stated) and (question.measure in COUNTED_LATER or is_industry(claim.statement))
    later = counted or foretold
    answer, rule = look_up(claim, question, record, day if later else claim.day or day), look_up.__name__
    if claim.statement.unsure and answer.verdict is Verdict.CONTRADICTED:
        answer = replace(answer, verdict=Verdict.UNVERIFIABLE, why=f"{NOT_PLAIN}; read as here, {answer.why}")
        rule = (read_by_the_words_around_it if claim.statement.likely else read_with_doubt).__name__
    return on_clock(answer, day, _looked_up(question), rule)


FORETOLD = "reconstitution"
"""What is told of the time to come, of which only the saying can be looked up."""
COUNTED_LATER = frozenset({"troops"})
"""Stated figures that are counted for a month and published later: *now* sees what came out since."""
NOT_PLAIN = "the words do not say plainly whose and when it is"


def _spared(claim: Claim, found: Judgement) -> Judgement:
    """A promise is not false because an estimate differs from it: what would be contradicted stays open, unless it
    tells of a sum of the very year what no year's plans could bring about (ten times the money)."""
    if found.verdict is not Verdict.CONTRADICTED:
        return found
    said, held = claim.statement.value, found.recorded
    own = claim.statement.measure == "expenditure" and claim.statement.period_from in ("now", "explicit", "relative")
    if own and said is not None and held and said.low > held * MOST_A_YEAR_BRINGS.value:
        return found
    why = f"a promise, which the record's figure does not refute: {found.why}"
    return replace(found, verdict=Verdict.UNVERIFIABLE, why=why, rule="a_promise_is_not_refuted")


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
