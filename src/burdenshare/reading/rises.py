"""Money on top, by the strict rules: rises of a year, extra money since a year or over years, planned rises."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.allotted_sums import AHEAD, ALLOTTED, told_behind, would_be
from burdenshare.reading.baseline_years import baseline_of
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.moved_levels import end_of_a_move
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sum_bases import planned_level, sum_base
from burdenshare.reading.sum_starts import since_office, since_then
from burdenshare.reading.tables import word_list

_ADDING = frozenset({"add", "added", "adding"})


_ANNOUNCING = word_list("announcing_verbs")

_EXTRA_WORDS = word_list("extra_words")


def extra_draft(context: Context, found: Found) -> Draft | None:
    """`increased their expenditure by $700 billion since …`, `an extra $600 billion since 2014`."""
    if end_of_a_move(context):
        return None
    if _added_in_all(context, found):
        summed = sum_base(context, "extra_expenditure", "extra in all", found)
        return replace(summed, likely=True, holes=summed.holes | {"baseline", "cumulative"})
    base = since_then(context) or baseline_of(context)
    since = base is not None and base.role in ("since", "ago")
    took_office = since_office(context)
    words = set(context.before(6)) | set(context.after(4))
    extra = bool(words & set(_EXTRA_WORDS)) or context.cue("extra")
    if not extra or not (since or took_office):
        return _extra_in_span(context, found)
    baselines = took_office[0] if took_office else (base.value[:4],) if base is not None and base.value else ()
    if not baselines:
        return None
    when = period_of(context, ("in", "now", "to", "by"))
    told = when.value.split("/")[-1][:4]
    last_year = _end_to_come(context) or _last_year(context, when.value if told > baselines[0] else "")
    draft = sum_base(context, "extra_expenditure", "extra since", found)
    end = max(draft.last, took_office[1] if took_office else base.last if base is not None else 0)
    if _a_year(context):
        return replace(
            draft,
            measure="expenditure_change",
            period=last_year,
            baseline=baselines[0],
            baselines=baselines,
            likely=True,
        )
    cumulative = True if context.cue("extra") and words & {"cumulative", "cumulatively", "accumulated"} else None
    if _corrected_behind(context):
        draft = replace(draft, likely=True)
    return replace(
        draft,
        last=end,
        period=f"{baselines[0]}/{last_year}" if last_year else "",
        period_from=when.source,
        baseline=baselines[0],
        baselines=baselines,
        cumulative=cumulative,
        likely=draft.likely or (base is not None and not took_office and base not in context.parsed.periods),
        holes=draft.holes
        | frozenset({"baseline"} if took_office else ())
        | frozenset({"cumulative"} if cumulative is None else ()),
    )


def summed_rises(context: Context) -> Draft | None:
    """`the accumulated increase in defence spending by the end of 2024 will be $400 billion`: what rises come to over
    years, and no level."""
    low, first, lows = context.bounds[0], context.quantity.first, context.parsed.lows
    at = next((i for i in range(first - 1, low, -1) if lows[i] in _RISES and _SUMMED & set(lows[max(0, i - 3) : i])), 0)
    if not at or not _COMES_TO & set(context.before(3)) or not context.cue("spending"):
        return None
    found = context.subject()
    spans = any(len(p.value) == SPAN and "/" in p.value for p in context.parsed.periods)
    if spans or (found is None and context.quantity.value.high < _OF_ALL):
        return None  # "from 2014 to 2023": a span has its own reading
    draft = sum_base(
        context, "extra_expenditure", "extra in all", found or Found(("NATO",), first, first, carried=True)
    )
    due, on = due_of(context), context.calendar.on
    ahead = on is not None and due.value[:4].isdecimal() and int(due.value[:4]) > on.year
    plan = replace(draft, likely=True, holes=draft.holes | {"baseline", "cumulative"})
    if not ahead:
        return plan
    return replace(plan, kind=Kind.PROMISE, modality=Modality.FORECAST, period=due.value[:4], period_from="due")


def _corrected_behind(context: Context) -> bool:
    """`will have added $100 billion or actually more than $100 billion`: the second is what is said."""
    q = context.quantity
    again = next(
        (o for o in context.parsed.quantities if 0 < o.core[0] - q.core[1] <= _AGAIN and o.unit == q.unit), None
    )
    return again is not None and again.number.value == q.number.value and "or" in context.after(2)


_AGAIN = 8
_COMES_TO = frozenset({"be", "is", "was", "reach", "reached", "total", "totals", "totalled", "amount", "amounts", "to"})
_OF_ALL = 1e11
"""A sum of rises that nobody but all allies together comes to, in any of their large currencies."""


def _added_in_all(context: Context, found: Found) -> bool:
    """`In recent years the European allies have added more than $700 billion extra`: the perfect of a group sums up
    years that are not named."""
    group = found.entities in (("EUR_CAN",), ("EUR",), ("NATO",))
    front = context.parsed.lows[context.bounds[0] : context.quantity.first]
    told = any(p.source == "explicit" or p.role == "since" for p in context.parsed.periods)
    return group and "added" in front[-2:] and "have" in front[-4:] and not told and not since_office(context)


def _a_year(context: Context) -> bool:
    """`has risen by only $14.6 billion a year since 2014`: what a year's spending has grown by, no sum of the years."""
    return context.after(2) in (["a", "year"], ["per", "year"], ["each", "year"]) or context.after(1) == ["annually"]


