"""A broken rule as a value: which rule, where, and what the numbers are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule. `key` names what broke it (a row, a sum, a release), `place` the cell of the file it stood in.

    `place` is empty for packaged rows. `what` is one line with the numbers, without the place.
    """

    rule: str
    table: str
    key: tuple[str, ...]
    what: str
    place: str = ""

    @property
    def id(self) -> str:
        """What an exception is recorded under, the same in every run: `sums/2026-12/NATO/2026/current`."""
        return "/".join((self.rule, *self.key))

    @property
    def line(self) -> str:
        """Table, key and fault in one line."""
        return f"{self.table} [{', '.join(self.key)}]: {self.what}"
