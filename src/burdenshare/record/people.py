"""People and offices: who held which post on a day, and whom a surname means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from burdenshare.record.days import days_meant, is_day
from burdenshare.record.model import Tenure
from burdenshare.record.tables import Row

ROUGH_GRADE = "C"
ROUGH_DAYS = timedelta(days=21)
"""A grade C date is taken from a government's swearing-in or a predecessor's end: the notes ask for "some weeks"."""

LAST_SEEN_GRADE = "D"
"""On such a row `to` is the last day a source shows the person in office; nobody left on it."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A tenure with the days on which it is certain: from `sure_from` until before `sure_to`."""

    tenure: Tenure
    may_from: date
    sure_from: date
    sure_to: date
    may_to: date

    def holds(self, on: date) -> bool | None:
        """True or False where the dates decide, None where they are too rough."""
        if self.sure_from <= on < self.sure_to:
            return True
        return None if self.may_from <= on < self.may_to else False


@dataclass(frozen=True, slots=True)
class People:
    """Spells by office, and the words that name people, offices and places."""

    spells: tuple[Spell, ...]
    by_post: dict[tuple[str, str], tuple[Spell, ...]]
    by_person: dict[str, tuple[Spell, ...]]
    by_alias: dict[str, tuple[str, ...]]
    aliases: tuple[tuple[str, str, str], ...]
    titles: tuple[tuple[str, str, str, str], ...]
    places: tuple[tuple[str, str, str], ...]

    def tenures(self, person: str | None, office: str | None, entity: str | None) -> tuple[Tenure, ...]:
        """Tenures that fit all that is given, oldest first."""
        held = self.spells if person is None else self.by_person.get(person, ())
        fit = [
            one.tenure
            for one in held
            if (office is None or one.tenure.office == office) and (entity is None or one.tenure.entity == entity)
        ]
        return tuple(sorted(fit, key=_oldest_first) if len(fit) > 1 else fit)

    def holders(self, office: str, entity: str, on: date) -> tuple[Tenure, ...]:
        """Who held the post on that day; where dates are rough, all who may have, the certain one first."""
        held = [(one.holds(on), one.tenure) for one in self.by_post.get((office, entity), ())]
        sure = [tenure for answer, tenure in held if answer]
        return tuple(sure or (tenure for answer, tenure in held if answer is None))

    def in_office(self, person: str, office: str, entity: str, on: date) -> bool | None:
        """Whether `person` held the post on that day; None where the record cannot tell.

        False needs a reason: the person's own dates exclude the day, or somebody else surely held the post.
        """
        post = self.by_post.get((office, entity), ())
        own = [one.holds(on) for one in post if one.tenure.person == person]
        if True in own:
            return True
        if any(one.holds(on) for one in post if one.tenure.person != person):
            return False
        return None if None in own or not own else False

    def served(self, person: str, on: date) -> tuple[Tenure, ...]:
        """Every post the person held, or may have held, on that day."""
        return tuple(one.tenure for one in self.by_person.get(person, ()) if one.holds(on) is not False)

    def resolve(self, alias: str, on: date, office: str = "", entity: str = "") -> str | None:
        """Whom `alias` means on that day: by office on the day, then by title, else None (ambiguous or unknown)."""
        named = self.by_alias.get(alias.casefold(), ())
        if len(named) < 2:
            return named[0] if named else None
        serving = [who for who in named if any(_fits(one, office, entity) for one in self.served(who, on))]
        if len(serving) == 1:
            return serving[0]
        if not office and not entity:
            return None
        titled = [who for who in named if any(_fits(one.tenure, office, entity) for one in self.by_person[who])]
        return titled[0] if len(titled) == 1 else None


def _oldest_first(one: Tenure) -> tuple[date, str]:
    return one.from_, one.person


def build_people(offices: list[Row], aliases: list[Row], titles: list[Row], places: list[Row]) -> People:
    """People from the tables of `people/`."""
    spells = tuple(_spell(row) for row in offices)
    by_post: dict[tuple[str, str], list[Spell]] = {}
    by_person: dict[str, list[Spell]] = {}
    for one in spells:
        by_post.setdefault((one.tenure.office, one.tenure.entity), []).append(one)
        by_person.setdefault(one.tenure.person, []).append(one)
    by_alias: dict[str, list[str]] = {}
    for row in aliases:
        named = by_alias.setdefault(row["alias"].casefold(), [])
        if row["person"] not in named:
            named.append(row["person"])
    return People(
        spells,
        {post: tuple(held) for post, held in by_post.items()},
        {person: tuple(held) for person, held in by_person.items()},
        {alias: tuple(named) for alias, named in by_alias.items()},
        tuple((row["person"], row["alias"], row["kind"]) for row in aliases),
        tuple((row["title"], row["office"], row["entity"], row["notes"]) for row in titles),
        tuple((row["name"], row["entity"], row["kind"]) for row in places),
    )


def _spell(row: Row) -> Spell:
    start = days_meant(row["from"]) or (date.min, date.min)
    end = days_meant(row["to"])
    tenure = Tenure(
        person=row["person"],
        office=row["office"],
        entity=row["entity"],
        from_=start[0],
        from_precise=is_day(row["from"]),
        to=end[1] if end else None,
        to_precise=not row["to"] or is_day(row["to"]),
        grade=row["grade"],
        source=row["source"],
    )
    slack = ROUGH_DAYS if row["grade"] == ROUGH_GRADE else timedelta()
    sure_to, may_to = _ends(end, row["grade"], slack)
    return Spell(tenure, _back(start[0], slack), start[1] + slack, sure_to, may_to)


def _ends(end: tuple[date, date] | None, grade: str, slack: timedelta) -> tuple[date, date]:
    """Until when a tenure is certain, and until when it is possible."""
    if end is None:
        return date.max, date.max
    if grade == LAST_SEEN_GRADE:
        return end[0] + timedelta(days=1), date.max
    rough = end[0] != end[1] or bool(slack)
    return end[0] - slack, end[1] + slack + timedelta(days=1) if rough else end[1]


def _back(day: date, slack: timedelta) -> date:
    return day - slack if day != date.min else day


def _fits(tenure: Tenure, office: str, entity: str) -> bool:
    return (not office or tenure.office == office) and (not entity or tenure.entity == entity)
