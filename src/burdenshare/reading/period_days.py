"""Days and months: `13 March 2025`, `March 13`, `June 2025`, `in June`, weekdays."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from burdenshare.reading.period_model import PeriodMention, is_year, low_at, role_before
from burdenshare.reading.tokens import Token

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_WEEKS = {"last": -7, "this": 0, "next": 7}
_NEAR_DAYS = {"yesterday": -1, "tomorrow": 1}
DAY_OPENERS = DAYS.keys() | _NEAR_DAYS.keys() | _WEEKS.keys()
"""Every word a day named by a word can start with."""


def day_named(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`on Thursday` (the last one), `next Tuesday`, `yesterday`, `tomorrow`, `this week`, counted from `on`."""
    low = low_at(tokens, i)
    if on is None:
        return None
    if low in _WEEKS and low_at(tokens, i + 1) == "week":
        day = on + timedelta(days=_WEEKS[low])
        return PeriodMention(i, i + 2, "in", day.isoformat()[:7], "relative")
    if low in DAYS:
        back = (on.weekday() - DAYS[low]) % 7
        ahead = low_at(tokens, i - 1) in ("next", "coming") or _awaited(tokens, i)
        day = on + timedelta(days=(7 - back) if ahead else -back)
        return PeriodMention(i, i + 1, "in", day.isoformat(), "relative")
    if low in _NEAR_DAYS:
        return PeriodMention(i, i + 1, "in", (on + timedelta(days=_NEAR_DAYS[low])).isoformat(), "relative")
    return None


def _awaited(tokens: list[Token], i: int) -> bool:
    """`talks before Wednesday's gathering`, `days ahead of Friday's summit`: a day that has not come; not `a day before
    Wednesday's vote`, which counts back from one gone by."""
    if not tokens[i].possessive:
        return False
    at = i - 1 if low_at(tokens, i - 1) == "before" else i - 2
    led = at == i - 1 or (low_at(tokens, at) == "ahead" and low_at(tokens, i - 1) == "of")
    return led and low_at(tokens, at - 1) not in _COUNTED_BACK


_COUNTED_BACK = frozenset({"day", "evening", "night", "hours", "week", "just", "shortly"})