def _extra_in_span(context: Context, found: Found) -> Draft | None:
    """`Between 2014 and 2022 they spent $350 billion more`, `the extra spending from 2014 to 2018 comes to …`."""
    spans = [p for p in context.parsed.periods if len(p.value) == 9 and p.value[4] == "/" and _long(p.value)]
    spans = [p for p in spans if not p.first or context.parsed.tokens[p.first - 1].text != "("]  # years of a report
    low, high = context.bounds
    inside = [p for p in spans if low <= p.first < high] or spans
    if len(inside) != 1 or context.quantity.role:
        return None
    beside = set(context.before(3)[-1:]) | set(context.after(2)[:1])
    hedge = {t.low for t in context.parsed.tokens[context.quantity.first : context.quantity.core[0]]}
    summed = " ".join(context.before(2)).endswith(tuple(_SUMMING_UP)) and context.cue_before("extra")
    if context.quantity.rule in ("above", "well above"):
        hedge -= {"more"}  # "more than $5.9 billion"
    if not ((beside | hedge) & _EXTRA_WORDS or summed):
        return None
    start, end = inside[0].value.split("/")
    draft = sum_base(context, "extra_expenditure", "extra over a span", found)
    ahead = context.calendar.on is not None and int(end) > context.calendar.on.year
    told = {t.low for t in context.parsed.tokens[low : context.quantity.first]}.isdisjoint(("if", "would", "could"))
    return replace(
        draft,
        kind=Kind.PROMISE if ahead else Kind.FACT,
        modality=Modality.FACT if told and draft.modality is Modality.HYPOTHETICAL else draft.modality,
        period=inside[0].value,
        period_from="explicit",
        baseline=start,
        baselines=(start,),
        cumulative=True if context.cue_before("extra") and summed else None,
        holes=draft.holes | {"cumulative", "baseline"},
    )


def _long(span: str) -> bool:
    return int(span[5:]) - int(span[:4]) > 1


_SUMMING_UP = word_list("summing_verbs")


def _end_to_come(context: Context) -> str:
    """`by the end of next year … will have added`: the sum runs into a year that has not been."""
    due = due_of(context)
    on = context.calendar.on
    year = due.value[:4]
    return year if context.cue_before("future") and year.isdecimal() and on is not None and int(year) > on.year else ""


def _last_year(context: Context, period: str) -> str:
    newest = context.calendar.newest_year
    year = period.split("/")[-1][:4]
    if year.isdecimal() and context.calendar.on is not None and int(year) <= context.calendar.on.year:
        return year
    return str(newest) if newest else ""


_RISES = word_list("rise_nouns")

_ADDS = _ADDING | {"adds"}

_WISHED = word_list("wishing_participles")

_PHRASE_ENDS = word_list("phrase_ends")


def beside_growth(context: Context) -> bool:
    """`by about 3 percent, or $8 billion`: the same rise in money."""
    levels = [d.focus for d in context.earlier if d.measure != "expenditure_growth" and d.unit == "%"]
    return any(d.measure == "expenditure_growth" for d in context.earlier) or any(
        q.unit == "%" and 0 < context.quantity.first - q.core[1] <= 4 and (q.first, q.last) not in levels
        for q in context.parsed.quantities
    )


