"""From which year to which a rise is told: `between 2014 and 2024`, `three times as much in 2023 as in 2014`."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.reading.baseline_years import baseline_of
from burdenshare.reading.context import Context
from burdenshare.reading.growth_years import up_to_now
from burdenshare.reading.numbers import number_at
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.periods import PeriodMention

_COMPARED = frozenset({"than", "as", "of", "against", "on", "over", "versus", "since", "from", "after", "above"})
_BEFORE = frozenset({"prior", "before", "earlier"})
_PREVIOUS = frozenset({"previous", "preceding", "prior"})
_MAX_SPAN = 40


@dataclass(frozen=True, slots=True)
class Span:
    """A period with how it was found, the year it is compared with (empty: the year before), and where it ends."""

    period: str
    source: str
    baselines: tuple[str, ...] = ()
    last: int = 0


def span_of(context: Context) -> Span:
    """The span of a rise: two years, a year and its baseline, a duration up to now, or one year."""
    found = (
        _of_the_sum_behind(context)
        or _ahead_of(context)
        or _range(context)
        or _right_behind(context)
        or _two_years(context)
        or _ago(context)
        or _duration(context)
        or _year_before_told(context)
    )
    if found is not None:
        return found
    base = baseline_of(context) or _stood_against(context)
    when = period_of(context, ("in", "now", "to"))
    if base is not None and base.value[:4].isdecimal():
        told = when.source == "explicit" and when.value[:4] > base.value[:4]
        lone = base.role == "versus" and base.source == "relative"
        if lone:
            return Span(when.value, when.source, (), base.last)
        period = when.value if told or when.source == "relative" else up_to_now(context, base).value
        counted = (base.value[:4],) if period != base.value[:4] else ()  # "since 2022", said in 2022: the year before
        return Span(period, when.source if told else "now", counted, base.last)
    if not when.value and when.source == "assumed" and (year := _year_of_the_sentence_before(context)):
        return Span(year, "carried")
    return Span(when.value, when.source, (), when.mention.last if when.mention is not None else 0)


def _year_of_the_sentence_before(context: Context) -> str:
    """`Sixteen allies spent more in 2015. European outlays fell by 0.3%`: the one year of a sentence on spending in the
    same paragraph, gone by on the day of the text."""
    before, on = context.previous, context.calendar.on
    if before is None or on is None or before.sentence.block != context.parsed.sentence.block:
        return ""
    years = {p.value for p in before.periods if p.value}
    year = years.pop() if len(years) == 1 and before.cues.has("spending") else ""
    return year if len(year) == 4 and year.isdecimal() and int(year) <= on.year else ""


def _of_the_sum_behind(context: Context) -> Span | None:
    """`That would be double the 32 billion euros spent in 2017`: from the year of the sum to that of the one told."""
    q, before, on = context.quantity, context.previous, context.calendar.on
    sums = [o for o in context.parsed.quantities if q.core[1] <= o.first <= q.core[1] + 1 and len(o.unit) == 3]
    behind = [p for p in context.parsed.periods if sums and p.first >= sums[0].core[1] and len(p.value) == 4]
    if q.unit != "times" or not behind or before is None or on is None:
        return None
    named = [p.value for p in before.periods if p.source == "explicit" and len(p.value) == 4 and p.value.isdecimal()]
    told = [value for value in named if value > behind[0].value]
    return Span(told[-1], "carried", (behind[0].value,), behind[0].last) if told else None


def _years(context: Context) -> list[PeriodMention]:
    """The calendar years of the clause, else of the sentence."""
    low, high = context.bounds
    told = [
        p
        for p in context.parsed.periods
        if p.source == "explicit" and len(p.value) == 4 and p.value.isdecimal() and p.role != "by"
    ]
    inside = [p for p in told if low <= p.first and p.last <= high]
    return inside or told


def _range(context: Context) -> Span | None:
    """`between 2014 and 2024`, `from 2004 to 2024`, `from 2019 through 2024`; `in the decade to 2024`."""
    low, high = context.bounds
    spans = [p for p in context.parsed.periods if len(p.value) == 9 and p.value[4:5] == "/"]
    titles = [p for p in spans if p.first and context.parsed.tokens[p.first - 1].text == "("]
    spans = [p for p in spans if p not in titles]  # "Defence Expenditure of NATO Countries (2014-2025)"
    inside = [p for p in spans if low <= p.first < high]
    dated = any(low <= p.first < high for p in _years(context))
    spans = inside or ([] if dated else spans)
    for p in spans:
        first, last = p.value.split("/")
        if int(last) - int(first) > 1 and not any(d.period == last and d.baseline == first for d in context.earlier):
            return Span(last, "explicit", (first,), p.last)
    for p in context.parsed.periods:
        front = [t.low for t in context.parsed.tokens[max(0, p.first - 3) : p.first + 1]]
        if p.role == "to" and len(p.value) == 4 and "decade" in front and p.value.isdecimal():
            return Span(p.value, "explicit", (str(int(p.value) - 10),), p.last)
    return None


def _ahead_of(context: Context) -> Span | None:
    """`50 percent ahead of 2024`, `31 % up on 2024`: right behind the figure the year that it is held against."""
    end, tokens, newest = context.quantity.core[1], context.parsed.tokens, context.calendar.newest_year
    for p in context.parsed.periods:
        gap = [t.low for t in tokens[end : p.first + 1]]
        near = gap[:2] in (["ahead", "of"], ["up", "on"], ["above", p.value], ["down", "on"]) and len(gap) <= 4
        if near and p.source == "explicit" and len(p.value) == 4 and newest is not None:
            year = max(newest, int(p.value) + 1)
            return Span(str(year), "now", (p.value,) if year - int(p.value) > 1 else (), p.last)
    return None


def _right_behind(context: Context) -> Span | None:
    """`more than double what was recorded in 2020`: the year behind the comparing word is what it is held against."""
    end, tokens, newest = context.quantity.core[1], context.parsed.tokens, context.calendar.newest_year
    for p in context.parsed.periods:
        gap = [t.low for t in tokens[end : p.first + 1]]
        near = end <= p.first <= end + 8 and "," not in gap and p.source == "explicit" and len(p.value) == 4
        if not near or not {"what", "that", "those"} & set(gap):
            continue
        own = [o.value for o in _years(context) if o.last <= context.quantity.first and o.value > p.value]
        this = [o.value for o in context.parsed.periods if o.source == "relative" and o.value[:4].isdecimal()]
        told = own or [value for value in this if len(value) == 4 and value > p.value]
        source = "carried" if own and this else "explicit" if told else "now"  # two years may be meant: likely only
        return Span(told[-1] if told else str(newest or ""), source, (p.value,), p.last)
    return None


def _two_years(context: Context) -> Span | None:
    """Two years around one figure, of which one is said to be compared with: the earlier is the baseline."""
    years = sorted(_years(context), key=lambda p: p.value)
    inside = {p.value for p in years}
    if len(inside) != 2 or _rivals(context):
        return None
    early, late = years[0], years[-1]
    before = context.parsed.tokens[early.first - 1].low if early.first else ""
    told = early.role in ("since", "versus", "from") or early.first > late.first or before in _COMPARED
    if not told or int(late.value) - int(early.value) > _MAX_SPAN:
        return None
    baselines = (early.value,) if int(late.value) - int(early.value) > 1 else ()
    return Span(late.value, "explicit", baselines, max(early.last, late.last))


def _ago(context: Context) -> Span | None:
    """`four times more than it did a decade ago`, `20 percent higher than five years ago`."""
    low, high = context.bounds
    tokens, newest = context.parsed.tokens, context.calendar.newest_year
    for p in context.parsed.periods:
        if p.role != "ago" or not low <= p.first < high or not p.value.isdecimal() or newest is None:
            continue
        if {"than", "as", "what"} & {t.low for t in tokens[context.quantity.core[1] : p.first]}:
            years = (p.value, str(int(p.value) - 1))
            return Span(str(newest), "now", years, p.last)
    return None


def _rivals(context: Context) -> bool:
    """Whether another percentage or multiple of the clause may own one of the years."""
    low, high = context.bounds
    units = ("%", "times")
    others = [q for q in context.parsed.quantities if q is not context.quantity and low <= q.core[0] < high]
    return any(q.unit in units for q in others)


def _duration(context: Context) -> Span | None:
    """`in a decade`, `over five years`, `within four years`, behind what has happened: up to the newest year."""
    tokens, on = context.parsed.tokens, context.calendar.on
    low, high = context.bounds
    if on is None:
        return None
    for i in range(low, high - 1):
        if tokens[i].low not in ("in", "over", "within", "during"):
            continue
        length, last = _length(context, i + 1, high)
        if length and not {"next", "coming"} & {t.low for t in tokens[i:last]}:
            newest = context.calendar.newest_year or on.year
            return Span(str(newest), "now", (str(newest - length), str(on.year - length)), last)
    return None


def _length(context: Context, at: int, high: int) -> tuple[int, int]:
    tokens = context.parsed.tokens
    while at < high and tokens[at].low in ("the", "past", "last", "previous", "just", "only", "only", "under", "about"):
        at += 1
    if at + 1 < high and tokens[at].low in ("a", "decade"):
        at += tokens[at].low == "a"
        return (10, at + 1) if tokens[at].low == "decade" else (0, at)
    number = number_at(tokens, at) if at < high else None
    if number is None or number.last >= len(tokens) or not 2 <= number.value <= _MAX_SPAN:
        return 0, at
    if tokens[number.last].low == "decades":
        return round(10 * number.value), number.last + 1
    row = [t.low for t in tokens[number.last + 1 : number.last + 4]]
    if tokens[number.last].low != "years" or row[:2] == ["in", "a"] or row[:1] in (["running"], ["ago"], ["earlier"]):
        return 0, at
    return round(number.value), number.last + 1


def _year_before_told(context: Context) -> Span | None:
    """`a year earlier they had swelled by 30`, `a rise of 9 % the previous year`: the year before the one just told."""
    told = next((d.period for d in reversed(context.earlier) if d.measure == "expenditure_growth"), "")
    if not told.isdecimal():
        return None
    q, tokens = context.quantity, context.parsed.tokens
    low, high = context.bounds
    for i in range(max(low, q.first - 8), min(high, q.core[1] + 6)):
        pair = (tokens[i].low, tokens[i + 1].low if i + 1 < len(tokens) else "")
        if (pair[0] == "year" and pair[1] in _BEFORE) or (pair[0] in _PREVIOUS and pair[1] == "year"):
            than = {t.low for t in tokens[max(0, i - 3) : i]} & {"than", "on", "from", "against"}
            return None if than else Span(str(int(told) - 1), "relative", (), i + 2)
    return None


def _stood_against(context: Context) -> PeriodMention | None:
    """`Measured against 2004`, `as it did in 2014`, `double that of 2014`: one year that is only compared with."""
    years = _years(context)
    if len({p.value for p in years}) != 1:
        return None
    tokens, p = context.parsed.tokens, years[0]
    own = (
        context.quantity.core[1] if p.first > context.quantity.first else 0
    )  # the "than" of "more than 2 %" is its own
    front = [t.low for t in tokens[max(own, p.first - 6) : p.first + 1]]
    compared = {"than", "as", "against", "from", "that", "those", "what", "compared", "levels", "since"} & set(front)
    behind = p.first > context.quantity.first
    if behind and compared and p.role in ("in", "from", "versus"):
        return p
    return p if "against" in front[-2:] else None