def calendar_day(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`13 March 2025`, `March 13`, `June 2025`, `in June`."""
    low = low_at(tokens, i)
    month = _month_behind_days(tokens, i)
    if month:
        return _dated(tokens, i, month + 1, MONTHS[low_at(tokens, month)], _day(tokens, i), on)
    if (
        tokens[i].kind == "number"
        and low_at(tokens, i + 1) == "of"
        and low_at(tokens, i + 2) in MONTHS
        and tokens[i].text.rstrip("stndrh").isdecimal()
    ):
        return _dated(tokens, i, i + 3, MONTHS[low_at(tokens, i + 2)], int(tokens[i].text.rstrip("stndrh")), on)
    if tokens[i].kind == "number" and low_at(tokens, i + 1) in MONTHS and tokens[i].text.rstrip("stndrh").isdecimal():
        return _dated(tokens, i, i + 2, MONTHS[low_at(tokens, i + 1)], int(tokens[i].text.rstrip("stndrh")), on)
    if low not in MONTHS or not tokens[i].capital:
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.text == "." and i + 2 < len(tokens) and tokens[i + 2].kind == "number":
        return _month_day(tokens, i, i + 2, on)
    return _month_day(tokens, i, i + 1, on)


_DAYS_JOINED = frozenset({"-", "/", "and", "to", "till", "until", "through"})
_BEHIND_DAYS = frozenset({"in", "at", "for", "with", "the", "when", "as", "will", "is", "was", "where", "nato"})


def _day(tokens: list[Token], i: int) -> int:
    """The day of a month at token `i` (`24`, `24th`), 0 where it is none."""
    digits = tokens[i].text.rstrip("stndrh") if i < len(tokens) and tokens[i].kind == "number" else ""
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _month_behind_days(tokens: list[Token], i: int) -> int:
    """Where the month stands in `24 to 26 June`, `11 and 12 July`, `4-5 September`: the first day dates it; else 0."""
    first, second = _day(tokens, i), _day(tokens, i + 2)
    return i + 3 if 0 < first < second and _joined(tokens, i + 1) and low_at(tokens, i + 3) in MONTHS else 0


def _joined(tokens: list[Token], at: int) -> bool:
    return low_at(tokens, at) in _DAYS_JOINED


def _second_day(tokens: list[Token], at: int) -> int:
    """Where the second day of `July 11-12`, `June 24 and 25 in The Hague` ends; 0 where none stands behind `at`."""
    if not _joined(tokens, at + 1) or not 0 < _day(tokens, at) < _day(tokens, at + 2):
        return 0
    behind = tokens[at + 3] if at + 3 < len(tokens) else None
    closed = behind is None or behind.kind == "mark" or behind.low in _BEHIND_DAYS or is_year(behind)
    return at + 3 if closed or tokens[at + 1].text == "-" else 0


def _month_day(tokens: list[Token], i: int, at: int, on: date | None) -> PeriodMention | None:
    month = MONTHS[low_at(tokens, i)]
    if at < len(tokens) and tokens[at].kind == "number" and not is_year(tokens[at]):
        digits = tokens[at].text.rstrip("stndrh")
        if digits.isdecimal() and 1 <= int(digits) <= 31:
            return _dated(tokens, i, _second_day(tokens, at) or at + 1, month, int(digits), on)
    if low_at(tokens, at) == "of" and at + 1 < len(tokens) and is_year(tokens[at + 1]):
        at += 1  # "March of 2024"
    if at < len(tokens) and is_year(tokens[at]):
        first, role = role_before(tokens, i)
        return PeriodMention(first, at + 1, role, f"{tokens[at].text}-{month:02d}", "explicit")
    if low_at(tokens, i) in ("may", "march", "mar", "sun", "sat") and low_at(tokens, i - 1) not in (
        "in",
        "since",
        "by",
        "last",
        "next",
        "this",
        "of",
        "until",
        "the",
        "early",
        "start",
        "beginning",
        "outset",
        "late",
        "mid",
        "from",
    ):
        return None
    first, role = role_before(tokens, i)
    if low_at(tokens, i - 1) in ("last", "next", "this"):
        first = i - 1
    return PeriodMention(first, i + 1, role, _nearest_month(tokens, i, month, on), "relative")


def _nearest_month(tokens: list[Token], i: int, month: int, on: date | None) -> str:
    """The month's year is left open (`--06`) unless a word fixes it; the calendar decides later."""
    if on is None:
        return f"--{month:02d}"
    if low_at(tokens, i - 1) == "next":
        return f"{on.year + (1 if month <= on.month else 0)}-{month:02d}"
    if low_at(tokens, i - 1) == "last":
        return f"{on.year - (1 if month >= on.month else 0)}-{month:02d}"
    return f"--{month:02d}"


def _nearest_year(month: int, day: int, on: date) -> int:
    """The year that brings a day without a year nearest to the document's day."""
    days = [date(year, month, min(day, 28)) for year in (on.year - 1, on.year, on.year + 1) if 1 <= year <= 9999]
    return min(days, key=lambda candidate: abs((candidate - on).days)).year


def _dated(tokens: list[Token], first: int, last: int, month: int, day: int, on: date | None) -> PeriodMention | None:
    if not 1 <= day <= 31:
        return None
    at = last + 1 if low_at(tokens, last) == "," else last
    year: int | None = None
    if at < len(tokens) and is_year(tokens[at]):
        year, last = int(tokens[at].text), at + 1
    elif on is not None:
        year = _nearest_year(month, day, on)
    try:
        value = date(year, month, day).isoformat() if year else f"--{month:02d}-{day:02d}"
    except ValueError:
        return None
    start, role = role_before(tokens, first)
    return PeriodMention(start, last, role, value, "explicit")
