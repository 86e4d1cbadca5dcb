"""Verdicts on numbers: the rules of semantics §2-§6 as one table, asked in order until one decides.

A rule looks at a `Case` (a claim with all its trials on one clock) and returns a `Ruling` or passes. The order is the
law's: what agrees first, then what is close, then every reason why the record may not say `contradicted`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from burdenshare.checking import history
from burdenshare.checking.agreement import BOUNDS, misses
from burdenshare.checking.cases import Case, Ruling, apart, at_bound, both_bases, closer, may_carry, on_last_whole
from burdenshare.checking.claims import Claim, compile_claim, names_its_time
from burdenshare.checking.evaluate import shown
from burdenshare.checking.limits import FIRST_QUARTER_ENDS, RUNNING_SUM_AGE, YEARLY_MOVE
from burdenshare.checking.model import Judgement, Verdict
from burdenshare.checking.questions import Count, Level, Numeric, Rank
from burdenshare.checking.readings import (
    Clock,
    basis_is_open,
)
from burdenshare.checking.telling import against_plain, off, record_of, record_says, what, wide, written
from burdenshare.checking.wording import number
from burdenshare.reading.model import Statement
from burdenshare.record.days import days_meant
from burdenshare.record.groups import AMONG
from burdenshare.record.record import Record


def judge(claim: Claim, record: Record, clock: Clock, day: date, edition: date) -> Judgement:
    """One clock's answer to a numeric claim. `day` is the clock's day; `edition` bounds what is shown as history."""
    case = Case(claim, record, clock, day, edition)
    for rule in RULES:
        ruling = rule(case)
        if ruling is not None:
            return written(case, ruling)
    raise AssertionError("the last rule of the table always decides")


# The rules, in order -------------------------------------------------------------------------------------------------


def nothing_asked(case: Case) -> Ruling | None:
    """A statement without a number or a direction puts no question."""
    if case.may_be is not None:
        return None
    return Ruling(Verdict.UNVERIFIABLE, case.plain, "the words give no number to compare")


def not_covered(case: Case) -> Ruling | None:
    """The record lacks the cell under every reading: never `contradicted`."""
    if any(trial.finding is not None for trial in case.trials):
        return None
    return Ruling(Verdict.UNVERIFIABLE, case.plain, f"the record holds no {what(case)} by that day")


def secondary_rows_alone(case: Case) -> Ruling | None:
    """Rows graded secondary never carry a verdict alone (semantics §3)."""
    if case.carrying:
        return None
    held = next(trial for trial in case.trials if trial.finding is not None)
    return Ruling(
        Verdict.UNVERIFIABLE, held, "only a secondary source holds the value; it never carries a verdict alone"
    )


def within_rounding_of_a_bound(case: Case) -> Ruling | None:
    """ "More than" and "below" are not decided by a share that prints as the threshold itself."""
    plain = case.plain
    if plain is None or not plain.agrees or case.claim.comparator not in ("<", ">") or not at_bound(case, plain):
        return None
    return Ruling(
        Verdict.DEPENDS, plain, f"{record_says(plain)}, which prints as the threshold itself: rounding decides"
    )


def plain_reading_agrees(case: Case) -> Ruling | None:
    """Only the plain reading supports."""
    plain = case.plain
    if plain is None or not plain.agrees or plain not in case.carrying:
        return None
    if plain.reading.kinship:
        return None
    return Ruling(Verdict.SUPPORTED, plain, f"{record_says(plain)}, as said")


def another_reading_agrees(case: Case) -> Ruling | None:
    """Some lower reading of the release that answers agrees: say which."""
    found = next((trial for trial in case.carrying if trial.agrees), None)
    if found is None:
        return None
    return Ruling(Verdict.DEPENDS, found, f"only under another reading: {record_says(found)}{against_plain(case)}")


def between_price_bases(case: Case) -> Ruling | None:
    """A level without a price basis between the release's constant and current values: another base year gives it."""
    if not basis_is_open(case.claim) or case.may_be is None:
        return None
    for trial in case.carrying:
        pair = both_bases(case, trial)
        if pair and not misses(case.may_be, min(one.low for one in pair), max(one.high for one in pair)):
            current, constant = pair
            why = (
                f"between {number(constant.low, constant.unit)} at the constant prices and "
                f"{number(current.high, current.unit)} at the current prices of release {current.release.id}: "
                "another base year would give it"
            )
            return Ruling(Verdict.DEPENDS, closer(case, trial), why)
    return None


