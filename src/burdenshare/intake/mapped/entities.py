"""Names of allies, groups and places as the codes of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from burdenshare.record import tables
from burdenshare.record.groups import GROUP_NAMES, TOGETHER

ENTITY_COLUMNS = frozenset({"ally", "entity", "donor", "recipient", "actor", "country"})
"""Columns that hold a code of the record; a name in them is looked up, and one that nobody knows leaves its row out."""

KINDS = ("country", "abbreviation", "group")
"""Kinds of `people/places.csv` that name an entity as a table would; a capital or a demonym means more than one."""

HOLDERS = (
    ("commitments/members.csv", "ally"),
    ("people/groups.csv", "group"),
    ("people/places.csv", "entity"),
    ("support/support.csv", "donor"),
    ("commitments/commitments.csv", "actor"),
    ("people/offices.csv", "entity"),
    ("posture/nuclear_warheads.csv", "entity"),
)
"""Columns whose values are codes already."""


class UnknownEntityError(ValueError):
    """A name that means no entity of the record."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Codes as they are, and names without regard to case; a name of several entities has none."""

    codes: frozenset[str]
    names: Mapping[str, str]

    def code(self, text: str, own: Mapping[str, str]) -> str:
        """The code that `text` means, by the mapping's `own` names first.

        Raises UnknownEntityError for a name nobody knows, ValueError for one of several entities or a code of `own`
        that the record has not.
        """
        meant = own.get(text.casefold(), text)
        if meant in self.codes or (TOGETHER in meant and set(meant.split(TOGETHER)) <= self.codes):
            return meant
        found = self.names.get(meant.casefold())
        if found == "":
            raise ValueError(f"'{text[:60]}' means more than one entity: say which under [entities]")
        if found is not None:
            return found
        if meant is not text:
            raise ValueError(f"'{meant[:60]}', which [entities] gives for '{text[:60]}', is no code of the record")
        raise UnknownEntityError(f"'{text[:60]}' is no entity of the record; if it is, name its code under [entities]")


def entities() -> Entities:
    """From the tables of the record, with the layers of this process."""
    codes = {row[column] for name, column in HOLDERS for row in tables.rows(name)}
    meant: dict[str, set[str]] = {}
    for row in tables.rows("commitments/members.csv"):
        meant.setdefault(row["name"].casefold(), set()).add(row["ally"])
    for row in tables.rows("people/places.csv"):
        if row["kind"] in KINDS:
            meant.setdefault(row["name"].casefold(), set()).add(row["entity"])
    for code, name in GROUP_NAMES.items():
        meant.setdefault(name.casefold(), set()).add(code)
    for code in codes:
        meant.setdefault(code.casefold(), set()).add(code)
    names = {name: next(iter(found)) if len(found) == 1 else "" for name, found in meant.items()}
    return Entities(frozenset(codes), names)
