"""Pledges known on the day: open, reached, due, or overtaken by a newer one; with the plain price of a share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.checking.alliance import guideline
from burdenshare.checking.alliance.hindsight import names_later
from burdenshare.checking.alliance.model import Entry, Mark, Section
from burdenshare.checking.alliance.names import name_of
from burdenshare.checking.model import Price
from burdenshare.checking.prices import price_of
from burdenshare.checking.wording import number
from burdenshare.reading.model import RELATED, Interval, Kind, Modality, Span, Statement
from burdenshare.record.days import days_meant
from burdenshare.record.model import Commitment
from burdenshare.record.record import Record

STANDS = frozenset({"proposal", "demand", "ambition", "reservation", "exemption"})
"""Kinds of commitments that are somebody's position, not a pledge: they stand under the positions."""

NO_PLEDGES = STANDS | {"membership", "spending_guideline", "collective_defence"}
"""Memberships stand under the members, the guideline of 2006 under the guideline, Article 5 under posture."""

GUESSED = "estimated"
"""Word of rows that say what will be or what it would cost ("allies estimated to reach 2%"): nobody pledged that."""

OPEN, REACHED, OTHER, DUE, REPLACED = "open", "reached", "open, no share of GDP", "due date passed", "overtaken"
ORDER = (OPEN, REACHED, OTHER, DUE, REPLACED)
"""In the order a reader wants them: what is still to be kept first."""

NOT_A_SHARE = "no price: not told as a share of GDP"
CEILING = "no price: a ceiling asks nobody to spend more"
RELATED_PART = "no price: related spending is no defence expenditure, and the record holds no baseline for it"
NO_ALLY = "no price: none of those who made it is an ally"
NO_BASELINE = "no price: no release with a share and a GDP of theirs was out by the day"
NOWHERE = Span(0, 0)


def pledges(record: Record, day: date) -> Section:
    """Every pledge surely made by the day. What became of it later is no part of the view."""
    made = [one for one in known(record, day) if one.kind not in NO_PLEDGES and GUESSED not in one.about]
    entries = [_entry(record, one, made, day) for one in made]
    entries.sort(key=lambda one: (ORDER.index(one.kind), one.due or "9999", one.label))
    counts = {kind: sum(one.kind == kind for one in entries) for kind in ORDER}
    told = ["; ".join(f"{count} {kind}" for kind, count in counts.items() if count)] if entries else []
    if told:
        told.append("prices: the money a year by which the target exceeds the newest share known on the day")
    return Section("pledges", "Pledges", tuple(entries), tuple(told), tuple(_lacks(record, day, entries)))


def known(record: Record, day: date) -> list[Commitment]:
    """Commitments surely made by the day and not told with a later one in their own words."""
    return [one for one in record.commitments(on=day) if not names_later(f"{one.about} {one.made_at}", day)]


def _lacks(record: Record, day: date, entries: list[Entry]) -> list[str]:
    undated = sum(one.made_last is None for one in record.commitments())
    rough = [
        one
        for one in record.commitments()
        if one.made_first and one.made_last and one.made_first <= day < one.made_last
    ]
    lacks = [] if entries else ["no pledge made by that day; the oldest held is of 2014"]
    if undated:
        lacks.append(f"the day of {undated} commitments, which are left out")
    if rough:
        lacks.append(f"the exact day of {len(rough)} commitments of those weeks or that year, left out until they end")
    return [*lacks, "a complete list: the table has the plans that the pages read for it name"]


def _entry(record: Record, one: Commitment, made: list[Commitment], day: date) -> Entry:
    plain = guideline.entry(one, _kind(one, made, record, day))
    priced, why = plain_price(record, one, day)
    notes = [*plain.notes, *([why] if why else [])]
    mark = Mark.PLAIN
    share = _own_share(one, priced)
    if share is not None and plain.kind == OPEN:
        reached = share[0] >= one.value
        mark = Mark.MEETS if reached else Mark.BELOW
        notes.append(f"newest share known: {number(share[0], '%')} in {share[1]} ({share[2]})")
        if reached:
            plain = replace(plain, kind=REACHED)
    if plain.kind == REPLACED:
        newer = _newer(one, made, record, day)
        notes += [f"overtaken by {guideline.told_of(newer)}"] if newer else []
    if plain.kind == DUE:
        notes += _outcome(record, one, day)
    actors = ", ".join(name_of(record, actor) for actor in one.actors)
    label = f"{actors}: {one.about}"
    shown = priced if plain.kind in (OPEN, REACHED) else None
    return replace(plain, label=label, notes=tuple(notes), mark=mark, price=shown)


