"""Which source a row comes from, and under which terms it may travel on.

`sources.csv` is read from top to bottom: the first row of a table whose pattern fits holds. A pattern is a list of
`column=glob` joined by `|`; an empty one fits every row of its table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import translate

Row = Mapping[str, str]

CLASSES: tuple[tuple[str, str], ...] = (
    (
        "open",
        "A licence or the public domain lets anyone pass the rows on; where the licence asks for credit, give it.",
    ),
    (
        "facts only",
        "Figures, names and dates that were read and are stated with their source. No text, layout or file of the"
        " publisher is copied; the publisher's terms ask for credit, and do not speak for this package.",
    ),
    (
        "unclear",
        "No licence was found, or the publisher's terms may forbid to pass the table on. These rows are not needed:"
        " `python -m tools.build_record --without unclear` makes the record without them.",
    ),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of `sources.csv`, ready to match."""

    source: str
    redistribution: str
    conditions: tuple[tuple[str, re.Pattern[str]], ...]

    def fits(self, row: Row) -> bool:
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


def render(sources: Iterable[Row], used: Counter[str]) -> str:
    """The text of DATA_LICENSES.md from `sources.csv` and the number of rows each source gave."""
    listed = list(sources)
    lines = [
        "# Licences of the data",
        "",
        "Generated from `src/burdenshare/data/sources.csv` by `python -m tools.build_record`; do not edit.",
        "The program is under the Apache License 2.0 (`LICENSE`). The packaged tables are not covered by it: each row",
        "names its source, and each source stands below with its terms as far as they could be read. Where a source is",
        "one of many pages, the row itself carries the address.",
    ]
    for name, meaning in CLASSES:
        chosen = [one for one in listed if one["redistribution"] == name]
        lines += ["", f"## {name}", "", meaning, "", f"{sum(used[one['source']] for one in chosen):,} rows.", ""]
        lines += ["| table | source | rows | publisher | title | licence | note |", "|---|---|---:|---|---|---|---|"]
        lines += [_line(one, used[one["source"]]) for one in chosen]
    return "\n".join(lines) + "\n"


def _line(one: Row, count: int) -> str:
    address = f"`{one['source']}`"
    cells = [one["table"], address, f"{count:,}", one["publisher"], one["title"], one["licence"], one["note"]]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
