"""Requirements in a terminal: the gap of each, when it is filled, and why of some nothing can be said."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.industry.door import RequirementsReport
from burdenshare.report.industry.requirements_telling import filled_words, gap_words
from burdenshare.report.industry.telling import draws_words
from burdenshare.report.road.terminal import titled
from burdenshare.report.terminal import unpadded
from burdenshare.report.unjudged import mark
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import MetDraws, NotFed
from burdenshare.road.requirements.crosswalk import asides
from burdenshare.road.requirements.gaps import Gap


def plain_text(one: RequirementsReport, *, width: int = 100) -> str:
    """The requirements without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(one, width=width), crop=False)
    return unpadded(stream.getvalue())


def rendered(one: RequirementsReport, *, width: int = 100) -> RenderableType:
    """The requirements as something a rich console prints."""
    blocks: list[RenderableType] = [*titled(f"What is required: {one.plant.title}", width)]
    drawn = draws_words(one.draws, one.seed)
    blocks.append(Hanging("", Text(f"as known on {one.on.isoformat()} · {drawn}", style="dim")))
    blocks += [Hanging("note     ", Text(wording.clean(note))) for note in one.notes]
    pairs = list(zip(one.gaps, one.met, strict=True))
    blocks += [Text(""), Text("What industry can fill", style="bold")]
    for gap, met in pairs:
        if isinstance(met, MetDraws):
            blocks += [*_met(gap, met)]
    blocks += [Text(""), Text("What cannot be told", style="bold")]
    for gap, met in pairs:
        if isinstance(met, NotFed):
            blocks.append(Hanging("  ∅ ", Text(wording.clean(f"{gap_words(gap)}: {met.reason}"))))
    blocks += [Text(""), Text("Rows that require no units", style="bold")]
    blocks += [
        Hanging("  · ", Text(wording.clean(f"{each.scenario} ({len(each.items)}): {each.reason}"), style="dim"))
        for each in asides()
    ]
    return Group(*blocks)


def _met(gap: Gap, met: MetDraws) -> Iterator[RenderableType]:
    yield Hanging(
        f"  {mark(met.weak)} ", Text.assemble((wording.clean(gap_words(gap)), "bold"), f": {filled_words(met)}")
    )
    for feed in gap.required.feeds:
        if feed.item in met.items:
            yield Hanging("      ", Text(wording.clean(f"{items()[feed.item].title}: {feed.reason}"), style="dim"))
    grades = ", ".join(sorted({row.grade.value for row in met.rows}))
    yield Hanging("      ", Text(f"{len(met.rows)} rows of the record ({grades})", style="dim"))
