"""Years that stand right behind another figure and are that one's: what something is held against, or a bracket."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.spans import inside

_DENYING = frozenset({"not", "instead", "rather"})
_DID = frozenset({"did", "had", "what", "itself"})
_WHAT = 5
"""Words in front of a year within which `what it was` tells whose it is."""
_AGAINST = frozenset({"with", "against", "to", "after", "than", "versus", "from"})
_HELD = frozenset({"compared", "against", "after", "versus", "than", "from"})
_TURNS = frozenset({"while", "whereas", "but"})
_BEHIND = 3
"""Tokens between a figure and its year: `9.3 per cent in 2023`."""


def of_what_it_stands_by(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether a year belongs to another figure, or to none."""
    return (
        denied_year(parsed, mention)
        or _of_what_is_foretold(parsed, mention, quantity)
        or over_another_sum(parsed, mention, quantity)
        or _of_what_another_did(parsed, mention, quantity)
        or _of_the_compared(parsed, mention, quantity)
        or _of_the_beginning_told(parsed, mention, quantity)
        or _of_the_next_figure(parsed, mention, quantity)
        or _of_a_past_in_front(parsed, mention, quantity)
        or _in_anothers_bracket(parsed, mention, quantity)
    )


def denied_year(parsed: Parsed, mention: PeriodMention) -> bool:
    """`will reach 2 percent this year and not in 2029`, `this year instead of 2029`: the year that it is not."""
    lows = parsed.lows
    if _DENYING.isdisjoint(parsed.words):
        return False
    front = lows[max(0, mention.first - 3) : mention.first + 1]
    front = [low for low in front if low not in _LED_IN and not low.isdecimal()]
    return front[-1:] == ["not"] or front[-2:] in (["instead", "of"], ["rather", "than"])


