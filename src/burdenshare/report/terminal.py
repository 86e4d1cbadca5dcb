"""The report in a terminal: statements in order, then what was not accounted for, then one line that sums up.

Everything is built from `Text` objects, so that nothing in an article is taken for markup or steers the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from burdenshare.checking.arithmetic import Arithmetic
from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price, Verdict
from burdenshare.reading.model import Document, Kind, NotVerified, Statement
from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.left import ASIDE, NOT_VERIFIED, Left, by_reason, counted, left_over
from burdenshare.report.marks import MARKS, PRICED, Mark, mark_of
from burdenshare.report.named_prices import NAMED, named_prices
from burdenshare.report.reviews import Review, head_told, of_statement
from burdenshare.report.sums import TITLE, ordered
from burdenshare.report.telling import (
    answers_told,
    beside_both,
    beside_one,
    price_key,
    price_line,
    price_notes,
    short_lines,
    tried_told,
    usual_release,
)

MOST_WORDS = 240
"""Characters of a statement's words that are shown; the page and the JSON hold them all."""

MOST_TRIED = 6
"""Readings that are listed one by one."""
MOST_EVIDENCE = 3
"""Observations listed under a clock; a count over 32 allies rests on 32 of them."""

MOST_PRICE_LINES = 8
"""Allies listed under a price, largest first."""

POINTED_AT = (Verdict.CLOSE, Verdict.DEPENDS, Verdict.CONTRADICTED)
"""Verdicts whose statements the summary names: under a long report they are what one scrolls up for."""

FEW_BESIDE = 2
"""Lines beside a statement that are told again; more are told once, with the number of the statement that has them."""

MOST_SET_ASIDE = 12
"""Numbers listed under one reason for setting them aside."""


def plain_text(checked: CheckedDocument, *, width: int = 100, reviews: Sequence[Review] = ()) -> str:
    """The whole report without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(checked, reviews), crop=False)
    return unpadded(stream.getvalue())


def rendered(checked: CheckedDocument, reviews: Sequence[Review] = ()) -> RenderableType:
    """The whole report as something a rich console prints; `crop=False` keeps long addresses whole.
    `reviews` stand beside the machine's verdicts."""
    blocks: list[RenderableType] = [head(checked.document, checked.remarks, checked.edition)]
    priced: dict[tuple[object, ...], int] = {}
    beside: dict[tuple[str, ...], int] = {}
    for number, entry in enumerate(checked.checked, start=1):
        first = number if entry.price is None else priced.setdefault(price_key(entry.price), number)
        held = beside.setdefault(tuple(beside_both(entry)), number)
        blocks += [Text(""), *_statement(number, entry, first, held, of_statement(reviews, entry.statement.id))]
    blocks += named_lines(checked)
    blocks += sum_lines(checked.arithmetic)
    blocks += left_lines(left_over(checked), checked.not_verified)
    blocks += [Text(""), *summary_lines(checked)]
    return Group(*blocks)


def named_lines(checked: CheckedDocument) -> Iterator[RenderableType]:
    """What the promises of several allies ask of each one that the text names, a line a target."""
    rows = [row for row in named_prices(checked) if row.together]
    if not rows:
        return
    yield Text("")
    yield Text(NAMED, style="bold")
    for row in rows:
        told = f"{row.ally}: {row.target}, {row.share}; " if row.share else f"{row.ally}: {row.target}; "
        costs = [row.at_once if row.at_once == "met" else f"{row.at_once} a year at once"]
        costs += [f"{name} {cost}" for name, cost in (("then", row.then), ("now", row.now)) if cost]
        yield _detail("$", told + "; ".join(costs))


def summary_lines(checked: CheckedDocument) -> Iterator[RenderableType]:
    """How many statements; then, a line a clock, how many bear each verdict and where those are that disagree."""
    amount = len(checked.checked)
    priced = sum(entry.price is not None for entry in checked.checked)
    line = Text.assemble((f"{amount} statement{'s' * (amount != 1)}", "bold"), f" · {priced} priced")
    line.append(f" · {counted(left_over(checked))}")
    yield Hanging("", line)
    if not amount:
        return
    for clock, answers in (
        ("then", [entry.then for entry in checked.checked]),
        ("now", [entry.now for entry in checked.checked]),
    ):
        verdicts = [None if answer is None else answer.verdict for answer in answers]
        parts = [_amount(verdict, verdicts) for verdict in MARKS if verdict in verdicts]
        yield Hanging(f"{clock:<5}", Text(" · ").join(parts) if parts else Text("nothing judged", style="dim"))


