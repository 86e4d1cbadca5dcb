"""Who meets the guideline, and who carries which part of the whole: by the newest release of the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from burdenshare.checking.alliance.model import Entry, Mark, Section
from burdenshare.checking.alliance.names import name_of
from burdenshare.checking.alliance.origins import of_finding
from burdenshare.checking.wording import number
from burdenshare.record.model import Finding, Release
from burdenshare.record.record import Record

SHARE = "share_of_gdp"
PUBLISHED_COUNT = 2.0
"""The threshold that NATO's own counts are of: told beside any other guideline, or no two days could be compared."""

LOWEST = 3
"""Allies named as the farthest below."""

PART, LEVEL, GROWTH = "share of the total", "level", "real growth over the year before"
YEARS_BACK = 3
"""Years in which a level is looked for where the newest is not held."""

WHOLES = ("NATO", "USA", "EUR_CAN", "EUR", "CAN")
NO_RELEASE = "no NATO release with figures was out by that day; the first the record holds is {first}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the day's figures rest on: the year they are of, and the release that answers the count."""

    year: int
    release: Release


def seen(record: Record, day: date) -> Seen | None:
    """The newest year the newest release of the day speaks of; None before the first release."""
    year, newest = record.newest_year(day), record.newest_release(day)
    if year is None or newest is None:
        return None
    counted = record.count_at(year, as_of=day)
    return Seen(year, counted.release if counted is not None else newest)


def shares(record: Record, day: date) -> Section:
    """Each ally's share of GDP against the guideline in force, highest first."""
    title = "Who meets it"
    at = seen(record, day)
    if at is None:
        return Section("shares", title, lacks=(_before_first(record),))
    in_force = record.guideline(day)
    level = in_force.value if in_force is not None else PUBLISHED_COUNT
    entries = [_entry(record, ally, at, level, day) for ally in record.members("NATO", day)]
    entries.sort(key=lambda one: (one.value is None, -(one.value or 0.0), one.label))
    told = [_source(at)]
    told += [_counted(record, at, one, day) for one in dict.fromkeys((level, PUBLISHED_COUNT))]
    if in_force is not None and in_force.about.startswith("core") and at.release.definition != "core":
        told.append("the guideline is of core expenditure, the release counts the whole: the true count may be lower")
    told += _lowest(entries, level)
    lacks = [one.label for one in entries if one.mark in (Mark.UNKNOWN, Mark.OLDER)]
    missing = [f"{at.year} shares of {', '.join(lacks)} in {at.release.id}"] if lacks else []
    if not any(one.change is not None for one in entries):
        missing.append(f"{at.year - 1} shares in the same release: no rise or fall can be told")
    return Section("shares", title, tuple(entries), tuple(told), tuple(missing), guideline=level, release=at.release.id)


def burden(record: Record, day: date) -> Section:
    """The parts of the United States, Europe and Canada in the whole, and the level in dollars."""
    title = "Shares of the burden"
    at = seen(record, day)
    if at is None:
        return Section("burden", title, lacks=(_before_first(record),))
    year = _year_of_levels(record, at, day)
    levels, lacks = _levels(record, year, day)
    grown = [(whole, record.expenditure_growth(whole, at.year, real=True, as_of=day)) for whole in WHOLES]
    growth = [_figure(record, f"growth:{who}", GROWTH, who, found) for who, found in grown if found is not None]
    told = [_source(at)]
    if year != at.year:
        told.append(f"parts and levels are of {year}: none of {at.year} is held")
    return Section("burden", title, (*levels, *growth), tuple(told), tuple(lacks), release=at.release.id)


def _year_of_levels(record: Record, at: Seen, day: date) -> int:
    """The newest year of which any part or level is held; the releases of the record are not all held whole."""
    years = range(at.year, at.year - YEARS_BACK, -1)
    return next((year for year in years if _levels(record, year, day)[0]), at.year)


def _levels(record: Record, year: int, day: date) -> tuple[list[Entry], list[str]]:
    """Parts and levels of one year, and what of them is not held."""
    parts, levels, lacks = [], [], []
    for whole in WHOLES:
        part = record.share_of_total(whole, "NATO", year, as_of=day) if whole != "NATO" else None
        level = record.cell("expenditure", whole, year, basis="current", as_of=day)
        parts += [_figure(record, f"share:{whole}", PART, whole, part)] if part is not None else []
        levels += [_figure(record, f"level:{whole}", LEVEL, whole, level)] if level is not None else []
        lacks += [name_of(record, whole)] if level is None else []
    return [*parts, *levels], [f"expenditure in {year} at current prices: {', '.join(lacks)}"] if lacks else []


