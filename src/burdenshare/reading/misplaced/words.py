"""The lists of words that the questions of this package ask for."""

from __future__ import annotations

from burdenshare.reading.tables import load_table


def words(name: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(load_table("misplaced")[name]["words"])
