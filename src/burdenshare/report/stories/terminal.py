"""Stories in a terminal: a briefing of each, built from text objects, so that no article steers the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from burdenshare.checking.stories.model import Stories, Story
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.stories.briefing import Section, briefing
from burdenshare.report.stories.heads import headline, intro, left_alone
from burdenshare.report.stories.views import WHOLE, View
from burdenshare.report.terminal import unpadded


def plain_text(stories: Stories, record: Record, view: View = WHOLE, *, width: int = 100) -> str:
    """All stories without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(stories, record, view), crop=False)
    return unpadded(stream.getvalue())


def rendered(stories: Stories, record: Record, view: View = WHOLE) -> RenderableType:
    """All stories as something a rich console prints; `crop=False` keeps long addresses whole."""
    blocks: list[RenderableType] = []
    told = [one for one in stories.stories if len(one.sources) > 1 or len(stories.stories) == 1]
    alone = [one for one in stories.stories if one not in told]
    for number, story in enumerate(told, start=1):
        blocks += [*_story(story, number, len(told), record, view, stories)]
    if alone:
        blocks += [Rule(Text(f"{len(alone)} told alone", style="bold"), align="left")]
        blocks += [_line("·", line) for story in alone for line in left_alone(story)]
        if view.person or view.issue:
            for story in alone:
                blocks += [line for section in briefing(story, record, view) for line in _section(section)]
    return Group(*blocks)


def _story(
    story: Story, number: int, amount: int, record: Record, view: View, stories: Stories
) -> Iterator[RenderableType]:
    which = f"Story {number} of {amount}: " if amount > 1 else ""
    yield Rule(Text(f"{which}{headline(story)}", style="bold"), align="left")
    yield Text(f"{intro(story)} · record edition {stories.edition.isoformat()}", style="dim")
    for section in briefing(story, record, view):
        yield from _section(section)
    yield Text("")


def _section(section: Section) -> Iterator[RenderableType]:
    yield Text("")
    yield Text(wording.clean(section.title), style="bold underline")
    if not section.items:
        yield _line(" ", section.empty, "dim")
    for item in section.items:
        yield _line("•" if item.lines else " ", item.text, "bold" if item.lines else "")
        for line in item.lines:
            yield Hanging("    ", Text(wording.clean(line)))


def _line(bullet: str, line: str, style: str = "") -> Hanging:
    return Hanging(f"{bullet} ", Text(wording.clean(line), style=style))