def _amount(verdict: Verdict, verdicts: Sequence[Verdict | None]) -> Text:
    """`✘ 2 contradicted (3, 20)`: how many bear a verdict, and which where a reader will want to look."""
    mark = MARKS[verdict]
    where = [str(number) for number, one in enumerate(verdicts, start=1) if one is verdict]
    told = Text(f"{mark.symbol} {len(where)} {mark.word}", style=mark.style)
    if verdict in POINTED_AT:
        told.append(f" ({', '.join(where)})")
    return told


def head(document: Document, remarks: Iterable[str], edition: date) -> Group:
    """The title, who published and wrote it, where the day comes from, and what must be known of the whole."""
    title = wording.shortened(document.title or document.id, 200)
    day = wording.day(document.published)
    named = "" if title == document.id else f"{document.id} · "
    dated = f"{named}{day} ({document.published_from}) · record edition {edition.isoformat()}"
    by = " · ".join(wording.shortened(one, 100) for one in (document.outlet, document.author) if one)
    lines: list[RenderableType] = [
        Rule(Text(title, style="bold"), align="left"),
        *(Hanging("", Text(wording.clean(line), style="dim")) for line in (by, dated) if line),
    ]
    lines += [Hanging("! ", Text(wording.clean(remark))) for remark in remarks]
    return Group(*lines)


def _statement(
    number: int, entry: Checked, priced_at: int, beside_at: int, reviews: Sequence[Review]
) -> Iterator[RenderableType]:
    """One statement; `priced_at` and `beside_at` are the first statements with the same price and the same beside."""
    statement = entry.statement
    yield from said_lines(number, statement)
    if statement.kind is not Kind.POSITION or entry.then or entry.now:
        yield _hanging("", _clocks(entry))
    for one in reviews:
        yield _hanging("", Text(head_told(one, entry.then), style="bold"))
        yield from (_detail("“", line) for line in one.note.split("\n") if wording.clean(line))
    for clock, judgement in answers_told(entry):
        yield from _judgement(clock, judgement)
        yield from (_detail("+", line) for line in beside_one(entry, judgement))
    if entry.price is not None:
        yield from _price(entry.price, priced_at if priced_at != number else None)
    beside = beside_both(entry)
    if beside_at != number and len(beside) > FEW_BESIDE:
        beside = [f"the {len(beside)} entries of the record told under statement {beside_at}"]
    yield from (_detail("+", line) for line in beside)


def said_lines(number: int, statement: Statement) -> Iterator[RenderableType]:
    """The words of a statement, and what was read in them."""
    yield _hanging(f"{number:>3}", Text(f"“{wording.shortened(statement.text, MOST_WORDS)}”", style="bold"))
    who = f"{wording.speaker_line(statement.speaker)}{wording.care(statement)}"
    yield _hanging("", Text(f"{wording.question(statement)} · {who}", style="dim"))


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
    named = (one.strip() for source in judgement.sources for one in source.split(" ; "))
    yield from (_detail("·", source) for source in [*dict.fromkeys(named)][:MOST_EVIDENCE])
    yield from (_detail("○", line) for line in tried_lines(judgement))


def tried_lines(judgement: Judgement) -> Iterator[str]:
    """The readings that were tried, a line each; of many that the record does not answer, or that agree no better than
    those before them, how many there are."""
    told = tried_told(judgement)
    shown = [one for one in told if wording.held(one)][:MOST_TRIED] if len(told) > MOST_TRIED else told
    yield from (wording.tried_line(one) for one in shown)
    not_held = sum(not wording.held(one) for one in told) if shown is not told else 0
    more = len(told) - len(shown) - not_held
    if not_held:
        yield f"{wording.counted(not_held, 'other reading')} not held (--json, --html)"
    if more:
        yield f"and {wording.counted(more, 'more reading')} (--json, --html)"


