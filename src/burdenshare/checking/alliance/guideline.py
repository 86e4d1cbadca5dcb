"""The guideline in force: NATO's newest spending commitment made on or before the day."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.alliance.model import Entry, Origin, Section
from burdenshare.checking.wording import number
from burdenshare.record.model import Commitment
from burdenshare.record.record import Record

TABLE = "commitments/commitments.csv"
SENSES = {">=": "at least ", ">": "more than ", "<=": "up to ", "<": "less than ", "=": ""}
ALLIANCE = "NATO"
SHARE = "% of GDP"
MADE = frozenset({"spending_guideline", "spending_pledge"})


def guideline(record: Record, day: date) -> Section:
    """What was in force and what had been before. The `status` column of the table decides nothing (semantics §2)."""
    held = record.guidelines(day)
    entries = [entry(one, "in force") for one in (*held, *_beside(record, held, day))]
    older = [one for one in _floors(record, day) if one not in held]
    entries += [entry(one, "before") for one in reversed(older)]
    told = [f"in force: {told_of(one)}" for one in held]
    lacks = [] if held else ["no spending commitment of NATO made by that day; the oldest held is of 2006"]
    return Section("guideline", "Guideline in force", tuple(entries), tuple(told), tuple(lacks))


def entry(one: Commitment, kind: str) -> Entry:
    """A commitment as an entry: what, when, where, until when."""
    return Entry(
        key=one.id,
        label=one.about,
        words=amount_of(one),
        kind=kind,
        value=one.value,
        unit=one.unit,
        on=one.made_on,
        due=one.due_by,
        actors=one.actors,
        notes=(one.made_at,) if one.made_at else (),
        origins=(Origin(one.source, f"{TABLE}:{one.id}"),),
    )


def amount_of(one: Commitment) -> str:
    """What was committed to, in words: `at least 3.5 % of GDP`."""
    if one.unit == "% of GDP":
        return f"{SENSES.get(one.comparator, '')}{number(one.value, '%')} of GDP"
    if one.unit in WORDLESS:
        return ""
    return f"{SENSES.get(one.comparator, '')}{one.value:,.6g} {one.unit}"


WORDLESS = frozenset(
    {"statement", "letter", "plan", "set", "pledge", "rule", "force", "year", "plan per ally per year"}
)
"""Units of commitments that count nothing: what was committed to stands in the label."""


def told_of(one: Commitment) -> str:
    """One commitment as a sentence's end."""
    where = f", {one.made_at}" if one.made_at else ""
    due = f", due {one.due_by}" if one.due_by else ", no due date"
    return f"{amount_of(one)} ({one.about}); {one.made_on}{where}{due}"


def _floors(record: Record, day: date) -> list[Commitment]:
    """Every floor that NATO set by the day, oldest first."""
    made = record.commitments(actor=ALLIANCE, on=day)
    return [one for one in made if one.unit == SHARE and one.kind in MADE and one.comparator == ">="]


def _beside(record: Record, held: tuple[Commitment, ...], day: date) -> list[Commitment]:
    """What was agreed on the same day and is no floor: the "up to 1.5 %" of 2025."""
    days = {one.made_on for one in held}
    made = record.commitments(actor=ALLIANCE, on=day)
    return [one for one in made if one.unit == SHARE and one.kind in MADE and one not in held and one.made_on in days]
