"""Percentages of something else than GDP: parts of all allied spending, of a budget, of debt."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.growth.growths import growth_gleaned
from burdenshare.reading.gleaning.growth.marks import marks
from burdenshare.reading.gleaning.growth.multiples import factor_sense
from burdenshare.reading.gleaning.growth.statement import growth_statement
from burdenshare.reading.gleaning.growth.surroundings import denied, supposed
from burdenshare.reading.gleaning.parts.budget import HEADS, budget_part
from burdenshare.reading.gleaning.parts.finances import BALANCES, finance_part
from burdenshare.reading.gleaning.parts.outsiders import donor_part, outsider_part
from burdenshare.reading.gleaning.parts.sums import common_part, share_of_all_told, total_part
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.shares_foreign import foreign

_FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth", "thirds", "quarters"})
_COINS = frozenset({"cents", "cent", "pence", "groszy", "euros", "dollars", "pounds", "zlotys", "zloty", "crowns"})
_RULES = (finance_part, outsider_part, donor_part, common_part, total_part, budget_part)
_ELSEWHERE = ("another topic: an opinion", "another topic: development")


def part_gleaned(context: Context) -> Draft | None:
    """A percentage (or a fraction without a unit) of a whole that is no GDP, which the strict rules left."""
    q = context.quantity
    if q.unit != "%":
        return _unitless(context)
    if context.question() or not 0 <= q.value.central <= 300 or foreign(context).startswith(_ELSEWHERE):
        return None
    if context.before(2)[-1:] == ["of"] and context.before(2)[0] in _FRACTIONS:
        return None  # "half of one per cent"
    if context.before(1) in _SPENDING and context.parsed.cues.has("member_nouns", q.first - 3, q.first - 1):
        return None  # "the number of allies spending at least 2 percent on defence"
    low, high = context.bounds
    found = marks(context.parsed, low, high)
    if denied(context, found) or supposed(context, found):
        return None
    return next((draft for rule in _RULES if (draft := rule(context, found)) is not None), None)


def _unitless(context: Context) -> Draft | None:
    """`two-thirds of`, `by a quarter`, `64 cents of each dollar`, `a factor of two`, `and America for the other 59`."""
    q = context.quantity
    if q.number.kind == "fraction" and q.value.central < 1:
        percent = replace(context, quantity=in_per_cent(q))
        return growth_gleaned(percent) or part_gleaned(percent)
    if context.before(2)[-1:] in (["by"], ["of"]) and (sense := factor_sense(context)) is not None:
        return growth_statement(context, sense)
    if q.unit or not 0 < q.value.central <= 100:
        return None
    if context.after(1) and context.after(1)[0] in _COINS and _of_each(context):
        return part_gleaned(replace(context, quantity=replace(q, unit="%")))
    if _ends_open(context) and share_of_all_told(context):
        draft = part_gleaned(replace(context, quantity=replace(q, unit="%")))
        return replace(draft, likely=True) if draft is not None else None
    if _continues(context):
        percent = replace(context, quantity=replace(q, unit="%"))
        glean = growth_gleaned if context.earlier[-1].measure == "expenditure_growth" else part_gleaned
        draft = glean(percent)
        return replace(draft, likely=True) if draft is not None else None
    return None


def _ends_open(context: Context) -> bool:
    """Nothing behind the number that it could count."""
    after = context.after(1)
    return context.quantity.value.central >= _LEAST_BARE and (not after or after[0] in (".", ",", ";", "”", '"', ")"))


_LEAST_BARE = 20.0
"""`America's part in all allied spending was closer to 70`: a smaller number without its unit may be anything."""
_CONTINUED = frozenset({"share_of_total", "common_budget_share", "expenditure_growth", "aid", *BALANCES, *HEADS})
_SPENDING = (["spending"], ["investing"], ["devoting"], ["allocating"])
_CLOSING = frozenset({",", ".", ";", "and", "for", "on", "went", "but", "while", "whereas", ")", "in", "—"})


def _continues(context: Context) -> bool:
    """`and America for the other 59`, `36 for operations`: a bare number behind a percentage of the sentence."""
    if not context.earlier or context.earlier[-1].unit != "%" or context.earlier[-1].measure not in _CONTINUED:
        return False
    q, tokens = context.quantity, context.parsed.tokens
    if any(p.first < q.core[1] and q.core[0] < p.last for p in context.parsed.periods):
        return False
    behind = tokens[q.core[1]] if q.core[1] < len(tokens) else None
    return (behind is None or behind.low in _CLOSING) and tokens[q.first - 1].kind != "number"


def in_per_cent(quantity: Quantity) -> Quantity:
    """`two-thirds` as a percentage, as wide as the fraction is."""
    value = quantity.value
    central = round(100 * value.central, 1)
    low, high = min(100 * value.low, central), max(100 * value.high, central)
    scaled = replace(value, low=low, high=high, central=central)
    return replace(quantity, unit="%", value=scaled, number=replace(quantity.number, value=central))


def _of_each(context: Context) -> bool:
    """`of each allied defence dollar`, `of every zloty`: a hundred cents are the whole."""
    words = [t.low for t in context.parsed.tokens]
    return any(a == "of" and b in ("each", "every") for a, b in pairwise(words))
