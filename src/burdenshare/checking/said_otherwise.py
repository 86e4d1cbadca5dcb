"""The same words read another way: what a doubt holds against the record before it speaks."""

from __future__ import annotations

from typing import Any

from burdenshare.checking.cases import Case
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.questions import Numeric
from burdenshare.reading.replacing import replaced


def said_otherwise(case: Case, kind: Any = Numeric, /, **changed: object) -> Case | None:
    """The case of the statement with those fields changed, on the same clock; None where it asks nothing of `kind`."""
    claim = compile_claim(replaced(case.claim.statement, **changed), case.claim.day)
    if claim is None or not isinstance(claim.question, kind):
        return None
    return Case(claim, case.record, case.clock, case.day, case.edition)
