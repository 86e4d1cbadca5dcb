"""Allies and groups of allies, both dated: who belonged when, under which name, with which currency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.errors import UnknownNameError
from burdenshare.record.days import days_meant
from burdenshare.record.model import Member
from burdenshare.record.tables import Row

UNARMED = frozenset({"ISL"})
"""Iceland has no armed forces: it never appears in a spending table and cannot meet a guideline."""

GROUP_NAMES = {
    "NATO": "NATO, all allies",
    "EUR": "NATO's European allies",
    "EUR_CAN": "European allies and Canada",
    "EU": "the European Union, all members",
    "EU_ALLIES": "allies that are members of the European Union",
    "B9": "the Bucharest Nine",
    "NORDIC": "the Nordic allies",
    "BALTIC": "the Baltic states",
    "V4": "the Visegrad Four",
    "WEIMAR": "the Weimar Triangle",
    "E3": "France, Germany and the United Kingdom",
    "E5": "France, Germany, Italy, Poland and the United Kingdom",
    "QUAD": "the Quad",
    "NB8": "the Nordic-Baltic Eight",
    "JEF": "the Joint Expeditionary Force",
    "G7": "the allies among the G7",
}
"""Names of the groups of `people/groups.csv` (and of the EU itself, which is not one of them)."""

EURO = "EUR"

TOGETHER = "+"
"""Joins the codes of several entities taken together: `USA+CAN`."""

AMONG = frozenset({"EU_ALLIES", "G7"})
"""Groups that are only the allies among the members of a larger body: their size says nothing of that body."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One ally in one group from a day to a day (exclusive); None where no such day was read."""

    ally: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Tender:
    """A currency of one entity over some years; `per_eur` is the irrevocable rate of one the euro replaced."""

    currency: str
    since: date | None
    until: date | None
    per_eur: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Groups:
    """Members, groups and currencies of the record."""

    allies: dict[str, Member]
    stays: dict[str, tuple[Stay, ...]]
    tenders: dict[str, tuple[Tender, ...]]
    other_names: dict[str, str]
    by_fold: dict[str, Member]  # allies by code and by name, case-folded

    def members(self, group: str, on: date) -> tuple[str, ...]:
        """ISO codes of those that belonged to `group` on that day, sorted. Raises UnknownNameError."""
        stays = self._stays(group)
        return tuple(sorted(one.ally for one in stays if _within(one.since, one.until, on)))

    def members_in_year(self, group: str, year: int) -> tuple[str, ...]:
        """Those that count for a year (of a group, or of a list of codes joined by `+`): members on its 31 December
        that were allies by then. NATO's statistics hold nobody else, so a group's member that joined the alliance later
        counts from its accession on."""
        last = date(year, 12, 31)
        named = tuple(sorted(group.split(TOGETHER))) if TOGETHER in group else self.members(group, last)
        return tuple(one for one in named if self.allied(one, last))

    def allied(self, entity: str, on: date) -> bool:
        """Whether the entity was an ally on that day."""
        return entity in self.allies and self.allies[entity].joined_on <= on

    def is_group(self, entity: str) -> bool:
        return entity in self.stays

    def armed(self, allies: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `allies` that have armed forces."""
        return tuple(one for one in allies if one not in UNARMED)

    def currency(self, entity: str, on: date) -> str:
        """ISO 4217 code of the entity's currency on that day. Raises UnknownNameError where none is known."""
        held = self.tenders.get(entity, ())
        for tender in held:
            if _within(tender.since, tender.until, on):
                return tender.currency
        raise UnknownNameError("currency of an entity", entity, self.tenders)

    def legacy(self, entity: str) -> tuple[Tender, ...]:
        """Currencies that the euro replaced in `entity`, with their irrevocable rates."""
        return tuple(one for one in self.tenders.get(entity, ()) if one.per_eur and one.currency != EURO)

    def ally(self, text: str) -> Member:
        """One ally by code or name. Raises UnknownNameError."""
        found = self.by_fold.get(text.strip().casefold())
        if found is None:
            raise UnknownNameError(
                "ally", text, [name for one in self.allies.values() for name in (one.ally, one.name)]
            )
        return found

    def name(self, entity: str) -> str:
        """The English name of an ally, a group or another entity; the code itself where none is recorded."""
        if entity in self.allies:
            return self.allies[entity].name
        if TOGETHER in entity:
            return " and ".join(self.name(one) for one in entity.split(TOGETHER))
        return GROUP_NAMES.get(entity) or self.other_names.get(entity, entity)

    def find(self, text: str) -> str:
        """The id of an ally, group or other entity from its id or name. Raises UnknownNameError with suggestions."""
        if text in self.allies or text in self.stays:
            return text
        codes = (*self.allies, *self.stays, *GROUP_NAMES, *self.other_names)
        by_fold = {code.casefold(): code for code in codes}
        by_fold |= {self.name(code).casefold(): code for code in codes}
        found = by_fold.get(text.strip().casefold())
        if found is None:
            raise UnknownNameError("ally or group", text, [*codes, *map(self.name, codes)])
        return found

    def _stays(self, group: str) -> tuple[Stay, ...]:
        if group not in self.stays:
            raise UnknownNameError("group", group, self.stays)
        return self.stays[group]


def build_groups(members: list[Row], groups: list[Row], currencies: list[Row], places: list[Row]) -> Groups:
    """Groups from the tables `commitments/members.csv`, `people/groups.csv`, `currencies.csv`, `people/places.csv`."""
    allies = {row["ally"]: _member(row) for row in members}
    stays: dict[str, list[Stay]] = {}
    for row in groups:
        stays.setdefault(row["group"], []).append(Stay(row["ally"], _first(row["from"]), _first(row["to"])))
    tenders: dict[str, list[Tender]] = {}
    for row in currencies:
        rate = float(row["per_eur"]) if row["per_eur"] else None
        tender = Tender(row["currency"], _first(row["from"]), _first(row["to"]), rate, row["source"])
        tenders.setdefault(row["entity"], []).append(tender)
    others: dict[str, str] = {}
    for row in places:
        if row["kind"] == "country" and row["entity"] not in allies:
            others.setdefault(row["entity"], row["name"])
    return Groups(
        allies,
        {group: tuple(held) for group, held in stays.items()},
        {entity: tuple(held) for entity, held in tenders.items()},
        others,
        {fold.casefold(): one for one in allies.values() for fold in (one.ally, one.name)},
    )


def _member(row: Row) -> Member:
    return Member(
        ally=row["ally"],
        name=row["name"],
        joined_on=date.fromisoformat(row["joined_on"]),
        currency=row["currency"],
        region=row["region"],
        armed=row["ally"] not in UNARMED,
        source=row["source_url"],
    )


def _first(text: str) -> date | None:
    meant = days_meant(text)
    return meant[0] if meant else None


def _within(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on < until)
