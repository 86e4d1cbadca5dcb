"""The admitted ways to fill one hole of a claim, plain first: rows of the table of readings, and those of the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from burdenshare.checking.builders import BY_PERIOD, donor
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import AID_LAG
from burdenshare.checking.periods import names_its_time, sums_years, year_of
from burdenshare.checking.questions import (
    Hole,
)
from burdenshare.checking.readings_table import RULES
from burdenshare.quick import quick
from burdenshare.record.aid_sums import BEGUN
from burdenshare.record.kept import kept
from burdenshare.record.measures import declared
from burdenshare.record.model import Period
from burdenshare.record.months import month_ends
from burdenshare.record.record import Record


@quick
@dataclass(frozen=True, slots=True)
class Way:
    """One way to fill one hole. `place` 0 is the plain one. `kinship` marks a figure of another, nearby entity: it can
    make a claim depend on it, and cannot support or contradict it."""

    hole: Hole
    place: int
    label: str
    value: Any
    reason: str
    kinship: bool = False


def ways(claim: Claim, hole: Hole, record: Record) -> tuple[Way, ...]:
    """The admitted ways to fill one hole of a claim, plain first."""
    if hole is Hole.BASELINE:
        return _baselines(claim)
    if hole is Hole.VARIANT:
        return _variants(claim)
    if hole is Hole.GROUP and claim.statement.measure == "aid":
        return _of_the_union(claim)
    if hole is Hole.PERIOD and sums_years(claim.statement):
        return _years_together(claim)
    if hole is Hole.PERIOD and BY_PERIOD & {claim.statement.measure, claim.statement.by}:
        return _spans(claim, record)
    found = (
        Way(hole, rule.place, rule.label, rule.value(claim, record), rule.reason, rule.kinship)
        for rule in RULES
        if rule.hole is hole and rule.applies(claim)
    )
    return tuple(sorted((way for way in found if way.value is not None), key=lambda way: way.place))


def _baselines(claim: Claim) -> tuple[Way, ...]:
    """The baseline years the words allow, in the order the reader gave them."""
    years = (int(text[:4]) for text in claim.statement.baselines if text[:4].isdigit())
    reason = "a baseline year the words allow, in the order the reader found plausible"
    return tuple(Way(Hole.BASELINE, place, f"over {year}", year, reason) for place, year in enumerate(years))


_UNION = (("EU_INST", "the EU's institutions"), ("EU_MEMBERS+EU_INST", "the EU's members and institutions"))


def _of_the_union(claim: Claim) -> tuple[Way, ...]:
    """What the Union gives: its institutions, and its members with them; those first whom the words name."""
    named = any(words in claim.statement.text.casefold() for words in _WITH_MEMBERS)
    found = tuple(reversed(_UNION)) if named else _UNION
    reason = "the Union gives by its institutions, and its members beside them; reports add the two"
    return tuple(Way(Hole.GROUP, place, f"for {name}", one, reason) for place, (one, name) in enumerate(found))


_WITH_MEMBERS = ("member state", "member countries", "its members", "eu countries", "eu members", "eu governments")
"""Words beside the Union that count its members in: `the EU and its member states`."""


def _years_together(claim: Claim) -> tuple[Way, ...]:
    """Money told of a span of years: the sum of one release's years; where the words may mean how far a level came,
    the last year alone."""
    span, last = claim.statement.period, year_of(claim.statement.period)
    reason = "a level that was reached within the span is told in the same words"
    return (
        Way(Hole.PERIOD, 0, f"summed over {span.replace('/', ' to ')}", span, "money of several years is their sum"),
        Way(Hole.PERIOD, 1, f"of {last} alone", last, reason),
    )


def _spans(claim: Claim, record: Record) -> tuple[Way, ...]:
    """Periods that the sources themselves tell: those that hold the year named, else the newest sums of the day."""
    measure, entity = _by_period(claim), donor(claim.statement)
    named = _ends(claim.statement.period) if names_its_time(claim.statement) else None
    known_by = None if named else claim.day
    held = list(_periods_held(record, measure, entity, known_by))
    if measure == "aid" and claim.statement.unit != "%":  # shares of GDP are told as printed or not at all
        held = list(dict.fromkeys((*held, *_periods_booked(record, entity, claim.statement.period, known_by))))
    if named is None and measure == "aid" and claim.day is not None and claim.statement.unit != "%":
        return _running(claim, record, entity, held, claim.day)
    if named is None:
        begun = [one for one in held if claim.day is None or _ends(one)[0][:4] <= str(claim.day.year)]
        day = str(claim.day.year) if claim.day else ""
        # a cost-share key of years gone by says nothing of today; aid is told in sums that run on
        told = [one for one in begun if (_is_sum(one) if measure == "aid" else not day or _covers(one, (day, day)))]
        held = sorted(told, key=_last, reverse=True)[:2]
    else:
        held = [one for one in held if _ends(one) == named or (measure != "aid" and _covers(one, named))]
    reason = "a period as the source tells it"
    labels = ["" if _ends(one) == named else f"for {one}" for one in held]
    return tuple(Way(Hole.PERIOD, place, labels[place], one, reason) for place, one in enumerate(held))


def _running(claim: Claim, record: Record, entity: str, held: Sequence[Period], day: date) -> tuple[Way, ...]:
    """The sum up to the day of the words, which fix the question for both clocks (semantics §2): by the last months
    before it, as releases told them then or book them since, and by what had been printed by that day."""
    lately = [f"{BEGUN}/{ending}" for ending in month_ends(day, int(AID_LAG.value))]
    booked = [one for one in lately if record.cell("aid", entity, one) is not None]
    begun = (one for one in held if _is_sum(one) and _ends(one)[0] <= day.isoformat())
    printed = sorted(begun, key=_last, reverse=True)
    spans = sorted(dict.fromkeys((*booked, *printed[:2])), key=_last, reverse=True)
    carried = claim.statement.period if claim.statement.period_from == "carried" else ""
    if "/" in carried:
        spans = list(dict.fromkeys((carried, *spans)))  # "Up to February 2025 … . Germany gave 15 billion": the same
    reason = "a running sum is told up to the day, by months as they were booked, or as printed by then"
    return tuple(Way(Hole.PERIOD, place, f"for {one}", one, reason) for place, one in enumerate(spans))


@kept(1024)
def _periods_held(record: Record, measure: str, entity: str, day: date | None) -> tuple[Period, ...]:
    """The periods of which the record holds a measure of an entity by a day, those told last first."""
    return tuple(dict.fromkeys(one.period for one in record.observations(measure, entity, as_of=day)))


@kept(1024)
def _periods_booked(record: Record, donor: str, named: str, day: date | None) -> tuple[Period, ...]:
    """Periods of which a release books aid by month, year or donor and prints no sum: the whole war as far as it
    counts, and the period that the words name."""
    own: Period = int(named) if named.isdigit() else named
    told = named and record.cell("aid", donor, own, as_of=day) is not None
    return (*record.aid_spans(donor, day), *((own,) if told else ()))


@lru_cache(maxsize=4096)
def _ends(period: Period) -> tuple[str, str]:
    """First and last part of a period, however its source writes a span (`2021-2024`, `2022-01-24/2024-02-29`)."""
    text = re.sub(r"^(\d{4})-(\d{4})$", r"\1/\2", str(period))
    first, _, last = text.partition("/")
    return first, last or first


def _is_sum(period: Period) -> bool:
    return _ends(period)[0] != _ends(period)[1]


def _last(period: Period) -> str:
    return _ends(period)[1]


def _covers(period: Period, named: tuple[str, str]) -> bool:
    first, last = _ends(period)
    return first[:4] <= named[0][:4] and named[1][:4] <= last[:4]


def _kinds_of_aid() -> tuple[str, ...]:
    """Every kind of aid that words can name: how far it has come, and what it is."""
    return tuple(f"{how}/{what}" for what in _WHAT for how in ("allocation", "commitment", "disbursement"))


_WHAT = ("total", "military", "financial", "humanitarian")


def _by_period(claim: Claim) -> str:
    """The measure told by the source's own periods: the statement's own, or the one it compares donors by."""
    return claim.statement.measure if claim.statement.measure in BY_PERIOD else claim.statement.by


def _variants(claim: Claim) -> tuple[Way, ...]:
    """The kinds of a measure that are never mixed: those the words name, else all in the declared order."""
    own = claim.statement
    kinds = declared().find(own.by if own.measure in ("comparison", "rank") else own.measure).variants
    parts = {part for part in own.basis.split("/") if part}
    if parts and any("/" in one for one in kinds):
        kinds = tuple(dict.fromkeys((*kinds, *_kinds_of_aid())))
    named = tuple(one for one in kinds if parts and parts <= {one, *one.split("/")})
    reason = "the words do not say which kind; the commonest is declared first"
    return tuple(Way(Hole.VARIANT, place, one, one, reason) for place, one in enumerate(named or kinds))
