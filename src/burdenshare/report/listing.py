"""What was read in a document and not judged, in a terminal: `burdenshare read`."""

from __future__ import annotations

from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare.reading.model import Kind, Reading
from burdenshare.report.hanging import Hanging
from burdenshare.report.left import counted, left_over
from burdenshare.report.remarks import of_reading
from burdenshare.report.terminal import head, left_lines, said_lines


def rendered_reading(reading: Reading, edition: date) -> RenderableType:
    """The statements in order, then what was left over, then one line that sums up. `edition`: of the record."""
    blocks: list[RenderableType] = [head(reading.document, of_reading(reading), edition)]
    for number, statement in enumerate(reading.statements, start=1):
        blocks += [Text(""), *said_lines(number, statement)]
    left = left_over(reading)
    blocks += left_lines(left, reading.not_verified)
    return Group(*blocks, Text(""), Hanging("", _summary(reading, counted(left))))


def _summary(reading: Reading, rest: str) -> Text:
    """`3 statements · 2 facts, 1 promise · 0 numbers not understood`."""
    kinds = [statement.kind for statement in reading.statements]
    amounts = [(kinds.count(kind), kind.value) for kind in Kind]
    told = ", ".join(f"{amount} {name}{'s' * (amount != 1)}" for amount, name in amounts if amount)
    line = Text(f"{len(kinds)} statement{'s' * (len(kinds) != 1)}", style="bold")
    line.append("".join(f" · {part}" for part in (told, rest) if part), style="not bold")
    return line
