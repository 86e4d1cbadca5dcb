"""An explanation in a terminal: a tree of lines, wrapped under their first word, no character of a text that steers."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from burdenshare.report import wording
from burdenshare.report.explaining import VERDICT_TONES, Step
from burdenshare.report.hanging import breaks
from burdenshare.report.terminal import unpadded

BRANCH, LAST, BAR, GAP = "├─ ", "└─ ", "│  ", "   "

STYLES = {**VERDICT_TONES, "rejected": "dim", "chosen": "bold", "agrees": "green"}

LEAST = 30
"""Columns left to the words, however deep the tree and narrow the terminal."""


class Drawn:
    """The tree below one step; it must be printed without cropping."""

    def __init__(self, root: Step) -> None:
        self.root = root

    def __rich_console__(self, console: Console, options: object) -> Iterator[RenderableType]:
        width = getattr(options, "max_width", 100)
        yield from _lines(self.root, "", "", width)


def _lines(step: Step, lead: str, under: str, width: int) -> Iterator[Text]:
    """One step behind `lead`, its further lines and all below it behind `under`."""
    label = f"{step.label}: " if step.label[-1:].isalnum() else f"{step.label} "
    line = Text.assemble((label, "bold"), (wording.clean(step.text), STYLES.get(step.tone, "")))
    hang = under + (BAR if step.below else GAP)
    for number, part in enumerate(_wrapped(line, max(width - len(hang), LEAST))):
        yield _kept(hang if number else lead, part)
    if step.address and step.address not in step.text:
        yield _kept(hang, Text(wording.clean(step.address), style="dim"))
    for one in step.below:
        last = one is step.below[-1]
        yield from _lines(one, under + (LAST if last else BRANCH), under + (GAP if last else BAR), width)


def _wrapped(line: Text, room: int) -> Iterator[Text]:
    for part in line.divide(breaks(line.plain, room)):
        part.rstrip()
        yield part


def _kept(lead: str, part: Text) -> Text:
    whole = Text(lead, style="", no_wrap=True, overflow="ignore")
    whole.append_text(part)
    return whole


def rendered_tree(*roots: Step) -> RenderableType:
    """The trees below `roots`, a blank line between them."""
    return Group(*(part for at, one in enumerate(roots) for part in ([Text("")] if at else []) + [Drawn(one)]))


def plain_tree(root: Step, *, width: int = 100) -> str:
    """The same as plain text."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered_tree(root), crop=False)
    return unpadded(stream.getvalue())
