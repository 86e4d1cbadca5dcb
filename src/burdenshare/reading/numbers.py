"""Numbers in digits and words, before any unit: `1,234.5`, `twenty-three`, `half a trillion`, `two-thirds`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from burdenshare.quick import quick
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import Token


@quick
@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first`..`last` (exclusive). `value` includes the scale; `step` is the size of one unit
    of the last printed digit; `kind` is cardinal, fraction, ordinal or dozen."""

    first: int
    last: int
    value: float
    step: float
    kind: str = "cardinal"
    digits: bool = True
    scale: float = 1.0


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, float]]:
    return {name: {word: float(value) for word, value in rows.items()} for name, rows in load_table("numbers").items()}


@lru_cache(maxsize=1)
def number_openers() -> frozenset[str]:
    """Every word a number can start with."""
    tables = _tables()
    return frozenset(tables["units"]) | frozenset(tables["tens"]) | {"a", "an", "half"}


def number_at(tokens: list[Token], i: int) -> Number | None:
    """The longest number that starts at token `i`, or None."""
    token = tokens[i]
    if token.kind == "number":
        return None if _of_a_type(tokens, i) else _digits(tokens, i)
    if token.low not in number_openers() or token.kind != "word":
        return None
    return _fraction(tokens, i) or _words(tokens, i)


def _of_a_type(tokens: list[Token], i: int) -> bool:
    """`150 B61 bombs`, `F16 jets`, `T72 tanks`: right behind one capital letter, digits name a type and count nothing;
    with a scale behind them the letter is a currency (`R10 million`), and `G7` is a group."""
    front = tokens[i - 1] if i else None
    if front is None or front.end != tokens[i].start or len(front.text) != 1 or not front.capital or front.low == "g":
        return False
    return i + 1 >= len(tokens) or scale_of(tokens[i + 1].low) is None


def scale_of(word: str) -> float | None:
    """The factor of a scale word (`bn` → 1e9), else None."""
    return _tables()["scales"].get(word)


def multiples() -> frozenset[str]:
    """Every word that is a factor by itself."""
    return frozenset(_tables()["multiples"])


def multiple_of(word: str) -> float | None:
    """The factor said in one word (`doubled` → 2), else None."""
    return _tables()["multiples"].get(word)


@lru_cache(maxsize=4096)
def parse_digits(text: str) -> tuple[float, float] | None:
    """(value, size of one unit of the last digit) of a number in digits with either separator."""
    commas, dots = text.count(","), text.count(".")
    if commas and dots:
        decimal = "," if text.rfind(",") > text.rfind(".") else "."
        text = text.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    elif commas:
        head, _, tail = text.rpartition(",")
        if len(tail) == 3 and head != "0":
            text = text.replace(",", "")
        elif commas == 1:
            text = text.replace(",", ".")  # decimal comma: 4,12
        else:
            return None
    elif dots > 1:
        if any(len(group) != 3 for group in text.split(".")[1:]):
            return None
        text = text.replace(".", "")
    if text.count(".") > 1:
        return None  # "1.9,2.1": two numbers that a broken text has joined
    decimals = len(text.partition(".")[2])
    if len(text) > 18 or not text.replace(".", "").isdecimal():
        return None
    return float(text), 10.0**-decimals


_GROUP_OF_THREE = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _thousands_by_dot(tokens: list[Token], i: int) -> bool:
    """`77.100 men`, `110.800 soldiers`: three digits behind a dot, and people are counted in whole numbers."""
    return bool(_GROUP_OF_THREE.fullmatch(tokens[i].text)) and _low(tokens, i + 1) in _HEADS


_HEADS = word_list("heads_counted")


def _digits(tokens: list[Token], i: int) -> Number | None:
    text = tokens[i].text
    if text[-1:].isalpha() and len(text) > 9:
        return None
    vulgar = _VULGAR.get(text[-1:], 0.0)
    if vulgar and text[:-1].isdecimal() and len(text) <= 9:
        return _scaled(tokens, i, i + 1, float(text[:-1]) + vulgar, 0.25, True)
    text = _grouped(tokens, i)
    if text != tokens[i].text:
        parsed = parse_digits(text)
        last = i + text.count(",") + 1
        return _scaled(tokens, i, last, *parsed, True) if parsed else None
    if text[-1:].isalpha():
        return Number(i, i + 1, float(text.rstrip("stndrh").replace(",", "").replace(".", "")), 1.0, "ordinal")
    if _thousands_by_dot(tokens, i):
        text = text.replace(".", "")
    parsed = parse_digits(text)
    if parsed is None:
        return None
    value, step = parsed
    last = i + 1
    if _low(tokens, last) == "dozen":
        return Number(i, last + 1, value * 12, 12.0, "dozen")
    part = and_a_part(tokens, last) if step == 1.0 and value < 100 else None
    if part is not None:  # "1-and-a-quarter percent", "2 and a half"
        return _scaled(tokens, i, part[2], value + part[0], part[1], True)
    return _scaled(tokens, i, last, value, step, True)


