"""Who is a member on a day, since when, and how old the alliance is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from burdenshare.checking.agreement import BOUNDS, agrees, allowed, distance
from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.beginnings import beginning_of
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import AGE_OFF
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Age, Members, Membership
from burdenshare.errors import UnknownNameError
from burdenshare.record.days import days_meant
from burdenshare.record.groups import AMONG
from burdenshare.record.model import Derivation
from burdenshare.record.record import Record


def members(claim: Claim, question: Members, record: Record, day: date) -> Answer:
    """How many members the group had on the day (or in the year named). Counts are exact; on the very day of an
    accession the day before is a second reading, since a text of that day may be older than the ceremony."""
    may_be = allowed(claim.comparator, claim.asked)
    if may_be is None:
        return unverifiable("the words give no number of members")
    if question.group in AMONG:
        return unverifiable(f"the record lists only {record.name(question.group)}, not the whole body")
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
    whole = "denominator" in claim.statement.holes and question.group == "NATO"
    armed = sum(one.armed and one.joined_on <= days[0] for one in record.allies())
    year_ago = len(record.members(question.group, days[0] - timedelta(days=365)))
    today = len(record.members(question.group, day))
    if whole and any(agrees(claim.comparator, may_be, one, one) for one in (armed, year_ago, today)):
        why = (
            f"{told}; {armed} of them have armed forces, and the statistics of the day may count the {year_ago} before"
        )
        return Answer(Verdict.DEPENDS, why, **facts)  # type: ignore[arg-type]
    if agrees(claim.comparator, may_be, before, before):
        return Answer(Verdict.DEPENDS, f"{told}, and {before} the day before", **facts)  # type: ignore[arg-type]
    return Answer(Verdict.CONTRADICTED, told, **facts)  # type: ignore[arg-type]


def _member_sources(group: str, record: Record) -> tuple[str, ...]:
    """The newest accession is what a count of members hangs on."""
    newest = sorted(record.allies(), key=lambda one: one.joined_on)[-2:]
    return distinct(one.source for one in reversed(newest)) if group == "NATO" else ("people/groups.csv",)


_JOINED_ANOTHER = re.compile(
    r"\b(?:join(?:ed|s|ing)?|acce(?:ded|des|ssion)(?: to)?|member(?: state)? of)\s+"
    r"(?!(?:NATO|(?:the|our|this) (?:[\w-]+ ){0,2}?alliance)\b)"
    r"(?!(?:in|on|at|as|since|last|this|only|just|later|first|earlier|early|late|after|before|during|by|then|two|three"
    r"|\w+ years? ago|\w+day|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|\d+)\b)\w",
    re.I,
)
"""Words after which something else than the alliance, a time or nothing stands ("joined the talks")."""


def joined(claim: Claim, question: Membership, record: Record, day: date) -> Answer:
    """That an ally joined the alliance in a period: by the day of accession. What was joined must be the alliance."""
    own = claim.statement
    if _JOINED_ANOTHER.search(own.text or f"{own.event} {own.words}"):
        return unverifiable("the words say that something else than the alliance was joined")
    try:
        member = record.member(question.ally)
    except UnknownNameError:
        return _no_member(question, record, claim)
    told = f"{member.name} joined on {member.joined_on}"
    inputs = (leaf(f"accession of {member.ally}", member.source, str(member.joined_on)),)
    meant = days_meant(question.period) if question.period else None
    wrong = _wrong_place(claim, member.joined_on, record)
    if wrong:
        return Answer(Verdict.CONTRADICTED, f"{told}, {wrong}", sources=(member.source,), inputs=inputs)
    if meant is None:
        verdict = Verdict.SUPPORTED if member.joined_on <= day else Verdict.CONTRADICTED
        return Answer(verdict, told, sources=(member.source,), inputs=inputs)
    if meant[0] <= member.joined_on <= meant[1]:
        return Answer(Verdict.SUPPORTED, told, sources=(member.source,), inputs=inputs)
    off = (meant[0] - member.joined_on).days if member.joined_on < meant[0] else (member.joined_on - meant[1]).days
    return Answer(
        Verdict.CONTRADICTED, told, distance=float(off), distance_unit="days", sources=(member.source,), inputs=inputs
    )


_PLACE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th) (?:\w+ )?(?:member|ally|country|nation|state)\b", re.I)


def _wrong_place(claim: Claim, joined_on: date, record: Record) -> str:
    """`became NATO's 30th member`: which places the ally can have, where it is another; of several who joined on one
    day each can have any of theirs."""
    said = _PLACE.search(claim.statement.text)
    if said is None:
        return ""
    before = sum(one.joined_on < joined_on for one in record.allies())
    with_it = sum(one.joined_on == joined_on for one in record.allies())
    if before < int(said[1]) <= before + with_it:
        return ""
    first, last = before + 1, before + with_it
    return f"as member number {first}" if first == last else f"as one of the members number {first} to {last}"


def _no_member(question: Membership, record: Record, claim: Claim) -> Answer:
    """The accessions are all held: a country without one has not joined. Other names stay open."""
    try:
        name = record.name(question.ally)
    except UnknownNameError:
        return unverifiable(f"the record knows no accession of {question.ally}")
    if len(question.ally) != 3 or claim.statement.rule != "accession":
        return unverifiable(f"the record knows no accession of {question.ally}")
    return Answer(Verdict.CONTRADICTED, f"{name} is not among the {len(record.allies())} countries that have joined")


DAYS_A_YEAR = 365.25
"""For "more than three years" the days since then count, not only the full years."""


def age(claim: Claim, question: Age, record: Record, day: date) -> Answer:
    """Years since a beginning that the words name. Full years and calendar years are both good for an age; one year off
    is `close`. Where the words may mean another beginning, a wrong age is not contradicted."""
    own = claim.statement
    may_be = allowed(claim.comparator, claim.asked)
    row = beginning_of(claim.before, own.text or f"{own.event} {own.words}", own.words)
    beginning = _beginning(row.found_by, question, record) if row is not None else None
    if may_be is None or row is None or beginning is None:
        return unverifiable(f"the record knows no beginning that '{own.text or question.words}' is told of")
    start, source, name = beginning
    full = day.year - start.year - ((day.month, day.day) < (start.month, start.day))
    calendar = day.year - start.year
    exact = (day - start).days / DAYS_A_YEAR
    ages = (full, calendar, exact) if claim.comparator in BOUNDS else (full, calendar)
    apart = min(distance(may_be, years, years).absolute for years in ages)
    told = f"{name} on {start}: {full} full years on {day}, {calendar} by calendar years"
    if any(agrees(claim.comparator, may_be, years, years) for years in ages):
        verdict = Verdict.SUPPORTED
    elif apart <= AGE_OFF.value:
        verdict = Verdict.CLOSE
    elif not row.sure:
        return unverifiable(f"the words may mean another beginning; {told}", sources=(source,))
    else:
        verdict = Verdict.CONTRADICTED
    inputs: tuple[Derivation, ...] = (leaf(name, source, str(start)),)
    return Answer(verdict, told, float(full), "years", apart, "years", AGE_OFF.value, (source,), inputs)


def _beginning(found_by: str, question: Age, record: Record) -> tuple[date, str, str] | None:
    if found_by.startswith("event:"):
        named = found_by.removeprefix("event:")
        event = next((one for one in record.events() if named in one.name.casefold()), None)
        return (event.first, event.source, event.name) if event else None
    if found_by == "founding":
        first = min(record.allies(), key=lambda one: one.joined_on)
        return first.joined_on, first.source, "the treaty was signed"
    joiners = [one for one in question.subjects if one != "NATO"]
    if len(joiners) != 1:
        return None  # an age of several accessions is nobody's
    try:
        member = record.member(joiners[0])
    except UnknownNameError:
        return None
    return member.joined_on, member.source, f"{member.name} joined"