def _price(price: Price, told_at: int | None) -> Iterator[RenderableType]:
    """A price, ally by ally unless statement `told_at` has told the same."""
    target = wording.span_of(price.target_low, price.target_high, "%")
    line = f"price of {target} of GDP ({price.definition} expenditure): {wording.total_line(price)}"
    if told_at is not None:
        yield _hanging("", Text(f"{line}; ally by ally under statement {told_at}"))
        return
    yield _hanging("", Text(line))
    yield from (
        _hanging("", Text(f"road {one.clock.value} ({one.on.isoformat()}) {wording.road_line(one)}"))
        for one in price.roads
    )
    lines = short_lines(price)
    release = usual_release(lines)
    yield from (_detail("$", price_line(line, release)) for line in lines[:MOST_PRICE_LINES])
    if len(lines) > MOST_PRICE_LINES:
        yield _detail("$", f"and {len(lines) - MOST_PRICE_LINES} more (--json, --html)")
    if release:
        yield _detail("$", f"figures of release {release}")
    yield from (_detail("$", note) for note in price_notes(lines[:MOST_PRICE_LINES]))
    if price.without_data and "without data" not in price.why:
        yield _detail("$", f"without data, left out: {', '.join(price.without_data)}")
    yield _detail("$", price.why)


def sum_lines(found: Sequence[Arithmetic]) -> Iterator[RenderableType]:
    """The sums inside the text: each on one line, with the reason where it does not work out."""
    if found:
        yield from (Text(""), Text(TITLE, style="bold"))
    for one in ordered(found):
        mark = mark_of(one.verdict)
        line = Text.assemble((f"{mark.symbol} {mark.word}", mark.style), f" {wording.clean(one.formula)}")
        yield Hanging("  ", line)
        if one.verdict is not Verdict.SUPPORTED:
            who = f" · {wording.speaker_line(one.speaker)}" if one.speaker is not None and one.speaker.name else ""
            yield _detail("·", f"{one.why}{who}")
        yield from (_detail("+", beside) for beside in one.context)


def left_lines(left: Left, proposed: Sequence[NotVerified]) -> Iterator[RenderableType]:
    """What was not understood first; then, by their reasons, the numbers set aside on purpose; then proposals."""
    if left.open or left.tables:
        yield from (Text(""), Text("numbers not understood", style="bold"))
    for entry in left.open:
        reason = entry.reason.removeprefix("not understood").removeprefix(": ")
        words = wording.shortened(entry.text, 60)
        yield _detail("·", f"{words}: {reason}" if reason else words, 2)
    if left.tables:
        yield _detail("·", _several("in a table", [entry.text for entry in left.tables]), 2)
    if left.aside:
        yield from (Text(""), Text(ASIDE, style="bold"))
        yield from (_detail("·", _several(reason, words), 2) for reason, words in by_reason(left.aside).items())

    if proposed:
        yield from (Text(""), Text(NOT_VERIFIED, style="bold"))
    yield from (_detail("·", wording.proposed_line(entry), 2) for entry in proposed[:MOST_SET_ASIDE])
    if len(proposed) > MOST_SET_ASIDE:
        yield _detail("·", f"and {len(proposed) - MOST_SET_ASIDE} more (--json)", 2)


def _several(reason: str, words: list[str]) -> str:
    shown = ", ".join(wording.shortened(one, 60) for one in words[:MOST_SET_ASIDE])
    rest = len(words) - MOST_SET_ASIDE
    return f"{reason}: {shown}" + (f" and {rest} more (--json, --html)" if rest > 0 else "")


def _detail(bullet: str, line: str, columns: int = 5) -> Hanging:
    return Hanging(" " * columns + f"{bullet} ", Text(wording.clean(line), style="dim"))


def _hanging(lead: str, line: Text) -> Hanging:
    """`line` behind the number of a statement, or under it."""
    return Hanging(f"{lead:<5}", line)


def unpadded(text: str) -> str:
    """`text` without blanks at the end of its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))