def an_older_release_agrees(case: Case) -> Ruling | None:
    """*then*: an older release already published gives `depends`, never `supported` (semantics §2)."""
    found = next((trial for trial in case.older if trial.agrees and may_carry(trial)), None)
    if found is None or (case.plain is not None and record_of(case.plain) == record_of(found)):
        return None  # what prints as the plain value itself is no other reading of it
    why = f"only by an older release than the newest of the day: {record_says(found)}{against_plain(case)}"
    return Ruling(Verdict.DEPENDS, found, why)


def official_speech_of_the_day(case: Case) -> Ruling | None:
    """On a release's own day an official count spoken beside it that differs from its table: `depends` (§3, test)."""
    question, nearest = case.claim.question, case.nearest
    plain = case.plain
    if case.clock is Clock.NOW or not isinstance(question, Count) or plain is None or plain.finding is None:
        return None
    if plain.finding.release.released_on != case.day or case.may_be is None:
        return None
    for one in history.spoken_that_day(case.claim, plain, case.record, case.day):
        if not misses(case.may_be, one.low, one.high):
            why = (
                f"{record_says(plain)}; on the release's own day {number(one.value, one.unit)} was said officially "
                f"({one.source}), which its table does not show"
            )
            return Ruling(Verdict.DEPENDS, nearest or plain, why)
    return None


def undecided_by_the_print(case: Case) -> Ruling | None:
    """A cell printed too coarsely (one decimal) never decides a threshold it may lie on either side of."""
    plain = case.plain
    if plain is None or plain.finding is None or plain.finding.bounded or case.claim.comparator not in BOUNDS:
        return None
    if case.may_be is None or misses(case.may_be, *shown(plain.finding)):
        return None
    return Ruling(Verdict.UNVERIFIABLE, plain, f"{record_says(plain)}, printed too coarsely to decide the threshold")


def within_the_bounds(case: Case) -> Ruling | None:
    """Partial cells give bounds: a claim inside them is `unverifiable`, one outside goes on to `contradicted`."""
    if case.plain is None or case.plain.finding is None or not case.plain.finding.bounded:
        return None
    for trial in case.carrying:
        finding = trial.finding
        if finding is not None and finding.bounded and case.may_be and not misses(case.may_be, *shown(finding)):
            why = f"{record_says(trial)}: the cells held allow it and do not decide it"
            return Ruling(Verdict.UNVERIFIABLE, trial, why)
    return None


def within_the_revision_band(case: Case) -> Ruling | None:
    """`close`: the nearest reading is off by no more than the record itself has been revised (semantics §5)."""
    candidates = [one for one in (*case.carrying, *case.older) if not one.reading.kinship and may_carry(one)]
    for trial in sorted(candidates, key=apart):
        found = case.margin(trial)
        if found is not None and found.within and trial.finding is not None and not trial.finding.bounded:
            why = f"{record_says(trial)}; {off(trial)}, within {wide(trial, found)} ({found.origin})"
            return Ruling(Verdict.CLOSE, trial, why)
    return None


def kinship_alone(case: Case) -> Ruling | None:
    """A figure for a nearby entity (the EU, its allied members) does not contradict a claim about another."""
    if any(not trial.reading.kinship for trial in case.carrying):
        return None
    why = f"the record holds the value only for a nearby entity: {record_says(case.carrying[0])}"
    return Ruling(Verdict.UNVERIFIABLE, case.carrying[0], why)


def plain_reading_not_held(case: Case) -> Ruling | None:
    """The record answers only under lower readings, none of which agrees: the plain question stays open."""
    if case.plain is not None and case.plain in case.carrying:
        return None
    why = f"the record holds no {what(case)} under the plain reading; nearest: {record_says(case.carrying[0])}"
    return Ruling(Verdict.UNVERIFIABLE, case.nearest, why)


def newer_release_lacks_the_cell(case: Case) -> Ruling | None:
    """An older release answers because the newest lacks the cell: it contradicts only at twice the distance (§3)."""
    plain, nearest = case.plain, case.nearest
    lacking = next((one.finding.older for one in (plain, nearest) if one and one.finding and one.finding.older), None)
    if lacking is None or nearest is None:
        return None
    found = case.margin(nearest)
    if found is None or not found.within_twice:
        return None
    newer = f"a newer release exists ({lacking.id}), its cell is not held"
    return Ruling(Verdict.UNVERIFIABLE, nearest, f"{newer}; {record_says(nearest)}, {off(nearest)}")


