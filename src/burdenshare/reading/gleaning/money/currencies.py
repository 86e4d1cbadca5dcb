"""The currency of a sum: said with it, left out after the first mention, or that of the only ally it can be of."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.money.drafts import money
from burdenshare.reading.gleaning.money.elliptic import completed, joined
from burdenshare.reading.gleaning.money.owners import owner_of
from burdenshare.reading.gleaning.money.words import Evidence, enriched, word_set
from burdenshare.reading.tables import load_table

SMALLEST = 1e6
"""Below a million it is a sum for one head, not a country's."""
_MONEY = frozenset({"expenditure", "expenditure_change", "extra_expenditure", "aid", "gdp", "military_expenditure"})
_CROWNS = {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK", "ISL": "ISK"}


def with_unit(context: Context) -> tuple[Context, Evidence] | None:
    """The quantity with its currency: crowns by their country, and one left out after the first mention."""
    context = joined(context)
    q = context.quantity
    if q.unit == "XKR":
        rich, evidence = enriched(context)
        unit = _crowns(rich)
        return (replace(rich, quantity=replace(q, unit=unit)), evidence) if unit else None
    if money(q):
        return enriched(context)
    if q.unit or q.number.scale < SMALLEST:
        whole = completed(context)
        return enriched(whole) if whole is not None else None
    parted = _parted(context)
    if parted:
        return enriched(replace(context, quantity=replace(q, unit=parted)))
    before = next((d for d in reversed(context.earlier) if d.measure in _MONEY and len(d.unit) == 3), None)
    rich, evidence = enriched(context)
    if before is not None:
        return replace(rich, quantity=replace(q, unit=before.unit)), evidence
    low = rich.bounds[0]
    if evidence.has("pointing", low, q.first) or taken_up(rich):
        unit = _unit_before(rich)
        return (replace(rich, quantity=replace(q, unit=unit)), evidence) if unit else None
    if not evidence.has("budget", *rich.bounds):
        return None
    front = next((o for o in reversed(rich.parsed.quantities) if o.core[1] <= q.first and money(o)), None)
    unit = (
        _unit_before(rich) or _own_money(rich)
        if front is None
        else _crowns(rich)
        if front.unit == "XKR"
        else front.unit
    )
    return (replace(rich, quantity=replace(q, unit=unit)), evidence) if unit else None


def taken_up(context: Context) -> bool:
    """`It was 46 billion in 2020`: a clause of nothing but a pronoun and the verb, behind a sum."""
    low, first = context.bounds[0], context.quantity.first
    words = context.parsed.lows[low:first]
    pronoun = bool({"it", "this", "that"} & set(words))
    return 2 <= len(words) <= 7 and words[0] in _TAKING_UP and pronoun and bool(_BEING & set(words))


_TAKING_UP = frozenset({"it", "this", "that", "while", "and", "by", "in"})
_BEING = frozenset({"was", "is", "be", "reached", "stood", "totalled"})


def _unit_before(context: Context) -> str:
    """The currency of the last sum of the sentence before, where the text went on from a figure of money."""
    before = context.previous
    if before is None or context.topic.measure not in _MONEY | {"expenditure_growth"} or _counted(context):
        return ""
    sums = [o.unit for o in before.quantities if money(o)]
    crowns = _CROWNS.get(context.topic.country, "")
    return "" if not sums else crowns if sums[-1] == "XKR" else sums[-1]


def _own_money(context: Context) -> str:
    """`Spain's defence spending is estimated at 7.75 billion`: in the money of the only ally it can be of."""
    owner = None if _counted(context) else owner_of(context, foreign=False)
    if owner is None or len(owner.entities) != 1 or not owner.sure:
        return ""
    return str(load_table("glean_sums")["own_money"]["currencies"].get(owner.entities[0], ""))


def _counted(context: Context) -> bool:
    """`7.75 billion people`: a noun right behind says what is counted."""
    at, tokens = context.quantity.core[1], context.parsed.tokens
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].low not in _BEHIND


_BEHIND = word_set("behind_bare_sums")


def _parted(context: Context) -> str:
    """`700 billion additional US dollars`: a word between the number and its currency."""
    after = context.after(4)
    if not after or after[0] not in ("additional", "extra", "more", "new", "further"):
        return ""
    words = load_table("units")["words"]
    currency = words.get(" ".join(after[1:3])) or (words.get(after[1]) if len(after) > 1 else None)
    return str(currency or "")


def _crowns(context: Context) -> str:
    """The crowns of the only Nordic or Czech purse of the sentence, else of the owner."""
    named = {s.entity for s in context.parsed.subjects if s.entity in _CROWNS}
    if len(named) == 1:
        return _CROWNS[named.pop()]
    owner = owner_of(context)
    return _CROWNS.get(owner.entities[0], "") if owner is not None and len(owner.entities) == 1 else ""
