"""Who an ally is held against: `than Italy`, `than France and Italy combined`, `than the next nine allies combined`."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.numbers import number_at
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table, word_list

REST, NEXT = "REST", "NEXT:"
_MEMBER = frozenset({"ally", "allies", "member", "members"})
_COUNTED = _MEMBER | {"spenders", "countries", "nations", "states"}
_ALLIANCE = frozenset({"alliance", "nato", "bloc"})
_EACH = frozenset({"every", "each", "any", "most", "many", "some", "other", "few"})
_BEFORE_NAMES = frozenset({"the", "both", "either", "all", "of", "two", "three", "four", "five"})
_JOINS = frozenset({"and", "or", ",", "&"})


@dataclass(frozen=True, slots=True)
class Others:
    """Codes, `REST` or `NEXT:n`; the words end at `last`. `together`: taken as one, else each for itself."""

    against: tuple[str, ...]
    last: int
    together: bool
    whole: str = "NATO"


def comparing(name: str) -> frozenset[str]:
    """One list of `tables/comparing.toml`."""
    return frozenset(load_table("comparing")[name]["words"])


def others_at(parsed: Parsed, at: int, bearers: frozenset[str]) -> Others | None:
    """Those who stand from token `at` on; None where the words there name nobody the record can compare with."""
    lows = parsed.lows
    while at < len(lows) and lows[at] in ("that", "those", "of", "in", "what", "does", "do", "did"):
        at += 1
    return _next(parsed, at) or _rest(parsed, at) or _named(parsed, at, bearers)


def _next(parsed: Parsed, at: int) -> Others | None:
    """`the next nine allies combined`: of the alliance by its own words, for the world has such a list too."""
    lows = parsed.lows
    at += lows[at : at + 1] == ["the"]
    if lows[at : at + 1] not in (["next"], ["following"]):
        return None
    number = number_at(parsed.tokens, at + 1)
    if number is None or not 2 <= number.value <= 31:
        return None
    tail = lows[number.last : number.last + 8]
    noun = next((n for n, low in enumerate(tail[:4]) if low in _COUNTED), None)
    allied = bool(_MEMBER & set(tail[:4])) or bool(_ALLIANCE & set(tail))
    ends = [n for n, low in enumerate(tail) if low in comparing("together")]
    if not allied or not ends or (noun is None and not _ALLIANCE & set(tail)):
        return None
    return Others((f"{NEXT}{int(number.value)}",), number.last + ends[0] + 1, together=True)


def _rest(parsed: Parsed, at: int) -> Others | None:
    """`all other allies combined`, `the rest of the alliance`, `the other 31 members put together`."""
    lows = parsed.lows
    tail = lows[at : at + 10]
    if tail[:2] == ["the", "rest"] or tail[:3] == ["all", "the", "rest"]:
        start = at + tail.index("rest") + 1
        if lows[start : start + 1] != ["of"]:
            return None
        start += 1 + (lows[start + 1 : start + 2] in (["the"], ["its"], ["our"]))
        allied = lows[start : start + 1] != [] and lows[start] in _ALLIANCE | {"allies"}
        return Others((REST,), start + 1, together=True) if allied else None
    if (own := _its_allies(parsed, at, tail)) is not None:
        return own
    other = next((n for n, low in enumerate(tail[:4]) if low in ("other", "remaining")), None)
    if other is None or not {"all", "the", "every"} & set(tail[:other]):
        return None
    noun = next((n for n, low in enumerate(tail) if low in _MEMBER and other < n <= other + 4), None)
    ends = [n for n, low in enumerate(tail) if low in comparing("together")]
    if noun is None or not ends or any(s.entity not in ("NATO", "EUR_CAN") for s in _within(parsed, at, at + noun)):
        return None  # "all other European allies": a part the words name
    return Others((REST,), at + ends[0] + 1, together=True)


def _its_allies(parsed: Parsed, at: int, tail: list[str]) -> Others | None:
    """`all its allies combined`, `all of its NATO allies together`: everybody but the one spoken of."""
    noun = next((n for n, low in enumerate(tail[:5]) if low == "allies"), 0)
    if tail[:1] != ["all"] or not {"its", "the"} & set(tail[:noun]) or not set(tail[1:noun]) <= _WHOSE:
        return None
    told = not comparing("together").isdisjoint(tail[noun + 1 : noun + 3])
    return Others((REST,), at + noun + 2, together=True) if told else None


_WHOSE = frozenset({"of", "its", "the", "nato"})


def _named(parsed: Parsed, at: int, bearers: frozenset[str]) -> Others | None:
    """Allies by name, joined by commas and `and`."""
    lows, found, end = parsed.lows, list[SubjectMention](), at
    while True:
        while end < len(lows) and (lows[end] in _BEFORE_NAMES or (found and lows[end] in _JOINS)):
            end += 1
        one = next((s for s in parsed.subjects if s.first == end or (s.first < end < s.last)), None)
        if one is not None and _EACH & set(lows[at : one.last]):
            return None  # "than every ally but Spain": each for itself
        if one is None or one.entity not in bearers or not (one.names_a_body or one.possessive):
            break
        found.append(one)
        end = one.last
    if not found or not _ends_there(parsed, found[-1]):
        return None
    together = bool(comparing("together") & set(lows[found[-1].last : found[-1].last + 4]))
    return Others(tuple(dict.fromkeys(s.entity for s in found)), found[-1].last, together)


def _ends_there(parsed: Parsed, last: SubjectMention) -> bool:
    """Behind a possessive stands a purse or nothing; behind a name no noun of which it is the adjective."""
    low = parsed.lows[last.last : last.last + 3]
    if word_list("excepting") & set(low):
        return False
    if not low or parsed.tokens[last.last].kind == "mark":
        return True
    purse = bool(comparing("purses") & set(low))
    if last.possessive:
        return purse or low[0] in ("in", "and", "or", "combined", "together", "for", "by", "at")
    return low[0] not in ("on", "for") or bool({"defence", "defense"} & set(low))


def _within(parsed: Parsed, first: int, last: int) -> list[SubjectMention]:
    return [s for s in parsed.subjects if first <= s.first < last]
