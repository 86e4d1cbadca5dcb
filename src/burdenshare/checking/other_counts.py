"""Doubts about figures that may be another body's, or of a year that has just begun."""

from __future__ import annotations

from burdenshare.checking.bands import RATES
from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.evaluate import shown
from burdenshare.checking.limits import DEBT_COUNTS, RATE_COUNTS, YEARLY_MOVE
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.questions import Level
from burdenshare.checking.telling import off, record_says
from burdenshare.reading.tables import word_list

_BODIES = word_list("institution_nouns") | {"monitor", "observatory", "tracker"}
_ALLIANCE = frozenset({"nato", "alliance"})


def a_count_of_another_body(case: Case) -> Ruling | None:
    """What an institute or a monitor is cited with is counted its own way, unless it is NATO."""
    own = case.claim.statement
    words = set(own.speaker.name.casefold().replace("'s", "").split())
    if not isinstance(case.claim.question, Level) or not words & _BODIES or words & _ALLIANCE:
        return None
    nearest = case.nearest or case.carrying[0]
    body = f"{own.speaker.name} counts in its own way, which the record does not hold"
    why = f"{body}; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def an_economy_counted_otherwise(case: Case) -> Ruling | None:
    """Debt, balance, growth and prices of a state are counted by its statisticians, by Eurostat and by the Outlook:
    the record's one count refutes only what is further off than they are from each other."""
    own, nearest = case.claim.statement, case.nearest or case.carrying[0]
    if own.measure not in RATES | {"gross_debt_share"} or nearest.distance is None:
        return None
    if own.measure in RATES:
        far = nearest.distance.absolute > RATE_COUNTS.value
    else:
        far = nearest.distance.relative > DEBT_COUNTS.value
    if far:
        return None
    why = f"statisticians count it in other ways, and differ by as much; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_year_just_begun(case: Case) -> Ruling | None:
    """*then*: early in a year "now" may mean that year, of which no release speaks yet: more than the newest one held,
    by what a year may bring, stays open."""
    own, question, nearest = case.claim.statement, case.claim.question, case.nearest
    if case.clock is Clock.NOW or own.period_from != "now" or not isinstance(question, Level):
        return None
    newest = case.record.newest_year(case.day)
    if nearest is None or nearest.finding is None or nearest.distance is None or newest is None or case.may_be is None:
        return None
    above = case.may_be.low > shown(nearest.finding)[1] and nearest.distance.relative <= YEARLY_MOVE.value
    if case.day.year <= newest or not above:
        return None
    why = f"the words may mean {case.day.year}, of which no release had spoken; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)
