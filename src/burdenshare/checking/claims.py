"""A claim: a statement compiled to a question for the record, an immutable tree with holes.

A hole stands where the words leave something open; `readings` fills the holes, `evaluate` asks the record. The question
itself is made by `builders`, a row per measure id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from burdenshare.checking.builders import BUILDERS, NEED_SUBJECT, event_named
from burdenshare.checking.periods import names_its_time, year_of
from burdenshare.checking.questions import (
    Hole,
    Numeric,
    Question,
    Stated,
    holes_of,
)
from burdenshare.quick import quick
from burdenshare.reading.model import Interval, Kind, Modality, Statement


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """A question with what the words answer to it. `day` is the day that fixes "now" and "last year"."""

    statement: Statement
    question: Question
    comparator: str
    asked: Interval | None
    day: date | None
    before: str = ""  # what the sentence says before the statement's own words

    @property
    def day_bound(self) -> bool:
        """True where the words mean another thing on another day, so that no date leaves nothing to ask."""
        if isinstance(self.question, Numeric):
            return Hole.PERIOD in holes_of(self.question) and not names_its_time(self.statement)
        if isinstance(self.question, Stated):
            return False
        return not getattr(self.question, "period", "")


def compile_claim(statement: Statement, on: date | None, before: str = "") -> Claim | None:
    """The question a statement puts to the record, or None for positions and for words without a question.

    `on` is the day of the text; a quoted speech's own day goes before it. `before` is what the sentence says before.
    """
    if statement.kind is Kind.POSITION:
        return None
    builder = BUILDERS.get(question_kind(statement, on))
    if builder is None or (not statement.subject and builder in NEED_SUBJECT):
        return None
    day = statement.spoken_on or on
    # of exceptions the comparator says on which side the set stands, and the number of those who break it is exact
    comparator = "=" if statement.measure == "exceptions" else statement.comparator or "="
    return Claim(statement, builder(statement), comparator, statement.value, day, before)


def tells_a_running_year(statement: Statement, on: date | None) -> bool:
    """A promise in form, an estimate in fact: "allies will spend 559 billion this year" (semantics §6, hedges).

    The record holds estimates of running years, so such words are compared with them; a pledge of a share is not.
    """
    if statement.kind is not Kind.PROMISE or statement.modality in NOT_TOLD or statement.measure not in FORETOLD:
        return False
    year = year_of(statement.period)
    if statement.modality is Modality.PLEDGE and (year is None or statement.measure == "share_of_gdp"):
        return False
    return year is not None and not statement.note and (on is None or year <= on.year)


def question_kind(statement: Statement, on: date | None) -> str:
    """The row of `BUILDERS` a statement belongs to: its measure, its office, or what kind of promise it is."""
    if tells_a_running_year(statement, on):
        return statement.measure
    if statement.measure == "event" and statement.unit == "years":
        return "age"
    if statement.measure == "event" and statement.subject[:1] != ("NATO",) and ACCESSION.search(event_named(statement)):
        return "membership"
    if statement.kind is Kind.PROMISE and statement.measure in ("share_of_gdp", "equipment_share"):
        return "guideline"
    if statement.office and statement.measure in ("", statement.office):
        return "office"
    return statement.measure


ACCESSION = re.compile(r"\b(?:join(?:ed|s)|acce(?:ded|ssion)|became (?:a|the \w+) member)", re.I)
"""Words that make an event of a country its accession."""


NOT_TOLD = frozenset({Modality.DEMAND, Modality.HYPOTHETICAL, Modality.DENIAL, Modality.OPINION})
"""Modalities of a promise that tell nothing about a running year."""

FORETOLD = frozenset(
    {
        "expenditure",
        "expenditure_growth",
        "real_change",
        "expenditure_change",
        "extra_expenditure",
        "share_of_gdp",
        "allies_at_guideline",
        "fraction_at_guideline",
        "share_of_total",
    }
)
"""Measures of which NATO's releases print an estimate of their own year."""

UNASSERTED: dict[Modality, str] = {
    Modality.HYPOTHETICAL: "the words suppose it, they do not say that it is so",
    Modality.DENIAL: "the text denies it; what is denied is not claimed",
}
"""Modalities whose number nobody claims, with the reason given to the reader."""
