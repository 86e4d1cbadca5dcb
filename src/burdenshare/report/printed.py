"""What a printed report says, as the plain values its template (`templates/report.typ`) sets: a choice for paper,
where nothing unfolds. Every word of a stranger passes `line` or `prose` on its way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from burdenshare.checking.arithmetic import Arithmetic
from burdenshare.checking.model import Price
from burdenshare.record.model import Observation
from burdenshare.report import wording
from burdenshare.report.citations import Citation
from burdenshare.report.left import ASIDE, by_reason
from burdenshare.report.marks import MARKS, NOT_JUDGED, PRICED, Mark, mark_of
from burdenshare.report.page import Card, Clock, Sheet, sheet_of, tallied
from burdenshare.report.paragraphs import paragraphs
from burdenshare.report.report import Report
from burdenshare.report.reviews import head_told
from burdenshare.report.sums import TITLE
from burdenshare.report.telling import price_notes, sheaves, short_lines
from burdenshare.report.typeface import line

Values = dict[str, Any]

MOST_CELLS = 4
"""Cells of one release that are printed under an answer; the JSON holds all."""

MOST_ALLIES = 8
"""Allies printed under a price."""

MOST_NUMBERS = 200
"""Numbers that are printed as not understood."""


def printed(report: Report) -> Values:
    """One report as values for the template."""
    checked = report.checked
    sheet = sheet_of(checked, "d1", report.reviews)
    document = checked.document
    return {
        "title": line(wording.title_of(document)),
        "about": [line(one) for one in (document.outlet, document.author) if one],
        "day": wording.day(document.published),
        "day_from": line(document.published_from),
        "edition": checked.edition.isoformat(),
        "remarks": [line(one) for one in checked.remarks],
        "amount": len(sheet.cards),
        "tally": [{**look(mark), "then": then, "now": now} for mark, (then, now) in tallied(sheet).items()],
        "marks": [{**look(mark), "meaning": mark.meaning} for mark in (*MARKS.values(), PRICED, NOT_JUDGED)],
        "kept": document.not_kept is None,
        "text": paragraphs(sheet, look),
        "cards": [_card(card, report) for card in sheet.cards],
        "sums_title": TITLE.capitalize(),
        "sums": [_sum(one) for one in sheet.sums],
        "left": _left(sheet),
        "colophon": _colophon(report),
    }


def look(mark: Mark) -> Values:
    """How a verdict looks on paper: the colour is chosen by `css` in the template."""
    return {"symbol": mark.symbol, "word": mark.word, "css": mark.css}


def _card(card: Card, report: Report) -> Values:
    said = card.entry.statement
    badges = [{**look(clock.mark), "when": clock.name} for clock in card.clocks]
    if card.entry.price is not None:
        badges.append({**look(PRICED), "when": ""})
    return {
        "number": card.number,
        "badges": badges or [{**look(card.then), "when": ""}],
        "css": card.then.css,
        "brief": not card.told and card.entry.price is None and not card.reviews and not card.entry.then_missing,
        "words": line(said.text),
        "question": line(wording.question(said)),
        "speaker": line(f"{wording.speaker_line(said.speaker)}{wording.firmness(said)}"),
        "missing": line(card.entry.then_missing) if card.entry.then is None else "",
        "reviews": [
            {"head": line(head_told(one, card.entry.then)), "note": [line(part) for part in one.note.split("\n")]}
            for one in card.reviews
        ],
        "answers": [_answer(clock, card, report) for clock in card.told],
        "price": None if card.entry.price is None else _price(card.entry.price),
        "beside": [line(one) for one in card.beside],
    }


def _answer(clock: Clock, card: Card, report: Report) -> Values:
    found = clock.judgement
    return {
        **look(clock.mark),
        "clock": clock.name,
        "days": " and ".join(dict.fromkeys(one.isoformat() for one in clock.days)),
        "why": line(found.why),
        "recorded": line(wording.recorded_line(found)),
        "sources": [*_evidence(found.evidence, report), *(source(report.cite(key), "") for key in found.sources)],
        "beside": [line(one) for one in found.context if one not in card.beside],
    }


def _evidence(cells: Sequence[Observation], report: Report) -> Iterable[Values]:
    """A source for each release: its address, its day, and the first cells as printed there."""
    for sheaf in sheaves(cells):
        told = "; ".join(_cell(one) for one in sheaf.cells[:MOST_CELLS])
        more = len(sheaf.cells) - MOST_CELLS
        rest = f"; and {more} more" if more > 0 else ""
        yield source(report.cite(sheaf.cited.key), f"{sheaf.release} ({sheaf.released}): {told}{rest}")


def _cell(cell: Observation) -> str:
    estimate = " (estimate)" if cell.estimate else ""
    return f"{wording.cell_name(cell)} = {wording.amount(cell.value, cell.unit)}{estimate}"


def source(cited: Citation, told: str) -> Values:
    """A source by name, with an address only where a reader can open it."""
    address = cited.address if cited.address.startswith(("http://", "https://")) else ""
    return {"name": line(cited.label), "address": line(address, breakable=False), "told": line(told)}


def _price(price: Price) -> Values:
    short = short_lines(price)
    target = wording.span_of(price.target_low, price.target_high, "%")
    without = price.without_data if "without data" not in price.why else ()
    return {
        **look(PRICED),
        "day": price.on.isoformat(),
        "asked": line(f"{target} of GDP on {price.definition} defence expenditure: {wording.total_line(price)}"),
        "roads": [
            line(f"Road {one.clock.value} ({one.on.isoformat()}): {wording.road_line(one)}") for one in price.roads
        ],
        "why": line(price.why),
        "lines": [
            [
                line(one.ally),
                line(wording.amount(one.share, "%") + (f" in {one.share_year}" if one.share_year else "")),
                line(wording.span_of(one.gap_low, one.gap_high, "points")),
                line(wording.span_of(one.cost_low, one.cost_high, "USD")),
                line(one.release),
            ]
            for one in short[:MOST_ALLIES]
        ],
        "more": max(len(short) - MOST_ALLIES, 0),
        "notes": [line(one) for one in price_notes(short)],
        "without": line(", ".join(without)),
    }


def _sum(one: Arithmetic) -> Values:
    who = wording.speaker_line(one.speaker) if one.speaker is not None and one.speaker.name else ""
    return {
        **look(mark_of(one.verdict)),
        "formula": line(one.formula),
        "why": line(one.why),
        "speaker": line(who),
        "beside": [line(each) for each in one.context],
    }


def _left(sheet: Sheet) -> Values:
    left = sheet.left
    aside = [f"{', '.join(words)}: {reason}" for reason, words in by_reason(left.aside).items()]
    return {
        "open": [{"words": line(one.text), "reason": line(one.reason)} for one in left.open[:MOST_NUMBERS]],
        "more": max(len(left.open) - MOST_NUMBERS, 0),
        "tables": len(left.tables),
        "aside_title": ASIDE.capitalize(),
        "aside": [line(one) for one in aside[:MOST_NUMBERS]],
    }


def _colophon(report: Report) -> list[str]:
    checked = report.checked
    document = checked.document
    print_ = document.fingerprint
    return [
        line(
            f"burdenshare {checked.code_version} · record {checked.record_version} · edition {checked.edition}"
            f" · document {document.id}"
        ),
        line(f"text of {print_.characters:,} characters, SHA-256 {print_.sha256}", breakable=False),
    ]
