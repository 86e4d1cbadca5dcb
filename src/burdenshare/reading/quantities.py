"""Quantities: a number with its hedge and unit, as an interval in base units; ranges and from–to pairs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from burdenshare.quick import quick
from burdenshare.reading.model import Interval
from burdenshare.reading.moved_ends import from_its_level, led_by_from
from burdenshare.reading.numbers import Number, and_a_part, multiple_of, multiples, number_at, number_openers
from burdenshare.reading.period_model import is_year
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie
from burdenshare.reading.widths import COMPARATORS, hedges, interval


@quick
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in one sentence.

    `unit` is `%`, `pp`, `bp`, an ISO currency code, `times` or empty (the noun behind decides). `first`..`last` are
    the tokens of hedge, number and unit; `core` those of number and unit. `role` is `from` or `to` inside a pair.
    """

    first: int
    last: int
    core: tuple[int, int]
    value: Interval
    unit: str
    comparator: str
    rule: str
    number: Number
    role: str = ""


@lru_cache(maxsize=1)
def _hedge_trie() -> Trie[str]:
    return Trie((words, hedge.rule) for words, hedge in hedges().items())


@lru_cache(maxsize=1)
def _currency_words() -> Trie[str]:
    return Trie(load_table("units")["words"].items())


@lru_cache(maxsize=1)
def _percent_words() -> Trie[str]:
    table = load_table("units")["percent"]
    rows = [(words, "%") for words in table["words"]] + [(words, "pp") for words in table["points"]]
    return Trie([*rows, *((words, "bp") for words in table["basis"])])


def quantities(tokens: list[Token], lows: list[str] | None = None) -> list[Quantity]:
    """Every quantity of one sentence, in order; the parts of a range are one quantity, of a from–to pair two. `lows`
    are the case-folded words of the tokens, where they are at hand."""
    raw: list[Quantity] = []
    taken = 0
    openers, codes, signs = _openers(), _letter_codes(), _signs()
    for i, token in enumerate(tokens):
        kind = token.kind
        if kind == "word":
            if token.low not in openers and token.text not in codes:
                continue
        elif kind == "mark" and token.text not in signs:
            continue
        if i < taken:
            continue
        found = _quantity_at(tokens, i)
        if found is not None:
            raw.append(found)
            taken = found.core[1]
    if not raw:
        return raw
    spans = _hedge_spans(tokens, [token.low for token in tokens] if lows is None else lows)
    return [_apply_hedge(tokens, one, spans) for one in (_ranges(tokens, raw) if len(raw) > 1 else raw)]


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Every lower-case word a quantity can start with."""
    return number_openers() | frozenset(multiples())


@lru_cache(maxsize=1)
def _letter_codes() -> frozenset[str]:
    """Letters in front of a sum of money: `PLN 186 billion`, `US$ 90 billion`."""
    table = load_table("units")
    return frozenset(table["codes"]) | frozenset(table["signs"]) | _PREFIXES


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    """Marks a quantity can start with: those of currencies, and a minus."""
    table = load_table("units")
    return frozenset(table["codes"]) | frozenset(table["signs"]) | {"-"}


_PREFIXES = frozenset({"US", "C", "CA", "A", "NZ", "U.S"})


def _quantity_at(tokens: list[Token], i: int) -> Quantity | None:
    factor = multiple_of(tokens[i].low) if tokens[i].kind == "word" else None
    if factor is not None:
        return _multiple(tokens, i, factor)
    if tokens[i].text == "-" and _sign(tokens, i):
        return _negative(tokens, i)
    start, unit = _currency_before(tokens, i)
    if start < len(tokens):
        number = number_at(tokens, start)
        if number is not None and number.kind != "ordinal":
            last, unit = (number.last, unit) if unit else _unit_after(tokens, number)
            nation = load_table("units")["dollars_of"].get(tokens[last].low) if last < len(tokens) else None
            if nation and tokens[i].text == "$":  # "$26.9 billion Canadian"
                return _plain(i, last + 1, number, nation)
            return _plain(i, last, number, unit)
    number = number_at(tokens, i)
    if number is None:
        return _percent_and_a_part(tokens, i)
    last, unit = (number.last, "ordinal") if number.kind == "ordinal" else _unit_after(tokens, number)
    return _plain(i, last, number, unit)


def _percent_and_a_part(tokens: list[Token], i: int) -> Quantity | None:
    """`a percent and a half`: the part stands behind the unit."""
    unit = _percent_words().longest(tokens, i + 1) if tokens[i].low == "a" else None
    part = and_a_part(tokens, unit[0]) if unit is not None and unit[1][0] == "%" else None
    if part is None:
        return None
    return _plain(i, part[2], Number(i, part[2], 1.0 + part[0], part[1], digits=False), "%")


def _sign(tokens: list[Token], i: int) -> bool:
    """A minus in front of digits, with space before it and none behind."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    free = i == 0 or (tokens[i - 1].end < tokens[i].start and tokens[i - 1].kind != "number")
    return free and following is not None and following.kind == "number" and following.start == tokens[i].end


