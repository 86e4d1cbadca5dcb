"""The tracker's names of donors as the codes of the record."""

from __future__ import annotations

from burdenshare.intake.aid.layout import folded, layout
from burdenshare.record import tables

ALL = "ALL_DONORS"
KINDS = ("country", "abbreviation")


class Donors:
    """Codes by name: those of `layout.toml` first, then allies and countries of the record."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        for row in tables.rows("people/places.csv"):
            if row["kind"] in KINDS:
                self._codes.setdefault(folded(row["name"]), row["entity"])
        for row in tables.rows("commitments/members.csv"):
            self._codes[folded(row["name"])] = row["ally"]
        self._codes |= layout().donors

    def code(self, name: str) -> str:
        """The code, empty for a name nobody knows."""
        return self._codes.get(folded(name), "")
