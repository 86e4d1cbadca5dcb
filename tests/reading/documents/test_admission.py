"""Who may enter: words, English, and a day the record knows."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import DateError
from burdenshare.reading.inputs import document_of
from tests.reading.documents.files import PROSE

DAY = date(2025, 2, 13)


def test_option_wins_over_metadata_and_metadata_over_dateline() -> None:
    text = f"---\ndate: 2025-03-01\n---\n13 February 2025\n{PROSE}"
    assert document_of(text, on=date(2024, 1, 1)).published_from == "option"
    assert document_of(text, on=date(2024, 1, 1)).published == date(2024, 1, 1)
    assert document_of(text).published == date(2025, 3, 1)
    without = document_of(f"13 February 2025\n{PROSE}")
    assert (without.published, without.published_from) == (DAY, "dateline")


def test_text_without_a_day_has_none() -> None:
    document = document_of(PROSE)
    assert (document.published, document.published_from) == (None, "none")


def test_day_before_the_record_begins_is_refused() -> None:
    with pytest.raises(DateError, match="before the record begins"):
        document_of(PROSE, on=date(1949, 4, 3))
    with pytest.raises(DateError, match="before the record begins"):
        document_of(f"Date: 1 January 1940\n{PROSE}")
    assert document_of(PROSE, on=date(1949, 4, 4)).published == date(1949, 4, 4)