def change_draft(context: Context, found: Found) -> Draft | None:
    """`rose by $20 billion`, `$30 billion more than in 2023`, `an increase of €9 billion`."""
    near = context.before(3)
    found = _not_the_cause(context, found)
    behind, further = rise_behind(context), _further(context)
    into = context.after(1) != ["in"] or not {"budget", "budgets"}.isdisjoint(context.after(4))
    added = bool(_ADDS & set(near[-1:])) and context.quantity.rule != "at most" and into
    if not (behind or further or added or _by(context) or _more(context) or _brought_to(context)):
        return None
    on = context.calendar.on
    rising = behind or not _RISES.isdisjoint(context.before(3))
    if rising and on is not None and _over_this_year(context):
        planned = _planned_rise(context, found, added=added)
        return replace(planned, period=str(on.year + 1), period_from="due")
    clause = {t.low for t in context.parsed.tokens[context.bounds[0] : context.quantity.first]}
    if context.cue_before("future") or ((further or behind) and _ANNOUNCING & clause):
        return _planned_rise(context, found, added=added)
    told = context.earlier[-1] if context.earlier else None
    if told is not None and told.kind is Kind.PROMISE and {"or", "up"} & set(near):
        planned = _planned_rise(context, found, added=added)  # "will rise to 2.5 % of GDP, or an extra 6 billion lei"
        return replace(planned, period=planned.period or told.period, likely=True)
    if told_behind(context) == AHEAD or would_be(context):
        return replace(_planned_rise(context, found, added=added), likely=True)
    if behind and _WISHED & set(context.after(6)):
        return replace(_planned_rise(context, found, added=added), likely=True)
    if _year_to_come(context) or _is_to(context):
        return _planned_rise(context, found, added=added)
    if _over_years(context):
        return _planned_rise(context, found, added=True)
    when, baseline = _years(context)
    if on is not None and when.value[:4].isdecimal() and int(when.value[:4]) > on.year:
        return _planned_rise(context, found, added=added)
    draft = sum_base(context, "expenditure_change", "change of a level", found)
    return replace(
        _fallen(draft) if _falls(context) else draft,
        period=when.value,
        period_from=when.source,
        baseline=baseline,
        baselines=(baseline,) if baseline else (),
        likely=draft.likely
        or added
        or raised_with(context)
        or "being" in near
        or told_behind(context) == ALLOTTED
        or (when.source == "assumed" and context.after(2)[1:] == ["than"])
        or _open(context, found, when),
    )


def _by(context: Context) -> bool:
    """`rose by`, `an increase of`, `or $8 billion` behind a percentage."""
    near = context.before(5)
    while near and near[-1] in _BY_FILLERS and "by" in near:
        near = near[:-1]  # "by an accumulated 600 billion crowns", "by a combined total of 30 billion"
    near = near[-3:]
    again = near[-1:] == ["or"] and beside_growth(context)
    noun = near[-1:] == ["of"] and bool(set(near[-2:-1]) & _RISES)
    return (
        again
        or noun
        or raised_with(context)
        or _extra_money_of(context)
        or _up_by(context)
        or (near[-1:] == ["by"] and (context.cue_near("growth", 8) or context.cue_near("decline", 8)))
    )


def _extra_money_of(context: Context) -> bool:
    """`with an extra investment of €3.9 billion`, `additional funding of £2bn`: money on top, told as a noun."""
    near = context.before(3)
    return near[2:] == ["of"] and near[1] in _MONEY_NOUNS and near[0] in _ON_TOP


_MONEY_NOUNS = word_list("money_nouns")


def _up_by(context: Context) -> bool:
    """`HUF 778 billion next year, up HUF 162 billion from 2020`: the rise beside the level."""
    level = any(d.measure == "expenditure" for d in context.earlier)
    return level and context.before(1) == ["up"] and context.after(1) in (["from"], ["on"], ["over"], ["compared"])


def raised_with(context: Context) -> bool:
    """`increased the budget of the ministry with EUR 1.07 billion`: translated for `by`."""
    low, first = context.bounds[0], context.quantity.first
    return context.before(1) == ["with"] and not _RAISED.isdisjoint(context.parsed.lows[max(low, first - 14) : first])


