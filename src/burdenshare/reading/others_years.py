"""Years behind a promise that are of something else: of a review to come, or of what another ally does meanwhile."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list
from burdenshare.reading.years_of_next_clauses import of_what_is_to_come

_REVIEWS = frozenset(
    {"review", "reviewed", "evaluation", "evaluated", "assessment", "assessed", "stocktake", "revisited"}
)
_SAID = word_list("saying_participles")
_TURNS = frozenset({"while", "whereas"})


def of_another_matter(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`agreed on 2 %, with an evaluation scheduled for 2029`, `vowed 5 % while Italy proposed an extension to 2035`; of
    two figures told side by side (`spent 2.21 %, while Spain spent 1.24 % in 2023`) the year is of both."""
    end = quantity.core[1]
    if mention.first < end:
        return _until_in_front(parsed, mention, quantity)
    if (
        mention.role == "by"
        and of_what_is_to_come(parsed, mention, quantity)
        and _another_verb(parsed, mention, quantity)
    ):
        return True
    between = parsed.lows[end : mention.first]
    if mention.role in ("by", "from") and {","} & set(parsed.lows[mention.first - 1 : mention.first + 1]):
        return False  # "5 %, while Spain opted out, by 2030": behind an aside
    if not _REVIEWS.isdisjoint(between):
        return mention.role not in ("by", "from")  # "in line with its review from 2032"
    said = next((end + i for i, low in enumerate(between) if low in _SAID), None)
    if said is not None and any(said < s.first < mention.first for s in parsed.subjects):
        return any(said < o.core[0] < mention.first and o.unit == quantity.unit for o in parsed.quantities)
    turn = next((end + i for i, low in enumerate(between) if low in _TURNS), None)
    if turn is None or any(turn < o.core[0] < mention.first and o.unit == quantity.unit for o in parsed.quantities):
        return False
    return any(turn < s.first < mention.first for s in parsed.subjects)


def _until_in_front(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`a plan for the forces until 2040, under which it is to spend 2 % by 2030`: how long the plan runs, where the
    share has a year of its own behind it."""
    led = parsed.lows[max(0, mention.first - 1) : mention.last]
    if mention.last > quantity.first or mention.role != "by" or "until" not in led:
        return False
    return any(
        p.role == "by" and 0 <= p.first - quantity.core[1] <= _ITS_OWN_NEAR and p.value != mention.value
        for p in parsed.periods
    )


_ITS_OWN_NEAR = 8
"""Tokens between a share and its own year: `2% of its GDP on defence by 2030`."""


def _another_verb(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`will increase to 2.4 %, and by 2028 will reach 2.6 %`: what the year leads in has a verb and a figure of its
    own."""
    second = next((o for o in parsed.quantities if o.first >= mention.last and o.unit == quantity.unit), None)
    between = parsed.lows[mention.last : second.first] if second is not None else []
    return not _VERBS_TO_COME.isdisjoint(between)


_VERBS_TO_COME = frozenset({"will", "would", "should", "is", "reach", "reaches", "rise", "rises", "climb", "hit"})
