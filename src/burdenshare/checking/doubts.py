"""Doubts: why the record may not say `contradicted` although no reading agrees. Rules of the table in `verdicts`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from burdenshare.checking.cases import Case, Ruling
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.evaluate import Trial
from burdenshare.checking.limits import (
    AID_COUNTS,
    AID_SINCE,
    FIRST_QUARTER_ENDS,
    OTHERS_MILITARY,
    RATE_SPREAD,
    RUNNING_SUM_AGE,
    STRENGTH_COUNTS,
    STRENGTH_PART,
    YEARLY_MOVE,
)
from burdenshare.checking.model import Clock, Verdict
from burdenshare.checking.periods import names_its_time
from burdenshare.checking.questions import Extra, Level, Numeric, Rank
from burdenshare.checking.said_otherwise import said_otherwise
from burdenshare.checking.telling import against_plain, off, record_says
from burdenshare.reading.gleaning.happenings.scopes import WIDER
from burdenshare.reading.model import Statement
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rivals import FIRST_YEAR_HELD
from burdenshare.record.days import days_meant
from burdenshare.record.groups import AMONG


def a_statistic_of_others(case: Case) -> Ruling | None:
    """The words give SIPRI's, the IISS's or another body's figure: its definition is not NATO's, and the record does
    not hold it, so NATO's figure cannot contradict it."""
    if "source" not in case.claim.statement.holes:
        return None
    nearest = case.nearest or case.carrying[0]
    why = (
        f"the words give another body's figure, which the record does not hold; {record_says(nearest)}, {off(nearest)}"
    )
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def read_by_the_words_around_it(case: Case) -> Ruling | None:
    """What the strict rules of reading left was read by the words around it: a misreading is likelier than an error
    of the text, so the record may support such a figure and never contradict it."""
    if not case.claim.statement.likely:
        return None
    nearest = case.nearest or case.carrying[0]
    why = f"the words do not say plainly what the figure measures; read as here, {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_rank_among_others(case: Case) -> Ruling | None:
    """A place among all countries of the world, or by another body's list: a place among the allies says nothing."""
    if not isinstance(case.claim.question, Rank) or "source" not in case.claim.statement.holes:
        return None
    trial = case.nearest or case.carrying[0]
    why = f"the words rank it among others than the allies, whom the record does not hold; {record_says(trial)}"
    return Ruling(Verdict.UNVERIFIABLE, trial, why)


def a_group_not_yet_all_allied(case: Case) -> Ruling | None:
    """Some of the group were no allies yet in that year: NATO's figures leave them out, the words may not."""
    nearest = case.nearest or case.carrying[0]
    period = nearest.finding.period if nearest.finding is not None else ""
    group = str(getattr(nearest.reading.question, "entity", getattr(nearest.reading.question, "group", "")))
    wider = WIDER in case.claim.statement.holes  # the record's part of it is asked, and said to be a part
    if not isinstance(period, int) or group in AMONG or wider or group not in case.record.groups():
        return None
    last = date(period, 12, 31)
    counted = case.record.members_in_year(group, period)
    others = [one for one in case.record.members(group, last) if one not in counted]
    if not others:
        return None
    why = f"{', '.join(others)} joined the alliance later and are not counted; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_running_sum(case: Case) -> Ruling | None:
    """An undated running sum of aid is not refuted by data that end long before the day it is told."""
    own, day = case.claim.statement, case.claim.day or case.day
    nearest = case.nearest or case.carrying[0]
    if "aid" not in (own.measure, own.by) or names_its_time(own) or nearest.finding is None:
        return None
    ends = days_meant(str(nearest.finding.period).rsplit("/", 1)[-1])
    if ends is None or (day - ends[1]).days <= RUNNING_SUM_AGE.value:
        return None
    why = f"data only to {ends[1]}, and the sum runs on: {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_part_of_aid(case: Case) -> Ruling | None:
    """Aid is told by packages, kinds and donors' own counts: a sum below what the tracker holds may be a part of it,
    one whose time is not named may be of another. Only far more than all it holds for a named time is refuted."""
    own, nearest = case.claim.statement, case.nearest or case.carrying[0]
    if own.measure != "aid" or case.may_be is None:
        return None
    carrying = [*case.carrying, *_as_promised(case)]
    held = [trial.finding.high for trial in carrying if trial.finding is not None]
    running = not names_its_time(own)  # an undated sum is the whole up to the day
    reach = 1.0 + AID_COUNTS.value
    if running:
        reach = 1.0 if _was_out(nearest, case.claim.day or case.day) else 1.0 + AID_SINCE.value
    counted = (running or own.period_from == "explicit") and max(held, default=0) > 0
    if counted and case.may_be.low > reach * max(held) and own.comparator not in ("<", "<="):
        return None
    why = f"it may be a part of the help of that time, or counted otherwise; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def _as_promised(case: Case) -> tuple[Trial, ...]:
    """`Berlin has allocated 27.8 billion`: governments use the tracker's words as everybody does, of what they promise
    as well as of what is set aside; so what it holds as promised counts for such a sum, too."""
    parts = case.claim.statement.basis.split("/")
    if "allocation" not in parts:
        return ()
    other = said_otherwise(case, basis="/".join(part for part in parts if part != "allocation"))
    return other.carrying if other is not None else ()


