"""Reports as a readable fact-check in Markdown, for a content management system; a comment at its end saves it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Price
from burdenshare.errors import ReportError
from burdenshare.report import wording
from burdenshare.report.exports.texts import in_comment, inline, json_text, link, markdown, saved_shape, whole
from burdenshare.report.marks import MARKS, mark_of
from burdenshare.report.report import Report
from burdenshare.report.reviews import head_told
from burdenshare.report.telling import BOTH, answers_told, sheaves, short_lines

HEAD = "<!-- burdenshare fact-check, reports: {} -->"
OPEN, CLOSE = "<!-- burdenshare:saved-report", "-->"

MOST_ALLIES = 5
"""Allies named under a price; the saved report holds all."""

WHEN = {"then": "When said", "now": "By the newest record", BOTH: "When said and by the newest record"}


def markdown_of(
    reports: Sequence[Report], statements: Sequence[str] = (), *, author: str = "", bare: bool = False
) -> bytes:
    """The fact-check; `statements` names those to tell, all that have an answer where empty.

    `bare` leaves the saved reports out: the file is lighter, and cannot be read back.
    """
    parts = [HEAD.format(len(reports)), *(line for one in reports for line in _report(one, statements, author))]
    if not bare:
        parts += [f"{OPEN}\n{in_comment(json_text(saved_shape(one)))}\n{CLOSE}" for one in reports]
    return whole("\n\n".join(parts) + "\n").encode("utf-8")


def _report(report: Report, statements: Sequence[str], author: str) -> Iterator[str]:
    checked = report.checked
    document = checked.document
    yield f"# Fact-check: {markdown(document.title or document.id)}"
    about = [document.outlet, document.author, "" if document.published is None else document.published.isoformat()]
    yield "*" + " · ".join([markdown(one) for one in about if one] + [_checked_by(checked, author)]) + "*"
    yield from (f"> {markdown(remark)}" for remark in checked.remarks)
    chosen = [one for one in checked.checked if (one.statement.id in statements if statements else _told(report, one))]
    if tally := _tally(chosen):
        yield tally
    for number, entry in enumerate(chosen, start=1):
        yield from _statement(number, report, entry)
    others = [one for one in checked.checked if one not in chosen and not statements]
    if others:
        lines = [f"- “{markdown(one.statement.text)}” ({one.statement.kind.value})" for one in others]
        yield "## Said, and not to be judged"
        yield "\n".join(lines)


def _checked_by(checked: CheckedDocument, author: str) -> str:
    who = f"checked by {markdown(author)} with" if author else "checked with"
    return f"{who} burdenshare {inline(checked.code_version)}, record of {checked.edition.isoformat()}"


def _told(report: Report, entry: Checked) -> bool:
    """Whether there is an answer to tell, or a review."""
    answered = entry.then is not None or entry.now is not None or entry.price is not None
    return answered or bool(report.reviews_of(entry.statement.id))


def _tally(entries: Sequence[Checked]) -> str:
    """Verdicts counted on both clocks, as a table."""
    then = [one.then.verdict for one in entries if one.then is not None]
    now = [one.now.verdict for one in entries if one.now is not None]
    rows = [
        f"| {mark.symbol} {mark.word} | {then.count(verdict)} | {now.count(verdict)} |"
        for verdict, mark in MARKS.items()
        if verdict in then or verdict in now
    ]
    return "\n".join(["| verdict | when said | now |", "|---|---:|---:|", *rows]) if rows else ""


def _statement(number: int, report: Report, entry: Checked) -> Iterator[str]:
    said = entry.statement
    yield f"## {number}. “{markdown(said.text)}”"
    yield f"{markdown(wording.speaker_line(said.speaker))}{wording.care(said)} · {markdown(wording.question(said))}"
    if entry.then is None and entry.then_missing:
        yield f"Not judged by the record of the day: {markdown(entry.then_missing)}."
    for one in report.reviews_of(said.id):
        yield f"**{markdown(head_told(one, entry.then))}.** {markdown(one.note)}"
    for clock, found in answers_told(entry):
        yield from _answer(clock, report, entry, found)
    if entry.price is not None:
        yield _price(entry.price)
    if entry.context:
        yield "\n".join(f"- beside it: {markdown(line)}" for line in entry.context)


def _answer(clock: str, report: Report, entry: Checked, found: Judgement) -> Iterator[str]:
    mark = mark_of(found.verdict)
    both = clock == BOTH and entry.then is not None
    days = f"{entry.then.on.isoformat()} and {found.on.isoformat()}" if both and entry.then else found.on.isoformat()
    yield f"**{WHEN[clock]} ({days}): {mark.symbol} {mark.word}.** {markdown(found.why)}."
    lines = []
    for sheaf in sheaves(found.evidence):
        cited = report.cite(sheaf.cited.key)
        cells = f"{len(sheaf.cells)} cells" if len(sheaf.cells) > 1 else _cell(sheaf.cells[0])
        lines.append(
            f"- {link(cited.name, cited.address)}, release {markdown(sheaf.release)} ({sheaf.released}): {cells}"
        )
    lines += [f"- {link(one.name, one.address)}" for one in map(report.cite, found.sources)]
    if lines:
        yield "\n".join(lines)


def _cell(cell: object) -> str:
    from burdenshare.record.model import Observation

    assert isinstance(cell, Observation)
    name, value = wording.cell_name(cell), wording.amount(cell.value, cell.unit)
    return markdown(f"{name} = {value}, printed {cell.printed}")


def _price(price: Price) -> str:
    target = wording.span_of(price.target_low, price.target_high, "%")
    lines = [
        f"**Its price ({price.on.isoformat()}): {target} of GDP, {wording.total_line(price)}.** {markdown(price.why)}."
    ]
    lines += [
        f"\n**On the road {one.clock.value} ({one.on.isoformat()}):** {markdown(wording.road_line(one))}."
        for one in price.roads
    ]
    short = short_lines(price)
    if short:
        lines.append("")
    for line in short[:MOST_ALLIES]:
        cost = wording.span_of(line.cost_low, line.cost_high, "USD")
        lines.append(f"- {markdown(line.ally)}: {wording.amount(line.share, '%')} in {line.share_year}, {cost} a year")
    if len(short) > MOST_ALLIES:
        lines.append(f"- and {len(short) - MOST_ALLIES} more")
    return "\n".join(lines)


_SAVED = re.compile(rf"^{re.escape(OPEN)}\r?\n(.*?)\r?\n{re.escape(CLOSE)}", re.DOTALL | re.MULTILINE)


def saved_in(text: str, where: str) -> list[str]:
    """The saved reports at the end of a fact-check, as JSON texts."""
    found = _SAVED.findall(text)
    if found and not text.removeprefix("\ufeff").startswith(HEAD.format(len(found))):
        raise ReportError(
            f"is damaged: {len(found)} of its saved reports are left", where=where, remedy="export it anew"
        )
    if not found:
        what = "is a fact-check without its saved report"
        raise ReportError(what, where=where, remedy="export it without --bare, and let no editor strip its comments")
    return [str(one) for one in found]
