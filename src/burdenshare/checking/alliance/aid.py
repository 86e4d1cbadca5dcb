"""Aid to Ukraine as the tracker's newest release of the day told it; releases are never mixed (semantics §3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from burdenshare.checking.alliance.model import Entry, Section
from burdenshare.checking.alliance.origins import distinct, of_observation
from burdenshare.checking.wording import number
from burdenshare.record.aid import PAGE, PUBLISHER
from burdenshare.record.donors import EUROPE, donor_name, donors
from burdenshare.record.model import Observation, Release
from burdenshare.record.record import Record

TOTAL, MILITARY = "allocation/total", "allocation/military"
EURO = "EUR"
OF_GDP = "% of donor 2021 GDP"
MONTH = 7
"""Characters of a month: rows of one month are flows and add up."""

STALE = 3
"""Months after which a count is called old: the tracker is brought up to date every two months."""

NOTHING = "figures on aid to Ukraine published by that day; the first dated page held is of {first}"


def aid(record: Record, day: date) -> Section:
    """Allocations by donor since January 2022, largest first, from the newest release of the day."""
    title = "Aid to Ukraine"
    newest = record.newest_release(day, PUBLISHER)
    if newest is None:
        dated = (one for one in record.releases(PUBLISHER) if one.released_on is not None)
        first = next((str(one.released_on) for one in dated), "no day")
        return Section("aid", title, lacks=(NOTHING.format(first=first),))
    rows = [one for one in record.observations("aid", as_of=day) if _is_seen(one, newest)]
    if PAGE in newest.id:
        found = _of_pages(record, title, rows)
    else:
        found = _of_tables(record, title, newest, [one for one in rows if one.release == newest.id])
    return replace(found, told=(*found.told, *_age(found.entries, day)))


def months_before(end: str, day: date) -> int:
    """Whole months from the end of a period (a day, a month or a year) to `day`; 0 where it ends later."""
    year, month = int(end[:4]), int(end[5:7]) if len(end) > len("2024") else 12
    return max(0, 12 * (day.year - year) + day.month - month)


def _age(entries: Sequence[Entry], day: date) -> Iterable[str]:
    """That the newest figures count no further, where that is some months ago."""
    ends = [one.period.split("/")[-1] for one in entries if one.kind.startswith("total")]
    if ends and (months := months_before(max(ends), day)) >= STALE:
        yield f"counted up to {max(ends)}, {months} months before this day; nothing newer is held that was out by then"


def _is_seen(one: Observation, newest: Release) -> bool:
    """Of tables the newest release alone; of pages, which hold a figure or two each, all of the day."""
    return one.release == newest.id or (PAGE in newest.id and PAGE in one.release)


def _of_pages(record: Record, title: str, rows: Sequence[Observation]) -> Section:
    """Single figures of the tracker's dated pages: each donor's newest, told with its own release and months."""
    newest: dict[tuple[str, str], Observation] = {}
    for one in rows:  # newest first
        newest.setdefault((one.entity, one.basis), one)
    allocated = {one.entity for one in newest.values() if one.basis.startswith("allocation/")}
    kept = [one for one in newest.values() if one.basis.startswith("allocation/") or one.entity not in allocated]
    entries = [_page_entry(record, one) for one in kept]  # a commitment of 2022 beside a later allocation would mislead
    entries.sort(key=lambda one: (one.kind != "total allocation", one.kind, -(one.value or 0.0)))
    lacks = ("all other donors on that day: only dated pages with a few figures each are held, no table",)
    told = ("single figures of the tracker's pages; pages of different days count different months",)
    return Section("aid", title, tuple(entries), told, lacks)


def _page_entry(record: Record, one: Observation) -> Entry:
    measure, kind = one.basis.split("/")
    return Entry(
        key=f"{one.entity}:{one.basis}",
        label=donor_name(record, one.entity),
        kind=f"{kind} {measure}",
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        period=str(one.period),
        actors=(one.entity,),
        origins=(of_observation(one),),
    )


def _of_tables(record: Record, title: str, release: Release, rows: Sequence[Observation]) -> Section:
    totals = _by_donor(rows, TOTAL)
    totals.pop("ALL_DONORS", None)
    military = _by_donor(rows, MILITARY)
    shares = {one.entity: one for one in rows if one.unit == OF_GDP and one.basis == TOTAL and _is_span(one)}
    entries = [
        _donor(record, donor, held, military.get(donor, ()), shares.get(donor)) for donor, held in totals.items()
    ]
    entries.sort(key=lambda one: -(one.value or 0.0))
    inside = donors().groups[EUROPE].of(totals)
    if inside:
        entries.insert(0, _europe([one for donor in inside for one in totals[donor]], len(inside)))
    out = release.released_on.isoformat() if release.released_on else "undated, so told of today alone"
    told = [f"{release.title} ({out}): allocations, {_months(entries)}"]
    return Section("aid", title, tuple(entries), tuple(told), (), release=release.id)


def _by_donor(rows: Iterable[Observation], basis: str) -> dict[str, list[Observation]]:
    """Each donor's rows of one kind in euro: the whole span where the release holds it, else its months."""
    spans: dict[str, list[Observation]] = {}
    months: dict[str, list[Observation]] = defaultdict(list)
    for one in rows:
        if one.basis != basis or one.unit != EURO:
            continue
        if _is_span(one):
            spans.setdefault(one.entity, []).append(one)
        elif len(str(one.period)) == MONTH:
            months[one.entity].append(one)
    longest = {who: [max(held, key=lambda one: str(one.period).split("/")[1])] for who, held in spans.items()}
    return longest or dict(months)


def _is_span(one: Observation) -> bool:
    """Whether a row counts the whole war: from January 2022."""
    return str(one.period).startswith("2022-01-24/")


def _donor(
    record: Record,
    donor: str,
    held: Sequence[Observation],
    military: Sequence[Observation],
    share: Observation | None,
) -> Entry:
    arms = sum(one.value for one in military)
    notes = [f"military: {number(arms, EURO)}"] if arms else []
    if share is not None:
        notes.append(f"{number(share.value, '%')} of its GDP of 2021")
    if len(held) > 1:
        notes.append(f"sum of {len(held)} months")
    value = sum(one.value for one in held)
    return Entry(
        key=f"{donor}:{TOTAL}",
        label=donor_name(record, donor),
        kind="total allocation",
        value=value,
        low=value,
        high=value,
        unit=EURO,
        period=_period(held),
        actors=(donor,),
        notes=tuple(notes),
        origins=distinct(of_observation(one) for one in (*held, *military[:1], *([share] if share else []))),
    )


def _europe(held: Sequence[Observation], donors: int) -> Entry:
    value = sum(one.value for one in held)
    return Entry(
        key=f"EUROPE:{TOTAL}",
        label="Europe",
        kind="total allocation",
        value=value,
        low=value,
        high=value,
        unit=EURO,
        period=_period(held),
        actors=("EUROPE",),
        notes=(f"{donors - 1} European states and the EU institutions, summed from the release's rows; no Türkiye",),
        origins=distinct(of_observation(one) for one in held),
    )


def _period(held: Sequence[Observation]) -> str:
    if len(held) == 1 or len({str(one.period) for one in held}) == 1:
        return str(held[0].period)
    months = sorted(str(one.period) for one in held)
    return f"{months[0]}/{months[-1]}"


def _months(entries: Sequence[Entry]) -> str:
    ends = [end for one in entries for end in one.period.split("/")]
    return f"{min(ends)} to {max(ends)}" if ends else "no months"