def _was_out(nearest: Trial, day: date) -> bool:
    """Whether the release that answers was out by a day."""
    out = None if nearest.finding is None else nearest.finding.release.released_on
    return out is not None and out <= day


def a_conversion(case: Case) -> Ruling | None:
    """Money told in another currency than the record prints was converted at a rate nobody names: the year's average
    refutes it only beyond what rates move within a year."""
    plain = case.plain
    if plain is None or not isinstance(plain.reading.question, Level) or plain.reading.question.rate != "average":
        return None
    nearest = case.nearest or plain
    if nearest.distance is None or nearest.distance.relative > RATE_SPREAD.value:
        return None
    why = (
        f"converted at a rate the words do not name, another day's may give it; {record_says(nearest)}, {off(nearest)}"
    )
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_strength_counted_otherwise(case: Case) -> Ruling | None:
    """Armies are counted in many ways (active, with gendarmerie): NATO's count refutes only what is far off."""
    nearest = case.nearest or case.carrying[0]
    if case.claim.statement.measure != "military_personnel" or nearest.finding is None:
        return None
    army = "army" in case.claim.statement.text.casefold() and case.may_be is not None
    alone = army and case.may_be is not None and case.may_be.high < nearest.finding.low  # one branch of several
    alone = alone or (case.may_be is not None and case.may_be.high < nearest.finding.low * STRENGTH_PART.value)
    if nearest.distance is None or (nearest.distance.relative > STRENGTH_COUNTS.value and not alone):
        return None
    why = f"NATO counts forces in its own way, other counts differ by as much; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def another_military_counted_otherwise(case: Case) -> Ruling | None:
    """What Russia or China spends on its military is told from their budgets, by SIPRI, the IISS and intelligence
    services, each counting in its own way: SIPRI's figure refutes only what is far off."""
    nearest = case.nearest or case.carrying[0]
    if case.claim.statement.measure != "military_expenditure" or nearest.distance is None:
        return None
    if nearest.distance.relative > OTHERS_MILITARY.value or "sipri" in case.claim.statement.text.casefold():
        return None
    why = (
        f"what is spent there is counted in many ways, which differ by as much; {record_says(nearest)}, {off(nearest)}"
    )
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def an_open_sum(case: Case) -> Ruling | None:
    """A sum since a year whose end is not said may run one year further: a sum that grows evenly over n years gains
    two n-ths by the next one."""
    own, question = case.claim.statement, case.claim.question
    nearest = case.nearest
    if own.period_from not in ("now", "assumed") or not isinstance(question, Extra) or nearest is None:
        return None
    found, baseline = nearest.finding, getattr(nearest.reading.question, "baseline", None)
    last = getattr(nearest.reading.question, "last", None)
    if found is None or not isinstance(baseline, int) or not isinstance(last, int) or last <= baseline:
        return None
    if nearest.distance is None or nearest.distance.relative > 2 / (last - baseline):
        return None
    why = f"the words do not say up to when, and one more year may reach it; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_place_by_share(case: Case) -> Ruling | None:
    """ "The biggest spender" may mean the sum or the share of GDP, unless the words say which."""
    own = case.claim.statement
    if not isinstance(case.claim.question, Rank) or own.unit or own.by:
        return None
    other = said_otherwise(case, unit="%")
    trial = next((one for one in other.carrying if one.agrees), None) if other is not None else None
    if trial is None:
        return None
    return Ruling(Verdict.DEPENDS, trial, f"only by share of GDP: {record_says(trial)}{against_plain(case)}")


def meant_of_another(case: Case) -> Ruling | None:
    """The sentence names another ally, group or year, for which the figure is right, and does not tie the figure to
    the one it was read of: which was meant is a reading too."""
    for who, other in _rivals(case.claim.statement):
        claim = compile_claim(other, case.claim.day)
        if claim is None or not isinstance(claim.question, Numeric):
            continue
        rival = Case(claim, case.record, case.clock, case.day, case.edition)
        trial = next((one for one in rival.carrying if one.agrees), None)
        if trial is not None:
            why = f"only if the words mean {who}, named too: {record_says(trial)}{against_plain(case)}"
            return Ruling(Verdict.DEPENDS, trial, why)
    return None


