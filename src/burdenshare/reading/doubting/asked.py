"""Whether a promise that was read surely may be somebody else's or due another year: its own words do not name the
owner or the year, and another candidate is at hand. A net under all rules of targets, asked once of each promise, as
`hesitations.py` is asked of facts."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.doubting.lines import OF_LINES
from burdenshare.reading.doubting.of_all import OF_ALL
from burdenshare.reading.doubting.of_nobody import OF_NOBODY
from burdenshare.reading.doubting.of_one import OF_ONE
from burdenshare.reading.doubting.parties import OF_PARTIES
from burdenshare.reading.doubting.promise import Promise
from burdenshare.reading.doubting.some_of_all import SOME_OF_ALL
from burdenshare.reading.doubting.sums import OF_SUMS
from burdenshare.reading.doubting.undecided import UNDECIDED
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Statement
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced


def doubted(told: Statement, draft: Draft, parsed: list[Parsed], number: int, calendar: Calendar) -> Statement:
    """The promise, told as likely where its owner or its year is in doubt."""
    if told.kind is not Kind.PROMISE or told.likely or told.measure not in (_SHARE, *_SUMS):
        return told
    before = parsed[number - 1] if number else None
    promise = Promise(told, draft, parsed[number], before, calendar)
    owner = OF_ALL if told.subject == ("NATO",) else OF_ONE if told.subject else OF_NOBODY
    doubts = (*(OF_SUMS if told.measure in _SUMS else (*owner, *OF_LINES, *OF_PARTIES, *SOME_OF_ALL)), *UNDECIDED)
    return replaced(told, likely=True) if any(doubt(promise) for doubt in doubts) else told


_SHARE = "guideline"
_SUMS = frozenset({"expenditure", "expenditure_change", "extra_expenditure", "expenditure_growth"})
