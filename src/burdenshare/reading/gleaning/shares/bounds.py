"""Whether a share is at least, more or less than its number, by hedges, verbs and negations."""

from __future__ import annotations

import math
from dataclasses import dataclass

from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.words import words_of
from burdenshare.reading.lines_met import met_line
from burdenshare.reading.model import Interval
from burdenshare.reading.widths import interval


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator with its interval; `denied` where a negation made it."""

    comparator: str
    value: Interval
    denied: bool = False


def bound_of(figure: Figure) -> Bound | None:
    """The bound, or None where a negation leaves open what is said."""
    q = figure.context.quantity
    if q.rule == "range":
        return Bound(q.comparator, q.value)
    negated = _negated(figure)
    if q.rule == "plain":
        plain = _by_verb(figure)
    elif q.rule == "at most" and _moving_up(figure):
        plain = Bound("=", interval(q.number, "plain"))
    else:
        plain = Bound(q.comparator, q.value)
    if not negated:
        return plain
    return _turned(figure, plain)


def _moving_up(figure: Figure) -> bool:
    """`edging up to 1.6 %`, `goes up to 2.1 %`: where it goes, no ceiling."""
    tokens, first = figure.context.parsed.tokens, figure.first
    before = tokens[first - 1].low if first else ""
    return tokens[first].low == "up" and (before.endswith("ing") or before in words_of("moving_verbs"))


def _by_verb(figure: Figure) -> Bound:
    low, central = figure.context.quantity.value.low, figure.value
    if _just_before(figure, "under_words"):
        return _below(central)
    if _just_before(figure, "over_words") or met_line(figure.context) == "passed":
        return Bound(">", Interval(central, math.inf, low_open=True, central=central))
    if _just_before(figure, "reach_words") or met_line(figure.context) == "met":
        whole = figure.context.quantity.number.step >= 1  # "2.00 percent" is as wide as its digits
        line = central if central in THRESHOLDS and whole else low
        return Bound(">=", Interval(line, math.inf, central=central))
    return Bound("=", figure.context.quantity.value)


def _below(central: float) -> Bound:
    return Bound("<", Interval(-math.inf, central, high_open=True, central=central))


_BETWEEN = frozenset(
    {"the", "a", "its", "their", "that", "nato", "nato's", "'", '"', "“", "exactly", "finally", "to", "over", "it"}
)


def _just_before(figure: Figure, name: str) -> bool:
    """A phrase of the list in front of the number, with only articles between."""
    tokens, at = figure.context.parsed.tokens, figure.context.quantity.core[0]
    return any(
        end <= at and all(token.low in _BETWEEN for token in tokens[end:at]) and start >= figure.clause[0]
        for start, end in figure.found.get(name, ())
    )


def _negated(figure: Figure) -> bool:
    low, _ = figure.clause
    quantity = figure.context.quantity
    said = figure.context.parsed.tokens[quantity.first].low in ("no", "not")  # "no more than" is a hedge, not denied
    end = quantity.first if said else quantity.core[0]
    span = figure.found.last("negations", max(low, figure.first - 8), end)
    if span is None:
        return False
    between = [t.low for t in figure.context.parsed.tokens[span[1] : figure.first]]
    return not {"but", ",", ":", "that"} & set(between)


_UNDER_NEGATION = frozenset({"anywhere", "remotely", "even"})
"""Hedges that begin so are said under a denial only, and carry it themselves."""


def _turned(figure: Figure, plain: Bound) -> Bound | None:
    """`no longer below 2 %` is at least 2; `has never spent 2 %`, `is not yet at 3.5 %` is less."""
    central = figure.value
    if figure.context.before(1) == ["spending"]:
        return None  # "is not yet spending 3 percent"
    quantity = figure.context.quantity
    if figure.context.parsed.tokens[quantity.first].low in _UNDER_NEGATION:
        return Bound(plain.comparator, plain.value, denied=True)  # "does not spend anywhere near 2 percent"
    if plain.comparator in ("<", "<="):
        return Bound(">=", Interval(central, math.inf, central=central), denied=True)
    if plain.comparator == "=" and (central not in THRESHOLDS or central < 2):
        return None  # "does not spend 1 percent": more or less, the words do not say
    if plain.comparator in ("=", ">=") and (figure.front("spend_words") or figure.front("state_words")):
        below = _below(central)
        return Bound(below.comparator, below.value, denied=True)
    return None


def reached(figure: Figure) -> bool:
    """`spending reached 3.2 percent`: at least that."""
    return figure.context.quantity.rule == "plain" and _just_before(figure, "reach_words")
