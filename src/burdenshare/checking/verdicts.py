"""Verdicts on numbers: the rules of semantics §2-§6 as one table, asked in order until one decides.

A rule looks at a `Case` (a claim with all its trials on one clock) and returns a `Ruling` or passes. The order is the
law's: what agrees first, then what is close, then every reason why the record may not say `contradicted`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from burdenshare.checking import history
from burdenshare.checking.agreement import BOUNDS, misses, said_number
from burdenshare.checking.cases import Case, Ruling, apart, at_bound, both_bases, closer, may_carry, nearly_whole
from burdenshare.checking.claims import Claim
from burdenshare.checking.doubts import (
    a_conversion,
    a_fiscal_year,
    a_group_not_yet_all_allied,
    a_national_budget,
    a_part_of_aid,
    a_place_by_share,
    a_rank_among_others,
    a_running_sum,
    a_running_year,
    a_statistic_of_others,
    a_strength_counted_otherwise,
    an_open_sum,
    another_military_counted_otherwise,
    meant_of_another,
    of_a_year_not_named,
    read_by_the_words_around_it,
)
from burdenshare.checking.evaluate import shown
from burdenshare.checking.forecasts import a_forecast_of_its_day
from burdenshare.checking.left_out import without_the_united_states
from burdenshare.checking.limits import NEWS, WHOLE_MULTIPLE
from burdenshare.checking.misreadings import read_with_doubt, right_on_its_day_of_another_year
from burdenshare.checking.model import Clock, Judgement, Verdict
from burdenshare.checking.other_counts import (
    a_count_of_another_body,
    a_year_just_begun,
    an_economy_counted_otherwise,
)
from burdenshare.checking.questions import Comparison, Count
from burdenshare.checking.readings import basis_is_open
from burdenshare.checking.rebased import another_base_year_away, at_prices_of_another_year
from burdenshare.checking.running_counts import (
    a_count_of_a_running_year,
    between_the_last_year_and_this,
    near_in_the_running_year,
)
from burdenshare.checking.telling import against_plain, of_spending, off, record_of, record_says, what, wide, written
from burdenshare.checking.wider_sets import a_place_in_a_wider_set
from burdenshare.checking.wording import number
from burdenshare.record.record import Record


def judge(claim: Claim, record: Record, clock: Clock, day: date, edition: date) -> Judgement:
    """One clock's answer to a numeric claim. `day` is the clock's day; `edition` bounds what is shown as history."""
    case = Case(claim, record, clock, day, edition)
    for rule in RULES:
        ruling = rule(case)
        if ruling is not None:
            return written(case, ruling, rule.__name__)
    raise AssertionError("the last rule of the table always decides")


# The rules, in order -------------------------------------------------------------------------------------------------


def nothing_asked(case: Case) -> Ruling | None:
    """A statement without a number or a direction puts no question."""
    if case.may_be is not None:
        return None
    return Ruling(Verdict.UNVERIFIABLE, case.plain, "the words give no number to compare")


def of_a_time_gone(case: Case) -> Ruling | None:
    """`We used to spend far more than 2 percent`: of a time that the words set apart from now and do not name, the
    newest year bears nothing out."""
    own = case.claim.statement
    if not own.likely or own.period or own.period_from or own.measure != "share_of_gdp":
        return None
    return Ruling(Verdict.UNVERIFIABLE, case.plain, "the words tell of a time gone by, and do not name it")


def not_covered(case: Case) -> Ruling | None:
    """The record lacks the cell under every reading: never `contradicted`."""
    if any(trial.finding is not None for trial in case.trials):
        return None
    return Ruling(Verdict.UNVERIFIABLE, case.plain, _lacking(case))


def _lacking(case: Case) -> str:
    statement = case.claim.statement
    if statement.measure == "aid" and len(statement.unit) == 3 and statement.unit.isupper() and statement.unit != "EUR":
        return f"the record holds aid in euro, and no rate at which its months would be {statement.unit}"
    return f"the record holds no {what(case)} by that day"


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


def as_a_whole_multiple(case: Case) -> Ruling | None:
    """ "Three times as much" said of 2.7 times: the words may have been rounded to a whole multiple."""
    asked = case.claim.asked
    if not isinstance(case.claim.question, Comparison) or asked is None or case.claim.comparator not in ("=", "~"):
        return None
    said = said_number(asked)
    if said < WHOLE_MULTIPLE.value or said != round(said):
        return None
    for trial in case.carrying:
        finding = trial.finding
        if finding is not None and finding.value is not None and round(finding.value) == said:
            why = f"only as rounded to a whole multiple: {record_says(trial)}"
            return Ruling(Verdict.DEPENDS, trial, why)
    return None


def as_a_whole_per_cent(case: Case) -> Ruling | None:
    """ "5 percent goes to equipment" said of 4.72: parts of a budget are told in whole per cent, and so rounded."""
    own, asked = case.claim.statement, case.claim.asked
    if own.measure not in PARTS_OF_A_BUDGET or asked is None or case.claim.comparator not in ("=", "~"):
        return None
    said = said_number(asked)
    if said != round(said):
        return None
    for trial in case.carrying:
        found = trial.finding
        if found is not None and not misses(replace(asked, low=said - 0.5, high=said + 0.5), found.low, found.high):
            return Ruling(Verdict.DEPENDS, trial, f"only as rounded to a whole per cent: {record_says(trial)}")
    return None


PARTS_OF_A_BUDGET = frozenset({"equipment_share", "personnel_share", "infrastructure_share", "other_share"})


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
    """An official count spoken on the release's own day that differs from its table: said then and while it is news,
    of those who meet it or of the rest, it is `depends` (§3, test)."""
    question, nearest = case.claim.question, case.nearest
    plain = case.plain
    if case.clock is Clock.NOW or not isinstance(question, Count) or plain is None or plain.finding is None:
        return None
    out = plain.finding.release.released_on
    if out is None or case.may_be is None or (case.day - out).days > NEWS.value:
        return None
    for one in history.spoken_that_day(case.claim, plain, case.record, out):
        low, high = one.low, one.high
        if question.below:
            size = len(case.record.members_in_year("NATO", int(str(one.period)[:4])))
            low, high = size - one.high, size - one.low
        if not misses(case.may_be, low, high):
            told = f"{number(one.value, one.unit)} {'meeting it ' if question.below else ''}was said officially"
            why = f"{record_says(plain)}; on the release's own day {told} ({one.source}), which its table does not show"
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
    newer = f"a newer release exists ({lacking.id}), its cell is not held"
    found = case.margin(nearest)
    if found is not None and found.within_twice:
        return Ruling(Verdict.UNVERIFIABLE, nearest, f"{newer}; {record_says(nearest)}, {off(nearest)}")
    if basis_is_open(case.claim) and any(another_base_year_away(case, trial) for trial in case.carrying):
        why = f"{newer}, and it may count in prices of another year; {record_says(nearest)}, {off(nearest)}"
        return Ruling(Verdict.UNVERIFIABLE, nearest, why)
    return None


def definition_changed(case: Case) -> Ruling | None:
    """*now*: core spending contradicts, yet the last release of whole spending agrees (semantics §3). What is no
    spending has no definition of it: of soldiers an older table is history, never a reading (semantics §2)."""
    if not of_spending(case):
        return None
    for trial in case.last_whole:
        if trial.agrees:
            why = f"definition changed: {record_says(trial)} counted the whole; core spending says otherwise"
            return Ruling(Verdict.DEPENDS, trial, f"{why}{against_plain(case)}")
    for trial in nearly_whole(case):
        if trial.finding is not None and case.may_be and not misses(case.may_be, *shown(trial.finding)):
            why = f"definition changed: {record_says(trial)} counted the whole, and the few cells it lacks allow it"
            return Ruling(Verdict.UNVERIFIABLE, trial, f"{why}{against_plain(case)}")
    return None


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
    of_a_time_gone,
    not_covered,
    secondary_rows_alone,
    a_rank_among_others,
    a_place_in_a_wider_set,
    within_rounding_of_a_bound,
    plain_reading_agrees,
    another_reading_agrees,
    as_a_whole_multiple,
    as_a_whole_per_cent,
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
    a_forecast_of_its_day,
    read_by_the_words_around_it,
    a_statistic_of_others,
    a_running_sum,
    a_part_of_aid,
    a_group_not_yet_all_allied,
    a_national_budget,
    a_fiscal_year,
    a_conversion,
    a_strength_counted_otherwise,
    another_military_counted_otherwise,
    an_economy_counted_otherwise,
    an_open_sum,
    a_place_by_share,
    meant_of_another,
    of_a_year_not_named,
    right_on_its_day_of_another_year,
    a_running_year,
    a_year_just_begun,
    a_count_of_a_running_year,
    near_in_the_running_year,
    between_the_last_year_and_this,
    a_count_of_another_body,
    without_the_united_states,
    at_prices_of_another_year,
    read_with_doubt,
    the_record_contradicts,
)
