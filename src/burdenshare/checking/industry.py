"""Industry figures held against what makers and institutes stated by the day: very same maker, item, kind and time.

A maker's own count of what it built or has on order, and an institute's count of trade, are evidence; what a person
said is not, and may only be depended on. Output, capacity, target and orders are never compared with each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.checking.agreement import agrees, allowed, distance
from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.industry_told import days_of, end_of_month, kind_name, missing, told, told_that_month
from burdenshare.checking.limits import INDUSTRY_CLOSE, INDUSTRY_MORE, INDUSTRY_NEW, INDUSTRY_RATE, MOST_SHOWN
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Stated
from burdenshare.checking.wording import small
from burdenshare.reading.model import Interval, Kind, Statement
from burdenshare.record.days import days_meant
from burdenshare.record.industry import Named, is_evidence, item_of, items, kind_of, makers
from burdenshare.record.model import Grade, Observation
from burdenshare.record.record import Record

_PER_YEAR = {"day": 365.0, "month": 12.0, "year": 1.0}
_REFUTED_BY = frozenset({"output", "backlog", "procurement_share"})
"""Kinds that are counted: what could be made and what is planned moves with every announcement, and refutes nothing."""


def is_industry(statement: Statement) -> bool:
    """Whether the words name both the kind and the item of an industry figure, so that it can be asked row by row."""
    return statement.measure == "production" and "/" in statement.basis


@dataclass(frozen=True, slots=True)
class Held:
    """A row that speaks of the claim: its ends in the claim's own unit, and whether it is the very same thing."""

    row: Observation
    low: float
    high: float
    same: bool  # the very maker and item, in the claim's own unit
    timed: bool  # of the very time the words name, or the newest one where they name none

    @property
    def exact(self) -> bool:
        """Whether it may decide: a body's own or an institute's count of the very same."""
        return self.same and self.timed and is_evidence(self.row) and self.row.grade is not Grade.SECONDARY


def industry(claim: Claim, question: Stated, record: Record, day: date) -> Answer:
    """The verdict by the rows stated by the day."""
    kind, _, item = question.variant.partition("/")
    rows = _rows(question, record, day)
    kinds = [one for one in rows if kind_of(one) == kind]
    shown = tuple(told(one) for one in (kinds or rows)[: int(MOST_SHOWN.value)])
    held = _newest_timed(claim, [found for one in kinds if (found := _held(claim, question, item, one)) is not None])
    may_be = allowed(claim.comparator, claim.asked)
    if may_be is None or not held:
        lacking = missing(question, kind, item, rows)
        since = told_that_month(_rows(question, record, end_of_month(day)), kind, day)
        return unverifiable("; ".join((lacking, *since)), context=shown)
    agreeing = [one for one in held if agrees(claim.comparator, may_be, one.low, one.high)]
    if agreeing:
        return _agreed(claim, agreeing, held, shown)
    return _refuted(claim, may_be, held, shown) or unverifiable(_undecided(claim, kind, held), context=shown)


def _undecided(claim: Claim, kind: str, held: list[Held]) -> str:
    """Why rows that say otherwise refute nothing."""
    same = [one for one in held if one.same and one.timed]
    if not same:
        return f"no {kind_name(kind)} stated by that day is of the very same thing and time"
    first = next((one for one in same if is_evidence(one.row)), same[0])
    words = told(first.row)
    if not is_evidence(first.row):
        return f"{words}, which was said and not counted: it refutes nothing"
    if claim.statement.kind is Kind.PROMISE:
        return f"{words}; another plan refutes no plan"
    if not claim.statement.period or not _gone_by(claim):
        return f"{words}; of a time that is not over, or that the words do not name, it refutes nothing"
    return f"{words}; what is made moves from month to month, and this refutes nothing so near"


def _rows(question: Stated, record: Record, day: date) -> list[Observation]:
    """The rows of the maker and the item, of whatever kind, newest first."""
    maker = makers().get(question.entity)
    item = items().get(question.variant.partition("/")[2])
    if maker is None or item is None:
        return []
    return [
        one
        for one in record.observations(question.measure, as_of=day)
        if one.released_on is not None
        and one.released_on <= day
        and one.entity in maker.same | maker.near
        and item_of(one) in item.same | item.near
    ]


def _held(claim: Claim, question: Stated, item: str, one: Observation) -> Held | None:
    """A row in the unit of the claim; None where the units or the times do not meet."""
    factor = _factor(_unit(claim), one.unit)
    if factor is None or one.grade is Grade.SECONDARY:
        return None
    period = "" if claim.statement.period_from in ("now", "assumed", "carried") else question.period
    fits = _times(period, one, claim)
    if not fits:
        return None
    maker, known = makers()[question.entity], items()[item]
    same = _same(maker, one.entity) and _same(known, item_of(one)) and factor == 1.0
    low, high = _ends(one)
    return Held(one, low * factor, high * factor, same, fits == "exact")


def _ends(one: Observation) -> tuple[float, float]:
    """The ends of a row; one printed `more than` lies above its number, and not far."""
    more = "(more than)" in one.printed
    return (one.low * (1 + _HAIR), one.high * (1 + INDUSTRY_MORE.value)) if more else (one.low, one.high)


_HAIR = 1e-9
"""So that a row of "more than 20" agrees with words of "more than 20"."""


def _same(named: Named, name: str) -> bool:
    return name in named.same


def _unit(claim: Claim) -> str:
    """The unit of the words; what was made in a year is told without a rate, as are plans for one."""
    own = claim.statement
    yearly = own.basis.startswith(("output/", "target/")) and len(own.period) == 4
    counted = "/" not in own.unit and len(own.unit) != 3
    return f"{own.unit}/year" if yearly and counted and own.unit != "%" else own.unit


