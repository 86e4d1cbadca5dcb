"""Statements about several subjects at once ("A, B and C fall short"): asked one by one or together, never by the
first alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from burdenshare.checking.answers import distinct
from burdenshare.checking.builders import BUILDERS, CELLS, OFFICES, STATED, whole_of
from burdenshare.checking.claims import question_kind
from burdenshare.checking.model import Judgement, Verdict
from burdenshare.errors import UnknownNameError
from burdenshare.reading.model import Statement
from burdenshare.reading.replacing import replaced
from burdenshare.record.groups import TOGETHER as JOIN
from burdenshare.record.measures import declared
from burdenshare.record.model import Derivation
from burdenshare.record.record import Record


class Mode(StrEnum):
    """How several subjects share one statement."""

    EACH = "each"  # what is said is said of each of them
    OPEN = "open"  # said of each, or of all in some way the words do not tell: never contradicted
    TOGETHER = "together"  # a sum is meant first, each only if the sum fails
    ONE = "one"  # the question takes all subjects as they are


MODES: dict[str, Mode] = {
    **dict.fromkeys(CELLS, Mode.EACH),
    **dict.fromkeys(STATED, Mode.EACH),
    **dict.fromkeys(("expenditure_growth", "real_change", "expenditure_per_capita"), Mode.EACH),
    **dict.fromkeys(("membership", "guideline"), Mode.EACH),
    # "the presidents of A and B", "A and B rank first and second", "23 allies in A and B": whose is the number?
    **dict.fromkeys(("office", *OFFICES), Mode.OPEN),
    **dict.fromkeys(("rank", "members", "allies_at_guideline", "fraction_at_guideline"), Mode.OPEN),
    # one sum of money or one part of a whole is told of several: they are added
    **dict.fromkeys(("expenditure_change", "extra_expenditure", "share_of_total"), Mode.TOGETHER),
    # the words say themselves whether one or several are held against the others
    **dict.fromkeys(("comparison", "exceptions"), Mode.ONE),
    # a happening and an age name who took part
    **dict.fromkeys(("event", "age"), Mode.ONE),
}
"""Every kind of question (a row of `claims.BUILDERS`) and how it is asked of several subjects."""
assert set(MODES) == set(BUILDERS)

OF_SUMS = frozenset({"expenditure_growth", "real_change"})
"""Measures of several that may be that of their sum."""
OF_A_WHOLE = frozenset({"share_of_total", "rank"})
"""Measures whose last subject may be the whole that the others are part of."""

WORST_FIRST: tuple[Verdict, ...] = (
    Verdict.CONTRADICTED,
    Verdict.UNVERIFIABLE,
    Verdict.DEPENDS,
    Verdict.CLOSE,
    Verdict.SUPPORTED,
)
"""A list holds only if each of its parts does: the worst answer is the list's."""
HOLDS = frozenset({Verdict.SUPPORTED, Verdict.CLOSE, Verdict.DEPENDS})


_TOGETHER = re.compile(r"\b(?:a combined|combined|together|jointly|between them)\b", re.I)


def says_together(statement: Statement) -> bool:
    """Whether the words take several as one: `spent a combined $5.2 billion`. What adds up is then asked as a sum."""
    found = declared().by_id.get(statement.measure)
    return found is not None and found.total and bool(_TOGETHER.search(statement.text))


def mode(statement: Statement, on: date | None) -> Mode:
    return MODES.get(question_kind(statement, on), Mode.ONE)


def settled(statement: Statement, record: Record, day: date) -> tuple[Statement, tuple[str, ...]]:
    """A statement with its owners told apart from the whole they are a part of, and those owners.

    A group named last is the whole only if it holds the others; the alliance joined is no one that joins.
    """
    own = statement.subject
    if statement.measure == "membership" or len(own) < 2:
        owners = tuple(one for one in own if one != "NATO") or own
        return replaced(statement, subject=owners), owners
    if statement.measure not in OF_A_WHOLE:
        return statement, own
    whole = whole_of(statement)
    if own[-1] == whole and not all(_holds(whole, one, record, day) for one in own[:-1]):
        whole = "NATO"
    owners = own[:-1] if own[-1] == whole else own
    return replaced(statement, subject=(*owners, whole)), owners


