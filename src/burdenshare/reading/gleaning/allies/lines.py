"""The line that a verdict on allies speaks of: a percentage or a name of the guideline, behind the verb or in front."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from burdenshare.quick import quick
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

LINES_MAX, LINES_MIN = 6.0, 0.5
"""Shares of GDP that a count of allies is held against."""
_REACH = 12


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """The line a verdict speaks of: a percentage, or None where only its name is said; its words end at `last`."""

    threshold: float | None
    last: int
    rule: str = "plain"
    named: bool = False


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of this family's table."""
    return frozenset(load_table("glean_allies")[name]["words"])


@cache
def phrases(name: str) -> Trie[str]:
    """The phrases of one list of this family's table."""
    return Trie((phrase, phrase) for phrase in load_table("glean_allies")[name]["words"])


def line_after(parsed: Parsed, at: int) -> Line | None:
    """The percentage or the name of the line right behind token `at`, over articles and adjectives."""
    tokens = parsed.tokens
    for i in range(at, min(len(tokens), at + _REACH)):
        quantity = next((q for q in parsed.quantities if q.first <= i < q.last and q.core[0] >= at), None)
        if quantity is not None:
            return _percent_line(parsed, quantity)
        if _a_line(parsed, i):
            return _named_line(parsed, i)
        if tokens[i].low not in words("object_gap") and not tokens[i].low.isdecimal():
            return None
    return None


def _percent_line(parsed: Parsed, quantity: Quantity) -> Line | None:
    value = quantity.number.value
    decimal = not quantity.unit and quantity.number.step < 1 and quantity.number.kind == "cardinal"
    if (quantity.unit != "%" and not decimal) or not LINES_MIN <= value <= LINES_MAX or quantity.rule == "range":
        return None
    rule = "plain" if parsed.lows[quantity.first] == "as" else quantity.rule  # "will spend as much as 2 %"
    return None if _of_something_else(parsed, quantity.last) else Line(value, quantity.last, rule)


def _of_something_else(parsed: Parsed, at: int) -> bool:
    """`2 % of the vote`, `5 % growth`: no share of GDP."""
    ahead = [t.low for t in parsed.tokens[at : at + 5]]
    behind = set(ahead[: ahead.index(",")] if "," in ahead else ahead)
    if parsed.cues.spans("gdp", at, at + 6):
        return False
    if ahead[:1] == ["of"] and not {"wealth", "income", "economy", "economies", "output", "product"} & behind:
        return True  # "5 percent of their budgets"
    return bool(behind & {"growth", "inflation", "deficit", "more", "increase", "equipment", "votes", "tariff"}) or (
        parsed.cues.has("equipment", at, at + 6) or parsed.cues.has("common_budget", at, at + 8)
    )


def _a_line(parsed: Parsed, i: int) -> bool:
    low = parsed.tokens[i].low
    if low in ("level", "figure", "share"):
        return parsed.tokens[i - 1].low in ("that", "this")
    return low in words("lines") or any(start == i for start, _ in parsed.cues.hits.get("target", ()))


def _named_line(parsed: Parsed, i: int) -> Line | None:
    """`the line drawn in Wales`, `the benchmark of 2 % of GDP`, `the equipment guideline` (not ours)."""
    if parsed.cues.has("equipment", max(0, i - 4), i + 6) or parsed.cues.has("market", max(0, i - 4), i + 3):
        return None
    if _of_another_thing(parsed, i + 1):
        return None
    for quantity in parsed.quantities:
        between = [t.low for t in parsed.tokens[i + 1 : quantity.first]]
        if i < quantity.first <= i + 6 and set(between) <= {"of", "spending", "at", "least", "a", "the", ",", "namely"}:
            told = _percent_line(parsed, quantity) if quantity.unit == "%" else None
            if quantity.unit == "%":
                return replace(told, named=True) if told is not None else None
            break
    return Line(None, i + 1, named=True)


def _of_another_thing(parsed: Parsed, at: int) -> bool:
    """`the target for renewable energy`, `its pledge to send tanks`, `the target of 800,000 shells`."""
    low, following = _low(parsed, at), _low(parsed, at + 1)
    if low == "of":
        counted = next((q for q in parsed.quantities if at < q.core[0] <= at + 3), None)
        return counted is not None and counted.unit != "%"
    if low not in ("for", "to", "on", "by"):
        return False
    later = any(p.first <= at < p.last or p.first == at + 1 for p in parsed.periods)
    spent = following in ("spend", "invest", "devote", "allocate", "put", "defence", "defense", "military", "spending")
    return not (later or spent or parsed.cues.has("spending", at, at + 3) or following in ("the", "now"))


def fronted_line(parsed: Parsed, first: int) -> Line | None:
    """`the 2 % threshold, which all EU members of NATO reached`: the line that a relative clause in front of its count
    speaks of; `first`: where the count begins."""
    if first < 2 or parsed.lows[first - 1] not in ("which", "that"):
        return None
    at = first - 2 - (parsed.lows[first - 2] == ",")
    share = next((q for q in parsed.quantities if q.unit == "%" and q.last == at + 1), None)
    if share is not None:
        return _percent_line(parsed, share)
    if at < 0 or not _a_line(parsed, at):
        return None
    named = next((q for q in parsed.quantities if q.unit == "%" and at - 3 <= q.last <= at), None)
    told = _percent_line(parsed, named) if named is not None else None
    return replace(told, named=True) if told is not None else Line(None, at + 1, named=True)


def _low(parsed: Parsed, i: int) -> str:
    return parsed.tokens[i].low if 0 <= i < len(parsed.tokens) else ""
