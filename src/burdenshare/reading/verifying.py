"""One proposal after the other, held against what the rules read: kept, known already, or refused with a reason."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from burdenshare.reading.hostile import finite, plain, whole
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.mentions import find_subjects
from burdenshare.reading.model import Interval, NotVerified, Reading, Span, Statement
from burdenshare.reading.read import Facts
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import tokenize
from burdenshare.reading.windows import Windows

if TYPE_CHECKING:
    from burdenshare.reading.proposals import Proposal

MOST_SPAN = 600
"""Characters one proposal may cover: two long sentences."""

MOST_WORDS = 240
MOST_NAME = 80
MOST_UNIT = 20
"""Characters kept of what a proposer wrote; its words are only shown where they do not stand in the text."""

SAME = 1e-6
"""Relative distance of two floats that are one printed number."""

SAME_FRACTION = 1e-3
"""The same for words such as two-thirds, which people type as 0.667."""

UNITS = {
    "members": "allies",
    "countries": "allies",
    "nations": "allies",
    "states": "allies",
    "per cent of gdp": "%",
    "percent of gdp": "%",
    "% of gdp": "%",
}
"""Units a proposer may write for those of a statement, beside the ways of writing currencies and per cent."""


class Reason(StrEnum):
    """Why a proposal is not verified."""

    PLACE = "its place is not in the text"
    WORDS = "its words do not stand there"
    LENGTH = f"longer than {MOST_SPAN} characters"
    NO_FIGURE = "it names no finite figure"
    NO_SUBJECT = "it names no ally or group"
    MEASURE = "another measure is read there"
    SUBJECT = "another subject is read there"
    FIGURE = "another figure is read there"
    NOTHING = "no such figure is read there"
    ALONE = "its sentence cannot be read on its own"
    CONTEXT = "read otherwise in its context"
    ASIDE = "set aside on purpose"


LEAST_FIRST = (Reason.MEASURE, Reason.SUBJECT, Reason.FIGURE)
"""In what a proposal may differ from what is read; of several statements near it the one that differs least is told."""


NOBODY = frozenset({"PRONOUN", "AMBIGUOUS"})
"""What the reading room writes for words that name nobody by themselves."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a proposal was not verified; `detail` is what the rules read instead, and never the proposer's."""

    reason: Reason
    detail: str = ""

    def told(self) -> str:
        """The reason with its detail."""
        return f"{self.reason} ({self.detail})" if self.detail else self.reason.value


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal that can be held against the rules: where, whose, what."""

    span: Span
    subjects: frozenset[str]
    measure: str
    value: float
    unit: str


class Bench:
    """Where proposals for one document are answered; `added` grows by what the rules read on a second look."""

    def __init__(self, reading: Reading, record: Facts) -> None:
        self._reading = reading
        self._record = record
        self._own = tuple(one for one in reading.statements if one.value is not None)
        self._windows = Windows(reading.document, record)
        self._entities = {entity for _, entity, _ in record.places()}
        self._entities |= {row["entity"] for row in load_table("subjects")["subject"]} - NOBODY
        self.added: list[Statement] = []

    def answer(self, proposal: Proposal) -> Refused | bool:
        """Whether it had been read already; False means that a statement was added; or why neither holds."""
        asked = self._asked(proposal)
        if isinstance(asked, Refused):
            return asked
        if any(_agrees(one, asked) for one in (*self._own, *self.added)):
            return True
        found = self._again(asked)
        if isinstance(found, Refused):
            return found
        self.added.append(found)
        return False

    def _asked(self, proposal: Proposal) -> Asked | Refused:
        """What can be held against the rules, if the proposal is sound."""
        text = self._reading.document.text
        span = _span(proposal, text)
        if span is None:
            return Refused(Reason.PLACE)
        words: object = proposal.words
        if words and words != text[span.start : span.end]:
            return Refused(Reason.WORDS)
        if span.end - span.start > MOST_SPAN:
            return Refused(Reason.LENGTH)
        value = finite(proposal.value)
        if value is None:
            return Refused(Reason.NO_FIGURE)
        subjects = self._subjects(plain(proposal.subject, MOST_NAME))
        if not subjects:
            return Refused(Reason.NO_SUBJECT)
        measure = plain(proposal.measure, MOST_NAME)
        return Asked(span, subjects, measure, value, _unit(plain(proposal.unit, MOST_UNIT)))

    def _subjects(self, named: str) -> frozenset[str]:
        """The entities a proposer names, by id or as texts name them; none where a part of it names nobody."""
        found: set[str] = set()
        for part in named.split(";"):
            code = part.strip().upper()
            entities = {code} if code in self._entities else self._named(part)
            if not entities:
                return frozenset()
            found |= entities
        return frozenset(found)

    def _named(self, words: str) -> set[str]:
        tokens = tokenize(words)
        lexicon = lexicon_of(self._record)
        mentions = find_subjects(lexicon, tokens, lexicon.subjects.starts(tokens))
        return {one.entity for one in mentions if one.names_a_body} - NOBODY

    def _again(self, asked: Asked) -> Statement | Refused:
        """The statement that a second look at the sentences yields, or why there is none to keep."""
        near = _around(self._own, asked.span)
        seen = self._windows.statements(asked.span)
        if seen is None:
            return _difference(near, asked) if near else Refused(Reason.ALONE)
        agreed = [one for one in seen if _agrees(one, asked)]
        free = [one for one in agreed if not _around(self._own, one.focus)]
        kept = next((one for one in free if not self._set_aside(one.focus)), None)
        if kept is not None:
            return kept
        if free:
            return Refused(Reason.ASIDE, self._set_aside(free[0].focus))
        if agreed:
            return Refused(Reason.CONTEXT)
        return _difference(near or _around(seen, asked.span), asked)

    def _set_aside(self, focus: Span) -> str:
        """Why the first reading set a number in `focus` aside; empty where it did not."""
        entries = self._reading.unaccounted
        return next((one.reason for one in entries if _meet(one.span, focus) and not one.open), "")


def shown(proposal: Proposal, text: str, refused: Refused) -> NotVerified:
    """A refused proposal as it may be shown: the words of the text where its offsets hold, everything clean and cut."""
    span = _span(proposal, text)
    words = proposal.words if span is None else text[span.start : span.end]
    return NotVerified(
        span=span,
        words=plain(words, MOST_WORDS),
        subject=plain(proposal.subject, MOST_NAME),
        measure=plain(proposal.measure, MOST_NAME),
        value=finite(proposal.value),
        unit=plain(proposal.unit, MOST_UNIT),
        proposer=plain(proposal.proposer, MOST_NAME),
        reason=plain(refused.told(), MOST_WORDS),
    )


def _span(proposal: Proposal, text: str) -> Span | None:
    start, end = whole(proposal.start), whole(proposal.end)
    if start is None or end is None or not 0 <= start < end <= len(text):
        return None
    return Span(start, end)


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    """Every way of writing a unit, in lower case, with the unit as statements have it."""
    units = load_table("units")
    written = {name.casefold(): code for part in ("signs", "codes", "words") for name, code in units[part].items()}
    written |= {words.casefold(): "%" for words in units["percent"]["words"]}
    return written | UNITS


def _unit(unit: str) -> str:
    return _written().get(unit.casefold(), unit.casefold())


def _agrees(statement: Statement, asked: Asked) -> bool:
    return _meet(statement.focus, asked.span) and _fault(statement, asked) is None


def _difference(near: Iterable[Statement], asked: Asked) -> Refused:
    """What the rules read in place of what is proposed."""
    faults = [fault for one in near if (fault := _fault(one, asked)) is not None]
    return min(faults, key=lambda fault: LEAST_FIRST.index(fault.reason), default=Refused(Reason.NOTHING))


def _fault(statement: Statement, asked: Asked) -> Refused | None:
    """In what `statement` differs from what is asked; None where it does not."""
    if statement.value is None or not _same_figure(statement, statement.value, asked):
        return Refused(Reason.FIGURE)
    if frozenset(statement.subject) != asked.subjects:
        return Refused(Reason.SUBJECT, ", ".join(statement.subject) or "none")
    if asked.measure not in ("", statement.measure):
        return Refused(Reason.MEASURE, statement.measure)
    return None


def _same_figure(statement: Statement, value: Interval, asked: Asked) -> bool:
    """The unit, and the number as said; of a range, either of its ends as well."""
    if _unit(statement.unit) != asked.unit:
        return False
    ends = (value.low, value.high) if statement.comparator == "between" else ()
    near = SAME_FRACTION if statement.unit == "fraction" else SAME
    return any(math.isclose(asked.value, one, rel_tol=near, abs_tol=1e-12) for one in (value.central, *ends))


def _around(statements: Iterable[Statement], span: Span) -> list[Statement]:
    return [one for one in statements if one.value is not None and _meet(one.focus, span)]


def _meet(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
