"""`close` (semantics §5): how far off a claim may be before the record contradicts it, by kind of question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.checking.agreement import allowed, misses, near_fraction, neighbours
from burdenshare.checking.claims import Claim
from burdenshare.checking.evaluate import Trial, distance_unit, shown
from burdenshare.checking.limits import (
    BAND_CEILING,
    COUNT_OFF,
    MACRO_NEWEST,
    MACRO_OLDER,
    NEAR_THRESHOLD,
    OLDER_FACTOR,
    OWN_AGE,
    RANK_OFF,
)
from burdenshare.checking.questions import (
    Comparison,
    Count,
    Exceptions,
    Extra,
    Fraction,
    Growth,
    Level,
    Numeric,
    PerHead,
    Rank,
    ShareOfTotal,
)
from burdenshare.quick import quick
from burdenshare.record.kept import kept
from burdenshare.record.model import Band, Finding
from burdenshare.record.record import Record


@quick
@dataclass(frozen=True, slots=True)
class Margin:
    """How wide `close` is for one trial, in the unit its distance is told in, and whether the trial lies within it."""

    width: float
    within: bool
    within_twice: bool
    origin: str


def margin(claim: Claim, trial: Trial, record: Record, as_of: date) -> Margin | None:
    """The margin of a trial that has a finding; None without one."""
    if trial.finding is None or trial.distance is None:
        return None
    question = trial.reading.question
    if isinstance(question, Count):
        return _of_count(question, trial, trial.finding, record, as_of)
    if isinstance(question, Fraction):
        return _of_fraction(claim, question, trial, trial.finding, record, as_of)
    if isinstance(question, Exceptions):
        return _of_exceptions(trial, trial.finding)
    if isinstance(question, Rank):
        return _plain(RANK_OFF.value, trial.distance.absolute, RANK_OFF.reason)
    return _of_value(claim, question, trial, trial.finding, record, as_of)


def revision_band(record: Record, finding: Finding, question: Numeric, as_of: date) -> Band:
    """The record's own band for the level behind a question: growth, sums and shares of a total take the level's.

    A share of a total is a quotient of two revised levels: the wider of their bands holds.
    """
    if isinstance(question, ShareOfTotal):
        both = (
            _band(record, "expenditure", one, _age(finding), as_of) for one in (str(question.entity), question.group)
        )
        return max(both, key=lambda one: one.value)
    if isinstance(question, Comparison):
        parts = (question.entity, *(one for one in question.against if one in record.groups() or len(one) == CODE))
        return max((_band(record, question.measure, one, _age(finding), as_of) for one in parts), key=_width)
    entity = question.entity if isinstance(question, Level | Growth | Extra | PerHead) else finding.entity
    return _band(record, _banded_measure(question), str(entity), _age(finding), as_of)


CODE = 3
"""Letters of an ally's code."""


def _width(band: Band) -> float:
    return band.value


def _of_exceptions(trial: Trial, finding: Finding) -> Margin:
    """One member alone breaks it, and stands within 0.05 points of the threshold."""
    assert trial.distance is not None
    found = _plain(COUNT_OFF.value, trial.distance.absolute, COUNT_OFF.reason)
    question = trial.reading.question
    assert isinstance(question, Exceptions)
    values = [one.value for one in finding.derivation.inputs]
    near = bool(values) and all(
        one is not None and abs(one - question.threshold) <= NEAR_THRESHOLD.value + 1e-9 for one in values
    )
    return Margin(found.width, found.within and near, found.within_twice, found.origin)