def definition_changed(case: Case) -> Ruling | None:
    """*now*: core spending contradicts, yet the last release of whole spending agrees (semantics §3)."""
    for trial in on_last_whole(case):
        if trial.agrees:
            why = f"definition changed: {record_says(trial)} counted the whole; core spending says otherwise"
            return Ruling(Verdict.DEPENDS, trial, f"{why}{against_plain(case)}")
    return None


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
    if not isinstance(period, int) or group in AMONG or group not in case.record.groups():
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
    if own.measure != "aid" or names_its_time(own) or nearest.finding is None:
        return None
    ends = days_meant(str(nearest.finding.period).rsplit("/", 1)[-1])
    if ends is None or (day - ends[1]).days <= RUNNING_SUM_AGE.value:
        return None
    why = f"data only to {ends[1]}, and the sum runs on: {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def meant_of_another(case: Case) -> Ruling | None:
    """The sentence names another ally, group or year, for which the figure is right, and does not tie the figure to
    the one it was read of: which was meant is a reading too."""
    own = case.claim.statement
    for subject, period in _rival_pairs(own):
        other = replace(
            own,
            subject=(subject, *own.subject[1:]) if subject else own.subject,
            period=period or own.period,
            period_from="explicit" if period else own.period_from,
            holes=own.holes - {"group"} if subject else own.holes,
        )
        claim = compile_claim(other, case.claim.day)
        if claim is None or not isinstance(claim.question, Numeric):
            continue
        trial = next(
            (t for t in Case(claim, case.record, case.clock, case.day, case.edition).carrying if t.agrees), None
        )
        if trial is not None:
            who = " ".join(part for part in (subject, period) if part)
            return Ruling(
                Verdict.DEPENDS,
                trial,
                f"only if the words mean {who}, named too: {record_says(trial)}{against_plain(case)}",
            )
    return None


def _rival_pairs(statement: Statement) -> list[tuple[str, str]]:
    """(subject, period) of every rival, one thing changed before both; empty text where the own one stays."""
    subjects = statement.rival_subjects if len(statement.subject) == 1 else ()
    alone = [*((subject, "") for subject in subjects), *(("", period) for period in statement.rival_periods)]
    return [*alone, *((subject, period) for subject in subjects for period in statement.rival_periods)]


def a_national_budget(case: Case) -> Ruling | None:
    """A country's own budget counts less than NATO's definition, so NATO's figure does not contradict it."""
    own = case.claim.statement
    if "budget" not in own.holes or not isinstance(case.claim.question, Level):
        return None
    nearest = case.nearest or case.carrying[0]
    why = f"a national budget is not what NATO counts, and is not held; {record_says(nearest)}, {off(nearest)}"
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
    if case.day.month < FIRST_QUARTER_ENDS.value or apart(nearest) > YEARLY_MOVE.value * abs(
        nearest.finding.value or 0.0
    ):
        return None
    why = f"the words may mean {case.day.year}, of which no release had spoken; {record_says(nearest)}, {off(nearest)}"
    return Ruling(Verdict.UNVERIFIABLE, nearest, why)


def the_record_contradicts(case: Case) -> Ruling:
    """The record covers it and no reading comes near: say by how much."""
    nearest = case.nearest or case.carrying[0]
    plain = case.plain if case.plain in case.carrying else None
    if plain is None or plain.distance is None or plain is nearest or plain.reading.kinship:
        return Ruling(Verdict.CONTRADICTED, nearest, f"{record_says(nearest)}; said was {case.words}: {off(nearest)}")
    why = f"{record_says(plain)}; said was {case.words}: {off(plain)}"
    return Ruling(Verdict.CONTRADICTED, plain, f"{why}; nearest: {record_says(nearest)}, {off(nearest)}")


RULES: tuple[Callable[[Case], Ruling | None], ...] = (
    nothing_asked,
    not_covered,
    secondary_rows_alone,
    a_rank_among_others,
    within_rounding_of_a_bound,
    plain_reading_agrees,
    another_reading_agrees,
    between_price_bases,
    an_older_release_agrees,
    official_speech_of_the_day,
    undecided_by_the_print,
    within_the_bounds,
    within_the_revision_band,
    kinship_alone,
    plain_reading_not_held,
    newer_release_lacks_the_cell,
    definition_changed,
    a_statistic_of_others,
    a_running_sum,
    a_group_not_yet_all_allied,
    a_national_budget,
    meant_of_another,
    a_running_year,
    the_record_contradicts,
)
