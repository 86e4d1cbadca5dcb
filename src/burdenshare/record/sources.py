"""Which source a row comes from.

`sources.csv` is read from top to bottom: the first row of a table whose pattern fits holds. A pattern is a list of
`column=glob` joined by `|`; an empty one fits every row of its table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import translate

Row = Mapping[str, str]
TABLE = "sources.csv"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of `sources.csv`, ready to match."""

    source: str
    redistribution: str
    conditions: tuple[tuple[str, re.Pattern[str]], ...]

    def fits(self, row: Row) -> bool:
        """Whether the row comes from this source, as far as this rule alone can tell."""
        return all(glob.match(row[column]) for column, glob in self.conditions)


def rule_of(source_row: Row) -> Rule:
    """The matching rule that a row of `sources.csv` declares."""
    parts = [part.split("=", 1) for part in source_row["pattern"].split("|") if part]
    conditions = tuple((column, re.compile(translate(glob))) for column, glob in parts)
    return Rule(source_row["source"], source_row["redistribution"], conditions)


def matcher(sources: Iterable[Row], table: str) -> Callable[[Row], Rule | None]:
    """A function from a row of `table` to the first rule that fits it (None: no source declared).

    Only the columns that the rules of the table name are looked at, and each combination of them once.
    """
    rules = [rule_of(one) for one in sources if one["table"] == table]
    columns = matched_columns(rules)
    known: dict[tuple[str, ...], Rule | None] = {}

    def match(row: Row) -> Rule | None:
        seen = tuple(row[column] for column in columns)
        if seen not in known:
            known[seen] = next((rule for rule in rules if rule.fits(row)), None)
        return known[seen]

    return match


def matched_columns(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The columns that decide the source of a row, sorted."""
    return tuple(sorted({column for rule in rules for column, _ in rule.conditions}))
