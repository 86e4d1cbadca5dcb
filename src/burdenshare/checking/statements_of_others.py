"""Figures the record holds only as statements: output, holdings, warheads.

A speech is never evidence, and several sources differ: what others stated by the day is shown, and where one of them
says the same the claim depends on that source. Only where institutes publish an estimate year by year (warheads) is a
claim held against it, and refuted only when it lies far outside all they have estimated (`estimates.py`);
counts of troops abroad go by `garrisons.py`, horizons by `said_horizons.py`,
requirements by `requirements_told.py`.
"""

from __future__ import annotations

from datetime import date

from burdenshare.checking.agreement import agrees, allowed
from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.estimates import ESTIMATED, estimated
from burdenshare.checking.garrisons import garrison
from burdenshare.checking.industry import industry, is_industry
from burdenshare.checking.limits import MOST_SHOWN
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Stated
from burdenshare.checking.requirements_told import requirement
from burdenshare.checking.wording import number
from burdenshare.record.model import Grade, Observation
from burdenshare.record.record import Record

SPOKEN_ONLY = frozenset({"production"})
"""Tables that hold nothing but what officials and firms said: never evidence, only shown."""


def stated(claim: Claim, question: Stated, record: Record, day: date) -> Answer:
    """What others stated by the day about the same thing: at most `depends`; warheads go by `estimates`."""
    if is_industry(claim.statement):
        return industry(claim, question, record, day)
    if question.measure == "requirement":
        return requirement(claim, record, day)
    if question.measure in ESTIMATED:
        found = estimated(claim, question, record, day)
        if found is not None:
            return found
    if question.measure == "troops":
        found = garrison(claim, question, record, day)
        return found if found is not None else unverifiable(_no_troops(claim, question))
    rows = _rows(question, record, day)
    context = tuple(_told(one) for one in rows[: int(MOST_SHOWN.value)])
    may_be = allowed(claim.comparator, claim.asked)
    if not rows or may_be is None or not question.variant or question.measure in SPOKEN_ONLY:
        return unverifiable(_missing(question, bool(rows)), context=context)
    same = [one for one in rows if one.grade is not Grade.SECONDARY and _period_fits(question, one)]
    same = [one for one in same if agrees(claim.comparator, may_be, one.low, one.high)]
    if not same:
        return unverifiable("no stated figure of that day says the same", context=context)
    inputs = tuple(leaf(one.release, one.source, str(one.period), one.value, one.unit) for one in same)
    sources = distinct(one.source for one in same)
    return Answer(
        Verdict.DEPENDS,
        f"as stated, not measured: {_told(same[0])}",
        same[0].value,
        same[0].unit,
        sources=sources,
        inputs=inputs,
        context=context,
    )


def _rows(question: Stated, record: Record, day: date) -> list[Observation]:
    found = record.observations(question.measure, question.entity or None, basis=question.variant or None, as_of=day)
    return [one for one in found if one.released_on is not None and one.released_on <= day]


def _period_fits(question: Stated, one: Observation) -> bool:
    return not question.period or str(one.period)[:4] == question.period[:4]


def _no_troops(claim: Claim, question: Stated) -> str:
    place = claim.statement.place
    if not place:
        return "the words do not say in which country the troops are"
    return f"no count held by that day decides it (troops of {question.entity or 'nobody named'} in {place})"


def _missing(question: Stated, held: bool) -> str:
    name = question.measure.replace("_", " ")
    if not held:
        return f"no such series in the record ({name} of {question.entity or 'whom the words do not say'})"
    return f"the record holds {name} only as statements of others, shown beside; a speech is never evidence"


def _told(one: Observation) -> str:
    variant = f", {one.basis}" if one.basis else ""
    return f"stated on {one.released_on}: {number(one.value, one.unit)} for {one.period}{variant} ({one.release})"