def of_a_year_not_named(case: Case) -> Ruling | None:
    """Words of the past that name no year ("until recently Germany spent 1.2 %") may be of any: where the figure was
    right for an earlier one, it is not refuted by the newest."""
    own = case.claim.statement
    if not own.period.isdecimal() or not (own.period_from in ("assumed", "carried") or _beyond_its_day(case)):
        return None
    if case.clock is Clock.NOW and case.claim.day is not None:
        first = Case(case.claim, case.record, Clock.THEN, case.claim.day, case.edition)
        if any(trial.agrees for trial in first.carrying):
            return None  # the year was meant: it was so on the day, and has been revised since
    newest = case.record.newest_year(case.day) or int(own.period)
    last = newest + 1 if own.period_from == "carried" else int(own.period) - 1
    for year in range(FIRST_YEAR_HELD, last):
        other = said_otherwise(case, period=str(year), period_from="explicit")
        if other is None:
            return None
        if any(trial.agrees for trial in other.carrying):
            why = f"the words name no year, and it was so in {year}{against_plain(case)}"
            return Ruling(Verdict.UNVERIFIABLE, case.nearest or case.carrying[0], why)
    return None


def _beyond_its_day(case: Case) -> bool:
    """*now*: undated words in the present whose year no release of their day answered for it: the page may tell older
    figures, and nothing bore the year out."""
    own, day = case.claim.statement, case.claim.day
    if case.clock is Clock.THEN or own.period_from != "now" or day is None or own.measure not in SHARES_TOLD:
        return False
    plain = Case(case.claim, case.record, Clock.THEN, day, case.edition).plain
    return plain is None or plain.finding is None


SHARES_TOLD = frozenset({"share_of_gdp", "equipment_share", "personnel_share", "infrastructure_share"})
"""What is told of one year long after it, without its name."""


def _rivals(own: Statement) -> Iterator[tuple[str, Statement]]:
    """The statement said of every rival, one thing changed before both, then of the years between its own and a
    rival year; with the words for it."""
    subjects = own.rival_subjects if len(own.subject) == 1 else ()
    alone = [*((subject, "") for subject in subjects), *(("", period) for period in own.rival_periods)]
    both = ((subject, period) for subject in subjects for period in own.rival_periods)
    for subject, period in (*alone, *both):
        who = " ".join(part for part in (subject, period) if part)
        yield (
            who,
            replaced(
                own,
                subject=(subject, *own.subject[1:]) if subject else own.subject,
                period=period or own.period,
                period_from="explicit" if period else own.period_from,
                holes=own.holes - {"group"} if subject else own.holes,
            ),
        )
    for period in own.rival_periods:
        if own.measure in OVER_YEARS and re.fullmatch(r"\d{4}", own.period) and own.period < period:
            if own.measure == "expenditure":
                yield f"{own.period} to {period}", replaced(own, period=f"{own.period}/{period}")
            else:
                moved = replaced(own, period=period, baseline=own.period, baselines=(own.period,))
                yield f"{own.period} to {period}", moved


OVER_YEARS = frozenset({"expenditure", "expenditure_change", "expenditure_growth", "extra_expenditure"})
"""What two years of one sentence may bound: a sum of money, or how it moved."""


def a_national_budget(case: Case) -> Ruling | None:
    """A country's own budget counts less than NATO's definition, so NATO's figure does not contradict it."""
    own = case.claim.statement
    if "budget" not in own.holes or not isinstance(case.claim.question, Level):
        return None
    nearest = case.nearest or case.carrying[0]
    why = f"a national budget is not what NATO counts, and is not held; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_fiscal_year(case: Case) -> Ruling | None:
    """The words tell of a fiscal year: the record's figures are of calendar years, or of fiscal years that begin on
    other days, so they cannot contradict it."""
    if "fiscal" not in case.claim.statement.holes:
        return None
    nearest = case.nearest or case.carrying[0]
    why = f"the words tell of a fiscal year, the record of NATO's year; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def a_running_year(case: Case) -> Ruling | None:
    """*then*: undated words late in a year that no release of the day speaks of may mean that year: a level near the
    newest one held stays open (semantics §2: the record as published by the day does not cover it)."""
    own, question = case.claim.statement, case.claim.question
    if case.clock is Clock.NOW or own.period_from not in ("now", "assumed") or not isinstance(question, Level):
        return None
    nearest, newest = case.nearest, case.record.newest_year(case.day)
    if nearest is None or nearest.finding is None or newest is None or case.day.year <= newest:
        return None
    near = nearest.distance is not None and nearest.distance.relative <= YEARLY_MOVE.value
    if case.day.month < FIRST_QUARTER_ENDS.value or not near:
        return None
    why = f"the words may mean {case.day.year}, of which no release had spoken; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)