def plain_price(record: Record, one: Commitment, day: date) -> tuple[Price | None, str]:
    """The plain price of a commitment on the day, or why there is none."""
    if one.unit != guideline.SHARE:
        return None, NOT_A_SHARE
    if one.comparator == "<=":
        return None, CEILING
    if "related" in one.about and not one.about.startswith("core"):
        return None, RELATED_PART
    subject = tuple(actor for actor in one.actors if _is_allied(record, actor, day))
    if not subject:
        return None, NO_ALLY
    price = price_of(_as_statement(one, subject), record, day)
    return price, "" if price is not None else NO_BASELINE


def _as_statement(one: Commitment, subject: tuple[str, ...]) -> Statement:
    """The commitment as the promise that `prices.py` prices: told in full, so that nothing is left to guess."""
    return Statement(
        id=one.id,
        span=NOWHERE,
        focus=NOWHERE,
        text=one.about,
        kind=Kind.PROMISE,
        subject=subject,
        measure="guideline",
        comparator=">=" if one.comparator == ">" else one.comparator,
        value=Interval(one.value, one.value, central=one.value),
        unit="%",
        words=guideline.amount_of(one),
        modality=Modality.PLEDGE,
        note=RELATED if "related" in one.about and not one.about.startswith("core") else "",
    )


def _is_allied(record: Record, actor: str, day: date) -> bool:
    if actor in record.groups():
        return any(record.allied(one, day) for one in record.members(actor, day))
    return record.allied(actor, day)


def _kind(one: Commitment, made: list[Commitment], record: Record, day: date) -> str:
    meant = days_meant(one.due_by)
    if meant is not None and meant[1] < day:
        return DUE
    if _newer(one, made, record, day) is not None:
        return REPLACED
    return OPEN if one.unit == guideline.SHARE and one.comparator != "<=" else OTHER


def _newer(one: Commitment, made: list[Commitment], record: Record, day: date) -> Commitment | None:
    """A commitment of the same actors, made later by its own date, that leaves nothing of this one to be kept.

    That is: the same number again, another number for the same year, or a number no lower due no later.
    For NATO itself: the guideline in force, unless this is part of it (semantics §2).
    """
    if one.unit != guideline.SHARE:
        return None
    if one.actors == (guideline.ALLIANCE,) and one.kind in guideline.MADE:
        held = record.guidelines(day)
        return held[0] if held and (one.made_last or day) < (held[0].made_first or day) else None
    later = [
        other
        for other in made
        if other.actors == one.actors
        and other.unit == one.unit
        and other.comparator != "<="
        and one.made_last is not None
        and other.made_first is not None
        and other.made_first > one.made_last
        and _covers(other, one)
    ]
    return later[-1] if later else None


def _covers(other: Commitment, one: Commitment) -> bool:
    if other.value == one.value or (other.due_by and other.due_by == one.due_by):
        return True
    sooner = bool(other.due_by) and (not one.due_by or other.due_by <= one.due_by)
    return other.value >= one.value and sooner


def _own_share(one: Commitment, price: Price | None) -> tuple[float, int, str] | None:
    """The newest share of the one ally that made the pledge; nothing for groups, whose members stand apart."""
    if price is None or len(price.lines) != 1 or one.unit != guideline.SHARE:
        return None
    line = price.lines[0]
    return (line.share, line.share_year, line.release) if line.share is not None and line.share_year else None


def _outcome(record: Record, one: Commitment, day: date) -> list[str]:
    """What the newest release of the day says of the year it was due; estimates are called so."""
    due = days_meant(one.due_by)
    if due is None or one.unit != guideline.SHARE or len(one.actors) != 1 or not _is_allied(record, one.actors[0], day):
        return []
    if one.actors[0] in record.groups():
        return []
    found = record.cell("share_of_gdp", one.actors[0], due[1].year, as_of=day)
    if found is None or found.value is None:
        return [f"no figure for {due[1].year} was out by the day"]
    guess = ", an estimate" if any(cell.estimate for cell in found.observations) else ""
    sense = "at or above it" if found.value >= one.value else "below it"
    return [f"{number(found.value, '%')} in {due[1].year} by release {found.release.id}{guess}: {sense}"]
