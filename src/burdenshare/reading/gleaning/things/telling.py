"""The draft of a counted thing: kind, period, modality and how sure it is."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.gleaning.things.counted import Look, Thing
from burdenshare.reading.gleaning.things.owning import Owner
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.moved_levels import arrived, moved_from
from burdenshare.reading.period_choice import When, period_of


def told(look: Look, thing: Thing, owner: Owner, measure: str, unit: str) -> Draft:
    """A fact of now or of the year the words give, or a promise with the year it is due."""
    context, q = look.context, look.context.quantity
    ahead = promised(look)
    when = due_of(context) if ahead else moved_from(context) or arrived(context, _time(look))
    modality = context.modality()
    if ahead and modality in (Modality.FACT, Modality.ESTIMATE):
        modality = Modality.FORECAST
    last = max(thing.last if thing.behind else 0, q.last, q.core[1])
    first = min(q.first, owner.first if owner.sure else q.first)
    return Draft(
        first,
        last,
        (q.first, max(q.last, q.core[1])),
        Kind.PROMISE if ahead else Kind.FACT,
        measure,
        "counted things",
        owner.entities,
        q.comparator,
        q.value,
        unit,
        when.value,
        when.source,
        holes=frozenset({"group"}) if owner.open else frozenset(),
        modality=modality,
        likely=True,
        ours=owner.ours,
    )


def promised(look: Look) -> bool:
    """Whether the words in front of the number (and behind the figure before it) tell a plan or a target."""
    context = look.context
    first = max([context.bounds[0], *(q.core[1] for q in context.parsed.quantities if _before(look, q.core[1]))])
    if context.before(2) in (["contribution", "of"], ["deployment", "of"], ["contingent", "of"]):
        return False  # "is committed to peace, noting its contribution of 150 troops": it is there
    if (
        context.quantity.role == "from"
        or context.before(1) == ["from"]
        or (look.strong and context.before(1) in _DEFINITE)
    ):
        return False  # "will cut the 36,000-strong contingent": it is there
    if context.quantity.role == "to" or _brought_to(look):
        return look.before("promising")
    opened = look.last_before("promising")
    carried = look.thing.carried if look.thing is not None else None
    if carried is not None and (opened is None or opened[0] < first):
        ahead = carried.kind is Kind.PROMISE and context.before(1) in (["and"], [","], ["or"], ["then"])
        return ahead or _passive(look)
    if opened is None:
        return _passive(look)
    if opened[0] < first and context.before(1) in ([","], ["and"]) and context.earlier:
        return context.earlier[-1].kind is Kind.PROMISE
    if opened[0] >= first:
        return True
    between = look.context.parsed.tokens[opened[1] : context.quantity.first]
    turned = {"but", "now", "against", "from"} & {t.low for t in between}
    return not turned and all(t.low in _JOINING or t.kind != "word" for t in between[-3:])


_DEFINITE = (["the"], ["its"], ["their"])


def _brought_to(look: Look) -> bool:
    """`plans to cut the 36,000-strong contingent to 25,000`: what a plan brings the figure before to."""
    context = look.context
    low, first = context.bounds[0], context.quantity.first
    return context.before(1) == ["to"] and not _BRINGING.isdisjoint(context.parsed.lows[low:first])


_BRINGING = frozenset({"cut", "reduce", "lower", "shrink", "slash", "trim", "raise", "increase", "boost", "expand"})
_JOINING = frozenset({"and", "or", "then", "by", "another"})


def _before(look: Look, end: int) -> bool:
    return end <= look.context.quantity.first


def _passive(look: Look) -> bool:
    """`4,800 troops are to be in place by 2027`, `would be withdrawn`: the plan stands behind."""
    context = look.context
    end = context.quantity.core[1]
    low, high = context.bounds
    if any(
        low <= end <= q.first < high and not q.unit and not _a_year(look, q.core) for q in context.parsed.quantities
    ):
        reach = end  # "184,000 strong today, is to grow to 260,000"
    else:
        reach = end + 9
    return any(
        context.parsed.text(start, last) in ("are to", "is to", "will", "would", "should", "due to", "planned")
        for start, last in look.marks.get("promising", ())
        if end <= start <= min(reach, high)
        and context.parsed.tokens[start - 1].low not in ("and", ",", "which", "that")
        and (start == 0 or context.parsed.tokens[start - 1].low not in ("than", "as", "originally"))
    )


def _a_year(look: Look, core: tuple[int, int]) -> bool:
    return any(p.first < core[1] and core[0] < p.last for p in look.context.parsed.periods)


def _time(look: Look) -> When:
    when = period_of(look.context)
    month = _month(look)
    if month is not None and when.source in ("now", "assumed", "carried"):
        return month
    on = look.context.calendar.on
    if when.mention is not None and _since(look, when.mention.first) and on is not None:
        return When(str(on.year), "now")  # "85,000 serve there, 20,000 more since Russia attacked in February 2022"
    if when.mention is not None and {"than", "before"} & _front(look, when.mention.first) and on is not None:
        return When(str(on.year), "now")  # "remain near 100,000, higher than before 2022"
    if on is not None and when.value[:4].isdecimal() and int(when.value[:4]) > on.year:
        return When(str(on.year), "now")  # "have 44,000 and want 100,000 by 2030"
    if when.source == "assumed":
        return When("", "")  # "at the height of the Cold War it had": no year is told
    if when.source == "now" and look.context.calendar.on is not None:
        return When(str(look.context.calendar.on.year), "now")
    return when


def _since(look: Look, first: int) -> bool:
    end = look.context.quantity.core[1]
    return end < first and "since" in look.context.parsed.lows[end:first]


def _front(look: Look, first: int) -> set[str]:
    return {t.low for t in look.context.parsed.tokens[max(0, first - 1) : first + 1]}


def _month(look: Look) -> When | None:
    """`numbered 1,150 in March`: a month gone by right behind the figure, or that of the figure it continues."""
    end, on = look.context.quantity.core[1], look.context.calendar.on
    for p in look.context.parsed.periods:
        if end <= p.first <= end + 3 and p.role == "in" and on is not None:
            if len(p.value) == 7 and p.value <= on.isoformat():
                return When(p.value, "relative", p)
            if p.value.startswith("--") and p.value[2:4].isdecimal():
                year = on.year - (1 if int(p.value[2:4]) > on.month else 0)
                return When(f"{year}-{p.value[2:4]}", "relative", p)
    carried = look.thing.carried if look.thing is not None else None
    if carried is not None and carried.period_from == "relative" and len(carried.period) == 7:
        return When(carried.period, "relative")
    return None


def needed(draft: Draft) -> Draft:
    """A need is a fact of now, however it is dressed (`would need`), unless it has a year."""
    return draft if draft.period_from == "due" else replace(draft, kind=Kind.FACT)


def plain(draft: Draft) -> Draft:
    """The same draft without a period: its words give none."""
    return replace(draft, period="", period_from="")
