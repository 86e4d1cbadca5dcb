"""Estimates that institutes publish year by year: nuclear warheads. The newest one of the day answers.

An estimate is no count: it supports what it says itself, and refutes only what lies far outside all that any institute
has estimated for a country in those years, of whichever kind (stockpile, total inventory, deployed).
"""

from __future__ import annotations

import re
from datetime import date

from burdenshare.checking.agreement import agrees, allowed, distance
from burdenshare.checking.answers import Answer, by_rows
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import ESTIMATE_REACH, MOST_SHOWN
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Stated
from burdenshare.checking.wording import number, small
from burdenshare.record.model import Grade, Observation
from burdenshare.record.record import Record

ESTIMATED = frozenset({"warheads"})
PLAIN = ("total_inventory", "stockpile")
"""What "warheads" means where the words name no kind: all there are, then those in military stock."""
KINDS = {"deployed": ("deployed", "deployed_strategic"), "stockpile": ("stockpile",), "retired": ("retired",)}
"""Words that name a kind."""


def estimated(claim: Claim, question: Stated, record: Record, day: date) -> Answer | None:
    """The verdict by the institutes' estimates out by the day; None where they hold none that decides."""
    may_be = allowed(claim.comparator, claim.asked)
    held = record.observations(question.measure, question.entity or None, as_of=record.edition)
    rows = [
        one
        for one in held
        if one.released_on is not None and one.released_on <= day and one.grade is not Grade.SECONDARY
    ]
    if may_be is None or not rows or not question.entity:
        return None
    kinds = _kinds(claim)
    newest = max(_year(one) for one in rows)
    told = (
        int(question.period[:4]) if question.period[:4].isdigit() and claim.statement.period_from != "now" else newest
    )
    near = [one for one in rows if abs(_year(one) - told) <= 1 and one.basis in kinds]
    near.sort(key=lambda one: (kinds.index(one.basis), abs(_year(one) - told), -one.released_on.toordinal()))  # type: ignore[union-attr]
    same = [one for one in near if agrees(claim.comparator, may_be, one.low, one.high)]
    shown = tuple(_told(one) for one in near[: int(MOST_SHOWN.value)])
    if same and near:
        newest_out = max(one.released_on for one in near if one.released_on is not None)
        plain = same[0].basis == near[0].basis and (same[0].released_on == newest_out or _year(same[0]) == told)
        verdict = Verdict.SUPPORTED if plain and _plainly_held(claim) else Verdict.DEPENDS
        return by_rows(verdict, f"as estimated: {_told(same[0])}", same[:1], 0.0, shown)
    if not near or _of_another_day(claim) or not _plainly_held(claim):
        return None
    every = [one for one in held if abs(_year(one) - told) <= 1]  # whoever says it, and whenever it was published
    if any(agrees(claim.comparator, may_be, one.low, one.high) for one in every):
        return None
    low = min(one.low for one in every) * (1 - ESTIMATE_REACH.value)
    high = max(one.high for one in every) * (1 + ESTIMATE_REACH.value)
    apart = distance(may_be, near[0].low, near[0].high)
    if may_be.low > high or (may_be.high < low and claim.comparator not in ("<", "<=")):
        off = small(apart.relative * 100, "%")
        why = f"far outside every estimate of those years; nearest kind: {_told(near[0])}; off by {off}"
        return by_rows(Verdict.CONTRADICTED, why, near[:1], apart.relative * 100, shown)
    return None


_PAST = re.compile(
    r"\b(?:peak\w*|cold war|once|was|were|had|used to|soviet|19\d\d|world\w*|global\w*|both|combined|together)\b", re.I
)
"""Words by which a number is of another day, of the world or of several: it is held against no estimate of today."""


def _of_another_day(claim: Claim) -> bool:
    return bool(_PAST.search(f"{claim.before} {claim.statement.text}"))


_HELD = re.compile(r"\b(?:has|have|possess(?:es)?|holds?|with|arsenal|stockpile of|counts?|puts?)\b", re.I)
_OTHERWISE = re.compile(
    r"\b(?:not|n't|never|no|lost|adding|add|stores?|stored|station\w*|deployed in|in europe|dismantl\w*|retire[ds]?|"
    r"built|produce[ds]?|and|could|would|will|by 20\d\d|aims?|plans?)\b",
    re.I,
)


def _plainly_held(claim: Claim) -> bool:
    """`Britain has 225 nuclear warheads`: one owner, a verb of having, no place, no denial."""
    told = f"{claim.before} {claim.statement.text}"
    one = len(claim.statement.subject) == 1
    return one and bool(_HELD.search(told)) and not _OTHERWISE.search(told)


def _kinds(claim: Claim) -> tuple[str, ...]:
    told = f"{claim.before} {claim.statement.text}".casefold()
    return next((kinds for word, kinds in KINDS.items() if word in told), PLAIN)


def _year(one: Observation) -> int:
    return int(str(one.period)[:4])


def _told(one: Observation) -> str:
    kind = one.basis.replace("_", " ")
    return f"{number(one.value, one.unit)} for {one.period}, {kind} ({one.release})"
