"""The year of a rise, by the strict rules, and the year it is held against."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.reading.baseline_years import baseline_of
from burdenshare.reading.context import Context
from burdenshare.reading.due_years import due_of
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.sum_starts import since_office

ONE_YEAR_AT_MOST = 40.0
"""Hardly an ally's spending has risen more within one year; a larger rise on a year long gone is of all the years."""


@dataclass(frozen=True, slots=True)
class Years:
    """When a rise was, the year it is counted from (empty: the year before), and where that year is said."""

    when: When
    baseline: str
    base: PeriodMention | None
    others: tuple[str, ...] = ()  # further years it may be counted from


def years_of(context: Context) -> Years:
    """`rose 18 % in 2024`, `between 2014 and 2024`, `compared with 2014`."""
    when, base = period_of(context, ("in", "now", "to")), baseline_of(context)
    undated = when.source in ("now", "assumed", "carried", "")
    office = since_office(context) if base is None else None
    if office is not None and undated:
        newest = str(context.calendar.newest_year or "")
        first, *others = _last_term_first(office[0], newest) or ("",)
        return Years(When(newest, "now"), first, None, tuple(others))
    its_own = base is not None and when.mention is not None and when.mention.first == base.first
    if base is not None and base.role == "since" and (its_own or (undated and when.value <= base.value[:4])):
        when = up_to_now(context, base)
    elif base is not None and its_own and when.mention is not None and when.mention.role == "in":
        when = When(str(context.calendar.newest_year or ""), "now")  # "compared with 2014, it has raised it by 30 %"
    baseline = base.value[:4] if base is not None and base.value else ""
    if base is not None and base.role == "since" and when.value == baseline != "":
        baseline = str(int(baseline) - 1)  # "since January", "since 2022", said in 2022: over the year before
    spell = base is not None and _a_spell(context, base)
    baseline = (_named_beginning(context, baseline) or baseline) if spell else baseline
    start = _from_a_sum(context, when)
    if start:
        later = [p.value for p in context.parsed.periods if p.source == "explicit" and len(p.value) == 4]
        told = max([value for value in later if value > start], default=str(int(start) + 1))
        return Years(replace(when, value=told, source="relative"), start, base)
    if base is not None and base.back and when.source in ("explicit", "relative") and when.value.isdecimal():
        baseline = str(int(when.value) - base.back)  # "rose 18 % in 2024, compared with a year earlier"
    if not baseline and _span(context, when) and not _titled(context, when):
        return Years(replace(when, value=when.value[5:]), when.value[:4], base)  # "between 2014 and 2024"
    since = base is not None and base.role == "since"
    now = context.before(1) in (["is"], ["are"])  # "is 10 percent higher than in 2021"
    if baseline.isdecimal() and when.source in ("now", "assumed") and not (since or now or _long(context, base)):
        when = replace(when, value=str(int(baseline) + 1), source="relative")
    ended = spell and baseline.isdecimal() and when.source in ("now", "assumed") and when.value.isdecimal()
    on = context.calendar.on
    earlier = ended and on is not None and int(when.value) < on.year  # ten years up to the newest year that is held
    return Years(when, baseline, base, (str(int(baseline) - 1),) if earlier else ())


def _last_term_first(years: tuple[str, ...], end: str) -> list[str]:
    """The years an office was taken, and those before: of two terms the last is the likelier one."""
    terms = [years[i : i + 2] for i in range(0, len(years), 2)]
    return [year for term in reversed(terms) for year in term if year < end]


def up_to_now(context: Context, base: PeriodMention) -> When:
    """`since Russia annexed Crimea in 2014`: the year is that of the beginning; the end is now, which is the newest
    year on record where it lies behind the beginning, and else the year of the text."""
    newest = str(context.calendar.newest_year or "")
    return When(newest if newest > base.value[:4] else max(newest, this_year(context)), "now")


def _a_spell(context: Context, base: PeriodMention) -> bool:
    """`over the past decade`: a length of time, and no year."""
    return base.source == "relative" and base.value[:4] not in context.parsed.words and base.role == "since"


def _named_beginning(context: Context, counted: str) -> str:
    """`over the past decade, rising from 8 billion in 2014 to …`: the year it began, where the sentence names one that
    fits the length of time to a year."""
    years = [p.value for p in context.parsed.periods if p.source == "explicit" and len(p.value) == 4]
    near = [year for year in years if year.isdecimal() and counted.isdecimal() and abs(int(year) - int(counted)) == 1]
    return near[0] if near else ""


def _from_a_sum(context: Context, when: When) -> str:
    """`up 17 percent from 279 billion in 2023`: the year of the sum that it rose from."""
    end, at = context.quantity.core[1], when.mention
    if at is None or at.first < end or len(when.value) != 4 or not when.value.isdecimal():
        return ""
    lows = context.parsed.lows
    led = next((i for i in range(end, min(at.first, end + _LED)) if lows[i] == "from"), None)
    if led is None or context.after(1) != ["from"]:
        return ""
    sums = [o for o in context.parsed.quantities if len(o.unit) == 3 or o.number.scale > 1]
    return when.value if any(led < o.first <= led + _LED and o.core[0] < at.first for o in sums) else ""


_LED = 3
"""Tokens behind the figure and behind `from` within which the sum stands; `from 2023 to hit $997 billion` tells a
year."""


def of_this_year(context: Context) -> bool:
    """`will rise by 4.3 % in 2017`, said in 2017: an estimate of the year, no promise."""
    due = due_of(context).value[:4]
    return bool(due) and due == this_year(context)


def this_year(context: Context) -> str:
    """The year of the text."""
    on = context.calendar.on
    return str(on.year) if on else ""


def _span(context: Context, when: When) -> bool:
    """`between 2014 and 2024`, `between 2022 and 2023`; a fiscal year ends in the next year too, and is one."""
    if len(when.value) != 9 or when.mention is None:
        return len(when.value) == 9 and int(when.value[5:]) - int(when.value[:4]) > 1
    told = context.parsed.lows[when.mention.first : when.mention.last]
    return int(when.value[5:]) - int(when.value[:4]) > 1 or not _FROM_TO.isdisjoint(told)


_FROM_TO = frozenset({"and", "to", "through", "until"})


def _titled(context: Context, when: When) -> bool:
    """`Defence Expenditure of NATO Countries (2014-2025)`: the years of a report, not of a rise."""
    at = when.mention.first if when.mention is not None else 0
    return at > 0 and context.parsed.tokens[at - 1].text == "("


def _long(context: Context, base: PeriodMention | None) -> bool:
    """`Compared with 2014, budgets have grown by 270 per cent`: more than one year's growth, up to the newest year."""
    newest = context.calendar.newest_year
    if base is None or base.source != "explicit" or newest is None or not base.value[:4].isdecimal():
        return False
    return newest - int(base.value[:4]) > 2 and context.quantity.value.central > ONE_YEAR_AT_MOST
