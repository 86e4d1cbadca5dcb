"""The page of the commands."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from burdenshare.cli import cli
from tools.markdown import table

DATES = """The day of a text comes from, in this order: `--on`; the metadata of the page or the front matter; a dateline
in the first or last lines; what the text mentions, where only one answer is possible. `published_from` in the JSON says
which. A day in the future or before 1949-04-04, when the record begins, is refused, on the command line (`--on`,
`--now`, `--as-of`) as from Python; so is a `--now` before the day of the text."""


def page() -> str:
    """Every verb with its arguments and options."""
    listed = list(_walk("burdenshare", cli))
    overview = table(("command", "what it does"), [(_link(path), _first(one)) for path, one in listed])
    parts = [
        "# Commands",
        "`burdenshare VERB --help` prints the same. Exit codes stand with [the errors](errors.md).",
        overview,
    ]
    for path, command in listed[1:]:
        parts += _told(path, command)
    parts += ["## Days", DATES]
    return "\n\n".join(parts) + "\n"


def _walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _walk(f"{path} {name}", command.commands[name])


def _told(path: str, command: click.Command) -> Iterator[str]:
    yield f"## `{path}`"
    usage = " ".join([path, *filter(None, command.collect_usage_pieces(click.Context(command)))])
    yield f"```text\n{usage}\n```"
    yield from _paragraphs(command)
    options = [option for option in command.params if isinstance(option, click.Option)]
    rows = [(f"`{_spelled(one)}`", one.help or "") for one in options]
    yield table(("option", "meaning"), rows) if rows else "No options."


def _paragraphs(command: click.Command) -> Iterator[str]:
    """The help of a verb; a part that click must not wrap is an example."""
    for part in re.split(r"\n\s*\n", inspect.cleandoc(command.help or "")):
        kept = part.removeprefix("\b\n")
        yield f"```text\n{inspect.cleandoc(kept)}\n```" if kept != part else " ".join(part.split())


def _first(command: click.Command) -> str:
    return " ".join(re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))[0].split())


def _link(path: str) -> str:
    return f"[`{path}`](#{path.replace(' ', '-')})" if path != "burdenshare" else f"`{path}`"


def _spelled(option: click.Option) -> str:
    if isinstance(option.type, click.Choice) and not option.metavar:
        value = " " + "|".join(str(one) for one in option.type.choices)
    else:
        value = "" if option.is_flag or not option.metavar else f" {option.metavar}"
    return ", ".join(option.opts) + value