def _factor(asked: str, held: str) -> float | None:
    """From the row's unit to the claim's: none for other currencies, twelve from a month to a year."""
    if asked == "%" or held.startswith("%"):
        return 1.0 if asked == "%" and held.startswith("% of") else None
    thing, _, rate = held.partition("/")
    wanted, _, per = asked.partition("/")
    rate = rate.split(" ")[0]
    if len(wanted) == 3 and wanted.isupper():
        return 1.0 if thing[:3] == wanted and len(thing) == 3 else None
    if len(thing) == 3 and thing.isupper():
        return None
    if rate == per:
        return 1.0
    if rate in _PER_YEAR and per in _PER_YEAR:
        return _PER_YEAR[rate] / _PER_YEAR[per]
    return None


def _times(period: str, one: Observation, claim: Claim) -> str:
    """`exact`, `near` or empty: whether a row is of the time the words name, or new enough where they name none."""
    own = days_of(one)
    if claim.statement.kind is Kind.PROMISE:
        return _due(period, own)
    if own is None:
        return ""
    if not period:
        on = claim.day
        known = one.released_on if kind_of(one) == "procurement_share" and one.released_on else own[1]
        return "near" if on is not None and own[0] <= on and (on - known).days <= INDUSTRY_NEW.value else ""
    asked = days_meant(period)
    if asked is None:
        return ""
    if asked == own or (kind_of(one) == "backlog" and asked[1] == own[1] and (asked[1] - asked[0]).days < _A_MONTH):
        return "exact"
    return "near" if asked[0] <= own[1] <= asked[1] or own[0] <= asked[0] <= asked[1] <= own[1] else ""


_A_MONTH = 31


def _due(period: str, own: tuple[date, date] | None) -> str:
    """A plan is the same where it is due in the same year; one whose year is not told may be any."""
    if not period or own is None:
        return "near"
    return "exact" if period[:4] == str(own[1].year) else ""


def _newest_timed(claim: Claim, held: list[Held]) -> list[Held]:
    """Where the words name no time, the newest row of the very same thing is the one they mean."""
    if claim.statement.kind is Kind.PROMISE or any(one.timed for one in held):
        return held
    undated = not claim.statement.period or claim.statement.period_from in ("now", "assumed", "carried")
    newest = max((days[1] for one in held if one.same and (days := days_of(one.row))), default=None)
    if not undated or newest is None:
        return held
    found: list[Held] = []
    for one in held:
        days = days_of(one.row)
        found.append(Held(one.row, one.low, one.high, one.same, timed=days is not None and days[1] == newest))
    return found


def _agreed(claim: Claim, agreeing: list[Held], held: list[Held], shown: tuple[str, ...]) -> Answer:
    """Supported by an exact row, unless another exact one says otherwise; else it depends on who is believed."""
    first = next((one for one in agreeing if one.exact), agreeing[0])
    others = [one for one in held if one.exact and one not in agreeing]
    undated = not claim.statement.period
    told_of = [one for one in agreeing if one.same and is_evidence(one.row)]
    if undated and not first.exact and told_of and any(one.timed for one in agreeing):
        first = told_of[0]  # the newest says so, though only a person told it, and so did a body before
        sure = True
    else:
        sure = first.exact
    if sure and not others:
        newer = next((one for one in agreeing if one.same and one.timed and one is not first), None)
        since = "" if newer is None or first.timed else f"; and since, as said: {told(newer.row)}"
        return _answer(Verdict.SUPPORTED, f"as counted: {told(first.row)}{since}", first, shown)
    because = "as stated, not counted" if not is_evidence(first.row) else "of a wider or narrower thing or time"
    if others:
        because = "other sources differ"
    return _answer(Verdict.DEPENDS, f"{because}: {told(first.row)}", first, shown)


def _refuted(claim: Claim, may_be: Interval, held: list[Held], shown: tuple[str, ...]) -> Answer | None:
    """Close or contradicted, where an exact row of the very time decides and the words are plain."""
    deciding = [one for one in held if one.exact and kind_of(one.row) in _REFUTED_BY]
    own = claim.statement
    if not deciding or own.likely or own.kind is not Kind.FACT or not own.period or not _gone_by(claim):
        return None
    nearest = min(deciding, key=lambda one: distance(may_be, one.low, one.high).relative)
    off = distance(may_be, nearest.low, nearest.high).relative
    if INDUSTRY_CLOSE.value < off <= INDUSTRY_RATE.value and nearest.row.unit.endswith(("/month", "/day")):
        return None
    verdict = Verdict.CLOSE if off <= INDUSTRY_CLOSE.value else Verdict.CONTRADICTED
    why = f"{told(nearest.row)}; off by {small(off * 100, '%')}"
    return _answer(verdict, why, nearest, shown, off * 100)


def _gone_by(claim: Claim) -> bool:
    """Whether the time told of was over on the day: the part told of a running year is not refuted by its whole."""
    asked = days_meant(claim.statement.period)
    return asked is not None and claim.day is not None and asked[1] < claim.day


def _answer(verdict: Verdict, why: str, held: Held, shown: tuple[str, ...], off: float | None = None) -> Answer:
    one = held.row
    return Answer(
        verdict,
        why,
        one.value,
        one.unit,
        distance=off,
        distance_unit="%" if off is not None else "",
        sources=distinct([one.source]),
        inputs=(leaf(one.release, one.source, str(one.period), one.value, one.unit),),
        context=shown,
    )
