"""The town in front of a report, `THE HAGUE — Thirty-two leaders …`: where it was written, and nobody's government."""

from __future__ import annotations

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tokens import Token

_DASHES = frozenset({"—", "–", "-", "--"})
_HEAD = 12
"""Tokens within which a dateline ends: `BRUSSELS, June 25, 2025 (Reuters) -`."""


def without_dateline(subjects: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """The subjects without the capital that a dateline opens with."""
    first = subjects[0] if subjects else None
    if first is None or first.first or first.kind != "capital" or tokens[first.last - 1].possessive:
        return subjects
    dash = next((at for at in range(first.last, min(_HEAD, len(tokens))) if tokens[at].text in _DASHES), None)
    if dash is None or not _only_day_and_agency(tokens, first.last, dash):
        return subjects
    shouted = all(token.text.isupper() for token in tokens[: first.last])
    return subjects[1:] if shouted or not _aside(tokens, first.last, dash) else subjects


def _only_day_and_agency(tokens: list[Token], first: int, dash: int) -> bool:
    """Nothing, or a day, or an agency in brackets."""
    return all(token.capital or token.text[0].isdigit() or token.text in ",()./" for token in tokens[first:dash])


def _aside(tokens: list[Token], first: int, dash: int) -> bool:
    """`Paris – long a laggard – spends 2 %`: a second dash, standing free as the first does, makes an aside of it."""
    return first == dash and any(
        tokens[at].text in _DASHES and tokens[at].start > tokens[at - 1].end and tokens[at].end < tokens[at + 1].start
        for at in range(dash + 1, len(tokens) - 1)
    )
