"""Rises and cuts of spending in money, and money on top over several years."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from burdenshare.reading.allotted_sums import would_be
from burdenshare.reading.baseline_years import baseline_of
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.money.drafts import fallen, promised, sum_draft
from burdenshare.reading.gleaning.money.owners import Owner, owner_of
from burdenshare.reading.gleaning.money.times import due_year, ends_later, firm, fiscal, year_of
from burdenshare.reading.gleaning.money.words import Evidence, word_set
from burdenshare.reading.model import Kind
from burdenshare.reading.numbers import number_at
from burdenshare.reading.period_choice import When
from burdenshare.reading.sum_starts import since_office
from burdenshare.reading.tables import word_list

_ADDS = word_set("adding")
_CUTS = word_set("cutting")
_FILLERS = word_set("by_fillers")
_BESIDE = word_set("beside_rise")
_NEW = _BESIDE | {"new"}
_RISES = word_set("behind_rise")
_PARTS = word_set("phrase_ends")
_NOUNS = word_set("moving_nouns")
_WISHED = word_list("wishing_participles")


def change(context: Context, evidence: Evidence) -> Draft | None:
    """A rise or a cut of one year's spending, or a sum on top over several years."""
    up, down = moved(context, evidence)
    if not up and not down:
        return None
    weight = _weight(context, evidence)
    owner = (owner_of(context, foreign=False) or _group_named(context)) if weight else None
    if owner is None or not owner.entities or owner.foreign or "EU" in owner.entities:
        return None
    extra = _extra(context, evidence, owner, sure=weight == 2) if up else None
    if extra is not None:
        return extra
    if down and _over_the_years(context):
        return None  # "has cut 1.5 billion since 2014": no change of one year
    draft = sum_draft(context, owner, "expenditure_change", "change", sure=weight == 2)
    return _dated(context, evidence, fallen(draft) if down else draft)


def _over_the_years(context: Context) -> bool:
    """Whether the clause counts from a year that lies more than one back."""
    start, on = _start(context), context.calendar.on
    return bool(start) and on is not None and int(start[0]) + 1 < on.year


def _group_named(context: Context) -> Owner | None:
    """`the added money should reach $400 billion …, for allies across Europe and Canada`: of this group texts tell
    money on top for one reason only."""
    group = next((s for s in context.parsed.subjects if s.entity == "EUR_CAN"), None)
    return None if group is None else Owner(Found((group.entity,), group.first, group.last, group.open), False)


def moved(context: Context, evidence: Evidence) -> tuple[bool, bool]:
    """(a rise, a cut): said right beside the sum, or by the verb whose object it is."""
    q = context.quantity
    before = context.before(4)
    hedge = {t.low for t in context.parsed.tokens[q.first : q.core[1]]}
    last = before[-1] if before else ""
    by = "by" in before and not set(before[before.index("by") + 1 :]) - _FILLERS
    noun = last in ("of", "at", "worth") and bool(set(before[:-1]) & _NOUNS)
    front = context.bounds[0], q.first
    up = (
        bool((hedge | {last}) & _BESIDE)
        or (bool(_ADDS & set(before[-1:])) and q.rule != "at most")
        or _said_at(evidence, "more", q.core[1])
        or (context.after(1) in (["of"], ["in"]) and bool(_NEW & set(context.after(2)[1:])))
    )
    again = last == "or" and _beside_percent(context)
    up = up or ((by or noun or again) and evidence.has("more", *front)) or _noun_behind(context)
    up = up or (again and "more" in context.after(3)) or evidence.has("more_money", *front) or _to_lift(context)
    down = bool(_CUTS & set(before[-1:])) or ((by or noun) and evidence.has("less", *front))
    down = down or _said_at(evidence, "less", q.core[1])
    return up and not down, down


def _to_lift(context: Context) -> bool:
    """`10.5 billion euros to lift Spain to 2%`: money on top, for what it takes the share to."""
    end, after = context.quantity.core[1], context.after(2)
    shares = [o for o in context.parsed.quantities if o.unit == "%" and 0 < o.first - end <= _LIFTED_WITHIN]
    lifted = after[:1] == ["to"] and after[1:] != [] and after[1] in _LIFTING
    between = context.parsed.lows[end + 2 : shares[0].first] if lifted and shares else []
    return "to" in between and _OTHER_LINES.isdisjoint(between)


_OTHER_LINES = word_list("other_lines")
_LIFTING = frozenset({"lift", "raise", "take", "bring", "haul", "push", "get", "boost"})
_LIFTED_WITHIN = 9
"""Words between a sum and the share it lifts a country to."""


def _beside_percent(context: Context) -> bool:
    """`by about 3 percent, or $8 billion`: the same rise in money."""
    return any(o.unit == "%" and 0 < context.quantity.first - o.core[1] <= 3 for o in context.parsed.quantities)