def _negative(tokens: list[Token], i: int) -> Quantity | None:
    found = _quantity_at(tokens, i + 1)
    if found is None or found.unit != "%":
        return found
    number = replaced(found.number, value=-found.number.value)
    return replaced(found, first=i, core=(i, found.core[1]), number=number, value=interval(number, "plain"))


def _plain(first: int, last: int, number: Number, unit: str) -> Quantity:
    value = interval(number, "plain")
    return Quantity(first, last, (first, last), value, unit, "=", "plain", number)


def _multiple(tokens: list[Token], i: int, factor: float) -> Quantity:
    number = Number(i, i + 1, factor, 1.0, "cardinal", False)
    return replaced(_plain(i, i + 1, number, "times"), comparator="increase" if factor >= 1 else "decrease")


def _currency_before(tokens: list[Token], i: int) -> tuple[int, str]:
    """A sign or code in front of a number at `i`: (where the number starts, ISO code), or (beyond the end, "")."""
    table = load_table("units")
    text = tokens[i].text
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if text in table["signs"]:
        return i + 1, table["signs"][text]
    if following is not None and following.start == tokens[i].end and text.rstrip(".") in _PREFIXES:
        joined = text.replace(".", "") + following.text
        if joined in table["signs"]:
            return i + 2, table["signs"][joined]
    if text in table["codes"] and following is not None and following.kind == "number":
        return i + 1, table["codes"][text]
    return len(tokens), ""


def _unit_after(tokens: list[Token], number: Number) -> tuple[int, str]:
    """(end, unit) of a unit behind the number: percent, points, a currency word or code; else (number end, "")."""
    at = _past_suffix(tokens, number.last)
    if at < len(tokens) and (tokens[at].text == "-" or tokens[at].low in _MORE):
        at += 1
    elif number.scale > 1 and at < len(tokens) and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end:
        at += 1  # "935 bn. dollars"
    if at + 2 < len(tokens) and tokens[at].text == "[":  # an editor's unit: "an unprecedented 11 [percent]"
        noted = _percent_words().longest(tokens, at + 1)
        if noted is not None and noted[0] < len(tokens) and tokens[noted[0]].text == "]":
            return noted[0] + 1, noted[1][0]
    percent = _percent_words().longest(tokens, at)
    if percent is not None and not (percent[1][0] == "pp" and tokens[at].low == "points" and at == number.last + 1):
        return percent[0], percent[1][0]
    currency = _currency_words().longest(tokens, at)
    if currency is not None:
        return currency[0], currency[1][0]
    codes: dict[str, str] = load_table("units")["codes"]
    if at < len(tokens) and tokens[at].text in codes and number.digits:
        return at + 1, codes[tokens[at].text]
    if at < len(tokens) and tokens[at].text in ("€", "zł", "₺", "£") and number.digits:
        return at + 1, load_table("units")["signs"][tokens[at].text]
    if number.kind == "cardinal" and (
        (at < len(tokens) and tokens[at].low in ("times", "fold")) or _factor_before(tokens, number.first)
    ):
        return (at + 1 if at < len(tokens) and tokens[at].low in ("times", "fold") else number.last), "times"
    return _past_suffix(tokens, number.last), ""


