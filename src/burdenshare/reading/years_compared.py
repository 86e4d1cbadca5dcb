"""Years that a figure is compared with, or that something was said or joined in: no time of the figure itself."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.spans import inside
from burdenshare.reading.tables import word_list


def held_against_a_dated(context: Context, mention: PeriodMention) -> int:
    """`spent 3.2 % in 2024, down from 3.7 % a decade ago`: ten years before 2024, whatever the text's own year."""
    on, lows = context.calendar.on, context.parsed.lows
    if mention.role != "ago" or on is None or not mention.value or not context.earlier:
        return 0
    held = "from" in (context.quantity.role, *context.before(2)) and context.earlier[-1].period_from == "explicit"
    behind = mention.first >= context.quantity.core[1] and _PARTED.isdisjoint(
        lows[context.quantity.core[1] : mention.first]
    )
    return on.year - int(mention.value[:4]) if held and behind else 0


def of_the_saying(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`On 12 February Mr Trump said that America had given Ukraine 115 billion`: the day or month of the saying, and no
    time of the figure."""
    for p in parsed.periods:
        when = p.role == "in" and p.source == "explicit" and "/" not in p.value and len(p.value) in (7, 10)
        if when and p.first >= quantity.core[1] and _said_behind(parsed, quantity, p):
            return p
        if not when or p.last > quantity.first:
            continue
        behind = _SAID_NEAR if p.first > _OPENING else 4 * _SAID_NEAR
        near = range(max(0, p.first - _SAID_NEAR), min(quantity.first, p.last + behind))
        verbs = [n for n in near if parsed.lows[n] in _SAYING]
        if verbs and not any(o.first < verbs[0] for o in parsed.quantities if not inside(p, o)):
            return p
    return None


def _said_behind(parsed: Parsed, quantity: Quantity, mention: PeriodMention) -> bool:
    """`spent 2.1 % of GDP, NATO said in a statement on April 24`: the day behind the verb of saying."""
    end = quantity.core[1]
    verbs = [n for n in range(max(end, mention.first - _SAID_NEAR), mention.first) if parsed.lows[n] in _SAYING]
    return bool(verbs) and not any(end <= o.first < verbs[-1] and not inside(mention, o) for o in parsed.quantities)


_SAYING = word_list("saying_verbs") | word_list("claiming_verbs")


_OPENING = 2
"""Tokens in front of a day that opens its sentence: `During a Feb. 20 town hall with …, he claimed that`."""


_SAID_NEAR = 7
"""Words between a day and the verb of saying that it dates."""


def risen_from(parsed: Parsed, mention: PeriodMention) -> bool:
    """`invested $486 billion, a 19.4 % increase in real terms from 2023`, `up 162 billion from 2024`: the year a rise
    is counted from, and of no level in front of it."""
    if mention.role != "from" or mention.source != "explicit" or len(mention.value) != 4:
        return False
    if any(mention.last <= o.first <= mention.last + 2 for o in parsed.quantities):
        return False  # "up from 2023's 3.9 percent": the year of the figure behind it
    low = max(0, mention.first - _RISE_REACH)
    at = next((i for i in range(mention.first - 1, low - 1, -1) if parsed.lows[i] in _RISEN), None)
    if at is None or not _PARTED.isdisjoint(parsed.lows[at : mention.first]):
        return False
    between = [o for o in parsed.quantities if at < o.core[0] < mention.first]
    return all(parsed.lows[at] in _UP and o.first == at + 1 for o in between)


def joined_on(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`with a budget of 274 million euros, is at the top, and the government has announced that in 2024 …`: the year of
    what is announced in a clause that is joined on behind."""
    between = parsed.lows[quantity.core[1] : mention.first]
    joint = next((i for i, (a, b) in enumerate(pairwise(between)) if a == "," and b in ("and", "but")), None)
    return joint is not None and "that" in between[joint:] and not _TOLD.isdisjoint(between[joint:])


_TOLD = frozenset(
    {"announced", "said", "says", "pledged", "promised", "plans", "decided", "expects", "expected", "hopes"}
)


_UP = frozenset({"up", "down"})


_RISEN = word_list("rise_nouns") | _UP | {"higher", "lower", "more", "less"}


_PARTED = frozenset({",", ";", ".", "to"})


_RISE_REACH = 7
"""Tokens between a word of rising and the year it is counted from."""