def _said_at(evidence: Evidence, name: str, at: int) -> bool:
    return any(start == at for start, _ in evidence.cues.hits.get(name, ()))


def _noun_behind(context: Context) -> bool:
    """`C$9.3 billion annual boost`: the noun of a rise closes the phrase of the sum."""
    after = context.after(3)
    at = next((i for i, word in enumerate(after) if word in _RISES), len(after))
    return at < len(after) and not set(after[:at]) & _PARTS


def _clause_front(context: Context) -> tuple[int, int]:
    return context.bounds[0], context.quantity.first


def _weight(context: Context, evidence: Evidence) -> int:
    bounds = context.bounds
    if evidence.has("budget", *bounds) or evidence.has("defence", *bounds):
        return 2
    sentence = evidence.has("budget") or evidence.has("defence") or context.allied() or _group(context)
    spent = evidence.has("spend_alone", *bounds)
    return int(
        spent
        or sentence
        or _to_lift(context)
        or context.defence_topic(1)
        or context.money_topic(1)
        or context.share_topic(1)
    )


def _group(context: Context) -> bool:
    low, high = context.bounds
    return any(s.entity == "EUR_CAN" and low <= s.first < high for s in context.parsed.subjects)


def _extra(context: Context, evidence: Evidence, owner: Owner, *, sure: bool) -> Draft | None:
    """`an extra $260 billion since 2014`, `an additional £75bn across six years`, `NOK 600bn through 2036`."""
    start, end = _start(context), context.calendar.on
    both = _both_years(context)
    if both and end is not None and not start:
        draft = sum_draft(context, owner, "extra_expenditure", "extra over years", sure=False)
        draft = replace(draft, holes=draft.holes | {"cumulative"}, likely=True)
        dated = replace(draft, period=both, period_from="explicit")
        return promised(dated, both, "due") if int(both[-4:]) > end.year else dated
    told = _span_told(context)
    if told is not None and (not start or start[0] == told.value[:4]):
        draft = sum_draft(context, owner, "extra_expenditure", "extra", sure=False)
        return _over_a_span(draft, told)
    if start and end is not None:
        due = due_year(context, evidence)
        later = ends_later(context)
        newest = due.value if later else str(_running_year(context) or context.calendar.newest_year or end.year)
        draft = sum_draft(context, owner, "extra_expenditure", "extra", sure=False)
        draft = replace(
            draft,
            period=f"{start[0]}/{newest}",
            period_from="now",
            baseline=start[0],
            baselines=start,
            holes=draft.holes | {"cumulative", "baseline"},
        )
        return replace(draft, kind=Kind.PROMISE) if later else draft
    return _over_years(context, evidence, owner) or _in_all(context, owner)


def _both_years(context: Context) -> str:
    """`50 billion kroner extra for arms in 2025 and 2026`: the sum of two years, as ISO text; empty where none is."""
    end, lows = context.quantity.core[1], context.parsed.lows
    years = [p for p in context.parsed.periods if p.source == "explicit" and len(p.value) == 4 and p.first >= end]
    for a, b in pairwise(years):
        if a.first - end <= _YEARS_WITHIN and lows[a.last : b.first] == ["and"] and int(b.value) == int(a.value) + 1:
            return f"{a.value}/{b.value}"
    return ""


_YEARS_WITHIN = 6
"""Words between a sum and the two years it is for."""
_MOST_OF_THE_YEAR = 6
"""From this month on `over the last three years` takes in the year that runs."""


def _running_year(context: Context) -> int:
    """The year of the text where `over the last three years` ends with it, else 0."""
    base, on = baseline_of(context), context.calendar.on
    relative = base is not None and base.role == "since" and base.source == "relative"
    return on.year if relative and on is not None and on.month >= _MOST_OF_THE_YEAR else 0


def _span_told(context: Context) -> When | None:
    """`Over the nine years to 2024`: the only span of several years gone by."""
    on = context.calendar.on
    spans = [p for p in context.parsed.periods if len(p.value) == 9 and p.value[4] == "/"]
    if len(spans) != 1 or on is None or not int(spans[0].value[:4]) + 1 < int(spans[0].value[5:]) <= on.year:
        return None
    return When(spans[0].value, spans[0].source, spans[0])


def _start(context: Context) -> tuple[str, ...]:
    """The years that `since …` or `on top of 2014 levels` can mean."""
    office = since_office(context)
    if office is not None:
        return office[0]
    base = baseline_of(context)
    if base is not None and base.role == "since" and base.value[:4].isdecimal():
        return (base.value[:4],)
    for period in context.parsed.periods:
        front = [t.low for t in context.parsed.tokens[max(0, period.first - 6) : period.first]]
        if "since" in front and len(period.value) == 4 and (period.source == "explicit" or period.role == "ago"):
            return (period.value,)
    levels = _level_year(context)
    if levels:
        return (levels,)
    after = context.after(4)
    top = after[:3] == ["on", "top", "of"] and after[3:] and after[3].isdecimal()
    return (after[3],) if top else ()


