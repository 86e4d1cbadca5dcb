"""Horizons that somebody told: whether it was said so can be looked up; what comes of it nobody can judge.

A statement on when the adversary could be ready is shown beside the stated horizons of its day. Only where the text
names the speaker and the time of the saying, the record's rows of that speaker and time answer whether it was said so:
the same years support it. They contradict it only on the very day of a row, where it is the speaker's only one far and
wide: people say more than a table holds.
"""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import MOST_SHOWN
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Stated
from burdenshare.errors import BurdenshareError
from burdenshare.reading.horizons_told import ATTACK_ON_ALLY, OPEN_SAYING
from burdenshare.record.days import days_meant, is_day
from burdenshare.record.kept import kept
from burdenshare.record.model import Grade, Horizon
from burdenshare.record.record import Record
from burdenshare.road.clock.clock import clock
from burdenshare.road.clock.model import ClockScenario, CountsFrom, Feared, Standing, StatedHorizon
from burdenshare.road.clock.table import classified

AROUND = timedelta(days=31)
"""Another row of the speaker so near a day, and either may be meant: then nothing is contradicted."""
FORECAST = "a forecast, which no record can judge; what others stated by the day is shown beside"
PLAIN = frozenset({"=", "<=", "between", ""})
"""Comparators of a number told as it is; "about" and "more than" say another number."""
HALF = 0.5
APART = 1.0
"""Years by which another number is no rounding of a row's own."""


def said_so(claim: Claim, question: Stated, record: Record, day: date) -> Answer:
    """What the record's rows say of a told horizon. `day` is the clock's; the rows beside it are those of the text's
    own day."""
    told_on = claim.day or day
    context = beside(claim, record, told_on)
    time = days_meant(claim.statement.baseline)
    name = _folded(claim.statement.speaker.name)
    if time is None or not name:
        return unverifiable(FORECAST, context=context)
    known = [one for one in classified(record.horizons(day)) if _speaker(one.said) == name]
    then = [one for one in known if _within(one.said, time) and _carries(one)]
    same = [one for one in then if _same_years(claim, one.said)]
    if same:
        return _held(claim, same, context)
    every = [one for one in classified(record.horizons()) if _speaker(one.said) == name]
    if len(then) == 1 and _contradicts(claim, then[0], every):
        return _answer(Verdict.CONTRADICTED, f"the record has it otherwise: {told(then[0].said)}", then, context)
    if then:
        why = (
            f"what was said at that time stands otherwise in the record ({told(then[0].said)}); more may have been said"
        )
        return unverifiable(why, sources=[one.said.source for one in then], context=context)
    return unverifiable(f"the record holds no such statement of that time; {FORECAST}", context=context)


def _held(claim: Claim, same: list[StatedHorizon], context: tuple[str, ...]) -> Answer:
    plain = [one for one in same if _plainly(claim, one)]
    if plain:
        why = f"that it was said stands in the record: {told(plain[0].said)}; what comes of it nobody can judge"
        return _answer(Verdict.SUPPORTED, why, plain, context)
    row = same[0]
    lacks = f"on a condition ({row.condition})" if row.condition else "in words that are not plainly the same"
    why = f"years and time are those of a row of the record, which says it {lacks}: {told(row.said)}"
    return _answer(Verdict.DEPENDS, why, same, context)


def _answer(verdict: Verdict, why: str, rows: list[StatedHorizon], context: tuple[str, ...]) -> Answer:
    said = [one.said for one in rows]
    inputs = tuple(leaf(told(one), one.source, one.stated_on, one.high_years, "years") for one in said)
    return Answer(
        verdict,
        why,
        said[0].high_years,
        "years",
        sources=distinct(one.source for one in said),
        inputs=inputs,
        context=context,
    )


def _plainly(claim: Claim, one: StatedHorizon) -> bool:
    """Whether the words fear the same as the row, from the same day on."""
    return (
        one.feared is Feared.ATTACK_ON_ALLY
        and not one.condition
        and claim.statement.event == ATTACK_ON_ALLY
        and one.counts_from is CountsFrom.DAY_SAID
    )


