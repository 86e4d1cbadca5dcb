"""Soldiers an ally has in another country: counts of the Pentagon and others, by place and quarter.

No count is the whole truth (assigned, rotating, civilians): a number that some source gives for that place and time is
`depends`, with the source named; the Pentagon's own count of the very month is evidence for words that say what it
counts. Only a number far outside all that anybody has counted there in those years is refuted.
"""

from __future__ import annotations

import re
from datetime import date

from burdenshare.checking.agreement import agrees, allowed, distance
from burdenshare.checking.answers import Answer, by_rows
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import GARRISON_REACH, GARRISON_YEARS, MOST_SHOWN
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Stated
from burdenshare.checking.wording import number, small
from burdenshare.record.days import days_meant
from burdenshare.record.model import Grade, Observation
from burdenshare.record.record import Record

COUNTED = "us_active_duty_assigned"
"""The Pentagon's quarterly count of active-duty troops assigned to a country."""
WHOLE = "troops_stationed"
"""Counts of all who are there, rotating units among them."""
STATIONED = (WHOLE, COUNTED, "us_all_personnel_assigned", "battlegroup_troops")
"""Kinds of rows that count soldiers who are there; plans, cuts and reinforcements are other things."""


def garrison(claim: Claim, question: Stated, record: Record, day: date) -> Answer | None:
    """The verdict on troops in a place; None where the words name none or the record has none."""
    place, may_be = claim.statement.place, allowed(claim.comparator, claim.asked)
    if may_be is None or not question.entity or not place or place == question.entity:
        return None
    told = _told_day(question, claim, day)
    kinds = {f"{kind}@{place}" for kind in STATIONED}
    held = [one for one in record.observations(question.measure, question.entity) if one.basis in kinds]
    seen = day >= record.edition  # what no day was printed with serves *now* alone
    out = [one for one in held if (seen if one.released_on is None else one.released_on <= day)]
    near = sorted(
        (one for one in out if _apart(one, told) <= GARRISON_YEARS.value and one.grade is not Grade.SECONDARY),
        key=lambda one: _apart(one, told),
    )
    near = [one for one in near if _ended(one) <= day]
    if not near:
        return None
    shown = tuple(_told(one) for one in near[: int(MOST_SHOWN.value)])
    same = [one for one in near if agrees(claim.comparator, may_be, one.low, one.high)]
    if same:
        counted = [one for one in same if one.basis.startswith(COUNTED) and _of_that_month(one, told, question)]
        if counted and _ACTIVE.search(_words(claim)):
            return by_rows(Verdict.SUPPORTED, f"as counted: {_told(counted[0])}", counted[:1], 0.0, shown)
        return by_rows(Verdict.DEPENDS, f"as stated, not measured: {_told(same[0])}", same, 0.0, shown)
    every = [one for one in held if _apart(one, told) <= GARRISON_YEARS.value]  # whoever says it, whenever published
    whole = any(one.basis.startswith(WHOLE) for one in every) or _ASSIGNED.search(_words(claim))
    high = max(one.high for one in every) * (1 + GARRISON_REACH.value)
    # fewer may be a part of them; more are refuted only by counts that leave nobody out (rotating units are no
    # assigned ones: 369 are assigned to Poland, where some 10,000 rotate)
    if not whole or may_be.low <= high or not _plainly_there(claim):
        return None
    apart = distance(may_be, near[0].low, near[0].high).relative * 100
    why = f"far outside every count of those years; nearest in time: {_told(near[0])}; off by {small(apart, '%')}"
    return by_rows(Verdict.CONTRADICTED, why, near[:1], apart, shown)


_ACTIVE = re.compile(r"\bactive[- ]duty\b|\bassigned\b|\bpentagon\b", re.I)
_ASSIGNED = re.compile(r"\bassigned\b", re.I)
_THERE = re.compile(
    r"\b(?:has|have|had|keeps?|maintains?|hosts?|home to|stationed|based|assigned|there are|serve|serving)\b", re.I
)
_OTHERWISE = re.compile(
    r"\b(?:not|n't|never|no longer|more|additional|extra|another|withdr\w+|pull\w*|cut\w*|reduc\w+|remov\w+|send\w*|"
    r"plan\w*|would|could|will|should|peak\w*|once|cold war|19\d\d|world war|height|since|former\w*|used to|up to|"
    r"families|dependants|dependents|civilians|rotating|rotations?|rotational|exercise\w*|drill\w*|manoeuvre\w*|maneuver\w*)\b",
    re.I,
)


def _words(claim: Claim) -> str:
    return f"{claim.before} {claim.statement.text}"


def _plainly_there(claim: Claim) -> bool:
    """`There are 90,000 American troops stationed in Germany`: a verb of being there, and no change, plan or past."""
    one = len(claim.statement.subject) == 1
    return one and bool(_THERE.search(_words(claim))) and not _OTHERWISE.search(_words(claim))


def _told_day(question: Stated, claim: Claim, day: date) -> date:
    """The last day of the period that is told, else the day of the words."""
    meant = days_meant(question.period) if question.period and claim.statement.period_from != "now" else None
    return min(meant[1], day) if meant else min(claim.day or day, day)


def _ended(one: Observation) -> date:
    meant = days_meant(str(one.period))
    return meant[0] if meant else date.max


def _apart(one: Observation, told: date) -> float:
    meant = days_meant(str(one.period))
    if meant is None:
        return float("inf")
    gap = max((meant[0] - told).days, (told - meant[1]).days, 0)
    return gap / 365.25


def _of_that_month(one: Observation, told: date, question: Stated) -> bool:
    """The row of the month the words name; of words that name none, a row of the last half year."""
    if len(question.period) >= 7:
        return str(one.period) == question.period[:7]
    return _apart(one, told) <= _FRESH


_FRESH = 0.5
"""Years; the Pentagon counts by quarters and publishes some months later."""


def _told(one: Observation) -> str:
    kind, _, place = one.basis.partition("@")
    return f"{number(one.value, one.unit)} in {place} for {one.period}, {kind.replace('_', ' ')} ({one.release})"
