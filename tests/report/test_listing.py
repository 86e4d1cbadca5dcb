"""What was read, in a terminal: the same statements and left-overs as in a report, and no judgement."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console

from burdenshare.reading.model import Reading
from burdenshare.report.listing import rendered_reading
from tests.samples import EDITION, checked_document, not_verified


def shown(reading: Reading, width: int = 120) -> str:
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered_reading(reading, EDITION), crop=False)
    return stream.getvalue()


def sample() -> Reading:
    checked = checked_document()
    statements = tuple(entry.statement for entry in checked.checked)
    return Reading(checked.document, statements, checked.unaccounted, (not_verified(),), ("a remark",))


def test_statements_stand_in_order_with_what_was_read() -> None:
    text = shown(sample())
    places = [text.index(words) for words in ("“A total of 23", "“32 members”", "“well north of 3 %”", "“Allies in")]
    assert places == sorted(places)
    assert "fact · NATO · allies at guideline = 23 · 2024 · narration" in text
    assert "Mark Rutte, secretary general (quote)" in text


def test_no_verdict_and_no_price_is_shown() -> None:
    text = shown(sample())
    for word in ("supported", "contradicted", "unverifiable", "not judged", "priced"):
        assert word not in text


def test_left_overs_proposals_and_remarks_are_shown() -> None:
    text = shown(sample())
    assert "! a remark" in text
    assert "· the name of a weapon: F-35" in text
    assert "proposed, not verified" in text
    assert "another subject is read there (EUR_CAN) (openai-compatible)" in text
    assert text.strip().splitlines()[-1].strip() == (
        "4 statements · 3 facts, 1 promise · 0 numbers not understood, 1 set aside"
    )


def test_text_without_a_day_and_statements_says_so() -> None:
    bare = replace(sample(), statements=(), document=replace(sample().document, published=None))
    text = " ".join(shown(bare).split())
    assert "! the document has no date, so words such as “last year” name no year; give it with --on" in text
    assert "0 statements · 0 numbers not understood, 1 set aside" in text


def test_lines_fit_the_width() -> None:
    for width in (40, 80):
        assert max(len(line.rstrip()) for line in shown(sample(), width).splitlines()) <= width
