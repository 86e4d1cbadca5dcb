"""The terms under which the rows of each source may travel on (which source that is: `burdenshare.record.sources`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from burdenshare.record.sources import Row

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
