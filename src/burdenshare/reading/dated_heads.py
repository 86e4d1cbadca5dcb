"""Entries of a timeline: the day at the head (`24 February 2022: …`) is that of what the entry tells.

In such an entry the present tense is that of its day: offices are those of the day, and figures without a year those
of its year, as long as the paragraph lasts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced

_BEHIND_HEAD = frozenset({":", "–", "—", "|"})
_OPENING = frozenset({"_", "•", "*", "-", "–", "on", "in"})
_UNTOLD = ("now", "assumed", "carried")


@dataclass(frozen=True, slots=True)
class Head:
    """The day or year at the head of an entry, and the paragraph it rules."""

    value: str
    block: int


def head_of(parsed: Parsed, last: Head | None) -> Head | None:
    """The head in force for a sentence: its own, or that of its paragraph; None where there is none."""
    first = next((p for p in parsed.periods if p.source == "explicit" and p.value[:4].isdecimal()), None)
    if first is not None and all(low in _OPENING for low in parsed.lows[: first.first]):
        dated = any(token.kind == "number" and token.text == first.value[:4] for token in parsed.tokens[: first.last])
        if dated and parsed.lows[first.last : first.last + 1] != [] and parsed.lows[first.last] in _BEHIND_HEAD:
            return Head(first.value, parsed.sentence.block)
    return last if last is not None and last.block == parsed.sentence.block else None


def under_head(head: Head | None, draft: Draft, on: date | None) -> Draft:
    """The draft of an entry: offices of its day, figures without a year of its own of the entry's year."""
    if head is None or on is None or head.value >= on.isoformat()[: len(head.value)]:
        return draft
    if draft.kind is Kind.EVENT:
        today = draft.rule == "office held" and draft.period == on.isoformat() and draft.period_from == "relative"
        return replaced(draft, period=head.value, period_from="carried") if today else draft
    if draft.kind is not Kind.FACT or draft.period_from not in _UNTOLD or not draft.period.isdecimal():
        return draft
    return replaced(draft, period=head.value[:4], period_from="carried")
