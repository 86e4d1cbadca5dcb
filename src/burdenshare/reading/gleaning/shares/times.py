"""The year of a share: the one in its own clause, one counted from the figure before, or the one told for a list."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.due_years import moved_to, of_the_step_before
from burdenshare.reading.gleaning.shares.evidence import planned
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.model import Kind
from burdenshare.reading.numbers import number_at
from burdenshare.reading.others_years import of_another_matter
from burdenshare.reading.period_choice import When, of_its_antecedent, of_the_second_figure, period_of
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.years_of_agreements import agreement_year

_REACH = 12
"""Tokens behind a share within which a year is its own."""


def year_of(figure: Figure) -> When:
    """The year as ISO text; fiscal years are those that hold most of their months."""
    on = figure.context.calendar.on
    month = _by_month(figure, on) if on is not None and planned(figure) else None
    moved = moved_to(figure.context.parsed, figure.context.quantity)
    if moved is not None:
        return moved
    told = of_its_antecedent(figure.context.parsed, figure.context.quantity)
    if told is not None:
        return When(told.value, told.source, told)
    found = counted_year(figure) or month or _own(figure) or _compared(figure) or _shared(figure)
    if found is not None:
        return found
    plain = _plain(period_of(figure.context), figure)
    on, newest = figure.context.calendar.on, figure.context.calendar.newest_year
    if on is not None and plain.value.isdecimal() and int(plain.value) > on.year and not planned(figure):
        return When(str(newest) if newest else "", "now")  # the year of another figure's plan
    return plain


def _plain(when: When, figure: Figure) -> When:
    """`2024/25` is 2024; a span of years is its end, or its start for the first of two figures."""
    value = when.value
    if "/" in value:
        start, end = value.split("/")[:2]
        role = figure.context.quantity.role
        neighbours = end.isdecimal() and start.isdecimal() and int(end) - int(start) == 1
        value = start if neighbours or role == "from" else end
    return When(value[:4], when.source, when.mention)


def _usable(figure: Figure, period: PeriodMention) -> bool:
    if not period.value[:4].isdecimal() and period.role != "now":
        return False
    if period.role in ("since", "versus", "skip") or agreement_year(figure.context.parsed, period):
        return False
    if of_the_second_figure(figure.context.parsed, period, figure.context.quantity):
        return False
    if (period.role == "by" or planned(figure)) and of_the_step_before(
        figure.context.parsed, period, figure.context.quantity
    ):
        return False
    if of_another_matter(figure.context.parsed, period, figure.context.quantity):
        return False
    month, day = len(period.value) in (7, 10), len(period.value) == 10
    return not (period.source == "relative" and month) and not (day and period.role == "in")


def _when(figure: Figure, period: PeriodMention) -> When:
    if period.role == "now" or not period.value:
        newest = figure.context.calendar.newest_year
        return When(str(newest) if newest else "", "now", period)
    return _plain(When(period.value, period.source, period), figure)


def _own(figure: Figure) -> When | None:
    """The nearest year behind the number, else the nearest in front, between the figures beside it."""
    low, high = figure.clause
    parsed = figure.context.parsed
    periods = [p for p in parsed.periods if _usable(figure, p)]
    behind = [p for p in periods if figure.end <= p.first and p.last <= min(high, figure.end + _REACH)]
    behind = [p for p in behind if not _opens_another(figure, p)]
    front = [p for p in periods if low <= p.first and p.last <= figure.first]
    if behind and (not front or behind[0].first - figure.end <= 3):
        return _when(figure, behind[0])
    if front:
        explicit = [p for p in front if p.source == "explicit"]
        return _when(figure, (explicit or front)[-1])
    return _when(figure, behind[0]) if behind else None


def _opens_another(figure: Figure, period: PeriodMention) -> bool:
    """`1.6 per cent; in 2014 it …`, `…, when the 2018 plan`: the year opens what comes next."""
    tokens = figure.context.parsed.tokens
    gap = [token.low for token in tokens[figure.end : period.first]]
    _, high = figure.clause
    if gap[:1] in (["and"], ["but"]):
        return True
    if "and" in gap or "but" in gap or ("," in gap and gap[-1:] == [","] and high < len(tokens)):
        return "and" in gap and high < len(tokens)
    return bool({"since", "than", "instead", "before"} & set(gap)) or tokens[period.first - 1].low == "of"


def _reference(figure: Figure) -> int | None:
    told = figure.told()
    if told is not None and told.period[:4].isdecimal():
        return int(told.period[:4])
    topic, on = figure.context.topic, figure.context.calendar.on
    if topic.period.isdecimal() and topic.block >= figure.context.parsed.sentence.block - 1:
        return int(topic.period)
    return on.year if on is not None else None


def counted_year(figure: Figure) -> When | None:
    """`a year earlier`, `the year after`, `ten years before`: counted from the figure before."""
    low, high = figure.clause
    base = _reference(figure)
    if base is None:
        return None
    high = min(high, figure.end + 8)
    for name, step in (("earlier_year", -1), ("later_year", 1), ("same_year", 0)):
        span = figure.found.last(name, low, high)
        if span is not None and (span[0] >= figure.end or (span[1] <= figure.first and not _dated_behind(figure))):
            return When(str(base + step), "carried")
    tokens = figure.context.parsed.tokens
    for i in range(figure.end, min(high, len(tokens)) - 1):
        if i + 2 < len(tokens) and tokens[i + 2].low == "than":
            continue  # "four years earlier than planned"
        if tokens[i].low in ("years", "decade") and tokens[i + 1].low in ("earlier", "before", "previously"):
            number = number_at(tokens, i - 1)
            years = 10 if tokens[i].low == "decade" else round(number.value) if number is not None else 0
            return When(str(base - years), "carried") if years else None
    return None


def _dated_behind(figure: Figure) -> bool:
    """`from 1.25% in that year to 1.43% in 2018`: a year of its own stands right behind the figure."""
    return any(p.source == "explicit" and 0 <= p.first - figure.end <= 3 for p in figure.context.parsed.periods)


def comparing(figure: Figure) -> bool:
    """`up from 2.2 %`, `against 2.0 %`, `after 2.4 %`: a second figure beside the first, of an earlier year."""
    before = figure.context.before(2)
    if figure.context.quantity.role == "from":
        return True
    if before[-1:] in (["from"], ["than"], ["versus"]):
        return True
    return bool(figure.told()) and (before[-1:] in (["against"], ["after"]) or before == ["compared", "with"])


def _compared(figure: Figure) -> When | None:
    if not comparing(figure):
        return None
    told = figure.told()
    if told is not None and told.period[:4].isdecimal():
        return When(str(int(told.period[:4]) - 1), "assumed")
    return None


def _shared(figure: Figure) -> When | None:
    """A list: the year told with the first figure, or behind the last one, is that of all."""
    told = figure.told()
    stated = figure.front("spend_words") or figure.front("state_words")
    ahead = planned(figure)
    if told is not None and told.period and not told.comparison and (ahead or not stated or told.kind is Kind.FACT):
        return When(told.period, told.period_from)
    periods = [p for p in figure.context.parsed.periods if _usable(figure, p) and p.source == "explicit"]
    on = figure.context.calendar.on
    if periods and not ahead and on is not None and int(periods[0].value[:4]) > on.year:
        return None  # the year of somebody's plan
    if len(periods) == 1 and figure.others and figure.clause[1] >= figure.segment[1]:
        return _when(figure, periods[0])
    return None


_MONTHS = {"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8}
_MONTHS |= {"september": 9, "october": 10, "november": 11, "december": 12, "spring": 5, "summer": 8, "autumn": 11}
_MONTHS |= {"fall": 11, "christmas": 12, "year's": 12, "year-end": 12, "easter": 4}


def _by_month(figure: Figure, on: date) -> When | None:
    """`to 2% by March`, `by the summer`, `by Christmas`, `by year's end`: the next one to come."""
    tokens = figure.context.parsed.tokens
    _, high = figure.clause
    for i in range(figure.end, min(high, figure.end + 8) - 1):
        if tokens[i].low not in ("by", "before"):
            continue
        at = i + 2 if tokens[i + 1].low in ("the", "this") and i + 2 < len(tokens) else i + 1
        month = _MONTHS.get(tokens[at].low.removesuffix("'s")) or _MONTHS.get(tokens[at].low)
        dated = at + 1 < len(tokens) and tokens[at + 1].kind == "number"
        if month is not None and not dated:
            return When(str(on.year if month >= on.month else on.year + 1), "due")
    return None


def due_behind(figure: Figure) -> When | None:
    """`2.5 % of GDP by 2030`: a year to come right behind the number."""
    on = figure.context.calendar.on
    if on is None or figure.context.cue("missed"):
        return None
    month = _by_month(figure, on)
    if month is not None:
        return month
    _, high = figure.clause
    for period in figure.context.parsed.periods:
        near = figure.end <= period.first and period.last <= min(high, figure.end + 10)
        if near and period.role in ("by", "in", "from") and period.source != "now" and _usable(figure, period):
            when = _when(figure, period)
            if when.value.isdecimal() and int(when.value) >= on.year:
                return when
    return None