@lru_cache(maxsize=1)
def _suffixes() -> dict[str, str]:
    return {word: row["rule"] for row in load_table("hedges")["suffix"] for word in row["words"]}


def _suffix_rule(tokens: list[Token], at: int) -> str:
    """The hedge joined to a number that ends at token `at`: `twenty-odd`, `20-plus`, `2%+`; else empty."""
    if at >= len(tokens) or tokens[at].text not in ("-", "+") or tokens[at].start != tokens[at - 1].end:
        return ""
    if tokens[at].text == "+":
        return _suffixes()["+"]
    if at + 1 >= len(tokens) or (at + 2 < len(tokens) and tokens[at + 2].text == "-"):
        return ""  # "the 5-plus-1 format"
    return _suffixes().get(tokens[at + 1].low, "")


def _past_suffix(tokens: list[Token], at: int) -> int:
    rule = _suffix_rule(tokens, at)
    return at if not rule else at + (1 if tokens[at].text == "+" else 2)


_MORE = frozenset({"additional", "extra", "more", "new", "further"})
"""What may stand between a number and its unit: `600 billion additional dollars`."""


def _factor_before(tokens: list[Token], first: int) -> bool:
    """`by a factor of two`, `multiplied by 1.6`."""
    front = [token.low for token in tokens[max(0, first - 6) : first]]
    return ("factor" in front and "of" in front[front.index("factor") :][1:2]) or front[-2:] == ["multiplied", "by"]


_MOVES = word_list("moving_verbs")
_JOINS = ("-", "to", "and", "or", "—", "/")


def _ranges(tokens: list[Token], raw: list[Quantity]) -> list[Quantity]:
    """Join `35 to 50`, `between 1.4 and 2 %`, `$30-40bn`, `three to five to seven`; mark `from … to …` pairs."""
    found: list[Quantity] = []
    i = 0
    while i < len(raw):
        here = raw[i]
        j = i + 1
        parts = [here]
        while j < len(raw) and _joined(tokens, parts[-1], raw[j], here):
            parts.append(raw[j])
            j += 1
        found.extend(_merge(tokens, parts))
        i = j
    return found


def _joined(tokens: list[Token], left: Quantity, right: Quantity, first: Quantity) -> bool:
    gap = [token.low for token in tokens[left.core[1] : right.core[0]]]
    if gap in (["years", "to"], ["year", "to"], ["years", "or"]) and not (left.unit or right.unit):
        return True  # "three years to five years"
    if gap == ["or", "even"]:
        gap = ["or"]  # "to 3.5% or even 4% of GDP"
    if len(gap) != 1 or gap[0] not in _JOINS or "times" in (left.unit, right.unit) or right.unit == "ordinal":
        return False
    if not left.unit and _of_a_year(tokens, left.core[0]) and not is_year(tokens[right.core[0]]):
        return False  # "from $8.5 billion in 2014 to $27 billion", "from nine in 2020 to 23 in 2024"
    if "fraction" in (left.number.kind, right.number.kind):
        return False
    opener = tokens[first.core[0] - 1].low if first.core[0] else ""
    if gap[0] == "and" and opener != "between":
        return False
    if gap[0] == "to" and ((opener == "by" and not _near_each_other(left, right)) or (opener in _MOVES and left.unit)):
        return False  # "by $1.3 billion to $13.5 billion", "grew 23.2 % to 2.0 %": a change and a level
    if gap[0] == "to" and opener == "from" and left.unit:
        return True
    if gap[0] == "to" and left.unit and (from_its_level(tokens, first.core[0]) or led_by_from(tokens, first.core[0])):
        return True
    if gap[0] == "to" and left.unit == right.unit == "%" and left.number.value >= right.number.value:
        return False  # "grew 23.2 % to 2.0 % of GDP": a rise and a level
    if gap[0] == "/" or (gap[0] in ("-", "—") and not _may_range(left, right)):
        return False
    if gap[0] == "to" and left.unit and right.unit and not _may_range(left, right):
        return False  # "grew 23.2 % to 2.0 % of GDP": a rise and a level
    return left.unit in ("", right.unit) or right.unit == ""


