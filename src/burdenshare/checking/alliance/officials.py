"""Who was in office on the day. A date too rough for a yes is shown as such, and nobody "left" on a day last seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from burdenshare.checking.alliance.model import Entry, Mark, Origin, Section
from burdenshare.record.model import Tenure
from burdenshare.record.people import LAST_SEEN_GRADE, ROUGH_GRADE
from burdenshare.record.record import Record

TABLE = "people/offices.csv"
ALLIANCE_POSTS = (
    ("secretary_general", "NATO"),
    ("deputy_secretary_general", "NATO"),
    ("supreme_allied_commander", "NATO"),
    ("military_committee_chair", "NATO"),
)
UNION_POSTS = (
    ("eu_commission_president", "EU"),
    ("eu_council_president", "EU"),
    ("eu_high_representative", "EU"),
    ("eu_defence_commissioner", "EU"),
    ("eu_parliament_president", "EU"),
)
OF_ALLIES = ("head_of_state", "head_of_government", "defence_minister", "foreign_minister", "chief_of_defence")
OF_OTHERS = ("head_of_state", "head_of_government", "defence_minister", "foreign_minister")
OTHERS = ("UKR", "RUS")
ALSO_OF_THE_US = ("vice_president", "national_security_adviser", "ambassador_to_nato", "special_envoy_ukraine")


def officials(record: Record, day: date) -> Section:
    """Everybody in the posts that the news names, as far as the record holds them."""
    entries: list[Entry] = []
    empty: list[str] = []
    for kind, office, entity in _posts(record, day):
        found = _holders(record, office, entity, day)
        entries += [_entry(record, one, kind, day) for one in found]
        if not found and office in ("secretary_general", "defence_minister"):
            empty.append(f"{office.replace('_', ' ')} of {record.name(entity)}")
    rough = sum(one.mark is Mark.ROUGH for one in entries)
    told = [f"{len(entries)} officials" + (f", {rough} of them with dates too rough for a yes" if rough else "")]
    lacks = []
    if len(empty) > FEW:
        lacks.append(f"most posts of that day: {len(empty)} of NATO's and the defence ministers' are unknown")
    elif empty:
        lacks.append(f"who was {', '.join(empty)}")
    return Section("officials", "Officials in post", tuple(entries), tuple(told) if entries else (), tuple(lacks))


BODIES = frozenset({"NATO", "European Union"})
"""Bodies whose posts need no "of": there is one of each."""

FEW = 6
"""Empty posts that are named one by one."""


def _posts(record: Record, day: date) -> Iterator[tuple[str, str, str]]:
    yield from (("NATO", office, entity) for office, entity in ALLIANCE_POSTS)
    yield from (("European Union", office, entity) for office, entity in UNION_POSTS)
    allies = sorted(record.members("NATO", day), key=record.name)
    for ally in allies:
        yield from (("allies", office, ally) for office in OF_ALLIES)
        if ally == "USA":
            yield from (("allies", office, ally) for office in ALSO_OF_THE_US)
    for other in OTHERS:
        yield from (("Ukraine and Russia", office, other) for office in OF_OTHERS)


def _holders(record: Record, office: str, entity: str, day: date) -> list[Tenure]:
    """Those in the post. Of the rough ones: none that began after the day, and none last seen before a successor."""
    held = [one for one in record.holders(office, entity, day) if one.from_ <= day]
    if len(held) < 2 and not any(_last_seen(one, day) for one in held):
        return held
    post = [one for one in record.tenures(office=office, entity=entity) if one.from_ <= day]
    return [one for one in held if not _succeeded(one, post, day)]


def _succeeded(one: Tenure, post: list[Tenure], day: date) -> bool:
    """Whether somebody took the post after the day one was last seen in it."""
    if not _last_seen(one, day):
        return False
    return any(other.person != one.person and one.to is not None and other.from_ >= one.to for other in post)


def _last_seen(one: Tenure, day: date) -> bool:
    return one.grade == LAST_SEEN_GRADE and one.to is not None and one.to < day


def _entry(record: Record, one: Tenure, kind: str, day: date) -> Entry:
    sure = record.in_office(one.person, one.office, one.entity, day) is True
    notes = []
    if _last_seen(one, day):
        notes.append(f"last seen in office on {one.to.isoformat() if one.to else ''}; the record does not know since")
    elif not sure:
        notes.append("the dates of the record are too rough to be sure")
    elif one.grade == ROUGH_GRADE:
        notes.append("first day taken from the government's or the predecessor's")
    return Entry(
        key=f"{one.office}:{one.entity}:{one.person}",
        label=one.person,
        words=title(one.office) if kind in BODIES else f"{title(one.office)} of {record.name(one.entity)}",
        kind=kind,
        on=as_read(one),
        mark=Mark.PLAIN if sure else Mark.ROUGH,
        actors=(one.entity, one.office),
        notes=tuple(notes),
        origins=(Origin(one.source, f"{TABLE}:{one.person}, {one.office}, {one.entity}"),),
    )


def title(office: str) -> str:
    """An office as words: `defence minister`, `EU high representative`."""
    words = office.replace("_", " ").removeprefix("eu ")
    return f"EU {words}" if office.startswith("eu_") else words


def as_read(one: Tenure) -> str:
    """The day an office was taken, no more precise than the source: a year or a month where only that was read."""
    if one.from_ == date.min:
        return ""
    if one.from_precise:
        return one.from_.isoformat()
    return f"{one.from_:%Y}" if (one.from_.month, one.from_.day) == (1, 1) else f"{one.from_:%Y-%m}"
