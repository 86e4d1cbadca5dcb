"""Lists of allies told without the one that everybody knows to be on them."""

from __future__ import annotations

from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Exceptions
from burdenshare.checking.telling import against_plain, record_says
from burdenshare.reading.replacing import replaced


def without_the_united_states(case: Case) -> Ruling | None:
    """`Only Britain and Greece meet it`, broken by the United States alone: who writes of Europe's allies leaves them
    out unsaid."""
    own, question = case.claim.statement, case.claim.question
    if not isinstance(question, Exceptions) or own.quantifier != "only" or "USA" in own.against:
        return None
    claim = compile_claim(replaced(own, against=(*own.against, "USA")), case.claim.day)
    if claim is None or not isinstance(claim.question, Exceptions):
        return None
    other = Case(claim, case.record, case.clock, case.day, case.edition)
    trial = next((one for one in other.carrying if one.agrees), None)
    if trial is None:
        return None
    why = f"only if the United States are left out: {record_says(trial)}{against_plain(case)}"
    return Ruling(Verdict.DEPENDS, trial, why)
