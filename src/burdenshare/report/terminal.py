"""The report in a terminal: statements in order, then what was not accounted for, then one line that sums up.

Everything is built from `Text` objects, so that nothing in an article is taken for markup or steers the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price, Verdict
from burdenshare.reading.model import Kind
from burdenshare.report import wording
from burdenshare.report.marks import MARKS, PRICED, Mark, mark_of
from burdenshare.report.telling import answers_told, price_line, shared_context, short_lines

MOST_WORDS = 240
"""Characters of a statement's words that are shown; the page and the JSON hold them all."""

MOST_EVIDENCE = 3
"""Observations listed under a clock; a count over 32 allies rests on 32 of them."""

MOST_PRICE_LINES = 8
"""Allies listed under a price, largest first."""


def plain_text(checked: CheckedDocument, *, width: int = 100) -> str:
    """The whole report without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(checked))
    return unpadded(stream.getvalue())


def rendered(checked: CheckedDocument) -> RenderableType:
    """The whole report as something a rich console prints."""
    blocks: list[RenderableType] = [_head(checked)]
    for number, entry in enumerate(checked.checked, start=1):
        blocks += [Text(""), *_statement(number, entry)]
    if checked.unaccounted:
        blocks += [Text(""), *_unaccounted(checked)]
    blocks += [Text(""), summary_text(checked)]
    return Group(*blocks)


def summary_text(checked: CheckedDocument) -> Text:
    """One line: how many statements, and how many bear each verdict on each clock."""
    amount = len(checked.checked)
    line = Text(f"{amount} statement{'s' * (amount != 1)}", style="bold")
    for clock, judgements in (
        ("then", [entry.then for entry in checked.checked]),
        ("now", [entry.now for entry in checked.checked]),
    ):
        verdicts = [judgement.verdict for judgement in judgements if judgement is not None]
        line.append(f" · {clock}: ", style="not bold")
        parts = [
            Text(f"{mark.symbol} {verdicts.count(verdict)} {mark.word}", style=mark.style)
            for verdict, mark in MARKS.items()
            if verdict in verdicts
        ]
        line.append_text(Text(", ").join(parts) if parts else Text("nothing judged", style="dim"))
    priced = sum(entry.price is not None for entry in checked.checked)
    left = len(checked.unaccounted)
    line.append(f" · {priced} priced · {left} number{'s' * (left != 1)} not accounted for", style="not bold")
    return line


def _head(checked: CheckedDocument) -> Group:
    document = checked.document
    title = wording.shortened(document.title or document.id, 200)
    day = wording.day(document.published)
    lines: list[RenderableType] = [
        Rule(Text(title, style="bold"), align="left"),
        Text(
            f"{document.id} · {day} ({document.published_from}) · record edition {checked.edition.isoformat()}",
            style="dim",
        ),
    ]
    lines += [Text(f"! {wording.clean(remark)}") for remark in checked.remarks]
    return Group(*lines)


def _statement(number: int, entry: Checked) -> Iterator[RenderableType]:
    statement = entry.statement
    words = Text(f"“{wording.shortened(statement.text, MOST_WORDS)}”", style="bold")
    yield _hanging(f"{number:>3}", words, 0)
    yield _hanging("", Text(f"{wording.question(statement)} · {wording.speaker_line(statement.speaker)}", style="dim"))
    if statement.kind is not Kind.POSITION or entry.then or entry.now:
        yield _hanging("", _clocks(entry))
    beside = shared_context(entry)
    for clock, judgement in answers_told(entry):
        yield from _judgement(clock, judgement)
        yield from (_detail("+", line) for line in judgement.context if line not in beside)
    if entry.price is not None:
        yield from _price(entry.price)
    yield from (_detail("+", line) for line in beside)


def _clocks(entry: Checked) -> Text:
    """Both verdicts on one line: `✔ supported then (2025-02-13) · ✘ contradicted now (2026-07-02)`."""
    parts = [
        _verdict(mark_of(judgement.verdict), f"{clock} ({judgement.on.isoformat()})")
        for clock, judgement in (("then", entry.then), ("now", entry.now))
        if judgement is not None
    ]
    if entry.then is None and entry.then_missing:
        parts.insert(0, Text(f"– not judged then: {wording.clean(entry.then_missing)}", style="dim"))
    if entry.price is not None:
        parts.append(_verdict(PRICED, f"({entry.price.on.isoformat()})"))
    return Text(" · ").join(parts) if parts else _verdict(mark_of(None), "")


def _verdict(mark: Mark, when: str) -> Text:
    return Text.assemble((f"{mark.symbol} {mark.word}", mark.style), f" {when}" if when else "")


def _judgement(clock: str, judgement: Judgement) -> Iterator[RenderableType]:
    yield _hanging("", Text.assemble((f"{clock}: ", "bold"), wording.clean(judgement.why)))
    if detail := wording.recorded_line(judgement):
        yield _detail("·", detail)
    for observation in judgement.evidence[:MOST_EVIDENCE]:
        yield _detail("·", wording.evidence_line(observation))
    rest = len(judgement.evidence) - MOST_EVIDENCE
    if rest > 0:
        yield _detail("·", f"and {rest} more (--json, --html)")
    yield from (_detail("·", source) for source in judgement.sources[:MOST_EVIDENCE])
    if judgement.verdict is not Verdict.SUPPORTED:
        yield from (_detail("○", wording.tried_line(tried)) for tried in judgement.tried)


def _price(price: Price) -> Iterator[RenderableType]:
    target = wording.span_of(price.target_low, price.target_high, "%")
    yield _hanging("", Text(f"price of {target} of GDP ({price.definition} expenditure): {wording.total_line(price)}"))
    lines = short_lines(price)
    yield from (_detail("$", price_line(line)) for line in lines[:MOST_PRICE_LINES])
    if len(lines) > MOST_PRICE_LINES:
        yield _detail("$", f"and {len(lines) - MOST_PRICE_LINES} more (--json, --html)")
    if price.without_data and "without data" not in price.why:
        yield _detail("$", f"without data, left out: {', '.join(price.without_data)}")
    yield _detail("$", price.why)


def _unaccounted(checked: CheckedDocument) -> Iterator[RenderableType]:
    yield Text("numbers not accounted for", style="bold")
    for entry in checked.unaccounted:
        yield _detail("·", f"{wording.shortened(entry.text, 60)}: {entry.reason}", 2)


def _detail(bullet: str, line: str, columns: int = 5) -> Table:
    return _hanging(bullet, Text(wording.clean(line), style="dim"), columns, 2)


def _hanging(bullet: str, line: Text, columns: int = 5, gap: int = 0) -> Table:
    """`line` behind `bullet`, `columns` in; further lines stand under the first one."""
    grid = Table.grid(padding=0)
    grid.add_column(width=columns + gap if columns else 5)
    grid.add_column(overflow="fold")
    grid.add_row(Text(" " * columns + bullet if columns else bullet), line)
    return grid


def unpadded(text: str) -> str:
    """`text` without the blanks that a grid leaves at the end of its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))