_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _grouped(tokens: list[Token], i: int) -> str:
    """`34 500 million`, `1 500 000 euros`: groups of three digits parted by one space, joined by commas."""
    text = tokens[i].text
    if not (text.isdecimal() and len(text) <= 3) or text.startswith("0"):
        return text
    at = i + 1
    while at < len(tokens) and len(tokens[at].text) == 3 and tokens[at].text.isdecimal():
        if tokens[at].start - tokens[at - 1].end != 1:
            break
        text += "," + tokens[at].text
        at += 1
    return text


def _words(tokens: list[Token], i: int) -> Number | None:
    tables = _tables()
    low = tokens[i].low
    if low == "half":
        return _half_of_scale(tokens, i, i + 1)
    if low in ("a", "an") and _low(tokens, i + 1) in ("dozen", "hundred", "thousand", "million", "billion", "trillion"):
        return _a_scale(tokens, i)
    value, last = _small(tokens, i, tables)
    if last == i:
        return None
    if _low(tokens, last) == "hundred":
        value *= 100
        last += 1
        rest_at = last + 1 if _low(tokens, last) == "and" else last
        rest, after = _small(tokens, rest_at, tables)
        if after > rest_at:
            value, last = value + rest, after
    if _low(tokens, last) == "dozen":
        return Number(i, last + 1, value * 12, 12.0, "dozen", False)
    more, step, last = _spoken_decimals(tokens, last) or and_a_part(tokens, last) or (0.0, 1.0, last)
    return _scaled(tokens, i, last, value + more, step, False)


def _spoken_decimals(tokens: list[Token], at: int) -> tuple[float, float, int] | None:
    """`one point two`, `one-point-four`, `two point one five`: (decimals, step, where they end)."""
    hyphen = _text(tokens, at) == "-"
    at += hyphen
    if _low(tokens, at) != "point":
        return None
    tables = _tables()
    digits, last = "", at + 1
    while len(digits) < 3:
        start = last + (_text(tokens, last) == "-")
        low = _low(tokens, start)
        small, after = (0.0, start + 1) if low == "oh" else _small(tokens, start, tables)
        if after == start or (digits and small > 9):
            break
        digits, last = digits + f"{small:.0f}", after
    return (float("0." + digits), 10.0 ** -len(digits), last) if digits else None


def and_a_part(tokens: list[Token], at: int) -> tuple[float, float, int] | None:
    """What `and a half` adds to the number before it (`two and a half`, `one-and-a-quarter`, `two and three quarters`):
    (the part, step, where it ends)."""
    steps: list[str] = []
    end = at
    while len(steps) < 3:
        end += _text(tokens, end) == "-"
        steps.append(_low(tokens, end))
        end += 1
    if steps[0] != "and":
        return None
    tables = _tables()
    low, bottom = steps[1], tables["denominators"].get(steps[2])
    top = 1.0 if low in ("a", "one") else tables["units"].get(low, 0.0)
    if bottom not in (2.0, 3.0, 4.0) or not 0 < top < bottom:
        return None
    return top / bottom, 0.5 if bottom == 2.0 else 0.25, end


def _small(tokens: list[Token], i: int, tables: dict[str, dict[str, float]]) -> tuple[float, int]:
    """A number word below 100 at `i`: (value, next token), or (0, i)."""
    low = _low(tokens, i)
    if low in tables["units"]:
        return tables["units"][low], i + 1
    if low not in tables["tens"]:
        return 0.0, i
    value, last = tables["tens"][low], i + 1
    unit_at = last + 1 if _text(tokens, last) == "-" else last
    unit = tables["units"].get(_low(tokens, unit_at), 0.0)
    if 0 < unit < 10:
        return value + unit, unit_at + 1
    return value, last


def _a_scale(tokens: list[Token], i: int) -> Number:
    low = tokens[i + 1].low
    if low == "dozen":
        return Number(i, i + 2, 12.0, 12.0, "dozen", False)
    factor = _tables()["scales"][low]
    return _scaled(tokens, i, i + 2, factor, factor, False)


def _half_of_scale(tokens: list[Token], i: int, last: int) -> Number | None:
    if _low(tokens, last) in ("a", "an") and _low(tokens, last + 1) in ("dozen", "million", "billion", "trillion"):
        scale = 12.0 if _low(tokens, last + 1) == "dozen" else _tables()["scales"][_low(tokens, last + 1)]
        return Number(i, last + 2, scale / 2, scale / 2, "dozen" if scale == 12.0 else "cardinal", False, scale)
    of = _low(tokens, last) == "of"
    if _low(tokens, last + of) in ("a", "one") and _low(tokens, last + of + 1) in ("percent", "per", "percentage"):
        return Number(i, last + of + 1, 0.5, 0.1, "cardinal", False)  # "half a percent", "half of one per cent"
    return Number(i, last, 0.5, 0.5, "fraction", False)