_RAISED = word_list("raising_verbs")
_BY_FILLERS = word_list("summing_fillers")


def _brought_to(context: Context) -> bool:
    """`taking the total planned increase for the year to 27 billion crowns`: what a rise, not a budget, comes to."""
    if context.before(1) != ["to"]:
        return False
    lows, first = context.parsed.lows, context.quantity.first
    for at in range(max(context.bounds[0], first - 16), first - 2):
        if lows[at] in _BRINGING and lows[at + 1] in ("the", "this", "its", "that"):
            return bool(_RISES & set(lows[at + 2 : min(at + 7, first)]))
    return False


_BRINGING = frozenset({"taking", "bringing", "brings", "brought", "takes", "took", "lifting", "pushing"})


def _further(context: Context) -> bool:
    """`an additional $30 billion`."""
    hedge = {t.low for t in context.parsed.tokens[context.quantity.first : context.quantity.core[0]]}
    return bool(hedge & {"extra", "additional", "another", "further"})


def _more(context: Context) -> bool:
    """`$30 billion more`, `530 billion dollars a year more`, `40 billion above this year's figure`."""
    after = context.after(3)
    if after[:1] == ["more"] or context.before(1) in (["extra"], ["additional"], ["another"], ["further"]):
        return True
    if after[:2] in (["higher", "than"], ["lower", "than"], ["less", "than"]):
        return True  # "will be 300 million kuna (€40 million) higher than this year's"
    if after[:1] in (["of"], ["in"]) and after[1:2] and after[1] in _ON_TOP:
        return True  # "£2.2 billion of additional funding", "3 billion euros in extra defence spending"
    if after[:1] in (["a"], ["per"], ["each"], ["every"]) and after[1:] == ["year", "more"]:
        return True
    return after[:1] in (["above"], ["below"]) and bool({"figure", "level", "levels", "budget"} & {*context.after(6)})


_ON_TOP = frozenset({"additional", "extra", "new", "further", "fresh", "added"})


def _years(context: Context) -> tuple[When, str]:
    """The year of the change and the year it is held against."""
    when, base = period_of(context, ("in", "now", "to")), baseline_of(context)
    held = _held_against(context)
    baseline = held or (base.value[:4] if base is not None and base.value else "")
    if held and baseline == when.value and baseline.isdecimal():
        when = replace(when, value=str(int(baseline) + 1), source="relative")  # "a €3.3 billion increase on 2024"
    elif base is not None and base.back and when.value.isdecimal():
        baseline = str(int(when.value) - base.back)  # "more last year than a year earlier"
    if not baseline and len(when.value) == SPAN and "/" in when.value:
        return replace(when, value=when.value[5:]), when.value[:4]  # "rose by $28 billion between 2023 and 2025"
    if not baseline and when.value[:4].isdecimal():
        baseline = str(int(when.value[:4]) - 1)
    if baseline == when.value and baseline.isdecimal():
        baseline = str(int(baseline) - 1)  # "114 million more in 2024 than a year earlier"
    return when, baseline


SPAN = len("2023/2025")


def _open(context: Context, found: Found, when: When) -> bool:
    """A change of a group without a year, of a part of the budget, or over a figure that is not said."""
    group = len(found.entities[0]) != 3 or found.entities[0] == "EUR"
    undated = group and when.source in ("now", "assumed") and not baseline_of(context)
    part = any(context.cue_before(name) for name in ("procurement", "equipment", "personnel_cost"))
    return undated or part or context.after(1) in (["above"], ["below"])


def _is_to(context: Context) -> bool:
    """`spending is to be increased by 11 billion`, `is to rise by`: decided, and not spent."""
    lows, first = context.parsed.lows, context.quantity.first
    low = max(context.bounds[0], first - _IS_TO_REACH)
    return any(lows[i] in _IS and lows[i + 1] == "to" and i + 2 < first for i in range(low, first - 1))


_IS = frozenset({"is", "are", "was", "were"})
_IS_TO_REACH = 12
"""Tokens in front of a rise: `is to be increased over the next years by`."""


def _falls(context: Context) -> bool:
    if context.after(2) in (["lower", "than"], ["less", "than"]):
        return True
    return context.cue_near("decline", 5) and not context.cue_near("growth", 5)


