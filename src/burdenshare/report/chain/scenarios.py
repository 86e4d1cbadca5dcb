"""Scenarios of the chain as people meet them: the shipped ones, what one asks, every fault, and files to start from."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare.errors import BurdenshareError
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.chain.door import named_chain
from burdenshare.report.clock.scenarios import fine_clock
from burdenshare.report.hanging import Hanging
from burdenshare.report.industry.listing import asked_of
from burdenshare.report.road.telling import asked_words
from burdenshare.road.chain.chain import chain
from burdenshare.road.chain.model import Linked
from burdenshare.road.chain.scenario import (
    SECTION,
    SHIPPED,
    beside,
    faults_of,
    load_chain,
    shipped_table,
    shipped_text,
    tables_of,
)
from burdenshare.road.industry.scenario import SECTION as INDUSTRY
from burdenshare.road.toml_files import table_of, text_of

NEXT = (
    ("burdenshare chain hague-chain", "from a promise to what it fills, and the clock beside it"),
    ("burdenshare chain hague-chain --explain ifv", "one requirement, back to the cells of the record"),
    ("burdenshare chain hague-chain --html chain.html", "a page with the pictures of every step"),
    ("burdenshare scenario new own-tables mine", "a file and its tables to start from"),
)


def rendered_list(*, alone: bool = True) -> RenderableType:
    """The shipped scenarios, each with its title, and what to do next; without `alone` the first of that only."""
    width = max(map(len, SHIPPED)) + 2
    rows: list[RenderableType] = [Text("Shipped scenarios of the whole chain", style="bold")]
    rows += [Hanging(f"  {name:<{width}}", Text(load_chain(name).title)) for name in SHIPPED]
    rows.append(Text(""))
    rows += [Text("Try this", style="bold")] if alone else []
    for command, told in NEXT if alone else NEXT[:1]:
        rows += [Text(f"  {command}", style="bold"), Text(f"      {told}")]
    return Group(*rows)


def is_of_chain(name: str) -> bool:
    """Whether a name or a file means a scenario of the whole chain: it holds an industry of its own, or tables."""
    if name in SHIPPED:
        return True
    try:
        table = table_of(text_of(Path(name), name), name)
    except BurdenshareError:
        return False
    return INDUSTRY in table or SECTION in table


def checked(name: str) -> tuple[list[str], str]:
    """Every fault of a scenario and of its tables as one line each; or, where it has none, what it asks."""
    record = held_record(None)
    found: list[BurdenshareError] = []
    if name not in SHIPPED:
        path = Path(name)
        found = faults_of(text_of(path, name), name, beside(path))
    if not found:
        try:
            given = named_chain(record, load_chain(name))
            chain(record, given, record.edition)
            return [], f"fine: {fine(record, given)}"
        except BurdenshareError as fault:
            found = list(fault.each)
    return [one.line() for one in found], ""


def fine(record: Record, given: Linked) -> str:
    """What a scenario asks, in one line."""
    told = [given.title, *asked_words(record, given.road), *asked_of(given.plant)]
    told += [f"{one.part} from {one.file}, {one.rows} rows" for one in given.tables.values()]
    return wording.clean("; ".join((*told, fine_clock(given.clock))))


def files_of(name: str) -> dict[str, str]:
    """The file of a shipped scenario and its tables, by name. Raises UnknownNameError."""
    made = {f"{name}.toml": shipped_text(name)}
    return made | {one: shipped_table(one) for one in tables_of(name)}
