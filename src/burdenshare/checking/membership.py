"""Who is a member on a day, since when, and how old the alliance is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from burdenshare.checking.agreement import BOUNDS, agrees, allowed, distance
from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import AGE_OFF
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Age, Members, Membership
from burdenshare.errors import UnknownNameError
from burdenshare.record.days import days_meant
from burdenshare.record.model import Derivation
from burdenshare.record.record import Record


def members(claim: Claim, question: Members, record: Record, day: date) -> Answer:
    """How many members the group had on the day (or in the year named). Counts are exact; on the very day of an
    accession the day before is a second reading, since a text of that day may be older than the ceremony."""
    may_be = allowed(claim.comparator, claim.asked)
    if may_be is None:
        return unverifiable("the words give no number of members")
    meant = days_meant(question.period) if question.period else None
    days = (meant[1], meant[0]) if meant else (day,)
    try:
        counts = [len(record.members(question.group, one)) for one in days]
        before = len(record.members(question.group, days[-1] - timedelta(days=1)))
    except UnknownNameError:
        return unverifiable(f"the record holds no list of members of {question.group}")
    low, high = min(counts), max(counts)
    apart = distance(may_be, low, high).absolute
    facts = {
        "recorded": float(counts[0]),
        "unit": "allies",
        "distance": apart,
        "distance_unit": "allies",
        "sources": _member_sources(question.group, record),
        "inputs": (leaf(f"members of {question.group}", "", str(days[0]), float(counts[0]), "allies"),),
    }
    told = f"{question.group} had {counts[0]} members on {days[0]}"
    if counts[0] and agrees(claim.comparator, may_be, low, high):
        return Answer(Verdict.SUPPORTED, told, **facts)  # type: ignore[arg-type]
    if not counts[0]:
        return unverifiable(f"the record knows no members of {question.group} on {days[0]}")
    if agrees(claim.comparator, may_be, before, before):
        return Answer(Verdict.DEPENDS, f"{told}, and {before} the day before", **facts)  # type: ignore[arg-type]
    return Answer(Verdict.CONTRADICTED, told, **facts)  # type: ignore[arg-type]


def _member_sources(group: str, record: Record) -> tuple[str, ...]:
    """The newest accession is what a count of members hangs on."""
    newest = sorted(record.allies(), key=lambda one: one.joined_on)[-2:]
    return distinct(one.source for one in reversed(newest)) if group == "NATO" else ("people/groups.csv",)


def joined(claim: Claim, question: Membership, record: Record, day: date) -> Answer:
    """That an ally joined in a period: by the day of accession."""
    try:
        member = record.member(question.ally)
    except UnknownNameError:
        return unverifiable(f"the record knows no accession of {question.ally}")
    told = f"{member.name} joined on {member.joined_on}"
    inputs = (leaf(f"accession of {member.ally}", member.source, str(member.joined_on)),)
    meant = days_meant(question.period) if question.period else None
    if meant is None:
        verdict = Verdict.SUPPORTED if member.joined_on <= day else Verdict.CONTRADICTED
        return Answer(verdict, told, sources=(member.source,), inputs=inputs)
    if meant[0] <= member.joined_on <= meant[1]:
        return Answer(Verdict.SUPPORTED, told, sources=(member.source,), inputs=inputs)
    off = (meant[0] - member.joined_on).days if member.joined_on < meant[0] else (member.joined_on - meant[1]).days
    return Answer(
        Verdict.CONTRADICTED, told, distance=float(off), distance_unit="days", sources=(member.source,), inputs=inputs
    )


# Ages ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that mean a beginning, and how its day is found in the record."""

    words: re.Pattern[str]
    found_by: str  # "founding", "accession", "event:<words of its name>"


BEGINNINGS: tuple[Beginning, ...] = (
    Beginning(re.compile(r"invasion|invaded|full-scale", re.I), "event:full-scale invasion"),
    Beginning(re.compile(r"join|acce(?:ssion|ded)|became a member", re.I), "accession"),
    Beginning(re.compile(r"establish|found|creat|form(?:ed|ation)|set up|birth|treaty|old", re.I), "founding"),
)
"""Tried in order; the invasion before the founding, since "the invasion of the country founded ..." means the first."""


DAYS_A_YEAR = 365.25
"""For "more than three years" the days since then count, not only the full years."""


def age(claim: Claim, question: Age, record: Record, day: date) -> Answer:
    """Years since a beginning. Full years and calendar years are both good for an age; one year off is `close`."""
    may_be = allowed(claim.comparator, claim.asked)
    beginning = _beginning(question, record)
    if may_be is None or beginning is None:
        return unverifiable(f"the record knows no beginning called '{question.words}'")
    start, source, name = beginning
    full = day.year - start.year - ((day.month, day.day) < (start.month, start.day))
    calendar = day.year - start.year
    exact = (day - start).days / DAYS_A_YEAR
    ages = (full, calendar, exact) if claim.comparator in BOUNDS else (full, calendar)
    apart = min(distance(may_be, years, years).absolute for years in ages)
    told = f"{name} on {start}: {full} full years on {day}, {calendar} by calendar years"
    verdict = Verdict.CONTRADICTED
    if any(agrees(claim.comparator, may_be, years, years) for years in ages):
        verdict = Verdict.SUPPORTED
    elif apart <= AGE_OFF.value:
        verdict = Verdict.CLOSE
    inputs: tuple[Derivation, ...] = (leaf(name, source, str(start)),)
    return Answer(verdict, told, float(full), "years", apart, "years", AGE_OFF.value, (source,), inputs)


def _beginning(question: Age, record: Record) -> tuple[date, str, str] | None:
    found_by = next((one.found_by for one in BEGINNINGS if one.words.search(question.words)), "")
    if found_by.startswith("event:"):
        named = found_by.removeprefix("event:")
        event = next((one for one in record.events() if named in one.name.casefold()), None)
        return (event.first, event.source, event.name) if event else None
    if found_by == "founding" and "NATO" in question.subjects:
        first = min(record.allies(), key=lambda one: one.joined_on)
        return first.joined_on, first.source, "the treaty was signed"
    if found_by == "accession" and question.subjects:
        try:
            member = record.member(question.subjects[0])
        except UnknownNameError:
            return None
        return member.joined_on, member.source, f"{member.name} joined"
    return None
