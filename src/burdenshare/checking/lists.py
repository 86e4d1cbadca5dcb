"""Statements about several subjects at once ("A, B and C fall short"): each is asked alone, then the answers joined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from burdenshare.checking.agreement import agrees, allowed
from burdenshare.checking.answers import distinct
from burdenshare.checking.claims import CELLS, Claim
from burdenshare.checking.evaluate import ask
from burdenshare.checking.model import Judgement, Verdict
from burdenshare.checking.questions import Level
from burdenshare.reading.model import Statement
from burdenshare.record.measures import declared
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record

EACH = CELLS | {"expenditure_growth", "real_change", "expenditure_per_capita"}
"""Measures that a list of subjects shares one by one; of a rank or a share the second subject is the whole."""

WORST_FIRST: tuple[Verdict, ...] = (
    Verdict.CONTRADICTED,
    Verdict.UNVERIFIABLE,
    Verdict.DEPENDS,
    Verdict.CLOSE,
    Verdict.SUPPORTED,
)
"""A list holds only if each of its parts does: the worst answer is the list's."""


def is_list(statement: Statement) -> bool:
    """Whether a statement speaks of several subjects that can each be asked."""
    return len(statement.subject) > 1 and statement.measure in EACH


def joined(parts: Sequence[tuple[str, Judgement]], claim: Claim, record: Record) -> Judgement:
    """One judgement over those of the subjects, named; a sum is tried where the measure can be added up."""
    worst = min(parts, key=lambda part: WORST_FIRST.index(part[1].verdict))
    verdict, why = worst[1].verdict, "; ".join(f"{subject}: {part.why}" for subject, part in parts)
    summed = declared().find(claim.statement.measure).total
    if summed and verdict is not Verdict.SUPPORTED:
        total = _together(claim, record, worst[1].on)
        if total is not None:
            verdict, why = Verdict.DEPENDS, f"only taken together: {total}"
        elif verdict is Verdict.CONTRADICTED:
            verdict, why = Verdict.UNVERIFIABLE, f"the words do not say whether each or all together; {why}"
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
    )


def _tree(parts: Sequence[tuple[str, Judgement]]) -> Derivation:
    inputs = tuple(part.derivation for _, part in parts if part.derivation is not None)
    return Derivation("each of " + ", ".join(subject for subject, _ in parts), None, "", formula="each", inputs=inputs)


def _together(claim: Claim, record: Record, day: date) -> str | None:
    """What the subjects add up to at current prices in one release, if that is what the words say; else None."""
    question, may_be = claim.question, allowed(claim.comparator, claim.asked)
    if not isinstance(question, Level) or may_be is None or not isinstance(question.period, int | str):
        return None
    found: list[Finding] = []
    for subject in claim.statement.subject:
        one = ask(Level(question.measure, subject, question.period, "current", question.unit), record, day)
        if one is None or one.bounded or (found and one.release != found[0].release):
            return None
        found.append(one)
    low, high = sum(one.low for one in found), sum(one.high for one in found)
    if not agrees(claim.comparator, may_be, low, high):
        return None
    return f"{(low + high) / 2:.6g} {found[0].unit} at current prices in release {found[0].release.id}"