def _contradicts(claim: Claim, row: StatedHorizon, every: list[StatedHorizon]) -> bool:
    """Whether the words name the very day of the row, plainly, another number than its own by a year at least, and
    the speaker has no other row near it."""
    own, said = claim.statement, days_meant(row.said.stated_on)
    if not is_day(own.baseline) or OPEN_SAYING in own.holes or said is None or not is_day(row.said.stated_on):
        return False
    if own.unsure or own.comparator not in PLAIN or not _plainly(claim, row) or not _misses(claim, row.said):
        return False
    near = [one for one in every if _near(one.said, said[0])]
    return near == [row]


def _near(said: Horizon, day: date) -> bool:
    meant = days_meant(said.stated_on)
    return meant is not None and meant[0] - AROUND <= day <= meant[1] + AROUND


def _misses(claim: Claim, said: Horizon) -> bool:
    asked, high = claim.asked, said.high_years
    if asked is None or high is None:
        return False
    low = high if said.low_years is None else said.low_years
    return asked.high <= low - APART or asked.low >= high + APART


def _same_years(claim: Claim, said: Horizon) -> bool:
    """Whether the words name the row's own years: both ends of a range, the only number of one, or the year itself."""
    own, asked = claim.statement, claim.asked
    if own.comparator not in PLAIN:
        return False
    if asked is None:
        years = {said.low_year, said.high_year} - {None}
        return len(years) == 1 and own.period == str(*years)
    if own.comparator == "between" or asked.low != asked.high:
        return (asked.low, asked.high) == (said.low_years, said.high_years)
    return asked.high == said.high_years and said.low_years in (None, said.high_years)


def _carries(one: StatedHorizon) -> bool:
    return one.standing is Standing.HORIZON and one.said.grade is not Grade.SECONDARY


def _within(said: Horizon, time: tuple[date, date]) -> bool:
    meant = days_meant(said.stated_on)
    return meant is not None and time[0] <= meant[0] and meant[1] <= time[1]


def _speaker(said: Horizon) -> str:
    """The person of a row, without the body that is named behind."""
    return _folded(said.stated_by.partition(",")[0].partition("(")[0])


def _folded(name: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return " ".join(plain.casefold().split())


def beside(claim: Claim, record: Record, day: date) -> tuple[str, ...]:
    """The stated horizons of the day, those of the same speaker first, then the newest; before them what they say
    together."""
    name = _folded(claim.statement.speaker.name)
    newest = sorted(record.horizons(on=day), key=lambda one: one.stated_on, reverse=True)
    ordered = sorted(newest, key=lambda one: _speaker(one) != name) if name else newest
    return (*together(record, day), *(told(one) for one in ordered[: int(MOST_SHOWN.value)]))


@kept(256)
def together(record: Record, day: date) -> tuple[str, ...]:
    """The clock of the day in a line: by when half of the stated horizons fall; empty where there were none."""
    try:
        made = clock(record, ClockScenario("stated", ""), day)
    except BurdenshareError:
        return ()
    curve = made.curve(Feared.ATTACK_ON_ALLY)
    if curve is None:
        return ()
    year = next((year for year, share in zip(made.years, curve.share, strict=True) if share >= HALF), None)
    when = f"half of them fall before the end of {year}" if year else f"fewer than half fall by {made.years[-1]}"
    return (f"stated horizons of {day}, attack on an ally: {len(curve.drawn)} statements, {when}",)


def told(one: Horizon) -> str:
    """A row of the record in one line: who, when, how many years, and of what."""
    years = [one.low_years, one.high_years]
    words = " to ".join(dict.fromkeys(f"{value:g}" for value in years if value is not None))
    when = f"{words} years" if words else "no number of years"
    target = " to ".join(dict.fromkeys(str(year) for year in (one.low_year, one.high_year) if year))
    spoken = "on" if len(one.stated_on.partition("/")[0]) == len("2025-06-09") else "in"
    return f"{one.stated_by} {spoken} {one.stated_on}: {when}{f' ({target})' if target else ''}, {one.about}"
