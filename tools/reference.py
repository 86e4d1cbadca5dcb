"""Writes `docs/reference.md` from what it describes: `python -m tools.reference`.

Commands come from the command line itself, the JSON shape from the shipped schema, names from the packaged record; a
test fails when the page is not what this would write.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

import burdenshare as bs
from burdenshare.cli import cli
from burdenshare.reading.issues import register
from burdenshare.report.frame import COLUMNS
from burdenshare.report.marks import MARKS

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"

HEAD = """# Reference

Written by `python -m tools.reference` from the program and the record; edit those, not this page.
"""

EXIT_CODES = (
    ("0", "done"),
    ("1", "`--fail-on` was given and such a verdict was found"),
    ("2", "bad input, or an output that cannot be written; wins over 1, and the other files are still checked"),
)

DATES = """The day of a text comes from, in this order: `--on`; the metadata of the page or the front matter; a dateline
in the first or last lines; what the text mentions, where only one answer is possible. `published_from` in the JSON says
which. A day in the future or before 1949-04-04, when the record begins, is refused, on the command line (`--on`,
`--now`, `--as-of`) as from Python; so is a `--now` before the day of the text."""


def reference() -> str:
    """The whole page."""
    parts = [HEAD, *_commands(), *_python(), *_shape(), *_frame(), *_names()]
    return "\n".join(parts).rstrip() + "\n"


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    for path, command in _walk("burdenshare", cli):
        yield f"### `{path}`\n"
        yield f"{inspect.cleandoc(command.help or '').splitlines()[0]}\n"
        options = [option for option in command.params if isinstance(option, click.Option)]
        yield _table(("option", "meaning"), [(f"`{_spelled(one)}`", one.help or "") for one in options])
    yield "### Exit codes\n"
    yield _table(("code", "meaning"), EXIT_CODES)
    yield "### Days\n"
    yield DATES + "\n"


def _walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _walk(f"{path} {name}", command.commands[name])


def _spelled(option: click.Option) -> str:
    value = "" if option.is_flag or not option.metavar else f" {option.metavar}"
    return ", ".join(option.opts) + value


def _python() -> Iterator[str]:
    yield "## Python\n"
    yield "`import burdenshare as bs`; nothing is loaded before it is asked for.\n"
    named = [(name, getattr(bs, name)) for name in bs.__all__ if name != "__version__"]
    yield _table(("name", "what it is"), [(f"`bs.{_signed(name, one)}`", _first_line(one)) for name, one in named])
    for owner in (bs.Report, bs.RoadReport, bs.Record):
        yield f"### `{owner.__name__}`\n"
        methods = [(name, one) for name, one in vars(owner).items() if not name.startswith("_") and inspect.getdoc(one)]
        shown = [(name, one) for name, one in methods if callable(one) or isinstance(one, (property, classmethod))]
        yield _table(("name", "what it is"), [(f"`{name}`", _first_line(one)) for name, one in shown])


def _signed(name: str, one: Any) -> str:
    verb = inspect.unwrap(one)
    if not inspect.isfunction(verb):
        return name
    return f"{name}({', '.join(inspect.signature(verb).parameters)})"


def _first_line(one: Any) -> str:
    return (inspect.getdoc(inspect.unwrap(one)) or "").split("\n\n")[0].replace("\n", " ")


def _shape() -> Iterator[str]:
    yield "## JSON\n"
    yield "One file gives an object, several an array in the order given. The JSON Schema: `burdenshare schema`.\n"
    for name, one in bs.schema()["$defs"].items():
        yield f"### {name}\n"
        yield f"{one['description']}\n"
        yield _table(
            ("field", "type", "meaning"),
            [(f"`{field}`", _typed(part), part.get("description", "")) for field, part in _fields(one)],
        )


def _fields(one: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The fields of a definition; one that is declared in another definition is told as it stands there."""
    for field, part in one["properties"].items():
        home = re.fullmatch(r"#/\$defs/(\w+)/properties/(\w+)", part.get("$ref", ""))
        yield field, bs.schema()["$defs"][home[1]]["properties"][home[2]] if home else part


def _typed(part: dict[str, Any]) -> str:
    if "$ref" in part:
        return str(part["$ref"]).rsplit("/", 1)[1]
    if "anyOf" in part:
        return " or ".join(_typed(one) for one in part["anyOf"])
    kind = part.get("type", "any")
    if kind == "array":
        return f"array of {_typed(part['items'])}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _frame() -> Iterator[str]:
    yield "## Columns of `Report.to_polars()`\n"
    yield _table(
        ("column", "type", "meaning"), [(f"`{one}`", str(kind), told) for one, (kind, told) in COLUMNS.items()]
    )


def _names() -> Iterator[str]:
    record = bs.load_record()
    yield "## Verdicts\n"
    yield _table(("verdict", "mark", "meaning"), [(one.word, one.symbol, one.meaning) for one in MARKS.values()])
    yield "## Issues\n"
    yield _table(("id", "what a position is about", "`for` means"), [(f"`{one}`", *told) for one, *told in register()])
    yield "## Allies\n"
    yield _table(
        ("id", "name", "joined"),
        [
            (f"`{one.ally}`", one.name, one.joined_on.isoformat())
            for one in sorted(record.allies(), key=lambda a: a.ally)
        ],
    )
    yield "## Groups\n"
    yield _table(("id", "name"), [(f"`{group}`", record.name(group)) for group in record.groups()])
    yield "## Measures\n"
    yield _table(
        ("id", "what it is", "unit", "kind", "formula"),
        [(f"`{one.id}`", one.title, one.unit, one.kind, one.formula) for one in record.measures()],
    )
    yield "## Releases of NATO\n"
    yield _table(
        ("id", "day", "title", "definition"),
        [(f"`{one.id}`", str(one.released_on or "undated"), one.title, one.definition) for one in record.releases()],
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table, or a line saying that there is nothing."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    if not lines:
        return "No options.\n"
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *lines]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