def alone(statement: Statement, owners: Sequence[str], subject: str) -> Statement:
    """The statement said of one of its owners (or of all taken together); the whole it is a part of stays."""
    return replaced(statement, subject=(subject, *statement.subject[len(owners) :]))


def together(owners: Sequence[str], record: Record, day: date) -> str | None:
    """All owners as one, or None where one is a part of another and would be counted twice."""
    seen: set[str] = set()
    for owner in owners:
        parts = _members(owner, record, day)
        if seen & parts:
            return None
        seen |= parts
    return JOIN.join(owners)


def _members(entity: str, record: Record, day: date) -> set[str]:
    try:
        return set(record.members(entity, day))
    except UnknownNameError:
        return {entity}


def _holds(whole: str, part: str, record: Record, day: date) -> bool:
    """Whether `part` lies in `whole`; of a body whose members the record does not list, yes."""
    if JOIN in whole:
        return part in whole.split(JOIN)
    members = _members(whole, record, day)
    return members == {whole} or _members(part, record, day) <= members


Parts = Sequence[tuple[str, Judgement]]


def taken_together(all_: Judgement | None, parts: Callable[[], Parts]) -> Judgement:
    """The judgement of a sum; where the sum does not hold, whether each holds alone. Contradicted only if neither the
    sum nor any of the subjects comes near."""
    if all_ is not None and all_.verdict in HOLDS:
        return all_
    asked = parts()
    each = joined(asked)
    if each.verdict in HOLDS:
        why = f"only if each is meant, not all together: {each.why}"
        return replaced(each, verdict=Verdict.DEPENDS, why=why, rule="only_if_each_is_meant")
    if all_ is None:
        return _unsaid(each) if each.verdict is Verdict.CONTRADICTED else each
    if all(part.verdict is Verdict.CONTRADICTED for _, part in asked):
        return all_
    return _unsaid(all_)


def one_by_one(parts: Parts, all_: Callable[[], Judgement | None], how: Mode, measure: str) -> Judgement:
    """The judgement of each; where that does not hold, of all together, if the measure can be added up."""
    each = joined(parts)
    if each.verdict is Verdict.SUPPORTED:
        return each
    declared_ = declared().by_id.get(measure)
    adds_up = declared_ is not None and declared_.total
    sum_ = all_() if adds_up or measure in OF_SUMS else None
    if sum_ is not None and sum_.verdict in HOLDS:
        verdict = Verdict.CLOSE if sum_.verdict is Verdict.CLOSE else Verdict.DEPENDS
        return replaced(sum_, verdict=verdict, why=f"only taken together: {sum_.why}", rule="only_taken_together")
    return _unsaid(each) if each.verdict is Verdict.CONTRADICTED and (adds_up or how is Mode.OPEN) else each


def _unsaid(found: Judgement) -> Judgement:
    why = f"the words do not say whether each or all together; {found.why}"
    return replaced(found, verdict=Verdict.UNVERIFIABLE, why=why, rule="each_or_together")


def joined(parts: Parts) -> Judgement:
    """One judgement over those of the subjects, named: the worst of them."""
    worst = min(parts, key=lambda part: WORST_FIRST.index(part[1].verdict))
    verdict, why = worst[1].verdict, "; ".join(f"{subject}: {part.why}" for subject, part in parts)
    return Judgement(
        verdict=verdict,
        on=worst[1].on,
        reading=f"{worst[0]}: {worst[1].reading}",
        recorded=worst[1].recorded,
        unit=worst[1].unit,
        distance=worst[1].distance,
        distance_unit=worst[1].distance_unit,
        band=worst[1].band,
        why=why,
        evidence=tuple(one for _, part in parts for one in part.evidence),
        sources=distinct(source for _, part in parts for source in part.sources),
        tried=tuple(one for _, part in parts for one in part.tried),
        derivation=_tree(parts),
        context=distinct(f"{subject}: {line}" for subject, part in parts for line in part.context),
        rule=worst[1].rule,
        band_from=worst[1].band_from,
    )


def _tree(parts: Parts) -> Derivation:
    inputs = tuple(part.derivation for _, part in parts if part.derivation is not None)
    return Derivation("each of " + ", ".join(subject for subject, _ in parts), None, "", formula="each", inputs=inputs)
