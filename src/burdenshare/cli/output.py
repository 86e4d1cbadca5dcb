"""How a verb speaks: answers on standard output, one line a fault on standard error, exit codes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from burdenshare.errors import BurdenshareError, OutputError

if TYPE_CHECKING:
    from rich.console import RenderableType

BAD_INPUT = 2
FOUND = 1

MOST_LINES = 50
"""Faults that are told at once."""

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def past_day(text: str | None, option: str) -> date | None:
    """The day of an option: a day, not before the record begins, not in the future."""
    if text is None:
        return None
    from burdenshare.report.days import past
    from burdenshare.report.names import day_of

    return past(day_of(text, option), option, "give a day that has been")


def print_rendered(lines: RenderableType) -> None:
    from rich.console import Console

    from burdenshare.report.terminal import unpadded

    console = Console(soft_wrap=False)
    with console.capture() as captured:
        console.print(lines, crop=False)
    click.echo(unpadded(captured.get()).rstrip("\n"))


def print_shapes(shapes: Sequence[Any], several: bool) -> None:
    """An object for one document, an array for several; nothing where none could be read."""
    if shapes:
        print_json(shapes if several else shapes[0])


def print_json(shape: Any) -> None:
    click.echo(json.dumps(shape, ensure_ascii=False, indent=2, allow_nan=False))


def emit(as_json: bool, shape: Any, lines: Sequence[str]) -> None:
    """The same answer for a program or for a reader."""
    if as_json:
        print_json(shape)
    else:
        print_lines(lines)


def print_lines(lines: Sequence[str]) -> None:
    """Lines of columns, wrapped under their last column where the terminal is narrower."""
    from rich.console import Console, Group

    from burdenshare.report.hanging import hung

    width = Console().width
    print_rendered(Group(*(hung(line, width) for line in lines)))


def complain(fault: BurdenshareError | str) -> None:
    """One line on standard error."""
    text = fault if isinstance(fault, str) else fault.line()
    click.echo(f"burdenshare: {' '.join(text.split())}", err=True)


def complain_of(faults: Sequence[BurdenshareError | str]) -> None:
    """A line for each fault; of very many only the first."""
    for fault in faults[:MOST_LINES]:
        complain(fault)
    if len(faults) > MOST_LINES:
        complain(f"and {len(faults) - MOST_LINES} more faults; mend these first")


def discard(stream: TextIO) -> None:
    """Let what a broken stream still holds vanish, or the interpreter would stumble over it once more at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return  # a stream without a file behind it holds nothing back


def refuse_as_target(target: str, files: Iterable[str]) -> None:
    """Refuse, before any work, an output that would overwrite what is read, or that has no folder to stand in."""
    place = Path(target)
    if any(file != "-" and Path(file).resolve() == place.resolve() for file in files):
        raise OutputError("is one of the files to read", where=target, remedy="name another file")
    if place.is_file() and not _is_page(place):
        raise OutputError("exists already and is no page or picture", where=target, remedy="name another file")
    if not place.parent.is_dir() or place.is_dir():
        raise OutputError("cannot be written (no such folder, or a folder itself)", where=target, remedy="name a file")


def refuse_existing(target: str) -> None:
    """Refuse, before any work, an output that is there already or has no folder to stand in."""
    place = Path(target)
    if place.exists() or place.is_symlink():
        raise OutputError("exists already", where=target, remedy="name another file")
    if not place.parent.is_dir():
        raise OutputError("cannot be written (no such folder)", where=target, remedy="name a file in one that is there")


def _is_page(place: Path) -> bool:
    """Whether a file that is there begins as a page or a picture does, or is empty: only such ones are replaced."""
    try:
        with place.open("rb") as stream:
            head = stream.read(512).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    except OSError:
        return True  # what cannot be read is refused, with its reason, when it is written
    return not head or head.startswith((b"<!doctype html", b"<html", b"<svg", b"<?xml"))


def write_whole(target: str, text: str) -> None:
    """Write a file whole or not at all, in the place of one that is there."""
    from burdenshare.report.exports.writing import write_files

    write_files({Path(target): text.encode("utf-8", "replace")}, force=True)