def _of_a_year(tokens: list[Token], at: int) -> bool:
    """`2014`, or the end of a fiscal year: `from $36.3 billion in 2022-23 to $51 billion in 2026-27`."""
    joined = at > 1 and tokens[at - 1].text in ("-", "/", "—") and is_year(tokens[at - 2])
    return is_year(tokens[at]) or joined


def _may_range(left: Quantity, right: Quantity) -> bool:
    return left.number.value / left.number.scale < right.number.value / right.number.scale


_SPREAD = 2.0
"""Ends of a range stand closer than this to each other: `by 50,000 to 60,000 troops`, not `by 5,000 to 180,000`."""


def _near_each_other(left: Quantity, right: Quantity) -> bool:
    """Whether two bare numbers, of which only the second may have a unit, are the ends of one range."""
    low, high = left.number.value, right.number.value
    if left.number.scale == 1.0 and right.number.scale != 1.0:
        low *= right.number.scale
    return not left.unit and 0 < low < high <= low * _SPREAD


_WIDE_OPENERS = frozenset({"somewhere", "anywhere", "anything"})
"""In front of `from … to …` these make a range of it: `anywhere from 3 to 3.5 per cent`."""


_SETS_ASIDE = frozenset({"allocate", "allocates", "devote", "devotes", "earmark", "invest", "need", "needs", "spend"})
"""In front of `from … to …` these move nothing: `will allocate from 5 to 6 percent annually` is a range."""


def _merge(tokens: list[Token], parts: list[Quantity]) -> list[Quantity]:
    if len(parts) == 1:
        return parts
    unit = next((part.unit for part in reversed(parts) if part.unit), "")
    scale = max(part.number.scale for part in parts)
    scaled = [_rescale(part, scale, unit) for part in parts]
    first, last = scaled[0], scaled[-1]
    opener = tokens[first.core[0] - 1].low if first.core[0] else ""
    front = tokens[first.core[0] - 2].low if first.core[0] > 1 else ""
    spent = opener == "from" and front in _SETS_ASIDE and _near_each_other(*parts[:2])
    wide = front in _WIDE_OPENERS or spent
    at = first.core[0]
    moved = opener == "from" or (first.unit and (from_its_level(tokens, at) or led_by_from(tokens, at)))
    if moved and len(parts) == 2 and not wide:
        return [replaced(first, role="from", unit=unit), replaced(last, role="to", unit=unit)]
    if moved and not wide and tokens[first.core[1]].low == "to":  # "from the current 2% to 3% or 3.5%"
        return [replaced(first, role="from", unit=unit), *(replaced(q, role="to") for q in _merge(tokens, parts[1:]))]
    values = [part.number.value for part in scaled]
    value = Interval(min(values), max(values), central=(min(values) + max(values)) / 2, kind="measure")
    start = first.core[0] - (1 if opener == "between" or spent else 0)
    return [
        Quantity(
            start,
            last.last,
            (start, last.core[1]),
            value,
            unit,
            "between",
            "range",
            replaced(last.number, kind="range"),
        )
    ]


def _rescale(part: Quantity, scale: float, unit: str) -> Quantity:
    """`$30-40bn`: the first number takes the scale of the last."""
    if part.number.scale != 1.0 or scale == 1.0 or part.number.value >= 1000:
        return replaced(part, unit=part.unit or unit)
    number = replaced(part.number, value=part.number.value * scale, step=part.number.step * scale, scale=scale)
    return replaced(part, number=number, unit=part.unit or unit, value=interval(number, "plain"))


