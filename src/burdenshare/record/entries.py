"""The record's dated entries and vocabulary: groups, people, events, commitments, measures and their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from burdenshare.errors import UnknownNameError
from burdenshare.record.measures import Measure
from burdenshare.record.model import Commitment, Event, Horizon, Member, Tenure
from burdenshare.record.store import Store


class Entries:
    """What the record knows by its own dates, alike for both clocks (semantics §2)."""

    __slots__ = ("__weakref__", "_store")

    _store: Store

    def __init__(self, store: Store) -> None:
        object.__setattr__(self, "_store", store)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"the record is read-only: '{name}' cannot be set")

    # groups, members, currencies

    def members(self, group: str, on: date) -> tuple[str, ...]:
        """Codes of those that belonged to the group on that day."""
        return self._store.groups.members(group, on)

    def members_in_year(self, group: str, year: int) -> tuple[str, ...]:
        """Codes of those that count for a year: they belonged, and were allies, on its 31 December."""
        return self._store.groups.members_in_year(group, year)

    def groups(self) -> tuple[str, ...]:
        """Ids of all groups."""
        return tuple(self._store.groups.stays)

    def member(self, ally: str) -> Member:
        """One ally by code or name. Raises UnknownNameError."""
        return self._store.groups.ally(ally)

    def allied(self, entity: str, on: date) -> bool:
        """Whether an entity (by code) was an ally on that day."""
        return self._store.groups.allied(entity, on)

    def allies(self) -> tuple[Member, ...]:
        """All allies, sorted by code."""
        return tuple(sorted(self._store.groups.allies.values(), key=lambda one: one.ally))

    def name(self, entity: str) -> str:
        """English name of an ally, group or other entity; its code where none is recorded."""
        return self._store.groups.name(entity)

    def entity(self, text: str) -> str:
        """The code of an ally, group or other entity from its code or name. Raises UnknownNameError."""
        return self._store.groups.find(text)

    def currency(self, entity: str, on: date) -> str:
        """ISO 4217 code of the currency on that day. Raises UnknownNameError."""
        return self._store.groups.currency(entity, on)

    def per_euro(self, entity: str, currency: str) -> float:
        """Irrevocable rate at which the euro replaced `currency` in `entity`. Raises UnknownNameError."""
        rates = {one.currency: one.per_eur for one in self._store.groups.legacy(entity) if one.per_eur}
        if currency not in rates:
            raise UnknownNameError(f"currency that the euro replaced in {entity}", currency, rates)
        return rates[currency]

    # people

    def tenures(
        self, person: str | None = None, office: str | None = None, entity: str | None = None
    ) -> tuple[Tenure, ...]:
        """Tenures that fit all that is given, oldest first."""
        return self._store.people().tenures(person, office, entity)

    def holders(self, office: str, entity: str, on: date) -> tuple[Tenure, ...]:
        """Who held the office on that day; all who may have where the dates are rough."""
        return self._store.people().holders(office, entity, on)

    def in_office(self, person: str, office: str, entity: str, on: date) -> bool | None:
        """Whether the person held the office on that day; None where the record cannot tell."""
        return self._store.people().in_office(person, office, entity, on)

    def persons_by_alias(self, alias: str) -> tuple[str, ...]:
        """Everybody who goes by that name, in any case."""
        return self._store.people().by_alias.get(alias.casefold(), ())

    def aliases(self) -> tuple[tuple[str, str, str], ...]:
        """(person, alias, kind) of every name."""
        return self._store.people().aliases

    def titles(self) -> tuple[tuple[str, str, str, str], ...]:
        """(title, office, entity, note) of every title; the office is empty where it is none of the record's."""
        return self._store.people().titles

    def places(self) -> tuple[tuple[str, str, str], ...]:
        """(name, entity, kind) of every place, adjective and metonym."""
        return self._store.people().places

    def places_of(self, entity: str) -> tuple[str, ...]:
        """Every name that means the entity."""
        return tuple(name for name, of, _ in self.places() if of == entity)

    def resolve_person(self, surname: str, on: date, title_office: str = "", title_entity: str = "") -> str | None:
        """Whom a name means on that day: by office on the day, then by title, else None (semantics §8)."""
        return self._store.people().resolve(surname, on, title_office, title_entity)

    # dated entries

    def events(
        self, kind: str | None = None, place: str | None = None, between: tuple[date, date] | None = None
    ) -> tuple[Event, ...]:
        """Events that fit all that is given, in order of their days."""
        return self._store.calendar().happened(kind, place, between)

    def commitments(
        self, actor: str | None = None, kind: str | None = None, on: date | None = None
    ) -> tuple[Commitment, ...]:
        """Commitments that fit; with `on`, those surely made by that day."""
        return self._store.calendar().committed(actor, kind, on)

    def guideline(self, on: date) -> Commitment | None:
        """NATO's newest spending commitment in per cent of GDP on that day; of two, the core one."""
        return next(iter(self.guidelines(on)), None)

    def guidelines(self, on: date) -> tuple[Commitment, ...]:
        """All of NATO's newest spending commitments on that day (core 3.5 % and total 5 % since 25 June 2025)."""
        return self._store.calendar().guidelines(on)

    def horizons(self, on: date | None = None) -> tuple[Horizon, ...]:
        """Statements on when the adversary could be ready, made by that day."""
        return self._store.calendar().stated(on)

    # the vocabulary

    def measures(self) -> tuple[Measure, ...]:
        """Every declared measure."""
        return tuple(self._store.measures.by_id.values())

    def measure(self, name: str) -> Measure:
        """One declared measure. Raises UnknownNameError with suggestions."""
        return self._store.measures.find(name)

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The words that mean each measure."""
        return {one.id: one.words for one in self.measures()}