def _entry(record: Record, ally: str, at: Seen, level: float, day: date) -> Entry:
    name = record.name(ally)
    found = _in(record, ally, at.year, at.release, day)
    if found is None or found.value is None:
        return _older(record, ally, at, day)
    before = _in(record, ally, at.year - 1, at.release, day)
    one = found.observations[0] if found.observations else None
    coarse = one is not None and one.one_decimal
    change = None if before is None or before.value is None or coarse else round(found.value - before.value, 6)
    mark = Mark.OPEN if coarse else Mark.MEETS if found.value >= level else Mark.BELOW
    notes = ("printed with one decimal, which decides no threshold",) if coarse else ()
    return Entry(
        key=ally,
        label=name,
        kind="share",
        value=found.value,
        low=found.low,
        high=found.high,
        unit="%",
        period=str(at.year),
        change=change,
        estimate=any(cell.estimate for cell in found.observations),
        mark=mark,
        actors=(ally,),
        notes=notes,
        origins=of_finding(found),
    )


def _in(record: Record, entity: str, year: int, release: Release, day: date) -> Finding | None:
    return record.cell(SHARE, entity, year, as_of=day, release=release.id, exact_release=True)


def _older(record: Record, ally: str, at: Seen, day: date) -> Entry:
    """An ally that the release of the day lacks: what an older one says of the same year, or that nothing is held."""
    plain = Entry(ally, record.name(ally), kind="share", unit="%", period=str(at.year), mark=Mark.UNKNOWN)
    if not record.member(ally).armed:
        return replace(plain, notes=("no armed forces",))
    found = record.cell(SHARE, ally, at.year, as_of=day)
    if found is None or found.value is None:
        return replace(plain, notes=("not held",))
    return replace(
        plain,
        value=found.value,
        low=found.low,
        high=found.high,
        estimate=any(cell.estimate for cell in found.observations),
        mark=Mark.OLDER,
        actors=(ally,),
        notes=(f"{at.release.id} lacks it, {found.release.id} answers",),
        origins=of_finding(found),
    )


def _source(at: Seen) -> str:
    out = at.release.released_on.isoformat() if at.release.released_on else "undated"
    kind = f", {at.release.definition} expenditure" if at.release.definition else ""
    return f"figures for {at.year} from release {at.release.id} ({out}{kind}), the newest of the day"


def _counted(record: Record, at: Seen, level: float, day: date) -> str:
    head = f"at or above {number(level, '%')}"
    count = record.count_at(at.year, threshold=level, as_of=day)
    members = len(record.members_in_year("NATO", at.year))
    if count is None:
        return f"{head}: the release does not say how many"
    caveats = [one.split(": between")[0] for one in count.caveats]  # the bounds are told once
    note = f" ({'; '.join(caveats)})" if caveats else ""
    if count.value is None:
        return f"{head}: {count.low:.0f} to {count.high:.0f} of {members}{note}"
    return f"{head}: {count.value:.0f} of {members} ({100 * count.value / members:.0f} %){note}"


def _lowest(entries: list[Entry], level: float) -> list[str]:
    below = [one for one in entries if one.mark is Mark.BELOW and one.value is not None]
    if not below:
        return []
    told = (
        f"{one.label} {number(one.value or 0.0, '%')} ({number(level - (one.value or 0.0), 'points')} short)"
        for one in reversed(below[-LOWEST:])
    )
    armed = [one for one in entries if "no armed forces" not in one.notes]
    held = [one for one in armed if one.mark in (Mark.MEETS, Mark.BELOW)]
    head = (
        "lowest" if len(held) == len(armed) else f"lowest of the {len(held)} of {len(armed)} that the release decides"
    )
    return [f"{head}: {', '.join(told)}"]


def _figure(record: Record, key: str, kind: str, entity: str, found: Finding) -> Entry:
    base = f"at {found.basis.replace('_', ' ')} prices" if kind == LEVEL and found.basis else ""
    return Entry(
        key=key,
        label=name_of(record, entity),
        kind=kind,
        value=found.value,
        low=found.low,
        high=found.high,
        unit=found.unit,
        period=str(found.period),
        estimate=any(one.estimate for one in found.observations),
        actors=(entity,),
        notes=tuple(filter(None, (base, *_caveats(found)))),
        origins=of_finding(found),
    )


def _caveats(found: Finding) -> list[str]:
    """What must be known of a figure; that an older release answers is told in few words."""
    said = [one for one in found.caveats if " lacks it; " not in one]
    return said if found.older is None else [*said, f"{found.older.id} lacks it, {found.release.id} answers"]


def _before_first(record: Record) -> str:
    first = record.releases()[0]
    out = first.released_on.isoformat() if first.released_on else "undated"
    return NO_RELEASE.format(first=f"{first.id} of {out}")