def _hedge_spans(tokens: list[Token], lows: list[str]) -> list[tuple[int, int, str]]:
    trie = _hedge_trie()
    spans: list[tuple[int, int, str]] = []
    taken = 0
    for i in trie.begins(lows):
        best = trie.longest(tokens, i) if i >= taken else None
        if best is not None and lows[i : i + 2] == ["up", "to"] and i and lows[i - 1] in word_list("verbs_with_up_to"):
            continue  # "signed up to 5 percent" sets no ceiling
        if lows[i] == "as" and i and lows[i - 1] in _MULTIPLIED:
            continue  # "twice as much as €573 million next year" bounds nothing
        if lows[i] == "top" and not (i and lows[i - 1] in word_list("in_front_of_to_top")):
            continue  # "the top 2 percent", "on top"
        if best is not None:
            taken = best[0]
            spans.append((i, taken, best[1][0]))
    return spans


_MULTIPLIED = frozenset({"twice", "times", "thrice", "half"})
_BETWEEN_HEDGE_AND_NUMBER = word_list("hedge_gap")
_AFTER_ONLY = word_list("hedge_behind")


def _apply_hedge(tokens: list[Token], quantity: Quantity, spans: list[tuple[int, int, str]]) -> Quantity:
    if quantity.rule == "range" or quantity.unit == "ordinal":
        return quantity
    first = quantity.core[0]
    rule, start, last = "plain", first, quantity.last
    joined = _suffix_rule(tokens, quantity.number.last) or _suffix_rule(tokens, quantity.core[1])
    if joined and quantity.unit != "times":
        value = interval(quantity.number, joined)
        return replaced(
            quantity,
            last=max(last, _past_suffix(tokens, quantity.core[1])),
            value=value,
            comparator=COMPARATORS[joined],
            rule=joined,
        )
    for begin, end, name in reversed(spans):
        words = " ".join(token.low for token in tokens[begin:end])
        if words in _AFTER_ONLY and begin in (quantity.core[1], _past_output(tokens, quantity)):
            rule, last = name, end
            break
        if (
            end <= first
            and words not in _AFTER_ONLY
            and all(t.low in _BETWEEN_HEDGE_AND_NUMBER for t in tokens[_past_mark(tokens, begin, end) : start])
        ):
            rule = name if rule == "plain" else rule
            start = begin
            if rule != "plain":
                break
    if start == first and last == quantity.last:
        return quantity
    if quantity.unit == "times":
        low = quantity.value.central
        return replaced(quantity, first=start, value=_factor(low, rule), rule=rule)
    value = interval(quantity.number, rule)
    return replaced(quantity, first=start, last=last, value=value, comparator=COMPARATORS[rule], rule=rule)


def _past_mark(tokens: list[Token], begin: int, end: int) -> int:
    """Where the words go on behind a hedge that stands between marks of its own: `“at least” five percent`."""
    marked = begin > 0 and tokens[begin - 1].text in _MARKS and tokens[end : end + 1] and tokens[end].text in _MARKS
    return end + 1 if marked else end


_MARKS = frozenset({'"', "“", "”", "'", "‘", "’"})


def _past_output(tokens: list[Token], quantity: Quantity) -> int:
    """Where `of GDP` behind a percentage ends: `1.2 % of GDP or less` is bounded as `1.2 % or less` is."""
    end = quantity.core[1]
    words = [token.low for token in tokens[end : end + 3]]
    if quantity.unit != "%" or words[:1] != ["of"]:
        return end
    return end + 2 if words[1:2] == ["gdp"] else end + 3 if words[2:] == ["gdp"] and words[1] in _WHOSE else end


_WHOSE = frozenset({"its", "their", "national"})


def _factor(factor: float, rule: str) -> Interval:
    if rule in ("above", "well above", "at least"):
        return Interval(factor, math.inf, low_open=rule == "above", central=factor)
    if rule == "nearly":
        return Interval(factor * 0.85, factor, high_open=True, central=factor)
    return Interval(factor * 0.95, factor * 1.05, central=factor)


def as_count(quantity: Quantity) -> Quantity:
    """The same quantity read as a count: exact where no hedge widens it (SEMANTICS §4)."""
    if quantity.rule == "range":
        return quantity
    return replaced(quantity, value=interval(quantity.number, quantity.rule, count=True))
