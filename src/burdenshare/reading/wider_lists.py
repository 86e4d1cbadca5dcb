"""Lists of shares that hold countries outside the alliance: another body drew them up, whoever is not named."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced

SOURCE = "source"
"""The hole of a figure that is another body's."""
LISTED = 2
"""Bracketed figures of allies in one paragraph that make a list."""


def of_another_list(parsed: list[Parsed], drafts: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """`Poland (3.8 percent) and Spain (1.5 percent); by comparison, China allots 1.7 percent`: NATO counts no China, so
    the whole list is another's statistic, with a definition of its own."""
    wider = {parsed[n].sentence.block for n, d in drafts if d.measure == "military_expenditure" and d.unit == "%"}
    if not wider:
        return drafts
    rows = [(n, d) for n, d in drafts if parsed[n].sentence.block in wider and _row(parsed[n], d)]
    if len(rows) < LISTED:
        return drafts
    told = {id(d) for _, d in rows}
    return [(n, replaced(d, holes=d.holes | {SOURCE}) if id(d) in told else d) for n, d in drafts]


def _row(parse: Parsed, draft: Draft) -> bool:
    at = draft.focus[0]
    return draft.measure == "share_of_gdp" and at > 0 and parse.lows[at - 1] == "("
