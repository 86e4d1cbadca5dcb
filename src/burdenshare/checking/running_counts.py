"""How many allies "now" meet a guideline: the words may mean the running year, of which no release has spoken yet.
Words of the past ("31 spent it") mean a year that is over."""

from __future__ import annotations

from burdenshare.checking.agreement import Distance, misses
from burdenshare.checking.cases import Case, Ruling, of_whole_spending
from burdenshare.checking.evaluate import shown
from burdenshare.checking.limits import FIRST_QUARTER_ENDS, YEARLY_COUNT
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.questions import Count, Fraction, Level
from burdenshare.checking.said_otherwise import said_otherwise
from burdenshare.checking.telling import off, record_says

_LEVELS = frozenset({"share_of_gdp", "expenditure"})
ALLIES = 30
"""Of how many a fraction is taken, to compare it with a number of allies."""


def a_count_of_a_running_year(case: Case) -> Ruling | None:
    """*then*: "18 allies meet it", told in April of a year that no release speaks of, may be what is expected of that
    year. In its first months only more than the newest count: undated words still mean the last year then (semantics
    §2), unless they say what is yet to come."""
    own, question, nearest = case.claim.statement, case.claim.question, case.nearest
    if case.clock is Clock.NOW or not isinstance(question, Count | Fraction) or own.period_from != "now":
        return None
    newest = case.record.newest_year(case.day)
    if nearest is None or nearest.finding is None or nearest.distance is None or newest is None or case.may_be is None:
        return None
    more = case.may_be.low > shown(nearest.finding)[1] and not question.below
    early = case.day.month < FIRST_QUARTER_ENDS.value
    if case.day.year <= newest or (early and not more) or not _soon(question, nearest.distance):
        return None
    why = f"the words may mean {case.day.year}, of which no release had spoken; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def _soon(question: Count | Fraction, distance: Distance) -> bool:
    """Whether one year may bring as many."""
    allies = distance.absolute * (1 if isinstance(question, Count) else ALLIES)
    return allies <= YEARLY_COUNT.value


def near_in_the_running_year(case: Case) -> Ruling | None:
    """*now*: undated words that miss the year the record of their day spoke of, and come near in the year they were
    told in: which was meant is a reading too."""
    own, question = case.claim.statement, case.claim.question
    if case.clock is Clock.THEN or not isinstance(question, Count | Fraction) or case.claim.day is None:
        return None
    if own.period_from != "now":
        return None
    told = str(case.claim.day.year)
    if own.period >= told or not own.period.isdecimal():
        return None
    first = Case(case.claim, case.record, Clock.THEN, case.claim.day, case.edition)
    if any(trial.agrees for trial in (*first.carrying, *first.older)):
        return None  # its own year was meant: it was so on the day, and has been revised since
    other = said_otherwise(case, period=told, period_from="explicit")
    if other is None:
        return None
    for trial in other.carrying:
        margin = other.margin(trial)
        if margin is not None and margin.within:
            why = f"the words may mean {told}: {record_says(trial)}, {off(trial)}"
            return Ruling(Verdict.UNVERIFIABLE, trial, why)
    return None


def between_the_last_year_and_this(case: Case) -> Ruling | None:
    """*now*: `Estonia has set aside 3.7 percent`, told in January, `the Dutch spend 22 billion euros`: a share or a sum
    of no named year that the record of its day did not bear out, and that lies between the last year's and that of the
    year it was told in (or is that of the latter, of whole spending), may be the new one."""
    own, question, day = case.claim.statement, case.claim.question, case.claim.day
    if case.clock is Clock.THEN or day is None or own.period_from != "now" or case.may_be is None:
        return None
    if not isinstance(question, Level) or question.measure not in _LEVELS or not own.period.isdecimal():
        return None
    told, nearest = str(day.year), case.nearest
    if own.period >= told or nearest is None or nearest.finding is None:
        return None
    first = Case(case.claim, case.record, Clock.THEN, day, case.edition)
    running = said_otherwise(case, Level, period=told, period_from="explicit")
    if running is None or any(t.agrees for t in (*first.carrying, *first.older)):
        return None
    other = next((t for t in of_whole_spending(running) if t.agrees), running.plain)
    if other is None or other.finding is None:
        return None
    old, new = shown(nearest.finding), shown(other.finding)
    if misses(case.may_be, min(old[0], new[0]), max(old[1], new[1])):
        return None
    why = f"the words may mean {told}: {record_says(other)}; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)
