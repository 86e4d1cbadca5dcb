"""Requirements that somebody told: how much would be needed is a reckoning, which no record can decide. Those of the
record that stand in the same unit are shown beside it, the ones that say the same first."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.agreement import agrees, allowed
from burdenshare.checking.answers import Answer, distinct, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import MOST_SHOWN
from burdenshare.checking.wording import number
from burdenshare.record.model import Observation
from burdenshare.record.record import Record
from burdenshare.road.requirements.crosswalk import requirements

RECKONING = "a requirement is somebody's reckoning, which no record can decide"
ALSO: dict[str, frozenset[str]] = {
    "shells": frozenset({"rounds"}),
    "rounds": frozenset({"shells"}),
    "soldiers": frozenset({"persons"}),
    "troops": frozenset({"persons"}),
    "jets": frozenset({"aircraft"}),
    "howitzers": frozenset({"pieces"}),
    "guns": frozenset({"pieces"}),
}
"""Units of the record by the words of a text."""


def requirement(claim: Claim, record: Record, day: date) -> Answer:
    """What others told by the day to be required, in the unit of the claim; never a verdict."""
    beside = _beside(claim, record, day)
    if not beside:
        return unverifiable(f"{RECKONING}; no such one was held by that day")
    may_be = allowed(claim.comparator, claim.asked)
    same = [one for one in beside if may_be is not None and agrees(claim.comparator, may_be, one.low, one.high)]
    others = [one for one in beside if one not in same]
    told = tuple(_told(one) for one in (*same, *others)[: int(MOST_SHOWN.value)])
    if same:
        why = f"{RECKONING}; one told by that day says the same: {told[0]}"
        return unverifiable(why, sources=distinct(one.source for one in same), context=told[1:])
    return unverifiable(f"{RECKONING}; what others told by that day is shown beside", context=told)


def _beside(claim: Claim, record: Record, day: date) -> list[Observation]:
    units = {claim.statement.unit, *ALSO.get(claim.statement.unit, frozenset())}
    rows = {(one.scenario, one.item) for one in requirements().values()}
    held = record.observations("requirement", None, as_of=day)
    return [one for one in held if (one.entity, one.basis) in rows and one.unit in units]


def _told(one: Observation) -> str:
    return f"{number(one.value, one.unit)} ({one.basis}; {one.entity}), {one.release}"