def _level_year(context: Context) -> str:
    """`more than they would have at 2015's level`, `above the levels of 2014`."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    for p in context.parsed.periods:
        beside = {t.low for t in tokens[max(end, p.first - 3) : p.last + 2]}
        if p.first >= end and beside & {"level", "levels"} and len(p.value) == 4 and p.source == "explicit":
            return p.value
    return ""


def _over_years(context: Context, evidence: Evidence, owner: Owner) -> Draft | None:
    """`an additional £75bn across six years`, `NOK 600bn through 2036`; `over the last three years … more`."""
    on = context.calendar.on
    gone = _years_gone(context)
    if gone and on is not None:
        draft = sum_draft(context, owner, "extra_expenditure", "extra over years", sure=False)
        start = str(on.year - gone)
        return replace(draft, period=f"{start}/{on.year}", period_from="relative", baseline=start, baselines=(start,))
    if not evidence.has("year_spans", *context.bounds):
        return None
    due = fiscal(due_of(context))
    draft = sum_draft(context, owner, "extra_expenditure", "extra over years", sure=False)
    return promised(replace(draft, holes=draft.holes | {"cumulative"}), due.value, due.source)


def _years_gone(context: Context) -> int:
    """The N of `over the last N years`, else 0."""
    tokens = context.parsed.tokens
    for i in range(len(tokens) - 4):
        if tokens[i].low in ("over", "in") and tokens[i + 1].low == "the" and tokens[i + 2].low in ("last", "past"):
            number = number_at(tokens, i + 3)
            if number is not None and number.last < len(tokens) and tokens[number.last].low == "years":
                return int(number.value)
    return 0


def _in_all(context: Context, owner: Owner) -> Draft | None:
    """`Europe and Canada will have added 130 billion dollars`: the perfect of a group sums up the years."""
    if (
        owner.entities not in (("EUR_CAN",), ("NATO",))
        or not _ADDS & set(context.before(2))
        or "have" not in context.before(4)
    ):
        return None
    due = due_of(context)
    draft = sum_draft(context, owner, "extra_expenditure", "extra in all", sure=False)
    draft = replace(draft, holes=draft.holes | {"cumulative", "baseline"})
    return promised(draft, due.value[:4], due.source) if "will" in context.before(4) else draft


def _dated(context: Context, evidence: Evidence, draft: Draft) -> Draft:
    ahead = evidence.has("ahead", context.bounds[0], context.quantity.first + 2)
    wished = _noun_behind(context) and not _WISHED.isdisjoint(context.after(6))
    wished = wished or (context.after(1) in (["is"], ["are"]) and not _WISHED.isdisjoint(context.after(3)))
    if ahead or wished or ends_later(context) or _to_lift(context) or would_be(context):
        due = due_year(context, evidence)
        if "/" in due.value:
            return replace(_over_a_span(draft, due), kind=Kind.PROMISE)
        return promised(draft, due.value, due.source)
    when = year_of(context)
    base = baseline_of(context)
    year = base.value[:4] if base is not None and base.value else ""
    told = when.mention
    if told is not None and "and" in context.parsed.lows[told.first : told.last] and _next_year(told.value):
        when, year = replace(when, value=told.value[5:]), told.value[:4]  # "by $68 billion between 2022 and 2023"
    if (not year or year == when.value) and when.value[:4].isdecimal():
        year = str(int(when.value[:4]) - 1)
    if "/" in when.value:
        return _over_a_span(draft, when)
    doubt = not firm(when)
    return replace(
        draft,
        period=when.value,
        period_from=when.source,
        baseline=year,
        baselines=(year,) if year else (),
        likely=draft.likely or doubt,
    )


def _next_year(span: str) -> bool:
    """Whether a span ends in the year after it began."""
    first, _, last = span.partition("/")
    return len(span) == _A_SPAN and first.isdecimal() and last.isdecimal() and int(last) - int(first) == 1


_A_SPAN = 9
"""Letters of two years and the bar between them."""


def _over_a_span(draft: Draft, when: When) -> Draft:
    """`by $130 billion between 2016 and 2020`: a sum over the years."""
    start = when.value.split("/")[0]
    return replace(
        draft,
        measure="extra_expenditure",
        period=when.value,
        period_from=when.source,
        baseline=start,
        baselines=(start,),
        holes=draft.holes | {"cumulative"},
        likely=True,
    )
