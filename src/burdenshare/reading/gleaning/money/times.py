"""The year of a sum: fiscal years, the year before the first figure, sums over years."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.conversions import year_behind
from burdenshare.reading.due_years import due_of
from burdenshare.reading.gleaning.money.words import Evidence
from burdenshare.reading.numbers import number_at
from burdenshare.reading.period_choice import When, period_of, told_year
from burdenshare.reading.period_model import PeriodMention


def year_of(context: Context) -> When:
    """The year of a sum that was spent."""
    when = fiscal(period_of(context))
    if when.mention is None or not _set_beside(context, when.mention):
        return when
    told = told_year(context) or context.calendar.newest_year
    return When(str(told), "assumed") if told else when


def _set_beside(context: Context, period: PeriodMention) -> bool:
    """`reaching $149 bn, double what it spent in 2015`: a year that the sum is only set beside."""
    between = context.parsed.tokens[context.quantity.core[1] : period.first]
    return _compared_with(context, period) or any(t.low in _BESIDE for t in between)


_BESIDE = frozenset({"double", "twice", "triple", "thrice", "half", "compared"})


def budget_year(context: Context, evidence: Evidence) -> When | None:
    """`under the 2018 draft budget`, `Budapest's 2024 outlays`: the year that names the budget itself."""
    for period in context.parsed.periods:
        named = period.source == "explicit" and any(
            s == period.last for s, _ in evidence.cues.hits.get("budget_heads", ())
        )
        year = fiscal(When(period.value, period.source, period))
        if named and len(year.value) == 4 and context.bounds[0] <= period.first < context.bounds[1]:
            return year
    return None


def firm(when: When) -> bool:
    """Whether the words themselves name the year."""
    return when.source in ("explicit", "relative") and "/" not in when.value


def fiscal(when: When) -> When:
    """`2024/25` is 2024, which holds most of its months; a span of several years stays."""
    first, slash, second = when.value.partition("/")
    if slash and first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1:
        return replace(when, value=first)
    return when


def due_year(context: Context, evidence: Evidence) -> When:
    """The year a planned sum is for: `by 2027`, `for 2025`, `next year`, `this year`."""
    on = context.calendar.on
    named = budget_year(context, evidence)
    if named is not None and on is not None and int(named.value) >= on.year:
        return named
    due = fiscal(due_of(context))
    if due.value:
        return due
    if on is not None and evidence.has("this_year"):
        return When(str(on.year), "relative")
    when = year_of(context)
    this = on is not None and when.value[:4].isdecimal() and int(when.value[:4]) >= on.year
    return when if this and when.source in ("explicit", "relative") else When("", "")


def ends_later(context: Context) -> bool:
    """Whether the clause names a year to come."""
    due = fiscal(due_of(context))
    on = context.calendar.on
    return on is not None and due.value[:4].isdecimal() and int(due.value.split("/")[-1][:4]) > on.year


def before_that(context: Context, evidence: Evidence, told: str) -> str:
    """`a year earlier`, right behind a sum: the year before `told`."""
    end = context.quantity.core[1]
    years = _years_before(context)
    if years and len(told) == 4 and told.isdecimal():
        return str(int(told) - years)
    behind = any(end <= start <= end + 2 for start, _ in evidence.cues.hits.get("year_before", ()))
    return str(int(told) - 1) if behind and len(told) == 4 and told.isdecimal() else ""


def _years_before(context: Context) -> int:
    """The N of `58 billion five years before that`, `three years earlier`, right behind the sum; else 0."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    number = number_at(tokens, end) if end < len(tokens) else None
    if number is None or number.kind != "cardinal" or not 1 <= number.value <= 30:
        return 0
    behind = [t.low for t in tokens[number.last : number.last + 2]]
    told = behind[:1] in (["years"], ["year"]) and behind[1:] in (["before"], ["earlier"], ["previously"], ["prior"])
    return round(number.value) if told else 0


def _likened(context: Context, period: PeriodMention) -> bool:
    """`in 2021: ISK 2.4 bn, as in 2020`: a year only compared with."""
    tokens = context.parsed.tokens
    near = [t.low for t in tokens[max(0, period.first - 1) : period.first + 1]]
    return bool({"as", "than", "like"} & set(near)) and period.first >= context.quantity.core[1]


def _compared_with(context: Context, period: PeriodMention) -> bool:
    """`surged by 38 % compared to 2023, reaching $149 bn`: the year in front of the sum is that of the rise."""
    near = {t.low for t in context.parsed.tokens[max(0, period.first - 2) : period.first + 1]}
    return period.last <= context.quantity.first and bool(near & {"compared", "versus", "than", "over"})


def own_year(context: Context) -> When | None:
    """A year that stands right behind the sum, or right in front of it, with no other sum in between."""
    q = context.quantity
    converted = year_behind(context.parsed, q)
    if converted is not None and converted.value[:4].isdecimal() and len(converted.value) not in (7, 10):
        return fiscal(When(converted.value, converted.source, converted))
    near = sorted(context.parsed.periods, key=lambda period: period.first < q.core[1])
    for period in near:
        year = fiscal(When(period.value, period.source, period))
        if (
            len(year.value) < 4
            or not year.value[:4].isdecimal()
            or period.role in ("since", "versus")
            or len(year.value) in (7, 10)
            or _likened(context, period)
            or _compared_with(context, period)
        ):
            continue
        behind = 0 <= period.first - q.core[1] <= 3
        front = 0 <= q.first - period.last <= 2
        if (behind or front) and not (behind and context.other_quantity_between(q.core[1], period.first)):
            return year
    return None
