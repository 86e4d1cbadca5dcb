"""Time in words: years, months, days, `last year`, `since 2014`, `since Trump took office`, `76 years ago`."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from burdenshare.reading.numbers import number_at, number_openers
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
FIRST_YEAR, LAST_YEAR = 1940, 2070


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period at tokens `first`..`last`. `value` is ISO text, empty where the document's day is needed but unknown.

    `role`: in, since, by, versus (a comparison: `compared with 2023`, `a year earlier`), from, to, ago, now.
    `source`: explicit, relative, now. `years_ago` counts for `76 years ago`.
    """

    first: int
    last: int
    role: str
    value: str
    source: str
    years_ago: tuple[float, float] | None = None
    event: str = ""


def find_periods(tokens: list[Token], on: date | None) -> list[PeriodMention]:
    """Every period of one sentence, in order; relative ones are counted from `on`."""
    found: list[PeriodMention] = []
    taken = 0
    for i, token in enumerate(tokens):
        if i < taken or (token.kind != "number" and token.low not in _FIRST):
            continue
        mention = _ago(tokens, i, on) or _relative(tokens, i, on) or _calendar(tokens, i, on) or _year(tokens, i)
        if mention is not None:
            found.append(mention)
            taken = mention.last
    return found


def _low(tokens: list[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _role_before(tokens: list[Token], i: int) -> tuple[int, str]:
    """(where the mention starts, role) from the words in front of a period at `i`."""
    back = [_low(tokens, i - n) for n in (1, 2, 3)]
    while back[0] in (
        "the",
        "start",
        "beginning",
        "outset",
        "early",
        "late",
        "mid",
        "-",
        "end",
        "of",
        "year",
        "fiscal",
        "financial",
        "in",
        "about",
    ):
        if back[0] == "in" and back[1] not in ("than", "to", "with", "from", "ago"):
            break
        i -= 1
        back = [_low(tokens, i - n) for n in (1, 2, 3)]
        if i <= 0:
            break
    if back[0] in ("since", "after"):
        return i - 1, "since"
    if back[0] in ("by", "until", "till", "before"):
        return i - 1, "by"
    if back[0] == "from":
        return i - 1, "from"
    if back[0] == "than" or (back[0] in ("to", "with") and back[1] in ("compared", "relative", "comparison")):
        return i - 1, "versus"
    if back[0] in ("over", "on", "against") and back[1] in (
        "increase",
        "rise",
        "up",
        "growth",
        "%",
        "percent",
        "cent",
        "more",
    ):
        return i - 1, "versus"
    if back[0] == "to":
        return i - 1, "to"
    if back[0] in ("in", "for", "during", "of", "on", "throughout"):
        return i - 1, "in"
    return i, "in"


def is_year(token: Token) -> bool:
    """Four plain digits in the range of years."""
    return (
        token.kind == "number"
        and len(token.text) == 4
        and token.text.isdecimal()
        and FIRST_YEAR <= int(token.text) <= LAST_YEAR
    )


_NOT_A_YEAR = word_list("never_years")


def _year(tokens: list[Token], i: int) -> PeriodMention | None:
    if _low(tokens, i + 1) in ("prices", "price", "dollars") or _low(tokens, i + 2) in ("prices", "dollars"):
        return None  # "at 2021 prices": a price basis
    if not is_year(tokens[i]) or _low(tokens, i + 1) in _NOT_A_YEAR or _low(tokens, i - 1) in ("$", "€", "£", "line"):
        return None
    value, last = tokens[i].text, i + 1
    if _low(tokens, i + 1) in ("/", "-") and i + 2 < len(tokens) and tokens[i + 2].kind == "number":
        second = tokens[i + 2].text
        if len(second) == 2 and int(second) == (int(value) + 1) % 100:
            return PeriodMention(
                _role_before(tokens, i)[0], i + 3, _role_before(tokens, i)[1], f"{value}/{int(value) + 1}", "explicit"
            )
        if is_year(tokens[i + 2]) and int(second) > int(value):
            return PeriodMention(i, i + 3, "in", f"{value}/{second}", "explicit")
    first, role = _role_before(tokens, i)
    bound = _low(tokens, i - 1) == "between" and _low(tokens, last) == "and"
    through = role == "from" and _low(tokens, last) in ("through", "until")
    if (bound or through) and last + 1 < len(tokens) and is_year(tokens[last + 1]) and tokens[last + 1].text > value:
        return PeriodMention(first - bound, last + 2, "in", f"{value}/{tokens[last + 1].text}", "explicit")
    if role == "from" and _low(tokens, last) == "to" and last + 1 < len(tokens) and is_year(tokens[last + 1]):
        return PeriodMention(first, last + 2, "in", f"{value}/{tokens[last + 1].text}", "explicit")
    return PeriodMention(first, last, role, value, "explicit")


_RELATIVE: tuple[tuple[tuple[str, ...], int | None, str], ...] = (
    (("last", "year"), -1, "in"),
    (("the", "previous", "year"), -1, "versus"),
    (("a", "year", "earlier"), -1, "versus"),
    (("the", "year", "before"), -1, "versus"),
    (("a", "year", "ago"), -1, "in"),
    (("this", "year"), 0, "in"),
    (("the", "current", "year"), 0, "in"),
    (("next", "year"), 1, "by"),
    (("a", "decade", "ago"), -10, "ago"),
    (("a", "decade", "earlier"), -10, "ago"),
    (("last", "decade"), None, "skip"),
    (("end", "of", "the", "decade"), 30, "by"),
    (("end", "of", "this", "decade"), 30, "by"),
)
_NOW = word_list("now_words")
_BY_FIRST_WORD = {words[0]: [row for row in _RELATIVE if row[0][0] == words[0]] for words, _, _ in _RELATIVE}
_FIRST = (
    number_openers()
    | _NOW
    | set(_BY_FIRST_WORD)
    | set(_MONTHS)
    | set(_DAYS)
    | {"at", "right", "last", "this", "yesterday", "over", "within", "in"}
)
"""Every word a period can start with: a sentence is searched only there."""


def _relative(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    low = _low(tokens, i)
    if low in _NOW or (low, _low(tokens, i + 1)) in (("at", "present"), ("right", "now")):
        return PeriodMention(i, i + (2 if low in ("at", "right") else 1), "now", "", "now")
    for words, offset, role in _BY_FIRST_WORD.get(low, ()):
        if tuple(_low(tokens, i + n) for n in range(len(words))) == words:
            if offset is None:
                return None
            value = _shifted(on, offset)
            first, said = _role_before(tokens, i)
            return PeriodMention(
                first, i + len(words), said if said in ("versus", "since", "by") else role, value, "relative"
            )
    if low in ("last", "this") and _low(tokens, i + 1) == "week" and on is not None:
        day = on - timedelta(days=7 if low == "last" else 0)
        return PeriodMention(i, i + 2, "in", day.isoformat()[:7], "relative")
    if low in _DAYS and on is not None:
        back = (on.weekday() - _DAYS[low]) % 7
        return PeriodMention(i, i + 1, "in", (on - timedelta(days=back)).isoformat(), "relative")
    if low in ("yesterday",) and on is not None:
        return PeriodMention(i, i + 1, "in", (on - timedelta(days=1)).isoformat(), "relative")
    return _horizon(tokens, i, on)


def _shifted(on: date | None, offset: int) -> str:
    if on is None:
        return ""
    return str((on.year // 10 + 1) * 10) if offset == 30 else str(on.year + offset)


def _horizon(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`over the next ten years`, `within a decade`, `in the next five years`: a due year counted from the day."""
    if _low(tokens, i) not in ("over", "within", "in") or on is None:
        return None
    at = i + 1
    while _low(tokens, at) in ("the", "next", "coming"):
        at += 1
    if _low(tokens, at) == "decade" and at > i + 1:
        return PeriodMention(i, at + 1, "by", str(on.year + 10), "relative")
    if (_low(tokens, at), _low(tokens, at + 1)) == ("a", "decade"):
        return PeriodMention(i, at + 2, "by", str(on.year + 10), "relative")
    number = number_at(tokens, at) if at < len(tokens) else None
    if (
        number is None
        or _low(tokens, number.last) not in ("years", "year")
        or (at == i + 1 and _low(tokens, i) == "in")
    ):
        return None
    if not 1 <= number.value <= 50 or _low(tokens, number.last + 1) == "of":
        return None
    return PeriodMention(i, number.last + 1, "by", str(on.year + round(number.value)), "relative")


def _ago(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    number = number_at(tokens, i)
    if number is None or number.kind != "cardinal":
        return None
    unit = _low(tokens, number.last)
    if unit in ("years", "year") and _low(tokens, number.last + 1) in ("ago", "earlier"):
        years = number.value
        value = str(on.year - round(years)) if on is not None and years < 1900 else ""
        return PeriodMention(i, number.last + 2, "ago", value, "relative", (years, years))
    return None


def _calendar(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`13 March 2025`, `March 13`, `June 2025`, `in June`."""
    low = _low(tokens, i)
    if (
        tokens[i].kind == "number"
        and _low(tokens, i + 1) == "of"
        and _low(tokens, i + 2) in _MONTHS
        and tokens[i].text.rstrip("stndrh").isdecimal()
    ):
        return _dated(tokens, i, i + 3, _MONTHS[_low(tokens, i + 2)], int(tokens[i].text.rstrip("stndrh")), on)
    if tokens[i].kind == "number" and _low(tokens, i + 1) in _MONTHS and tokens[i].text.rstrip("stndrh").isdecimal():
        return _dated(tokens, i, i + 2, _MONTHS[_low(tokens, i + 1)], int(tokens[i].text.rstrip("stndrh")), on)
    if low not in _MONTHS or not tokens[i].capital:
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.text == "." and i + 2 < len(tokens) and tokens[i + 2].kind == "number":
        return _month_day(tokens, i, i + 2, on)
    return _month_day(tokens, i, i + 1, on)


def _month_day(tokens: list[Token], i: int, at: int, on: date | None) -> PeriodMention | None:
    month = _MONTHS[_low(tokens, i)]
    if at < len(tokens) and tokens[at].kind == "number" and not is_year(tokens[at]):
        digits = tokens[at].text.rstrip("stndrh")
        if digits.isdecimal() and 1 <= int(digits) <= 31:
            return _dated(tokens, i, at + 1, month, int(digits), on)
    if _low(tokens, at) == "of" and at + 1 < len(tokens) and is_year(tokens[at + 1]):
        at += 1  # "March of 2024"
    if at < len(tokens) and is_year(tokens[at]):
        first, role = _role_before(tokens, i)
        return PeriodMention(first, at + 1, role, f"{tokens[at].text}-{month:02d}", "explicit")
    if _low(tokens, i) in ("may", "march", "mar", "sun", "sat") and _low(tokens, i - 1) not in (
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
    first, role = _role_before(tokens, i)
    if _low(tokens, i - 1) in ("last", "next", "this"):
        first = i - 1
    return PeriodMention(first, i + 1, role, _nearest_month(tokens, i, month, on), "relative")


def _nearest_month(tokens: list[Token], i: int, month: int, on: date | None) -> str:
    """The month's year is left open (`--06`) unless a word fixes it; the calendar decides later."""
    if on is None:
        return f"--{month:02d}"
    if _low(tokens, i - 1) == "next":
        return f"{on.year + (1 if month <= on.month else 0)}-{month:02d}"
    if _low(tokens, i - 1) == "last":
        return f"{on.year - (1 if month >= on.month else 0)}-{month:02d}"
    return f"--{month:02d}"


def _nearest_year(month: int, day: int, on: date) -> int:
    """The year that brings a day without a year nearest to the document's day."""
    days = [date(year, month, min(day, 28)) for year in (on.year - 1, on.year, on.year + 1)]
    return min(days, key=lambda candidate: abs((candidate - on).days)).year


def _dated(tokens: list[Token], first: int, last: int, month: int, day: int, on: date | None) -> PeriodMention | None:
    if not 1 <= day <= 31:
        return None
    at = last + 1 if _low(tokens, last) == "," else last
    year: int | None = None
    if at < len(tokens) and is_year(tokens[at]):
        year, last = int(tokens[at].text), at + 1
    elif on is not None:
        year = _nearest_year(month, day, on)
    try:
        value = date(year, month, day).isoformat() if year else f"--{month:02d}-{day:02d}"
    except ValueError:
        return None
    start, role = _role_before(tokens, first)
    return PeriodMention(start, last, role, value, "explicit")
