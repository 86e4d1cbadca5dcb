"""Answers for people and programs: a table in a terminal, JSON, CSV."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from burdenshare.corpus.asking.asking import Answer
from burdenshare.corpus.asking.questions import Question, questions
from burdenshare.corpus.asking.tables import told
from burdenshare.report.exports.texts import cell
from burdenshare.report.hanging import Hanging
from burdenshare.report.wording import clean, counted

MOST_ROWS = 100
"""Rows that a terminal shows; `--csv` and `--json` give all."""
MOST_LETTERS = 300
"""Letters of a value that a terminal shows."""
GAPS = (2, 1)
"""Blanks between columns, the first that lets all stand side by side."""
SHORT = 20
"""Letters up to which a value stands on a line with others."""
NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "DOUBLE", "FLOAT", "DECIMAL", "UINTEGER", "NUMBER")
WIDE = 24
"""Letters that a column of words is given at least."""


def table_of(answer: Answer, width: int) -> RenderableType:
    """The answer as a table where its columns fit side by side, else a few lines a row; then how many rows."""
    if not answer.columns:
        return Text("no answer")
    shown = [[_told(value) for value in row] for row in answer.rows]
    least = _least(answer, shown)
    gap = next((gap for gap in GAPS if sum(least) + gap * (len(least) - 1) <= width), None)
    body = (
        _blocks(answer, shown)
        if gap is None
        else _across(answer, shown, _widened(least, answer, shown, width - sum(least) - gap * (len(least) - 1)), gap)
    )
    return Group(body, Text(_count(answer), style="dim"))


def _least(answer: Answer, shown: list[list[str]]) -> list[int]:
    """How wide each column must be: as its longest word, and one of words wide enough to be read."""
    found = []
    for place, name in enumerate(answer.columns):
        values = [row[place] for row in shown]
        longest = max(len(word) for value in (name, *values) for word in value.split() or [""])
        found.append(max(longest, min(WIDE, max((len(value) for value in values), default=0))))
    return found


def _across(answer: Answer, shown: list[list[str]], widths: list[int], gap: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="bold")
    for place, name in enumerate(answer.columns):
        numeric = answer.kinds[place].upper().startswith(NUMBERS)
        table.add_column(Text(name), justify="right" if numeric else "left", width=widths[place], overflow="fold")
    for row in shown:
        table.add_row(*(Text(value) for value in row))
    return table


def _widened(least: list[int], answer: Answer, shown: list[list[str]], room: int) -> list[int]:
    """Columns with what room is left, the leftmost first, none wider than its longest value."""
    found = []
    for place, name in enumerate(answer.columns):
        longest = max(len(value) for value in (name, *(row[place] for row in shown)))
        more = min(max(longest - least[place], 0), room)
        found.append(least[place] + more)
        room -= more
    return found


def _blocks(answer: Answer, shown: list[list[str]]) -> RenderableType:
    """A few lines a row: its first value where it is one of words, the short ones on a line, each long one behind its
    name."""
    widest = [max((len(row[place]) for row in shown), default=0) for place in range(len(answer.columns))]
    head = not answer.kinds[0].upper().startswith(NUMBERS)
    short = [place for place in range(head, len(widest)) if widest[place] <= SHORT]
    long = [place for place in range(head, len(widest)) if widest[place] > SHORT]
    lead = max((len(answer.columns[place]) for place in long), default=0) + 2
    digits = len(str(len(shown)))
    blocks: list[RenderableType] = []
    for number, row in enumerate(shown, start=1):
        told = " · ".join(f"{answer.columns[place]} {row[place]}" for place in short if row[place])
        lines = [("", Text(row[0], style="bold"))] * head + [("", Text(told))] * bool(told)
        lines += [(answer.columns[place].ljust(lead), Text(row[place], style="dim")) for place in long if row[place]]
        blocks += [Text("")] * (number > 1)
        for at, (name, line) in enumerate(lines):
            before = " " * (digits + 2) if at else f"{number:>{digits}}  "
            blocks.append(Hanging(before + name, line))
    return Group(*blocks)


def _count(answer: Answer) -> str:
    rows = counted(len(answer.rows), "row")
    return f"the first {rows}; --csv and --json give all" if answer.more else rows


def _told(value: Any) -> str:
    """A value in a terminal: nothing for null, figures without noise, one line, no steering."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.6g}" if abs(value) < 1e6 or not math.isfinite(value) else f"{value:,.0f}"
    if isinstance(value, (bytes, bytearray)):
        return counted(len(value), "byte")
    text = clean(" ".join(str(_plain(value)).split()))
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"


def json_of(answer: Answer) -> list[dict[str, Any]]:
    """The rows as objects, values as JSON has them: days as ISO text, bytes in hex, what is no number as null."""
    return [{name: _plain(value) for name, value in row.items()} for row in answer.named()]


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).hex()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, dict):
        return {str(name): _plain(held) for name, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return str(value)


def csv_of(answer: Answer) -> str:
    """The rows as CSV: nulls empty, lists and objects as JSON, and no text that a spreadsheet takes for a formula."""
    rows = ([_cell(value) for value in row] for row in answer.rows)
    return "".join(map(_line, (answer.columns, *rows)))


def _line(values: Sequence[Any]) -> str:
    """A line; a carriage return within a value is quoted only where lines are said to end with one."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(values)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(plain, (dict, list)):
        return json.dumps(plain, ensure_ascii=False)
    return cell(plain) if isinstance(plain, str) else plain


def listed() -> Iterator[RenderableType]:
    """Every ready-made question with what it tells and takes."""
    for one in questions().values():
        yield Text(one.name, style="bold").append(f"  {one.title}", style="not bold")
        yield Hanging("    ", Text(f"{one.tells[:1].upper()}{one.tells[1:]}."))
        for taken in one.parameters:
            default = f" ({taken.default})" if taken.default != "" else ""
            yield Hanging("    ", Text(f"{taken.name}=…  {taken.means}{default}", style="dim"))


def listed_shape() -> list[dict[str, Any]]:
    """The same for JSON, with the SQL."""
    return [_question(one) for one in questions().values()]


def _question(one: Question) -> dict[str, Any]:
    taken = [{"name": held.name, "default": held.default, "means": held.means} for held in one.parameters]
    return {"name": one.name, "title": one.title, "tells": one.tells, "parameters": taken, "sql": one.sql}


def tables_listed(kinds: dict[str, list[tuple[str, str]]]) -> Iterator[RenderableType]:
    """Every table and view with what a row of it is, and its columns with their kinds."""
    for name, about, columns in told():
        meant = dict(columns)
        yield Text(name, style="bold").append(f"  {about}", style="not bold")
        if not meant:
            yield Hanging("    ", Text(", ".join(column for column, _ in kinds[name])))
            continue
        for column, kind in kinds[name]:
            yield Hanging(f"    {column:<14} {kind:<9}  ", Text(meant.get(column, "")))


def tables_shape(kinds: dict[str, list[tuple[str, str]]]) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "name": name,
            "about": about,
            "columns": [
                {"name": column, "kind": kind, "means": dict(columns).get(column, "")} for column, kind in kinds[name]
            ],
        }
        for name, about, columns in told()
    ]
