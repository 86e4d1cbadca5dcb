"""Plain text and Markdown: the file itself is the text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DateError, DocumentError
from burdenshare.reading.inputs import document_of, load_document
from tests.reading.documents.files import PROSE, written


def test_text_stays_as_given(tmp_path: Path) -> None:
    given_text = "The members\r\n\tand  the\u200b allies of the “bloc”\r\n\r\n" + PROSE
    assert load_document(written(tmp_path, given_text)).text == given_text


def test_markdown_front_matter_gives_day_title_and_outlet(tmp_path: Path) -> None:
    text = "---\ntitle: 'More for defence'\ndate: 2025-02-13T10:00:00Z\nsource: The Example\n---\n\n" + PROSE
    document = load_document(written(tmp_path, text, "story.md"))
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")
    assert (document.title, document.outlet) == ("More for defence", "The Example")
    assert document.text == text


def test_markdown_heading_is_the_title() -> None:
    assert document_of("# More for defence #\n\n" + PROSE).title == "More for defence"


def test_line_of_two_million_characters() -> None:
    assert len(document_of("the allies spend " * 120_000).text) > 2_000_000


@given(st.text(min_size=1, max_size=200))
def test_any_string_is_read_as_given_or_refused_in_one_line(text: str) -> None:
    try:
        assert document_of(text).text == text
    except (DocumentError, DateError) as fault:
        assert "\n" not in fault.line()