def over_another_sum(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`gives £3bn a year, Norway, with its fund of 75bn kroner over five years, 1.3`: the years of the sum in front."""
    at = mention.first - (parsed.lows[mention.first] != "over")
    if at < quantity.core[1] or parsed.lows[at] != "over":
        return False
    return any(0 <= at - o.core[1] <= 1 and o.core[0] >= quantity.core[1] and _a_sum(o) for o in parsed.quantities)


def _a_sum(quantity: Quantity) -> bool:
    return len(quantity.unit) == len("USD") or quantity.number.scale > 1


def _of_what_another_did(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`spend 2.85 percent of GDP, as much as Poland did in 2022`: the year of the one it is compared with."""
    lows, end = parsed.lows, quantity.core[1]
    if mention.first < end or _DID.isdisjoint(parsed.words):
        return False
    if not {"what", "itself"}.isdisjoint(lows[max(end, mention.first - _WHAT) : mention.first]):
        return True  # "Hungary's, 2.06, four times what it was itself in 2014"
    front = [low for low in lows[max(end, mention.first - 2) : mention.first] if low not in _LED_IN]
    return front[-1:] != [] and front[-1] in _DID and not {"as", "than"}.isdisjoint(lows[end : mention.first])


def _of_what_is_foretold(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Eleven members reach it, and he expects “this number will increase next year”`: the year of what is foretold
    in a clause of its own, behind a joint."""
    lows, end = parsed.lows, quantity.core[1]
    if mention.first < end or "next" not in lows[mention.first : mention.last]:
        return False
    between = lows[end : mention.first]
    joint = next((i for i, low in enumerate(between) if low in _AND), None)
    return joint is not None and not _FORETELLING.isdisjoint(between[joint:])


_AND = frozenset({"and", "but", ";"})
_FORETELLING = frozenset({"expects", "expected", "expect", "foresees", "predicts", "hopes"})


def _of_the_compared(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`by 17.9 per cent this year, compared with 9.3 per cent in 2023, while that of the US will rise by 7.2 per cent`:
    the year of what the first is held against, and not of what the next clause tells."""
    lows = parsed.lows
    if mention.last > quantity.first or _TURNS.isdisjoint(lows[mention.last : quantity.first]):
        return False
    for other in parsed.quantities:
        if other.core != quantity.core and 0 <= mention.first - other.core[1] <= _BEHIND and not inside(mention, other):
            front = lows[max(0, other.first - 2) : other.first]
            return front[-1:] != [] and front[-1] in _AGAINST and not _HELD.isdisjoint(front)
    return False


def _of_the_beginning_told(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Nine allies, up from three five years ago, meet it, and Britain is among them with 2.14 percent`: the time of
    the number that the first has risen from."""
    lows = parsed.lows
    if mention.years_ago is None or mention.last > quantity.first or "," not in lows[mention.last : quantity.first]:
        return False
    return any(
        other.core[1] == mention.first and lows[other.first - 1 : other.first] == ["from"]
        for other in parsed.quantities
        if other.core != quantity.core
    )


def _of_the_next_figure(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`In 2014 it was 1.01 percent and in 2024, when it was told off, 1.41`, `A year ago they spent 1.99 percent and
    this year it is 2.27`: a year behind a joint, with a figure of its own, where the first has its year in front."""
    lows, end = parsed.lows, quantity.core[1]
    if mention.first < end or lows[mention.first - 1] not in _JOINTS | _LED_IN:
        return False
    joint = lows[mention.first - 1] if lows[mention.first - 1] in _JOINTS else lows[mention.first - 2]
    if joint not in _JOINTS or mention.first - 2 < end - 1:
        return False
    dates = [(p.first, p.last) for p in parsed.periods]
    others = [o for o in parsed.quantities if o.core != quantity.core]
    figures = [o for o in others if not any(a <= o.core[0] < b for a, b in dates)]
    own = any(
        p.last <= quantity.first and not any(p.last <= o.core[0] < quantity.first for o in figures)
        for p in parsed.periods
        if p.role in ("in", "ago") and p.value
    )
    next_one = next((o for o in figures if mention.last <= o.core[0] and _alike(o, quantity)), None)
    told_anew = next_one is not None and not _ANEW.isdisjoint(lows[mention.last : next_one.first])
    return next_one is not None and (own or (joint == "," and told_anew))  # "2.4 %, in 2022, still outside, it was 1.7"


def _alike(other: Quantity, quantity: Quantity) -> bool:
    return other.unit == quantity.unit or (not other.unit and other.number.step < 1)


def _of_a_past_in_front(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`A year ago it had stood at 1.64 percent, and France, which was at 1.96 then, has now crossed the line with 2.06
    percent`: behind another figure a perfect tells of now."""
    if mention.last > quantity.first or mention.role not in ("in", "ago") or _PERFECT.isdisjoint(parsed.words):
        return False
    before = [o.core[1] for o in parsed.quantities if mention.last <= o.first and o.core[1] <= quantity.first]
    if not before or mention.first > _OPENING:
        return False
    between = parsed.lows[before[-1] : quantity.first]
    return "," in between and not _PERFECT.isdisjoint(between)


_ANEW = frozenset({"it", "they"})
_JOINTS = frozenset({"and", "but", ","})
_LED_IN = frozenset({"in", "for", "by"})
_PERFECT = frozenset({"has", "have"})
_OPENING = 2
"""Tokens in front of a time that opens its sentence."""


def _in_anothers_bracket(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`below the 2 percent line, after Czechia (1.86 in 2025) crossed it`: in a bracket with a figure of its own."""
    lows = parsed.lows
    if "(" not in parsed.words:
        return False
    opened = next((i for i in range(mention.first, -1, -1) if lows[i] in ("(", ")")), None)
    if opened is None or lows[opened] != "(":
        return False
    closed = next((i for i in range(mention.last, len(lows)) if lows[i] in ("(", ")")), len(lows))
    if lows[closed : closed + 1] != [")"] or opened < quantity.core[0] < closed:
        return False
    return any(opened < o.core[0] < closed and not inside(mention, o) for o in parsed.quantities)
