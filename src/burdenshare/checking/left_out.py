"""Lists of allies told without the one that everybody knows to be on them."""

from __future__ import annotations

from burdenshare.checking.agreement import misses
from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.evaluate import shown
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Exceptions
from burdenshare.checking.said_otherwise import said_otherwise
from burdenshare.checking.telling import against_plain, record_says


def without_the_united_states(case: Case) -> Ruling | None:
    """`Only Britain and Greece meet it`, broken by the United States alone: who writes of Europe's allies leaves them
    out unsaid."""
    own, question = case.claim.statement, case.claim.question
    if not isinstance(question, Exceptions) or own.quantifier != "only" or "USA" in own.against:
        return None
    other = said_otherwise(case, Exceptions, against=(*own.against, "USA"))
    trial = next((one for one in other.carrying if one.agrees), None) if other is not None else None
    if trial is None:
        return _not_decided(other)
    why = f"only if the United States are left out: {record_says(trial)}{against_plain(case)}"
    return Ruling(Verdict.DEPENDS, trial, why)


def _not_decided(other: Case | None) -> Ruling | None:
    """Without the United States the cells that are held decide nothing: then they refute nothing either."""
    if other is None or other.may_be is None:
        return None
    for trial in other.carrying:
        found = trial.finding
        if found is not None and found.bounded and not misses(other.may_be, *shown(found)):
            why = f"{record_says(trial)} without the United States: the cells held allow it and do not decide it"
            return Ruling(Verdict.UNVERIFIABLE, trial, why)
    return None
