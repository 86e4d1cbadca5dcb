"""The day or month a time phrase gives a happening: weekdays to come, today, months without a year."""

from __future__ import annotations

from datetime import date, timedelta

from burdenshare.reading.gleaning.happenings.words import words
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def told_day(parsed: Parsed, mention: PeriodMention, on: date | None) -> str:
    """ISO text of a mention beside a happening; empty where it dates none (`since`, an age, an open month)."""
    told = parsed.text(mention.first, mention.last)
    if on is not None and told in ("today", "on this day", "this day", "tonight", "this morning"):
        return on.isoformat()
    if mention.years_ago is not None or not mention.value[:4].isdecimal():
        return _month(mention, on)
    if "/" in mention.value or mention.role in ("by", "versus", "to", "later"):
        return ""
    if on is not None and told.split()[-1] in _WEEK and not told.startswith("last"):
        return _weekday(parsed, told.split()[-1], mention.value, on)
    return mention.value


def _month(mention: PeriodMention, on: date | None) -> str:
    """`on 27 March` of a text a few days later: the last such day gone by."""
    if on is None or not mention.value.startswith("--"):
        return ""
    month = int(mention.value[2:4])
    return f"{on.year if month <= on.month else on.year - 1}{mention.value[1:]}"


def _weekday(parsed: Parsed, word: str, value: str, on: date) -> str:
    """`leaders meet on Thursday`: the one to come where the words look ahead, else the last one."""
    if not any(t.low in words("looking_ahead") for t in parsed.tokens):
        return value
    return (on + timedelta(days=(_WEEK.index(word) - on.weekday()) % 7)).isoformat()
