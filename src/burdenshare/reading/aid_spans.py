"""Up to when a sum of help was counted: `up to February 2025` ends a sum that began with the war.

The sources tell such sums from the day some forces were put on alert; a month that ends one is not the month of it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from burdenshare.reading.context import Context
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_choice import When
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

BEGUN = "2022-01-24"
"""Where the sources' sums over the war begin."""
_WAR = ("2022", "2022-01", "2022-02")
"""Beginnings that mean the whole war."""
_BESIDE = 4
"""Words in front of a month within which the phrase that makes it an end begins."""
_TO = Trie((words, "to") for words in load_table("aid_spans")["up_to"]["words"])
_FROM = Trie((words, "from") for words in load_table("aid_spans")["from"]["words"])


def counted_to(context: Context) -> When | None:
    """The span that ends with a month or year gone by, in the sentence, else in the one right before it, from which it
    is carried; None where no end is told."""
    on = context.calendar.on
    if on is None:
        return None
    own = _ended(context.parsed, on, context.quantity.first)
    if own is not None or context.parsed.periods:
        return own
    before = context.previous
    near = before is not None and before.sentence.block == context.parsed.sentence.block
    told = _ended(before, on, len(before.tokens)) if before is not None and near else None
    return None if told is None else When(told.value, "carried")


def _ended(parsed: Parsed, on: date, at: int) -> When | None:
    """The span whose end is told nearest to token `at`."""
    ends = [p for p in parsed.periods if _led(parsed, p, _TO) or _second(parsed, p)]
    for p in sorted(ends, key=lambda p: abs(p.first - at)):
        last = _last_day(p, on)
        if last is not None and BEGUN < last.isoformat() <= on.isoformat():
            return When(f"{_beginning(parsed, p)}/{_written(last, _beginning(parsed, p))}", "explicit", p)
    return None


def _led(parsed: Parsed, mention: PeriodMention, phrases: Trie[str]) -> bool:
    """Whether a phrase of the table stands right in front of a month or year, or opens it."""
    for first in range(max(0, mention.first - _BESIDE), mention.last):
        found = phrases.longest(parsed.tokens, first)
        if found is not None and mention.first <= found[0] < mention.last:
            return True
    return False


def _second(parsed: Parsed, mention: PeriodMention) -> bool:
    """`between January 2025 and April 2025`: the second of two, whose first one is led in."""
    return _first_of_two(parsed, mention) is not None


def _first_of_two(parsed: Parsed, mention: PeriodMention) -> PeriodMention | None:
    for p in parsed.periods:
        between = parsed.lows[p.last : mention.last]
        joined = p is not mention and 0 <= mention.first - p.last <= 2 and _JOINING & set(between)
        if joined and (_led(parsed, p, _FROM) or p.role in ("from", "since")):
            return p
    return None


_JOINING = frozenset({"and", "to", "until", "through", "till"})


def _beginning(parsed: Parsed, end: PeriodMention) -> str:
    """Where the span begins: with the war, unless the words begin it later."""
    first = _first_of_two(parsed, end)
    begun = first or next((p for p in parsed.periods if p.role == "since" and not p.event and p is not end), None)
    if begun is not None and begun.value.startswith("--") and end.value[:4].isdecimal():
        return f"{end.value[:4]}-{begun.value[2:4]}"  # "from January to October 2025"
    if begun is None or begun.event or begun.value in _WAR or not begun.value[:4].isdecimal():
        return BEGUN
    month = begun.value[:7] if len(begun.value) >= len("2025-01") else f"{begun.value[:4]}-01"
    return month if month[:4] >= BEGUN[:4] else BEGUN


def _last_day(mention: PeriodMention, on: date) -> date | None:
    """The last day of the month or year; a month without a year is the last one gone by."""
    value = mention.value
    if value.startswith("--") and value[2:4].isdecimal():
        month = int(value[2:4])
        return _end_of(on.year - (month >= on.month), month)
    if not value[:4].isdecimal() or len(value) not in (4, 7, 10):
        return None
    if len(value) == len("2025-02-28"):
        return date.fromisoformat(value)
    return _end_of(int(value[:4]), int(value[5:7]) if len(value) > 4 else 12)


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _written(last: date, beginning: str) -> str:
    """The end as the sources write it: a day behind the whole war, a month behind a month."""
    return last.isoformat() if beginning == BEGUN else last.isoformat()[:7]
