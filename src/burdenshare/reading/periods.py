"""Time in words: years, months, days, `last year`, `since 2014`, `over the next ten years`, `76 years ago`."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.numbers import number_at, number_openers
from burdenshare.reading.period_days import DAY_OPENERS, DAYS, MONTHS, calendar_day, day_named
from burdenshare.reading.period_fiscal import short_fiscal_year
from burdenshare.reading.period_model import PeriodMention, is_year, low_at, role_before
from burdenshare.reading.period_phrases import OPENERS, phrase
from burdenshare.reading.period_pledges import counted_from_the_pledge
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

__all__ = ["PeriodMention", "find_periods", "is_year"]

_NOW = word_list("now_words")
_COUNTING = number_openers()
_SPANNING = frozenset({"over", "in", "for", "during", "within", "the"})
_FIRST = (
    number_openers()
    | _NOW
    | OPENERS
    | set(MONTHS)
    | set(DAYS)
    | {"at", "right", "last", "this", "yesterday", "tomorrow", "over", "within", "in", "for", "during", "the"}
)
"""Every word a period can start with: a sentence is searched only there."""
_UNITS = {"year": 1, "years": 1, "decade": 10, "decades": 10}
"""Years in each word that a span or a horizon is counted in."""
_FIRST_WITHOUT_UNITS = _FIRST - (_SPANNING - _NOW - OPENERS - DAY_OPENERS - number_openers())
"""The same for a sentence without such a word, in which neither can stand: `in` and `the` start nothing there."""


def find_periods(tokens: list[Token], on: date | None) -> list[PeriodMention]:
    """Every period of one sentence, in order; relative ones are counted from `on`."""
    found: list[PeriodMention] = []
    taken = 0
    words = {token.low for token in tokens}
    first = _FIRST_WITHOUT_UNITS if words.isdisjoint(_UNITS) else _FIRST
    starts = [i for i, token in enumerate(tokens) if token.kind == "number" or token.low in first]
    counted = not words.isdisjoint(_COUNTED_FROM)
    for i in starts:
        mention = _period_at(tokens, i, on, tokens[i].kind == "number", counted) if i >= taken else None
        if mention is not None:
            found.append(mention)
            taken = mention.last
    return counted_from_the_pledge(tokens, found, on)


def _period_at(tokens: list[Token], i: int, on: date | None, digits: bool, counted: bool) -> PeriodMention | None:
    """The period that starts at token `i`: only those finders are asked that the token can open."""
    low = tokens[i].low
    mention = _ago(tokens, i, on) if counted and (digits or low in _COUNTING) else None
    if mention is None and (digits or low in _COUNTING) and low_at(tokens, i - 1) in _HAVING:
        mention = _left_to_reach(tokens, i, on)
    if mention is None and low in _FIRST:
        mention = _relative(tokens, i, on)
    if mention is None and (digits or low in MONTHS):
        mention = calendar_day(tokens, i, on)
    return _year(tokens, i) if mention is None and digits else mention


def _relative(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    low = tokens[i].low
    if low in _NOW or (low, low_at(tokens, i + 1)) in (("at", "present"), ("right", "now")):
        return PeriodMention(i, i + (2 if low in ("at", "right") else 1), "now", "", "now")
    mention = phrase(tokens, i, on) if low in OPENERS else None
    if mention is None and low in DAY_OPENERS:
        mention = day_named(tokens, i, on)
    if mention is None and low in _SPANNING:
        mention = _span(tokens, i, on) or _horizon(tokens, i, on)
    return mention


def _ago(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    number = number_at(tokens, i)
    if number is None or number.kind != "cardinal":
        return None
    unit = low_at(tokens, number.last)
    word = low_at(tokens, number.last + 1)
    if unit not in ("years", "year") or word not in _COUNTED_FROM:
        return None
    years = number.value
    back = _COUNTED_FROM[word] * round(years)
    shift = -round(years) if word != "later" else round(years)
    value = str(on.year + shift) if on is not None and years < 1900 else ""
    if word == "later":
        return PeriodMention(i, number.last + 2, "later", value, "relative", back=back)
    return PeriodMention(i, number.last + 2, "ago", value, "relative", (years, years), back=back)


_COUNTED_FROM = {"ago": 0, "earlier": 1, "later": -1}
"""Whether years are counted from the text's day (0) or from the figure told before."""


