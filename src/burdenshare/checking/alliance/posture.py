"""The deterrent as stated by the day: warheads, troops, the common budget; and what industry was said to make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from burdenshare.checking.alliance import guideline, pledges
from burdenshare.checking.alliance.model import Entry, Section
from burdenshare.checking.alliance.names import name_of
from burdenshare.checking.alliance.origins import of_observation
from burdenshare.record.days import days_meant
from burdenshare.record.model import Observation
from burdenshare.record.record import Record

ARMED = ("USA", "GBR", "FRA", "RUS", "CHN")
"""The allies with nuclear arms, and the two they are held against."""

INVENTORY, STOCKPILE = "total_inventory", "stockpile"
IN_EUROPE = "troops_stationed@Europe"
FLANK = ("battlegroups@eastern flank", "battlegroup_troops@eastern flank")
ASSIGNED = "us_active_duty_assigned@"
MOST_PLACES = 6
"""Host countries of United States forces that are told, the most first."""

BUDGETS = ("civil_budget", "military_budget", "security_investment_programme", "common_funding_total")
MADE = ("output", "capacity", "target")
SHELLS = ("155 mm artillery shells", "artillery shells")
TROOPS_LACK = "troops by ally and place for that day: what is held are single counts, each of its own day"


def posture(record: Record, day: date) -> Section:
    """Warheads of five powers, United States troops in Europe, battlegroups, and NATO's common budget."""
    entries = [
        *_article_5(record, day),
        *_warheads(record, day),
        *_troops(record, day),
        *_assigned(record, day),
        *_budget(record, day),
    ]
    lacks = [TROOPS_LACK] if any(one.kind == "troops" for one in entries) else ["troops stationed, stated by that day"]
    if not any(one.kind == "warheads" for one in entries):
        lacks.append("warheads, stated by that day")
    if not any(one.kind == "common budget" for one in entries):
        lacks.append("a common budget with a day of agreement by that day")
    told = [f"Article 5 binds the {len(record.members('NATO', day))} members of the day; its text is not in the record"]
    return Section("posture", "Article 5 and posture", tuple(entries), tuple(told), tuple(lacks))


def industry(record: Record, day: date) -> Section:
    """Shells: output, capacity and targets as each producer's newest statement of the day had them."""
    found: list[Entry] = []
    for kind in MADE:
        for item in SHELLS:
            rows = record.observations("production", basis=f"{kind}/{item}", as_of=day)
            for producer in dict.fromkeys(one.entity for one in rows):
                one = _newest(row for row in rows if row.entity == producer and row.basis == f"{kind}/{item}")
                if one is not None:
                    found.append(_stated(record, one, "shells", f"{kind}, {item}"))
    told = (
        [f"{len(found)} figures on artillery shells, each the newest its producer's sources had stated"]
        if found
        else []
    )
    lacks = ["equipment holdings of that day: the tables of holdings carry no day of publication", *_no_shells(found)]
    return Section("industry", "Industry", tuple(found), tuple(told), tuple(lacks))


def _no_shells(found: list[Entry]) -> list[str]:
    return [] if found else ["production of shells, stated by that day"]


def _article_5(record: Record, day: date) -> list[Entry]:
    """Reaffirmations of the promise to defend each other, newest first."""
    made = [one for one in pledges.known(record, day) if one.kind == "collective_defence"]
    return [guideline.entry(one, "Article 5") for one in reversed(made)]


def _warheads(record: Record, day: date) -> list[Entry]:
    entries = []
    for power in ARMED:
        for kind in (INVENTORY, STOCKPILE):
            one = _newest(_exact(record.observations("warheads", power, basis=kind, as_of=day), kind))
            if one is not None:
                entries.append(_stated(record, one, "warheads", kind.replace("_", " ")))
                break
    return entries


def _troops(record: Record, day: date) -> list[Entry]:
    entries = []
    one = _newest(_exact(record.observations("troops", "USA", basis=IN_EUROPE, as_of=day), IN_EUROPE))
    if one is not None:
        entries.append(_stated(record, one, "troops", "stationed in Europe"))
    for basis in FLANK:
        one = _newest(_exact(record.observations("troops", "NATO", basis=basis, as_of=day), basis))
        if one is not None:
            entries.append(_stated(record, one, "troops", basis.replace("_", " ").replace("@", ", ")))
    return entries


def _assigned(record: Record, day: date) -> list[Entry]:
    """United States active-duty personnel by host country; the table has no days of publication, so *now* alone."""
    rows = record.observations("troops", "USA", basis=ASSIGNED, as_of=day)
    newest = max((str(one.period) for one in rows), default="")
    latest = sorted((one for one in rows if str(one.period) == newest), key=lambda one: -one.value)
    return [
        _stated(record, one, "troops", f"active duty assigned in {record.name(one.basis.removeprefix(ASSIGNED))}")
        for one in latest[:MOST_PLACES]
    ]


def _budget(record: Record, day: date) -> list[Entry]:
    entries = []
    for basis in BUDGETS:
        rows = [one for one in record.observations("common_budget", "NATO", as_of=day) if one.basis == basis]
        one = max(rows, key=lambda row: str(row.period), default=None)
        if one is not None:
            entries.append(_stated(record, one, "common budget", basis.replace("_", " ")))
    return entries


def _exact(rows: Iterable[Observation], basis: str) -> list[Observation]:
    return [one for one in rows if one.basis == basis]


def _newest(rows: Iterable[Observation]) -> Observation | None:
    """The newest statement: by its day, or by the end of what it speaks of where it has none."""
    return max(rows, key=lambda one: (_day(one), str(one.period)), default=None)


def _day(one: Observation) -> date:
    if one.released_on is not None:
        return one.released_on
    meant = days_meant(str(one.period))
    return meant[1] if meant else date.min


def _stated(record: Record, one: Observation, kind: str, what: str) -> Entry:
    return Entry(
        key=f"{kind}:{one.entity}:{one.basis}",
        label=f"{name_of(record, one.entity)}, {what}",
        kind=kind,
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        period=str(one.period),
        actors=(one.entity,),
        notes=(_said(one),),
        origins=(of_observation(one),),
    )


def _said(one: Observation) -> str:
    """Who stated it and when, as precise as read: the name of a stated figure's release tells both."""
    who, _, when = one.release.rpartition(", ")
    told = "on a day not recorded" if when == "undated" else when
    return f"agreed {told}" if "://" in who else f"{who}, {told}"
