"""Furniture of a page: left out of the reading, never out of the text, and no statement lost with it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.documents.furniture import blanked, furniture
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Span
from burdenshare.reading.read import read
from burdenshare.reading.tables import load_table
from burdenshare.record import Record

ROWS: list[dict[str, Any]] = load_table("furniture")["lines"]
STORY = "The alliance said on Thursday that Poland spent 4.12 percent of GDP on defence in 2024."


def left_out(text: str) -> list[str]:
    return [text[span.start : span.end] for span in furniture(text)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["example"]))
def test_example_of_a_row_goes_and_its_counterexample_stays(row: dict[str, Any]) -> None:
    assert left_out(f"{STORY}\n{row['example']}\n{STORY}") == [row["example"]]
    assert left_out(f"{STORY}\n{row['stays']}\n{STORY}") == []
    assert row["reason"]


def test_rows_are_known_to_the_code() -> None:
    assert {row["where"] for row in ROWS} == {"whole", "made_of", "label", "opens", "holds", "ends", "list"}
    assert {key for row in ROWS for key in row} == {"where", "words", "example", "stays", "reason", "figure", "credit"}
    assert {row.get("figure", "stays") for row in ROWS} == {"stays"}


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Germany to spend 3.5% of GDP on defence by 2029",
        "READ MORE | Allies at odds over 5%",
        "  → Read more: Allies at odds  ",
        "Also read: what 5% would cost",
        "Related: NATO allies agree on 5%",
        "Share this article",
        "[Share]",
        "Sign up to our newsletter",
        "Sign up for our daily newsletter",
        "This website uses cookies to make it better for you. Accept all",
        "Photograph: Omar Havana/Getty Images",
        "Photo by Omar Havana/Getty Images",
        "Getty Images",
        "(Getty Images)",
        "Soldiers of Latvia on exercise near Adazi. (AP Photo/Virginia Mayo)",
        "Mark Rutte at the headquarters in Brussels. REUTERS/Yves Herman",
        "ADVERTISEMENT",
        "Advertisement - continue reading below",
        "Facebook Twitter WhatsApp Email",
        "37 Comments",
        "Comments (37)",
        "5 min read",
        "© 2025 The Example. All rights reserved.",
    ],
)
def test_lines_of_pages_are_furniture(line: str) -> None:
    assert left_out(f"{STORY}\n\n{line}\n\n{STORY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        STORY,
        "Related spending rose to 1.5 percent of GDP.",
        "Related to this, 23 allies spent at least 2 percent.",
        "Share of GDP: 2.1 percent",
        "Sharing the burden: 23 of 32 allies spend 2 percent of GDP",
        "Read more closely, the pledge says 2 percent of GDP by 2024.",
        "Sign up to 5 percent, he told the allies.",
        "Photographs of the summit show Mark Rutte, the secretary general of NATO.",
        "The minister took credit: his party had asked for it.",
        "Live: Mark Rutte takes over as secretary general of NATO",
        "Join our alliance, the secretary general told the prime minister of Sweden.",
        "Sign up or pay up, President Donald Trump told the allies.",
        "Sponsored by Germany, the resolution condemned the invasion of Ukraine.",
        "Follow our example, said the president of Poland, Andrzej Duda.",
        "Mark Rutte, who said allies spend 2 percent of GDP. Photograph: Omar Havana/Getty Images",
        "The prime minister, Keir Starmer, will watch: he knows.",
        "Cookies were served to the 32 members of the alliance.",
        "Follow-up meetings are planned.",
        "Correction: an earlier version of this article said that Spain spent 1.5 percent of GDP.",
        "Video of the speech was shared by the ministry.",
        "Read more: " + "the words of a paragraph that a layout put on one line " * 9,
    ],
)
def test_statements_and_prose_stay(line: str) -> None:
    assert left_out(f"{STORY}\n{line}\n{STORY}") == []


@pytest.mark.parametrize("name", ["sentences.csv", "quantities.csv"])
def test_no_labelled_sentence_is_furniture(name: str) -> None:
    with (Path(__file__).parents[2] / "cases" / name).open(encoding="utf-8", newline="") as stream:
        cells = {cell for row in csv.reader(stream) for cell in row if cell.count(" ") > 2}
    assert len(cells) > 50
    assert [cell for cell in cells if furniture(cell)] == []


def test_headlines_below_most_read_go_until_a_sentence_ends() -> None:
    text = f"{STORY}\nMost read\nAllies at odds over 5% of GDP\n- Rutte in Kyiv\n{STORY}\nRutte in Kyiv\n"
    assert left_out(text) == ["Most read", "Allies at odds over 5% of GDP", "- Rutte in Kyiv"]


def test_headlines_stop_at_a_blank_line_and_at_a_long_list() -> None:
    assert left_out("Most read\n\nGermany: 2.1% of GDP\n") == ["Most read"]
    listed = "".join(f"Headline number {number}\n" for number in range(20))
    assert len(left_out("Most read\n" + listed)) == 9


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=5))
def test_blanking_keeps_every_offset(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) <= len(text)]
    found = blanked(text, spans)
    assert len(found) == len(text)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(found[at] == text[at] for at in range(len(text)) if at not in covered)
    assert all(found[at] in " \r\n" for at in covered)


@given(st.text(max_size=300))
def test_furniture_is_whole_lines_in_order(text: str) -> None:
    spans = furniture(text)
    assert list(spans) == sorted(spans)
    for span in spans:
        assert text[span.start : span.end].strip()
        assert not set(text[span.start : span.end]) & set("\r\n")


def test_furniture_is_shown_and_not_read_and_its_figures_are_accounted_for(record: Record) -> None:
    text = (
        f"13 February 2025\n\nRead more: Germany spent 1.9 percent of GDP on defence in 2024\n\n{STORY}\n5 min read\n"
    )
    reading = read(document_of(text), record)
    assert reading.document.text == text
    (statement,) = reading.statements
    assert text[statement.span.start : statement.span.end] == statement.text
    assert statement.subject == ("POL",)
    left = [one.text for one in reading.unaccounted if one.reason == "furniture of the page, not the article's"]
    assert left == [text.splitlines()[2]]


def test_furniture_in_the_middle_of_a_broken_paragraph_joins_nothing(record: Record) -> None:
    text = f"The alliance met in\nAdvertisement\nBrussels. {STORY}\n"
    assert [statement.subject for statement in read(document_of(text), record).statements] == [("POL",)]


def test_quotation_does_not_reach_into_furniture(record: Record) -> None:
    text = f'He said: "We will\nRead more: "Poland spends 4%" and more\n{STORY}\n'
    assert all("Read more" not in one.text for one in read(document_of(text), record).statements)


def test_front_matter_is_no_prose(record: Record) -> None:
    text = f"---\ntitle: Germany spent 1.9 percent of GDP on defence in 2024\ndate: 2025-02-13\n---\n\n{STORY}\n"
    reading = read(document_of(text), record)
    assert [statement.subject for statement in reading.statements] == [("POL",)]
    assert len(reading.unaccounted) == 1
