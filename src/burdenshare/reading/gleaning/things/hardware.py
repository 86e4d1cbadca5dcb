"""Rounds, weapons, formations and warheads: made, held or needed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from burdenshare.reading.calibres import is_calibre
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.counted import Look, Thing
from burdenshare.reading.gleaning.things.owning import Owner, owner_of
from burdenshare.reading.gleaning.things.telling import needed, plain, promised, told
from burdenshare.reading.industry.marks import firms_in
from burdenshare.reading.tables import word_list

_RATES = (("yearly", "/year"), ("monthly", "/month"), ("daily", "/day"))


def hardware_gleaned(look: Look, thing: Thing) -> Draft | None:
    """A number of things made of steel."""
    if _a_name(look):
        return None
    if thing.kind == "arsenal":
        return _warheads(look, thing)
    return _needed(look, thing) or _made(look, thing) or _held(look, thing)


def _a_name(look: Look) -> bool:
    """The number is part of a make: a capitalised word that is no country stands right in front."""
    q, tokens = look.context.quantity, look.context.parsed.tokens
    if q.first != q.core[0] or q.core[0] < 1:
        return False
    front = tokens[q.core[0] - 1]
    named = any(s.first <= q.core[0] - 1 < s.last for s in look.context.parsed.subjects)
    return front.text == "-" or (front.capital and not named and q.core[0] > 1)


def _warheads(look: Look, thing: Thing) -> Draft | None:
    if look.before("bearing"):
        return None  # "submarines which could carry 800 warheads"
    owner = owner_of(look, thing)
    if owner is None or thing.added or look.context.after(1) in (["more"], ["fewer"]):
        return None
    return told(look, thing, owner, "warheads", "warheads")


def _needed(look: Look, thing: Thing) -> Draft | None:
    """`needs 50 more brigades`, `12 further brigades would be necessary`, `requires 5,000 rounds per day`."""
    if _trailing(look):
        return None
    listed = thing.behind and any(d.measure == "requirement" for d in look.context.earlier)
    verb = look.last_before("needing")
    low = look.context.quantity.core[1]
    passive = thing.added and look.has("needing", low, low + 8)
    if not (verb is not None or passive or (listed and not look.has("holding"))):
        return None
    owner = owner_of(look, thing) or Owner((), look.context.quantity.first, sure=False)
    if look.has("rather_used"):
        return None
    rate = _rate(look) if thing.kind == "rounds" else ""
    draft = told(look, thing, owner, "requirement", thing.unit + rate)
    return needed(draft)


def _made(look: Look, thing: Thing) -> Draft | None:
    """`turned out 40,000 rounds a month`, `build about 135 annually`, `wants to make 100,000 by late 2025`."""
    context = look.context
    carried = thing.carried is not None and thing.carried.measure == "production"
    listed = _goes_on(look, thing)
    if thing.kind == "formations" or look.has("rather_used") or not (carried or listed or look.has("making")):
        return None
    if carried and not _told_again(look):
        return None
    rate = _rate(look)
    if thing.behind and thing.kind == "weapons" and not rate and not _made_in_a_year(look):
        return None
    unit = thing.unit.split("/")[0]
    if carried and not rate:
        rate = thing.unit[len(unit) :]
    if not rate and not carried and context.quantity.value.central < 1000:
        return None
    owner = _maker(look, thing)
    if owner is None or _only_handed_over(look):
        return None
    draft = told(look, thing, owner, "production", unit + rate)
    if listed:
        first = context.earlier[-1]
        return replace(
            draft, kind=first.kind, modality=first.modality, period=first.period, period_from=first.period_from
        )
    return draft if draft.period_from in ("explicit", "due", "relative") or promised(look) else plain(draft)


def _only_handed_over(look: Look) -> bool:
    """`agreed to supply Ukraine with 1 million rounds, of which 330,000 have been delivered`: what reaches Ukraine, and
    nothing that anybody makes."""
    parsed = look.context.parsed
    if _HANDING.isdisjoint(parsed.words) or not _MAKING.isdisjoint(parsed.words):
        return False
    return any(s.entity == "UKR" for s in parsed.subjects) or bool(_RECEIVING & parsed.words)


_HANDING = frozenset({"supply", "supplying", "deliver", "delivers", "delivered", "delivering", "deliveries"})
_RECEIVING = frozenset({"kyiv", "war-torn"})
_MAKING = frozenset(
    {"produce", "produces", "produced", "producing", "production", "make", "makes", "made", "making", "turn", "turns"}
    | {"output", "capacity", "build", "builds", "built", "manufacture", "manufactures", "manufactured", "churn", "roll"}
)


def _goes_on(look: Look, thing: Thing) -> bool:
    """`1,500 tanks, 3,000 armoured vehicles and 200 missiles this year`: the next of a list of what is made."""
    context = look.context
    told_of = bool(context.earlier) and context.earlier[-1].measure == "production" and thing.behind
    joined = context.before(1) in ([","], ["and"])
    return told_of and joined and 0 <= context.quantity.first - context.earlier[-1].last <= 2


def _made_in_a_year(look: Look) -> bool:
    """`produced 2.2 million drones in 2024`: a verb that only makes, right in front, and a year."""
    verb, context = look.last_before("making"), look.context
    if verb is None or verb[1] < context.quantity.first - 1 or not context.parsed.periods:
        return False
    return context.parsed.tokens[verb[0]].low.startswith(("produc", "manufactur", "buil"))


def _told_again(look: Look) -> bool:
    """A second figure of output needs a verb of making, a rate, a plan, or a comparison in front of it."""
    front = look.context.before(2)
    return bool(
        look.has("making", look.context.quantity.first - 8)
        or _rate(look)
        or look.before("promising")
        or {"from", "against", "of", "and"} & set(front)
    )


def _maker(look: Look, thing: Thing) -> Owner | None:
    """A firm owns its output, and no country does; else the country."""
    context = look.context
    if look.marks.get("makers") and not _factories_of(look):
        firm = _the_company(context)
        return Owner((firm,) if firm else (), context.quantity.first, sure=False)
    if thing.carried is not None:
        return owner_of(look, thing) or Owner(thing.carried.subject, context.quantity.first, sure=False)
    return owner_of(look, thing) or _made_in(look) or _of_the_output(context)


def _the_company(context: Context) -> str:
    """`Rheinmetall opened a plant. The company plans to make 350,000`: the maker that the text named last."""
    named = firms_in(context.parsed)
    if named:
        return min(named) if len(named) == 1 else ""
    topic, lows = context.topic, context.parsed.lows[: context.quantity.first]
    told = any(a == "the" and b in _COMPANIES for a, b in pairwise(lows))
    return topic.firm if told and context.parsed.sentence.block - topic.firm_at <= _FIRM_REACH else ""


_COMPANIES = word_list("company_nouns")
_FIRM_REACH = 3
"""Paragraphs behind one that names a maker in which `the company` is that one."""


def _made_in(look: Look) -> Owner | None:
    """`The production of shells in Europe is below 600,000 units a year`: where it is made, there is the maker."""
    context = look.context
    for s in reversed(context.parsed.subjects):
        front = [t.low for t in context.parsed.tokens[max(0, s.first - 2) : s.first]]
        placed = front[-1:] == ["in"] or front == ["in", "the"]
        if s.last <= context.quantity.first and placed and s.names_a_body and s.entity in context.calendar.bearers:
            return Owner((s.entity,), context.quantity.first, sure=False)
    return None


def _of_the_output(context: Context) -> Owner | None:
    """`The production is expected to reach two million rounds`: that of the makers told last."""
    topic, opening = context.topic, context.parsed.lows[:4]
    told = topic.measure == "production" and context.parsed.sentence.block - topic.block <= 1
    if not told or not topic.subject or not {"production", "output", "capacity"} & set(opening):
        return None
    return Owner(topic.subject, context.quantity.first, sure=False)


def _factories_of(look: Look) -> bool:
    """`America's plants`, `Moscow's factories`: a country's, not a firm's."""
    return any(
        s.last == start and (s.possessive or s.kind == "adjective")
        for start, _ in look.marks.get("producing_place", ())
        for s in look.context.parsed.subjects
    )


def _rate(look: Look) -> str:
    """Per year, month or day: the words behind the number, up to the next figure."""
    context = look.context
    end = context.quantity.core[1]
    numbers = (q.first for q in context.parsed.quantities if q.first > end and not _calibre(look, q.core))
    reach = min(next(numbers, end + 9), end + 9)
    if look.thing is not None and look.thing.behind and _in_list(look, look.thing.last):
        reach = len(context.parsed.tokens)  # "1,500 tanks, 3,000 armoured vehicles and 200 missiles this year"
    for name, rate in _RATES:
        if look.has(name, end, min(reach + 2, len(context.parsed.tokens))):
            return rate
    front = {t.low for t in context.parsed.tokens[context.bounds[0] : context.quantity.first]}
    return "/year" if front & {"annual", "yearly"} else "/month" if "monthly" in front else ""


def _in_list(look: Look, end: int) -> bool:
    parsed = look.context.parsed
    joined = parsed.text(end, end + 1) in (",", "and")
    return joined and any(q.first == end + 1 and not q.unit for q in parsed.quantities)


def _calibre(look: Look, core: tuple[int, int]) -> bool:
    tokens = look.context.parsed.tokens
    return is_calibre([t.low for t in tokens[core[1] : core[1] + 2]])


def _trailing(look: Look) -> bool:
    """`on top of the 82 it has`."""
    behind = look.context.after(2)
    return behind[:1] in (["it"], ["they"]) and behind[1:] in (["has"], ["have"], ["already"])


def _held(look: Look, thing: Thing) -> Draft | None:
    """`had more than 2,000 Leopard 2 tanks`, `it now owns barely 320`, `on top of the 82 it has`."""
    trailing = _trailing(look)
    carried = thing.carried is not None and thing.carried.measure in ("holding", "requirement")
    if not thing.behind and not (carried and (trailing or look.before("holding"))):
        return None
    if not (look.governed("holding") or trailing) or look.has("rather_used") or promised(look):
        return None
    if _rate(look) or thing.added or look.context.quantity.value.central < 2:
        return None
    owner = owner_of(look, thing)
    if owner is None:
        return None
    return told(look, thing, owner, "holding", thing.unit)
