"""Places in sets that hold others than allies: which of them the record may support, and which only refute."""

from __future__ import annotations

from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Rank
from burdenshare.checking.telling import record_says
from burdenshare.reading.gleaning.happenings.scopes import WIDER


def a_place_in_a_wider_set(case: Case) -> Ruling | None:
    """ "Europe's biggest", "the EU's third-largest": the set holds others than allies, whom the record does not know.
    A place lower than said is refuted all the same, for more members only push it down; a place as said holds where
    the others are known to lie beneath."""
    own, plain = case.claim.statement, case.plain
    if WIDER not in own.holes or plain is None or plain.finding is None or case.may_be is None:
        return None
    question = plain.reading.question
    if not isinstance(question, Rank):
        return None
    known = 0 if question.from_below else SURE_PLACES.get((question.group, question.measure), 0)
    holds = any(trial.agrees for trial in case.carrying)
    if case.may_be.high <= known if holds else plain.finding.high > case.may_be.low:
        return None
    why = f"the set holds others than allies, whom the record does not hold; among the allies, {record_says(plain)}"
    return Ruling(Verdict.UNVERIFIABLE, plain, why)


SURE_PLACES = {
    ("EUR", "expenditure"): 5,
    ("EU_ALLIES", "expenditure"): 5,
    ("EU_ALLIES", "share_of_gdp"): 5,
    ("EU_ALLIES", "military_personnel"): 5,
    ("G7", "expenditure"): 3,
    ("G7", "share_of_gdp"): 3,
}
"""First places of a wider set in which no outsider stands: Austria, Ireland, Cyprus and Malta in the Union and Japan in
the G7 spend less; "Europe" in such words leaves Russia out, as Europeans among themselves do. By share of GDP and by
soldiers Ukraine would stand first in Europe, so nothing is supported there."""
