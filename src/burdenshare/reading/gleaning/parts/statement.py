"""The statement of a part: the draft that all measures in per cent share, with its owner and year."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.growth.marks import Mark
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import When, period_of


def part_statement(
    context: Context, measure: str, rule: str, found: Found, *, likely: bool, promise: bool = False
) -> Draft:
    """A percentage as `measure` of `found`."""
    q = context.quantity
    when = due_of(context) if promise else _period(context)
    period, source = when.value, when.source
    earlier = _year_before(context)
    if earlier and not promise:
        period, source = earlier, "relative"
    inside = not found.carried and abs(found.first - q.first) < 25
    base = Draft(
        min(q.first, found.first) if inside else q.first,
        q.last,
        (q.first, q.last),
        Kind.PROMISE if promise else Kind.FACT,
        measure,
        rule,
        found.entities,
        q.comparator,
        q.value,
        "%",
        period,
        source,
        holes=(frozenset({"group"}) if found.open else frozenset()) | context.holes_of_source(),
        modality=_modality(context, promise=promise),
        likely=likely or source == "carried",
    )
    if earlier and context.before(1) == ["from"]:
        return replace(base, comparison=True)
    compared = q.role == "from" or context.before(1) == ["from"] or context.before(2)[:1] == ["from"]
    if not compared:
        return base
    period, source = _before_that(context)
    return replace(base, comparison=True, period=period, period_from=source)


def _period(context: Context) -> When:
    """The figure's year; not the one behind a second figure: `fell to 67 percent from 72 percent in 2012`."""
    when, end = period_of(context), context.quantity.core[1]
    if when.mention is None or when.mention.first < end:
        return when
    between = [q for q in context.parsed.quantities if q.unit == "%" and end <= q.core[0] < when.mention.first]
    if between and context.parsed.tokens[between[-1].first - 1].low == "from":
        year = context.calendar.newest_year
        return When(str(year) if year else "", "now")
    return when


def _before_that(context: Context) -> tuple[str, str]:
    """`down from 22 percent`: of an earlier year that the words may leave open."""
    after = [p for p in context.parsed.periods if 0 <= p.first - context.quantity.core[1] <= 4 and p.role != "by"]
    if after and after[0].value[:4].isdecimal():
        return after[0].value[:4], after[0].source
    return "", "assumed"


def _modality(context: Context, *, promise: bool) -> Modality:
    said = context.modality()
    if promise:
        return said if said in (Modality.DEMAND, Modality.PLEDGE, Modality.FORECAST) else Modality.FACT
    return said if said in (Modality.ESTIMATE, Modality.DENIAL) else Modality.FACT


def _year_before(context: Context) -> str:
    """`a decade ago` behind the figure; `from 15.7 % in the year before`, behind the one it rose to."""
    end = context.quantity.core[1]
    told = next((d.period for d in reversed(context.earlier) if d.unit == "%" and len(d.period) == 4), "")
    if (
        told.isdecimal()
        and context.before(1) == ["from"]
        and context.parsed.text(end, end + 4).startswith(_YEAR_BEFORE)
    ):
        return str(int(told) - 1)
    for p in context.parsed.periods:
        if p.role == "ago" and 0 <= p.first - end <= 2 and p.value.isdecimal():
            return p.value
    return ""


_YEAR_BEFORE = ("in the year before", "the year before", "a year earlier", "a year before", "in the previous year")


def nearest(found: list[Mark], first: int, last: int, reach: int = 30) -> Mark | None:
    """The mark nearest to tokens `first`..`last`, those behind counting as a little nearer."""
    scored = [(m.first - last if m.first >= last else first - m.last + 1, m) for m in found]
    near = [pair for pair in scored if 0 <= pair[0] <= reach]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def parted(context: Context, low: int, high: int) -> bool:
    """Whether a comma, semicolon or colon stands between two tokens."""
    return any(t.text in (",", ";", ":") for t in context.parsed.tokens[low:high])
