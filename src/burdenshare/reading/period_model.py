"""A time told in a text: the value that the finders of periods give."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.tokens import Token

FIRST_YEAR, LAST_YEAR = 1940, 2070


@quick
@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period at tokens `first`..`last`. `value` is ISO text, empty where the document's day is needed but unknown.

    `role`: in, since, by, versus (a comparison: `compared with 2023`, `a year earlier`), from, to, ago, now.
    `source`: explicit, relative, now. `years_ago` counts for `76 years ago`. `back`: how many years before the figure
    told just before it lies (`a year earlier`: 1, `the following year`: -1), where the words count from that.
    `fiscal`: a fiscal year; `value` is the calendar year that holds most of its months.
    """

    first: int
    last: int
    role: str
    value: str
    source: str
    years_ago: tuple[float, float] | None = None
    event: str = ""
    back: int = 0
    fiscal: bool = False


_INSTEAD = frozenset({("than", "rather"), ("of", "instead"), ("to", "opposed")})
"""In front of a year, read backwards: the year is not the one that is meant."""


def low_at(tokens: list[Token], i: int) -> str:
    """The case-folded word at `i`, empty beyond the ends."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def is_year(token: Token) -> bool:
    """Four plain digits in the range of years."""
    return (
        token.kind == "number"
        and len(token.text) == 4
        and token.text.isdecimal()
        and FIRST_YEAR <= int(token.text) <= LAST_YEAR
    )


_PARTS = frozenset({"month", "quarter", "half", "period", "months"})
_HELD_AGAINST = frozenset({"than", "on", "with", "over", "from", "against"})


def role_before(tokens: list[Token], i: int) -> tuple[int, str]:
    """(where the mention starts, role) from the words in front of a period at `i`."""
    back = [low_at(tokens, i - n) for n in (1, 2, 3)]
    joint = back[0] in ("by", "in", "until", "for")
    if tuple(back[joint : joint + 2]) in _INSTEAD:
        return i - 2 - joint, "versus"  # "in 2025 rather than in 2029"
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
        "christmas",
        "easter",
        "spring",
        "summer",
        "autumn",
        "winter",
        "fall",
        "fy",
    ):
        if back[0] == "in" and back[1] not in ("than", "to", "with", "from", "ago"):
            break
        i -= 1
        back = [low_at(tokens, i - n) for n in (1, 2, 3)]
        if i <= 0:
            break
    if back[0] in _PARTS and back[1] in ("same", "corresponding"):
        led = {low_at(tokens, i - n) for n in (3, 4, 5)}
        return i, "versus" if led & _HELD_AGAINST else "in"  # "more than in the same month of 2024"
    if back[0] in ("since", "after"):
        return i - 1, "since"
    if back[0] in ("by", "until", "till", "before"):
        return i - 1, "by"
    if back[0] == "from":
        return i - 1, "from"
    if back[:2] == ["than", "later"]:
        return i - 2, "by"  # "no later than 2035"
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
