"""A second count of the same thing: `up from three the year before`, `the tally rose to 22 in 2024`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.allies.counted import head_of, tally_near
from burdenshare.reading.gleaning.allies.lines import phrases, words
from burdenshare.reading.gleaning.allies.standing import COUNTS, RULE, group_carried
from burdenshare.reading.model import Kind
from burdenshare.reading.quantities import as_count

_REACH = 9
_PRESENT = frozenset({"are", "is", "has", "numbers", "counts", "stands", "it's"})
_SINCE = frozenset({"has", "have"})
_STOPS = frozenset({";", "—", ":"})
_COMPARED = frozenset({"from", "than", "with", "against", "versus"})
_FOLLOWING = frozenset(
    {"in", "by", "at", "the", "a", "and", "or", "to", "ten", "last", "this", "today", "now", "when", "on", "as"}
)


def series_draft(context: Context) -> Draft | None:
    """A bare number led by `from`, `to`, `with` and the like, beside a count or a noun of counting, with its year."""
    parsed, q = context.parsed, context.quantity
    lead = [t.low for t in parsed.tokens[max(0, q.first - 1) : q.core[0]]]
    if not any(word in words("series") for word in lead) and q.first > 0:
        return None
    head = head_of(context)
    same = [d for d in context.earlier if d.measure == COUNTS[q.number.kind == "fraction"]]
    told = bool(same) or context.topic.counted_at >= parsed.sentence.block - 1
    tally = tally_near(parsed, 0, 0) and _threshold(context) is not None
    if head is None or not (told or tally) or not _ends(context, head.last):
        return None
    year = _year(context, head.last)
    if year is None:
        return None
    if "from" in lead and not year[1]:
        year = ("", 0)  # "has gone from 9 to 23": when it was nine is not told
    counted = as_count(q) if q.number.kind != "fraction" else q
    below = same[-1].below if same else False
    return Draft(
        q.first,
        max(head.last, year[1]),
        (q.first, head.last),
        Kind.FACT,
        COUNTS[q.number.kind == "fraction"],
        RULE,
        subject=(head.group or group_carried(context),),
        comparator=counted.comparator,
        value=counted.value,
        unit="fraction" if q.number.kind == "fraction" else "allies",
        period=year[0],
        period_from="explicit" if year[1] else "relative" if year[0] else "",
        threshold=_threshold(context) if not same else same[-1].threshold,
        below=below,
        holes=(frozenset({"denominator"}) if below or q.number.kind == "fraction" else frozenset())
        | context.holes_of_source(),
        comparison=bool(_COMPARED & set(lead)) or "from" in context.before(4),
        likely=not same or not year[1],
    )


def _threshold(context: Context) -> float | None:
    """The line the sentence or the text speaks of; the guideline where the noun of counting names it by itself."""
    said = [q.number.value for q in context.parsed.quantities if q.unit == "%" and q.number.value in THRESHOLDS]
    if said:
        return said[0]
    carried = context.topic.threshold if context.topic.block >= context.parsed.sentence.block - 1 else None
    club = any(t.low in ("percenters", "club", "target", "guideline", "benchmark") for t in context.parsed.tokens)
    return carried if carried not in (None, 5.0) else context.calendar.guideline if club else None


def _ends(context: Context, last: int) -> bool:
    """Nothing counted stands behind the number: the clause ends, or a year follows."""
    tokens = context.parsed.tokens
    if last >= len(tokens):
        return True
    dated = any(p.first == last for p in context.parsed.periods)
    return dated or tokens[last].kind == "mark" or tokens[last].low in _FOLLOWING


def _year(context: Context, last: int) -> tuple[str, int] | None:
    """(year, where its words end, 0 where it was told in front) of this count; None where no year is told."""
    parsed = context.parsed
    stop = next((i for i in range(last, len(parsed.tokens)) if parsed.tokens[i].text in _STOPS), len(parsed.tokens))
    nearest = min(
        (o.first for o in parsed.quantities if o.first >= last and not _dated(context, o.first)), default=stop
    )
    limit = min(stop, nearest, last + _REACH)
    for i in range(last, limit):
        earlier = _shifted(context, i)
        if earlier is not None:
            return earlier
    for i in range(last, limit):
        for p in parsed.periods:
            if (
                p.first == i
                and p.value[:4].isdecimal()
                and p.role in ("in", "ago", "by", "to", "versus")
                and i <= last + 3
            ):
                return p.value[:4], p.last
    front = [p for p in parsed.periods if context.bounds[0] <= p.first and p.last <= context.quantity.first]
    if front and front[-1].role == "now":
        return str(context.calendar.newest_year or ""), 0
    if front and front[-1].value[:4].isdecimal():
        return front[-1].value[:4], 0
    present = (context.before(1)[-1:] and context.before(1)[-1] in _PRESENT) or _SINCE & set(context.before(4))
    return (str(context.calendar.newest_year or ""), 0) if present and tally_near(parsed, 0, 0) else None


def _dated(context: Context, at: int) -> bool:
    tens = phrases("decade_before").longest(context.parsed.tokens, at) is not None
    return tens or any(p.first <= at < p.last for p in context.parsed.periods)


def _shifted(context: Context, i: int) -> tuple[str, int] | None:
    """`the year before`, `ten years before`: counted from the year of the figure in front."""
    for name, years in (("year_before", 1), ("decade_before", 10)):
        found = phrases(name).longest(context.parsed.tokens, i)
        if found is None:
            continue
        counts = [d.period for d in context.earlier if d.measure in COUNTS and d.period[:4].isdecimal()]
        ago = context.parsed.tokens[found[0] - 1].low == "ago" and context.calendar.on is not None
        base = context.calendar.on.year if ago and context.calendar.on else int(counts[-1][:4]) if counts else 0
        return (str(base - years), found[0]) if base else None
    return None
