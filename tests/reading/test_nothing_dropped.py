"""Every figure of a text is told by a statement or listed: none is dropped silently."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.reading.conftest import Read

ON = date(2025, 9, 10)
FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s?(?:%|percent|billion)")
TEXTS = [
    "Of all European allies, those in the east spend the most; Europe as a whole spent 2.0 percent of GDP in 2024.",
    "All allies spent at least 2 percent of GDP in 2024, and NATO spent 2.7 percent.",
    "Every ally but Spain meets it, and Spain spends 1.3 percent of GDP.",
    "Another 10 NATO members spend between 2 and 2.15 percent of GDP on defence.",
    "Among the EU-based allies, only Greece spends more than 2 percent of GDP, and none of the others 1.9 percent.",
    "Nobody spends 5 percent of GDP on defence, not even Poland with 4.1 percent.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_figure_is_dropped_silently(text: str, reading: Read) -> None:
    found = reading(text, ON)
    told = [(one.span.start, one.span.end) for one in found.statements]
    told += [(one.span.start, one.span.end) for one in found.unaccounted]
    lost = [m[0] for m in FIGURE.finditer(text) if not any(a <= m.start() < b for a, b in told)]
    assert lost == []