def _of_value(claim: Claim, question: Numeric, trial: Trial, finding: Finding, record: Record, as_of: date) -> Margin:
    """Levels and sums: relative; growth: the level's band in percentage points; shares: relative, told in points."""
    assert trial.distance is not None
    if isinstance(question, Level) and question.measure in RATES:
        limit = MACRO_NEWEST if _age(finding) == "newest" else MACRO_OLDER
        return _plain(limit.value, trial.distance.absolute, limit.reason)
    asked = claim.asked
    if isinstance(question, ShareOfTotal) and asked is not None and asked.kind == "fraction":
        around = neighbours(asked.central / 100)
        within = 100 * around.low <= finding.low and finding.high <= 100 * around.high
        width = max(100 * around.high - asked.high, asked.low - 100 * around.low, 0.0)
        return Margin(width, within, within, "a fraction in words is close up to its neighbours")
    band = revision_band(record, finding, question, as_of)
    size = min(band.value, BAND_CEILING.value)
    if isinstance(question, Growth):
        return _plain(size * 100, trial.distance.absolute, band.origin)
    within, twice = trial.distance.relative <= size, trial.distance.relative <= size * OLDER_FACTOR.value
    points = distance_unit(question, finding.unit) == "pp"
    width = size * abs((finding.low + finding.high) / 2) if points else size * 100
    return Margin(width, within, twice, band.origin)


RATES = frozenset({"real_growth", "inflation", "net_lending_share"})
"""Macroeconomic rates that lie around zero: a share of them says nothing, they are off by points."""


def _plain(width: float, apart: float, origin: str) -> Margin:
    return Margin(width, apart <= width, apart <= width * OLDER_FACTOR.value, origin)


def _of_count(question: Count, trial: Trial, finding: Finding, record: Record, as_of: date) -> Margin:
    """Off by one, and some ally stands within 0.05 points of the threshold in the release that answered."""
    assert trial.distance is not None
    found = _plain(COUNT_OFF.value, trial.distance.absolute, COUNT_OFF.reason)
    if found.within and not near_threshold(record, question, finding, as_of):
        return Margin(found.width, False, found.within_twice, "off by one, and no ally stands near the threshold")
    return found


def _of_fraction(
    claim: Claim, question: Fraction, trial: Trial, finding: Finding, record: Record, as_of: date
) -> Margin:
    """A fraction in words reaches to its neighbours; one in digits is a count: off by one ally of those there are."""
    assert trial.distance is not None and claim.asked is not None
    may_be = allowed(claim.comparator, claim.asked)
    assert may_be is not None
    low, high = shown(finding)
    if claim.asked.kind == "fraction":
        around = neighbours(claim.asked.central)
        width = max(around.high - claim.asked.high, claim.asked.low - around.low, 0.0) * 100
        within = near_fraction(claim.asked, may_be, low, high) and not finding.bounded
        twice = within or trial.distance.absolute * 100 <= width * OLDER_FACTOR.value
        return Margin(width, within, twice, "a fraction in words is close up to its neighbours")
    members = record.members_in_year(str(question.group), question.year) if isinstance(question.year, int) else ()
    one = 1 / max(len(members), 1)
    found = _plain(one * 100, trial.distance.absolute * 100, "one ally more or less")
    near = near_threshold(record, question, finding, as_of)
    return Margin(found.width, found.within and near and misses(may_be, low, high), found.within_twice, found.origin)


def near_threshold(record: Record, question: Count | Fraction, finding: Finding, as_of: date) -> bool:
    """Whether some member stands so near the threshold that a revision may carry it across."""
    if not isinstance(question.year, int):
        return False
    asked = (question.year, question.threshold, str(question.group), question.measure)
    return _someone_near(record, *asked, as_of, finding.release.id)


@kept(4096)
def _someone_near(
    record: Record, year: int, threshold: float, group: str, measure: str, as_of: date, release: str
) -> bool:
    near = record.near_threshold(
        year,
        threshold=threshold,
        group=group,
        measure=measure,
        within=NEAR_THRESHOLD.value,
        as_of=as_of,
        release=release,
    )
    return bool(near)


def _banded_measure(question: Numeric) -> str:
    if isinstance(question, Level):
        return question.measure
    return "expenditure_per_capita" if isinstance(question, PerHead) else "expenditure"


def _age(finding: Finding) -> str:
    """`newest` for the release's own year and the one before, else `older` (semantics §5)."""
    text = str(finding.period).rsplit("/", 1)[-1][:4]
    year = int(text) if text.isdigit() else finding.release.own_year
    return "newest" if year >= finding.release.own_year - OWN_AGE.value else "older"


@kept(4096)
def _band(record: Record, measure: str, entity: str, age: str, as_of: date) -> Band:
    return record.band(measure, entity, age=age, as_of=as_of)
