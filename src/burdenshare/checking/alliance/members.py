"""Who belongs to the alliance on a day, and to the groups of allies that the news speaks of."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.alliance.model import Entry, Origin, Section
from burdenshare.checking.wording import counted
from burdenshare.record.record import Record

MEMBERS = "commitments/members.csv"
GROUPS = "people/groups.csv"
NEWEST = 4
"""Accessions told in the head of the section: those a reader may still call new."""

BY_PLACE = frozenset({"NORDIC", "BALTIC"})
"""Groups that are a region: who belongs is no question of a date."""


MANY = 10
"""Members up to which a group is listed one by one."""


def members(record: Record, day: date) -> Section:
    """The members of the day, the newest first, each with the day it joined."""
    joined = sorted((one for one in record.allies() if one.joined_on <= day), key=lambda one: (one.joined_on, one.name))
    entries = [
        Entry(
            key=one.ally,
            label=one.name,
            words=f"joined {one.joined_on.isoformat()}" + ("" if one.armed else "; no armed forces"),
            kind="member",
            on=one.joined_on.isoformat(),
            actors=(one.ally,),
            notes=() if one.armed else ("no armed forces: no figure in a spending table, and no share to meet",),
            origins=(Origin(one.source, f"{MEMBERS}:{one.ally}"),),
        )
        for one in reversed(joined)
    ]
    unarmed = [one.name for one in joined if not one.armed]
    newest = ", ".join(f"{one.name} ({one.joined_on.isoformat()})" for one in reversed(joined[-NEWEST:]))
    told = [f"{counted(len(joined), 'member', 'members')}; newest: {newest}"]
    if unarmed:
        told.append(f"without armed forces: {', '.join(unarmed)}")
    return Section("members", "Members", tuple(entries), tuple(told))


def groups(record: Record, day: date) -> Section:
    """The groups of the day with their members. A group whose beginning the record does not know says so."""
    entries, unknown = [], []
    for group in record.groups():
        if group == "NATO":
            continue
        held = record.members(group, day)
        undated = set(record.members(group, date.min))
        started = _first_dated(record, group)
        if not held or (undated and started is not None and day < started):
            unknown.append(record.name(group))  # before its first dated member the record cannot tell
            continue
        notes = []
        if undated and group not in BY_PLACE:
            notes.append(f"since when is not recorded for {', '.join(sorted(undated & set(held)))}")
        allied = [one for one in held if record.allied(one, day)]
        if len(allied) != len(held):
            others = ", ".join(record.name(one) for one in held if one not in allied)
            notes.append(f"{len(allied)} of them allies on that day; not yet: {others}")
        entries.append(
            Entry(
                key=group,
                label=_upper(record.name(group)),
                words=_listed(held, record.members("NATO", day)),
                kind="group",
                value=float(len(held)),
                unit="members",
                actors=held,
                notes=tuple(notes),
                origins=(Origin(GROUPS, f"{GROUPS}:{group}"),),
            )
        )
    lacks = [f"who belonged on that day to: {'; '.join(unknown)}"] if unknown else []
    return Section("groups", "Groups of allies", tuple(entries), lacks=tuple(lacks))


def _listed(held: tuple[str, ...], allies: tuple[str, ...]) -> str:
    """How many and who; of a group of nearly all allies, who is not in it."""
    others = [one for one in allies if one not in held]
    nearly_all = len(held) > len(others) and len(held) > MANY and set(held) <= set(allies)
    return f"{len(held)}, all allies but {', '.join(others)}" if nearly_all else f"{len(held)}: {', '.join(held)}"


def _first_dated(record: Record, group: str) -> date | None:
    """The first day on which the group gained a member by a recorded date."""
    undated = set(record.members(group, date.min))
    ever = range(1949, record.edition.year + 1)
    found = next((year for year in ever if set(record.members(group, date(year, 12, 31))) - undated), None)
    return date(found, 1, 1) if found is not None else None


def _upper(name: str) -> str:
    """The name with a capital and without its article."""
    bare = name.removeprefix("the ")
    return bare[:1].upper() + bare[1:]