def _left_to_reach(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`now has ten years to get to 3.5 %`: due when they are over."""
    number = number_at(tokens, i)
    if number is None or number.kind != "cardinal" or on is None or not 1 <= number.value <= 20:
        return None
    if low_at(tokens, number.last) != "years" or low_at(tokens, number.last + 1) != "to":
        return None
    if low_at(tokens, number.last + 2) not in _REACHING:
        return None
    return PeriodMention(i, number.last + 1, "by", str(on.year + round(number.value)), "relative")


_HAVING = frozenset({"has", "have", "now"})
_REACHING = frozenset({"get", "reach", "rise", "climb", "hit", "meet", "raise", "increase", "achieve"})
_PAST_SPANS = frozenset({"past", "last", "previous", "preceding"})


def _span(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`over the last ten years` (since ten years ago), `in the decade to 2024` (2014 to 2024)."""
    at = i + (tokens[i].low != "the")
    if low_at(tokens, at) != "the":
        return None
    gone = low_at(tokens, at + 1) in _PAST_SPANS
    at += 2 if gone else 1
    years, last = _years(tokens, at)
    if not years:
        return None
    if low_at(tokens, last) in ("to", "until", "through") and last + 1 < len(tokens) and is_year(tokens[last + 1]):
        end = tokens[last + 1].text
        return PeriodMention(i, last + 2, "in", f"{int(end) - years}/{end}", "explicit")
    if not gone or on is None or years < 2:
        return None
    return PeriodMention(i, last, "since", str(on.year - years), "relative")


def _years(tokens: list[Token], at: int) -> tuple[int, int]:
    """(number of years, end) of `ten years`, `decade`, `two decades` at `at`; (0, at) where there is none."""
    if low_at(tokens, at) == "decade":
        return 10, at + 1
    number = number_at(tokens, at) if at < len(tokens) else None
    if number is None or number.kind != "cardinal" or not 1 <= number.value <= 60:
        return 0, at
    unit = low_at(tokens, number.last)
    factor = 0 if unit == "decade" else _UNITS.get(unit, 0)
    return round(number.value) * factor, number.last + 1


def _horizon(tokens: list[Token], i: int, on: date | None) -> PeriodMention | None:
    """`over the next ten years`, `within a decade`, `in the next five years`: a due year counted from the day."""
    if low_at(tokens, i) not in ("over", "within", "in") or on is None:
        return None
    if low_at(tokens, i) == "over" and low_at(tokens, i - 1) in _MORE_THAN:
        return None  # "has not met it in over 35 years": more than 35, and gone by
    at = i + 1
    while low_at(tokens, at) in ("the", "next", "coming"):
        at += 1
    if low_at(tokens, at) == "decade" and at > i + 1:
        return PeriodMention(i, at + 1, "by", str(on.year + 10), "relative")
    if (low_at(tokens, at), low_at(tokens, at + 1)) == ("a", "decade"):
        return PeriodMention(i, at + 2, "by", str(on.year + 10), "relative")
    number = number_at(tokens, at) if at < len(tokens) else None
    if (
        number is None
        or low_at(tokens, number.last) not in ("years", "year")
        or (at == i + 1 and low_at(tokens, i) == "in")
    ):
        return None
    if not 1 <= number.value <= 50 or low_at(tokens, number.last + 1) == "of":
        return None
    if low_at(tokens, at - 1) == "the" and low_at(tokens, number.last + 1) in _RUNNING_FROM:
        return None  # "up from 1.01 % in the nine years since 2014": years gone by
    return PeriodMention(i, number.last + 1, "by", str(on.year + round(number.value)), "relative")


_RUNNING_FROM = frozenset(
    {"since", "after", "following", "before", "to", "until", "between", "leading", "ending", "that"}
)
"""Behind `in the nine years` these tell which years they were."""
_MORE_THAN = frozenset({"in", "for", "of", "after", "by", "with", "to", "is", "was", "takes", "took"})
"""In front of `over` and a number these make it `more than`."""
_NOT_A_YEAR = word_list("never_years")


def _year(tokens: list[Token], i: int) -> PeriodMention | None:
    if not is_year(tokens[i]):
        return short_fiscal_year(tokens, i)
    if _no_year(tokens, i):
        return None
    value, last = tokens[i].text, i + 1
    if last < len(tokens) and tokens[last].low == "s" and tokens[last].start == tokens[i].end:
        return _decade(tokens, i)
    first, role = role_before(tokens, i)
    if low_at(tokens, last) in ("/", "-") and last + 1 < len(tokens) and tokens[last + 1].kind == "number":
        second = _second_year(tokens[last + 1], int(value))
        through = _fiscal_to(tokens, first, i, role) if second == int(value) + 1 else None
        if through is not None:
            return through
        split = second == int(value) + 1 and (tokens[last].text == "/" or _fiscal_near(tokens, i, last + 2))
        if split:
            return PeriodMention(first, last + 2, role, value, "explicit", fiscal=True)
        if second:
            short = len(tokens[last + 1].text) == 2
            return PeriodMention(
                first if short else i, last + 2, role if short else "in", f"{value}/{second}", "explicit"
            )
    return _from_to(tokens, first, i, role) or PeriodMention(
        first, last, role, value, "explicit", fiscal=_fiscal_near(tokens, i, last)
    )


_FISCAL = frozenset({"fiscal", "financial", "fy", "budget"})


def _fiscal_near(tokens: list[Token], first: int, last: int) -> bool:
    """`fiscal year 2025`, `FY2025`, `the 2024-25 financial year`; `its 2026 budget` is the budget of a year."""
    aside = first > 0 and tokens[first - 1].text in (",", "(")  # "this fiscal year, 2022-2023, spending is"
    front = {token.low for token in tokens[max(0, first - 2 - aside) : first]}
    behind = {token.low for token in tokens[last : last + 2]}
    return bool(_FISCAL & front - {"budget"} or _FISCAL & behind - {"budget"})


def _no_year(tokens: list[Token], i: int) -> bool:
    """`at 2021 prices` is a price basis, `$2014` a sum."""
    after = low_at(tokens, i + 1)
    if after in ("prices", "price", "dollars") or low_at(tokens, i + 2) in ("prices", "dollars"):
        return True
    if after in ("/", "-") and low_at(tokens, i + 3) in ("prices", "dollars"):
        return True  # "in 2024/25 prices"
    if low_at(tokens, i - 1) in _NAMED or (low_at(tokens, i - 1) == "nato" and after in _PROGRAMMES):
        return True  # "the NATO 2030 agenda", "Readiness 2030"
    return after in _NOT_A_YEAR or low_at(tokens, i - 1) in ("$", "€", "£", "line")


_NAMED = frozenset({"readiness", "horizon", "vision"})
"""In front of a year these make it a name: `the Readiness 2030 plan`."""
_PROGRAMMES = frozenset({"agenda", "initiative", "process", "strategy", "vision", "reflection", "proposals", "concept"})


def _second_year(token: Token, first: int) -> int:
    """The end of `2023/24`, `2014-2024`; 0 where it is none."""
    if len(token.text) == 2 and token.text.isdecimal() and int(token.text) == (first + 1) % 100:
        return first + 1
    return int(token.text) if is_year(token) and int(token.text) > first else 0


def _from_to(tokens: list[Token], first: int, i: int, role: str) -> PeriodMention | None:
    """`between 2014 and 2024`, `from 2014 to 2024`, `from 2014 through 2024`."""
    following = low_at(tokens, i + 1)
    between = low_at(tokens, i - 1) == "between" and following == "and"
    if not (between or (role == "from" and following in ("to", "through", "until"))):
        return None
    end = tokens[i + 2] if i + 2 < len(tokens) else None
    if end is None or not is_year(end) or (end.text <= tokens[i].text and following != "to"):
        return None
    return PeriodMention(first - between, i + 3, "in", f"{tokens[i].text}/{end.text}", "explicit")


def _fiscal_to(tokens: list[Token], first: int, i: int, role: str) -> PeriodMention | None:
    """`between 2009/10 and 2016/17`, `from 2014-15 to 2024-25`: from one fiscal year to another."""
    link, end = low_at(tokens, i + 3), i + 4
    opened = (low_at(tokens, i - 1) == "between" and link == "and") or (role == "from" and link == "to")
    if not opened or end + 2 >= len(tokens) or not is_year(tokens[end]) or tokens[end + 1].text not in ("/", "-"):
        return None
    if _second_year(tokens[end + 2], int(tokens[end].text)) != int(tokens[end].text) + 1:
        return None
    between = low_at(tokens, i - 1) == "between"
    return PeriodMention(first - between, end + 3, "in", f"{tokens[i].text}/{tokens[end].text}", "explicit")


def _decade(tokens: list[Token], i: int) -> PeriodMention | None:
    """`by the early 2030s` is due from their first year on; `in the 1990s` is no year."""
    first, role = role_before(tokens, i)
    year = int(tokens[i].text) + _WITHIN.get(low_at(tokens, i - 1), 0)
    return PeriodMention(first, i + 2, role, str(year), "explicit") if role == "by" else None


_WITHIN = {"mid": 5, "middle": 5, "late": 9, "-": 5}
"""Years of a decade gone where `by the late 2020s`, `by the mid-2030s` are due."""
