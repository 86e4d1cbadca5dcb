"""The time an industry figure is of: a year, the end of a month, the end of a year, a span of years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Time:
    """An ISO period at tokens `first`..`last`; empty where the words name none."""

    value: str
    source: str
    first: int
    last: int


_CLOSES = frozenset({"closed", "ended", "finished", "closing", "ending"})
_ENDS = (("end", "of"), ("end", "-"), ("-", "end"), ("year", "end"), ("yearend",), ("close", "of"))


def times_in(parsed: Parsed, first: int, last: int, on: date | None) -> list[Time]:
    """Every time told inside tokens `first`..`last`, as far as it is understood."""
    spans = _short_spans(parsed.tokens, first, last)
    found = [
        Time(value, p.source, p.first, p.last)
        for p in parsed.periods
        if first <= p.first
        and p.last <= last
        and not _of_the_saying(parsed, p)
        and not any(s.first < p.last and p.first < s.last for s in spans)
        if (value := _value(parsed, p, on))
    ]
    return sorted([*spans, *_widest(found)], key=lambda one: one.first)


def _of_the_saying(parsed: Parsed, mention: PeriodMention) -> bool:
    """`Breton stated in June 2024 that capacity would reach 1.7 million by the end of 2024`: when it was said."""
    led = parsed.lows[mention.first - 1] if mention.first else ""
    return parsed.lows[mention.last : mention.last + 1] == ["that"] and led in _SAID


_SAID = frozenset({"said", "stated", "announced", "claimed", "declared", "promised", "reported", "told", "wrote"})


def _widest(found: list[Time]) -> list[Time]:
    """`from 2020 to 2024` is read as a span and as its ends: the span stays."""
    return [
        one
        for one in found
        if not any(o is not one and o.first <= one.first and one.last <= o.last and "/" in o.value for o in found)
    ]


def _value(parsed: Parsed, mention: PeriodMention, on: date | None) -> str:
    """The ISO period of a mention; a month without a year is the last one gone by, a year that closes its December."""
    value = mention.value
    if value.startswith("--") and value[2:4].isdecimal() and len(value) == 4 and on is not None:
        month = int(value[2:4])
        ahead = month > on.month and (
            mention.role == "by" or "by" in parsed.lows[max(0, mention.first - 5) : mention.first]
        )
        gone_by = on.year if month < on.month or ahead else on.year - 1
        return f"{_year_told(parsed, mention, on) or gone_by}-{value[2:4]}"
    if len(value) == 4 and value.isdecimal():
        return f"{value}-12" if _at_its_end(parsed, mention) else value
    return value if value[:4].isdecimal() else ""


def _year_told(parsed: Parsed, mention: PeriodMention, on: date) -> int:
    """`by March or April of this year`: the year that stands right behind a month without one; 0 where none does."""
    behind = parsed.lows[mention.last : mention.last + 5]
    behind = behind[2:] if behind[:1] == ["or"] else behind
    return (
        on.year + _YEARS[behind[1]] if behind[:1] == ["of"] and behind[2:3] == ["year"] and behind[1] in _YEARS else 0
    )


_YEARS = {"last": -1, "this": 0, "next": 1}


def _at_its_end(parsed: Parsed, mention: PeriodMention) -> bool:
    """`closed 2025 with`, `at the end of 2025`, `at year-end 2025`."""
    lows = parsed.lows[max(0, mention.first - 4) : mention.last - 1]
    inside = tuple(lows)
    ends = any(inside[i : i + len(one)] == one for one in _ENDS for i in range(len(inside)))
    return ends or bool(_CLOSES & set(lows[-3:]))


def _short_spans(tokens: list[Token], first: int, last: int) -> list[Time]:
    """`2021-25`, `2021–2025`: years told as a span."""
    found: list[Time] = []
    for i in range(first, min(last, len(tokens)) - 2):
        a, dash, b = tokens[i : i + 3]
        if dash.text not in ("-", "–", "—", "/", "to") or not (a.text.isdecimal() and b.text.isdecimal()):
            continue
        short = (4,) if dash.text == "to" else (2, 4)
        if len(a.text) == 4 and len(b.text) in short and a.text.startswith(("19", "20")):
            end = b.text if len(b.text) == 4 else a.text[:2] + b.text
            found.append(Time(f"{a.text}/{end}", "explicit", i, i + 3))
    return found


def year_before(period: str) -> str:
    """`2024` of `2025`, the same month a year earlier of a month; empty for a span."""
    return f"{int(period[:4]) - 1}{period[4:]}" if period[:4].isdecimal() and "/" not in period else ""