def _fraction(tokens: list[Token], i: int) -> Number | None:
    """`two-thirds`, `a third`, `one quarter`, `three out of four`, `one in three`."""
    tables = _tables()
    low = tokens[i].low
    top = 1.0 if low in ("a", "an") else tables["units"].get(low)
    if top is None or top == 0:
        return None
    at = i + 2 if _text(tokens, i + 1) == "-" else i + 1
    bottom = tables["denominators"].get(_low(tokens, at))
    if bottom is None and low not in ("a", "an"):
        return _one_in(tokens, i, top)
    if bottom is None or (bottom == 2 and top != 1) or top >= bottom + 0.5:
        return None
    if (
        low in ("a", "an", "one")
        and bottom > 2
        and _low(tokens, at + 1) in ("country", "nation", "time", "year", "term")
    ):
        return None  # "a third country": an ordinal
    if low in ("a", "an") and bottom == 2 and _text(tokens, i + 1) == "-":
        return None
    if _low(tokens, at + 1) == "of" and _low(tokens, at + 2) in ("a", "one") and scale_of(_low(tokens, at + 3)):
        scale = scale_of(_low(tokens, at + 3)) or 1.0
        return Number(i, at + 4, top / bottom * scale, scale / bottom, "cardinal", False, scale)
    return Number(i, at + 1, top / bottom, 1 / bottom, "fraction", False)


_SHARED = word_list("parted_heads")


def _one_in(tokens: list[Token], i: int, top: float) -> Number | None:
    """`one in three`, `two out of every three`, `one ally in three`."""
    at = i + 1
    at += _low(tokens, at) in _SHARED
    if _lows(tokens, at, 2) == ["out", "of"]:
        at += 2
    elif _low(tokens, at) == "in":
        at += 1
    else:
        return None
    at += _low(tokens, at) == "every"  # "two out of every three"
    bottom = _tables()["units"].get(_low(tokens, at), 0.0)
    if not (top < bottom <= 10) or bottom < 3 or _low(tokens, at + 1) in ("years", "months", "days", "of"):
        return None
    return Number(i, at + 1, top / bottom, 1 / bottom, "fraction", False)


def _scaled(tokens: list[Token], i: int, last: int, value: float, step: float, digits: bool) -> Number:
    """Apply a scale word behind the number (`485 billion`, `30bn`, `$1.2 trillion`)."""
    low = _low(tokens, last)
    if _text(tokens, last) == "-" and scale_of(_low(tokens, last + 1)) and len(_low(tokens, last + 1)) > 2:
        low, last = _low(tokens, last + 1), last + 1  # "a 500-billion-euro plan"
    scale = scale_of(low)
    if scale is None or low == "hundred" or (len(low) == 1 and not _letter_scale(tokens, i, last)):
        return Number(i, last, value, step, "cardinal", digits)
    number = Number(i, last + 1, value * scale, step * scale, "cardinal", digits, scale)
    return _with_rest(tokens, number) if scale >= 1e9 and digits else number


def _with_rest(tokens: list[Token], number: Number) -> Number:
    """`1 billion 83 million`: the rest in a smaller scale belongs to the same number."""
    at = number.last
    if not (at + 1 < len(tokens) and tokens[at].kind == "number"):
        return number
    rest, scale = parse_digits(tokens[at].text), scale_of(_low(tokens, at + 1))
    if rest is None or scale is None or not 1e3 <= scale < number.scale or rest[0] >= number.scale / scale:
        return number
    return replaced(number, last=at + 2, value=number.value + rest[0] * scale, step=rest[1] * scale)


def _letter_scale(tokens: list[Token], i: int, last: int) -> bool:
    """`$700m`, `EUR 5m`: a lone letter is a scale only right behind the digits of money."""
    behind = _lows(tokens, last + 1, 2)
    if tokens[last].low == "m" and (behind == ["of", "them"] or (behind and behind[0] in _HEADS)):
        return True  # "1.35 m of them", "2.9m citizens"
    if tokens[last].start != tokens[last - 1].end:
        return False
    before = tokens[i - 1].text if i else ""
    return before in _money_signs() or tokens[last].low == "k" or _low(tokens, last + 1) in _HEADS


@cache
def _money_signs() -> frozenset[str]:
    """What stands in front of a sum: `€`, `EUR 247m`."""
    units = load_table("units")
    return frozenset({"$", *units["signs"], *units["codes"]})


def _low(tokens: list[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _text(tokens: list[Token], i: int) -> str:
    return tokens[i].text if 0 <= i < len(tokens) else ""


def _lows(tokens: list[Token], i: int, count: int) -> list[str]:
    return [token.low for token in tokens[i : i + count]]
