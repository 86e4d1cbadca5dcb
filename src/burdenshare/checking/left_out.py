"""Lists of allies told without the one that everybody knows to be on them."""

from __future__ import annotations

from burdenshare.checking.cases import Case, Ruling
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
        return None
    why = f"only if the United States are left out: {record_says(trial)}{against_plain(case)}"
    return Ruling(Verdict.DEPENDS, trial, why)
