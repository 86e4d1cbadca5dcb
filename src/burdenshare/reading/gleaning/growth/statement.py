"""The statement that a rise or fall of spending makes: owner, span, promise or fact, real or nominal."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.gleaning.growth.marks import marks, of_kinds
from burdenshare.reading.gleaning.growth.owners import Owner, owner_of
from burdenshare.reading.gleaning.growth.sense import Sense
from burdenshare.reading.gleaning.growth.spans import Span, span_of
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.shares_foreign import foreign

_NO_GROWTH = ("another topic: an opinion", "another topic: development", "another topic: other spending")


def growth_statement(context: Context, sense: Sense) -> Draft | None:
    """`sense` as a draft, or None where nobody owns it."""
    if context.quantity.unit == "times" and _of_a_sum(context):
        return None
    if foreign(context).startswith(_NO_GROWTH):
        return None
    if of_kinds(marks(context.parsed, *context.bounds), "common"):
        return None  # "NATO's military budget rose by 7 percent"
    owner = owner_of(context)
    if owner is None or (owner.found.entities == ("EU",) and not context.cue("defence")):
        return None
    if _on_the_year(context):
        return _running(context, _draft(context, sense, owner, span_of(context), promise=False))
    gone = _of_a_year_gone(context)
    ahead = (_ahead(context) and not gone) or _by_a_year_to_come(context)
    due = due_of(context).value if ahead else ""
    span = Span(due, "due" if due else "") if ahead and (not due or _to_come(due, context)) else span_of(context)
    promise = (ahead and (not due or _to_come(due, context))) or _to_come(span.period, context)
    return _draft(context, sense, owner, span, promise=promise)


def _of_a_sum(context: Context) -> bool:
    """`spent three times as much as €20 billion`: a multiple of a sum, and no rise."""
    end = context.quantity.core[1]
    if context.parsed.lows[end : end + 3] != ["as", "much", "as"]:
        return False
    return any(q.core[0] == end + 3 and q.unit not in ("", "%") for q in context.parsed.quantities)


def _by_a_year_to_come(context: Context) -> bool:
    """`is preparing to expand its budget by two-thirds by 2029`: the year says that it has not been."""
    low, high = context.bounds
    by = [p for p in context.parsed.periods if p.role == "by" and low <= p.first < high and p.source == "explicit"]
    return any(_to_come(p.value, context) for p in by) and not _done(context)


def _of_a_year_gone(context: Context) -> bool:
    """`should grow faster than the 2.6 % growth registered in 2021`: the year right behind has been."""
    on, end = context.calendar.on, context.quantity.core[1]
    near = [p for p in context.parsed.periods if end <= p.first <= end + 4 and p.role == "in" and len(p.value) == 4]
    known = context.before(1) == ["the"] or "the" in context.parsed.lows[context.quantity.first : end]
    return known and on is not None and any(p.source == "explicit" and int(p.value) < on.year for p in near)


def _on_the_year(context: Context) -> bool:
    """`should grow by 15.9 % year-on-year`: the estimate of the year, no demand."""
    words = " ".join(context.after(5)).replace(" - ", " ")
    return words.startswith(("year on year", "on the year")) and not _to_come(due_of(context).value, context)


def _running(context: Context, draft: Draft) -> Draft:
    """A rise of the year that runs, where the words foretell it."""
    on = context.calendar.on
    if on is None or not _ahead(context):
        return draft
    front = [p.value for p in context.parsed.periods if p.last <= context.quantity.first and p.source == "explicit"]
    period = front[-1] if front and len(front[-1]) == 4 else str(on.year)
    return replace(
        draft, period=period, period_from="relative", baseline="", baselines=(), modality=Modality.FORECAST, likely=True
    )


def _draft(context: Context, sense: Sense, owner: Owner, span: Span, *, promise: bool) -> Draft:
    q, found = context.quantity, owner.found
    first = min([q.first, sense.first, *([found.first] if owner.sure and found.first < q.first else [])])
    holes = frozenset({"group"}) if found.open else frozenset()
    baselines = span.baselines
    return Draft(
        first,
        max(q.last, sense.last, span.last if span.last - q.last < 12 else 0),
        (q.first, q.last),
        Kind.PROMISE if promise else Kind.FACT,
        "expenditure_growth",
        "growth, second look",
        found.entities,
        sense.comparator,
        sense.value,
        "%",
        span.period,
        span.source,
        baselines[0] if baselines else "",
        baselines,
        real=_real(context),
        holes=holes | context.holes_of_source(),
        modality=_modality(context, promise),
        likely=not (sense.sure and owner.sure) or span.source == "carried" or _since_when(context, baselines),
        ours=owner.ours,
    )


def _since_when(context: Context, baselines: tuple[str, ...]) -> bool:
    """A multiple, or a rise `since the war began`, without the year it is counted from."""
    if baselines:
        return False
    return context.quantity.unit == "times" or "since" in {t.low for t in context.parsed.tokens}


def _modality(context: Context, promise: bool) -> Modality:
    said = context.modality()
    if promise:
        return said if said in (Modality.DEMAND, Modality.PLEDGE, Modality.FORECAST) else Modality.PLEDGE
    return said if said in (Modality.ESTIMATE, Modality.FORECAST, Modality.DENIAL) else Modality.FACT


def _ahead(context: Context) -> bool:
    """A verb of what is to come in front of the figure, in its clause."""
    low, _ = context.bounds
    if context.before(3) in (["have", "plans", "to"], ["has", "plans", "to"], ["had", "plans", "to"]):
        return True
    return bool(of_kinds(marks(context.parsed, low, context.quantity.core[1] + 6), "ahead")) and not _done(context)


_DONE = frozenset({"rose", "grew", "fell", "jumped", "increased", "surged", "has", "have", "had", "was", "were"})


def _done(context: Context) -> bool:
    """A past verb right in front of the figure wins over a plan further off; not `will be increased by`."""
    front = context.before(4)
    return any(word in _DONE and front[i - 1] != "be" for i, word in enumerate(front) if i)


def _to_come(due: str, context: Context) -> bool:
    on = context.calendar.on
    year = due.split("/")[-1][:4]
    return on is not None and year.isdecimal() and int(year) > on.year


def _real(context: Context) -> bool | None:
    if context.cue_sentence("real") or "real" in [t.low for t in context.parsed.tokens]:
        return True
    return False if context.cue_sentence("nominal") else None