def _not_the_cause(context: Context, found: Found) -> Found:
    """`an increase of $25 billion, driven by an increase in USA spending`: who rises is not the one that drives it, but
    whoever the text speaks of."""
    end = context.quantity.core[1]
    if found.carried or found.first < end or _CAUSES.isdisjoint(context.parsed.lows[end : found.first]):
        return found
    topic = context.topic
    of = topic.subject or ((topic.country,) if topic.country else ())
    return Found(of, end, end, carried=True) if of else found


_CAUSES = frozenset({"driven", "due", "thanks", "owing", "because", "fuelled", "fueled", "caused", "explained"})


def _over_this_year(context: Context) -> bool:
    """`a budget for 2025, an increase of 536 million euros from this year`: what it rises from is the running year, so
    that it is of the next one."""
    behind = context.after(4)
    at = next((i for i, word in enumerate(behind) if word in _HELD), None)
    if at is None or behind[at + 1 : at + 3] != ["this", "year"] or context.calendar.on is None:
        return False
    ahead = {p.value for p in context.parsed.periods if p.value == str(context.calendar.on.year + 1)}
    return bool(ahead)


_HELD = frozenset({"from", "on", "over", "with", "to", "than"})


def _year_to_come(context: Context) -> bool:
    """`a $10 billion cut for 2027`: the only year of the clause has not been."""
    low, high = context.bounds
    years = [p.value for p in context.parsed.periods if low <= p.first < high and p.source == "explicit"]
    on = context.calendar.on
    return on is not None and bool(years) and all(v[:4].isdecimal() and int(v[:4]) > on.year for v in years)


def _held_against(context: Context) -> str:
    """`a €3.3 billion increase on 2024`, `£2bn more than 2023`: the year right behind the noun of the rise."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    for p in context.parsed.periods:
        front = [t.low for t in tokens[end : p.first + 1]]
        near = end < p.first <= end + 5 and p.source == "explicit" and len(p.value) == 4
        if near and bool(_RISES & set(front)) and {"on", "over", "from", "against"} & set(front):
            return p.value
    return ""


def rise_behind(context: Context) -> bool:
    """`a €1.2-billion increase`, `its $9.3 billion annual boost`: the noun of a change closes the phrase of the sum."""
    after = context.after(4)
    at = next((i for i, word in enumerate(after) if word in _RISES), len(after))
    return at < len(after) and not _PHRASE_ENDS & set(after[:at])


def _fallen(draft: Draft) -> Draft:
    """A fall is negative."""
    value = draft.value
    if value is None:
        return draft
    turned = replace(
        value,
        low=-value.high,
        high=-value.low,
        low_open=value.high_open,
        high_open=value.low_open,
        central=-value.central,
    )
    sign = {">": "<", "<": ">", ">=": "<=", "<=": ">="}.get(draft.comparator, draft.comparator)
    return replaced(draft, value=turned, comparator=sign)


def _planned_rise(context: Context, found: Found, *, added: bool) -> Draft:
    """A rise to come: of one year, or summed up over the years of a plan."""
    planned = planned_level(context, found)
    first, slash, last = planned.period.partition("/")
    summed = not _SUMMED.isdisjoint(context.before(4)) and bool(planned.period)
    all_of_them = added and found.entities in _GROUPS and context.quantity.value.low >= _OF_ALL / 2
    years = (
        _over_years(context)
        or summed
        or all_of_them
        or (slash and last[:4].isdecimal() and int(last[:4]) - int(first[:4]) > 1)
    )
    measure = "extra_expenditure" if years else "expenditure_change"
    planned = _fallen(planned) if _falls(context) else planned
    return replaced(planned, measure=measure, rule="planned rise", likely=planned.likely or added)


_GROUPS = (("EUR_CAN",), ("EUR",), ("NATO",))
"""`will add 266 billion dollars to their budgets by 2024`: what groups add by a year is the sum of the years."""
_SUMMED = frozenset({"accumulated", "cumulative"})


def _over_years(context: Context) -> bool:
    """`an additional 50 billion kroner over the coming two years`, `by 600 billion in the next 12 years`."""
    behind = context.after(16)
    for i, word in enumerate(behind):
        if word in ("over", "across", "in", "during", "through", "within"):
            words = behind[i : i + 5]
            if "years" in words and {"next", "coming", "following", "over", "across"} & set(words):
                return True
    return False
