"""The question that an answer rests on, found again from a checked statement, and what every release says to it.

A judgement keeps the name of the reading that decided and not its question; the claim is therefore compiled anew, as it
was for the answer, and the trial of that name is taken. A saved statement is answered like a fresh one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.checking.cases import Case
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.evaluate import Trial
from burdenshare.checking.history import by_release
from burdenshare.checking.model import Checked, Clock, Judgement
from burdenshare.checking.questions import Numeric
from burdenshare.reading.model import Interval
from burdenshare.record.model import Finding
from burdenshare.record.record import Record


@dataclass(frozen=True, slots=True)
class Answered:
    """What the words allow (None where they name no number), and the answer of every dated release up to `until`."""

    said: Interval | None
    findings: tuple[Finding, ...]
    until: date


def answered(record: Record, checked: Checked) -> Answered | None:
    """The reading that decided the first clock, asked of every release; None where no reading of one subject did."""
    last = checked.now or checked.then
    until = record.edition if last is None else last.on
    for clock, judgement in ((Clock.THEN, checked.then), (Clock.NOW, checked.now)):
        if judgement is None:
            continue
        found = _decided(record, checked, clock, judgement, until)
        if found is not None and found[1].finding is not None:
            case, trial = found
            return Answered(case.may_be, tuple(by_release(record, trial.reading.question, until)), until)
    return None


def _decided(
    record: Record, checked: Checked, clock: Clock, judgement: Judgement, until: date
) -> tuple[Case, Trial] | None:
    """The trial whose name the judgement gives: of the plain readings, of the older releases, of the last whole one."""
    statement = checked.statement
    claim = compile_claim(statement, checked.then.on if checked.then else None, checked.before)
    if claim is None or not isinstance(claim.question, Numeric) or len(statement.subject) > 1:
        return None
    case = Case(claim, record, clock, judgement.on, until)
    tried = (one for trials in (case.trials, case.older, case.last_whole) for one in trials)
    trial = next((one for one in tried if one.tried.name == judgement.reading), None)
    return None if trial is None else (case, trial)
