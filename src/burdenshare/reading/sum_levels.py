"""Levels of spending by the strict rules: what is spent in a year, and what is planned for one."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.money.floors import too_small
from burdenshare.reading.model import Modality
from burdenshare.reading.moved_levels import compared_with_a_year_gone, moved_from, moved_to, rises_up_to
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sum_bases import fiscal_year, planned_level, sum_base, years_in_front
from burdenshare.reading.tables import word_list


def level_draft(context: Context, found: Found) -> Draft:
    """`invested $485 billion in defence`, `a defence budget of £57 billion`."""
    if _left_behind(context):
        stands = sum_base(context, "expenditure", "level", found)
        return replaced(stands, likely=True, modality=Modality.FACT, comparison=True)
    gone = _of_a_year_gone(context)
    when = gone or moved_from(context) or _budget_of_a_year(context) or period_of(context)
    if when.source == "carried" and moved_to(context):  # "since 2014 from 322 million to 1.1 billion": where it is now
        when = When(str(context.calendar.newest_year or ""), "now")
    if gone is None and (_planned(context, when) or years_in_front(context)):
        return planned_level(context, found)
    draft = sum_base(context, "expenditure", "level", found)
    mention = when.mention
    if mention is not None and mention.first < draft.first and draft.first - mention.last <= 3:
        draft = replaced(draft, first=mention.first)
    if len(found.entities[0]) == 3 and found.entities[0] != "EUR" and context.cue_near("national_budget", 6):
        draft = replaced(draft, holes=draft.holes | {"budget"})
    whole = mention is not None and 0 <= mention.first - context.quantity.core[1] <= 1  # "295 billion in 2019-2025"
    year = fiscal_year(when.value) if whole else _end_of_span(context, fiscal_year(when.value))
    earlier = _year_before(context)
    if earlier:
        return replaced(draft, period=earlier, period_from="relative", comparison=True)
    part = too_small(found.entities, context.quantity.number.value)  # "spends $3 billion on its troops in Germany"
    priced = "prices" in context.parsed.lows and not draft.basis
    doubt = part or priced or year != when.value or _granted(context, when)
    draft = replaced(draft, period=year, period_from=when.source, likely=draft.likely or doubt)
    if _decided_in_a_month(context, year):
        draft = replaced(draft, period="", period_from="", likely=True)
    return _of_now(context, draft) if _to_rise(context) and _later(context, when) else draft


def _decided_in_a_month(context: Context, period: str) -> bool:
    """`In October 2022 the government allocated 75.8 billion`, `In December parliament approved a budget of`: when it
    was decided; which year's it is, the words leave open."""
    front = context.parsed.lows[: context.quantity.first]
    return len(period) == len("2022-10") and period[4] == "-" and not _DECIDING.isdisjoint(front)


_DECIDING = word_list("approving_verbs") | word_list("allotting_verbs")


def _left_behind(context: Context) -> bool:
    """`will rise to 6.1 billion euros from 3.6 billion in 2025`: where it stands before, and no plan of the year told;
    which year's it is, no words of its own tell."""
    q = context.quantity
    if (q.role != "from" and context.before(1) != ["from"]) or not context.cue_before("future"):
        return False
    front = [o for o in context.parsed.quantities if context.bounds[0] <= o.first < q.first and len(o.unit) == 3]
    risen = any(context.parsed.lows[o.first - 1] == "to" for o in front if o.first)
    own = any(q.core[1] <= p.first <= q.core[1] + 2 and not _due_later(context, p) for p in context.parsed.periods)
    return risen and not own and "now" not in context.after(3) and "a year earlier" not in " ".join(context.after(4))


def _due_later(context: Context, period: PeriodMention) -> bool:
    on = context.calendar.on
    return on is not None and period.value[:4].isdecimal() and int(period.value[:4]) > on.year


def _budget_of_a_year(context: Context) -> When | None:
    """`lifting its 2025 defence budget to €22 billion from €21.4 billion last year`: the year that names the budget."""
    first, lows = context.quantity.first, context.parsed.lows
    if context.before(1)[-1:] not in (["to"], ["of"], ["at"], ["is"], ["was"], ["totals"], ["totalled"]):
        return None
    if context.quantity.role == "from":
        return None
    for p in context.parsed.periods:
        named = p.source == "explicit" and len(p.value) == 4 and _BUDGETS & set(lows[p.last : p.last + 2])
        between = any(p.last <= o.core[0] < first for o in context.parsed.quantities)
        if named and context.bounds[0] <= p.first < first and not between and "years" not in lows[p.last : p.last + 2]:
            return When(p.value, p.source, p)
    return None


_BUDGETS = frozenset({"budget", "spending", "expenditure", "outlays"})


def _of_a_year_gone(context: Context) -> When | None:
    """`the budget, 32 billion euros in 2017, will rise to 64 billion by 2030`: a year that is over stands at the sum
    and nothing in front foretells it. What comes behind is of another sum."""
    on, end = context.calendar.on, context.quantity.core[1]
    if on is None or context.quantity.role or context.cue_before("future"):
        return None
    for p in context.parsed.periods:
        named = p.source == "explicit" and len(p.value) == 4 and p.value.isdecimal() and int(p.value) < on.year
        if named and p.first - end <= 1 and context.parsed.lows[end : p.first] in ([], ["in"]) and end <= p.first:
            return When(p.value, p.source, p)
    return None


def _granted(context: Context, when: When) -> bool:
    """`We have agreed on a budget of 186 billion`, `the new budget allocates €83 billion`: which year's is not said."""
    return when.source in ("now", "assumed", "carried") and not _GRANTING.isdisjoint(context.parsed.lows)


_GRANTING = word_list("granting_words")


def _planned(context: Context, when: When) -> bool:
    """Whether the sum is one of a year to come."""
    if rises_up_to(context):
        return True
    if compared_with_a_year_gone(context):
        return False
    wide = bool(set(context.before(3)) & {"translating", "equating", "amounting"}) and context.cue_sentence("future")
    ahead = (wide or (context.cue_before("future") and not _came_to(context))) and not any(
        w in ("spent", "invested", "was", "were") for w in context.before(5)
    )
    here = "now" in context.before(2)  # "a hike in U.S. expenditure, now at more than $600 billion"
    here = here or (
        context.before(2) == ["than", "the"] and bool({"now", "today", "currently"} & set(context.after(4)))
    )
    first = context.quantity.role == "from" or context.before(1) == ["from"]
    start = (
        first and when.source in ("explicit", "relative") and when.value[:4].isdecimal() and not _later(context, when)
    )
    if here or start or _to_rise(context) or _multiplied(context):
        return False  # "€3bn more next year than the €34bn they receive now", "will rise from $36 billion in 2022 to …"
    due = due_of(context)
    return ahead or (not first and _later(context, due) and not _of_the_next_sum(context, when, due))


def _of_the_next_sum(context: Context, when: When, due: When) -> bool:
    """`the budget in 2024 was 52 billion and will rise to 153 billion in 2029`: a year of its own, and behind it
    another sum that the due year belongs to."""
    mention, own, end = due.mention, when.mention, context.quantity.core[1]
    if mention is None or own is None or when.source != "explicit" or mention.first < end:
        return False
    sums = [q.core[0] for q in context.parsed.quantities if q.core[0] >= end and _a_sum(q)]
    parted = any(low in _AND for low in context.parsed.lows[end : mention.first])
    return own.last <= context.quantity.first and parted and any(at < mention.first or at > mention.last for at in sums)


def _a_sum(quantity: Quantity) -> bool:
    """With a currency, or as large as a sum whose currency the figure in front has told."""
    return len(quantity.unit) == 3 or (not quantity.unit and quantity.number.value >= _LARGE)


_LARGE = 1_000_000
_AND = frozenset({"and", "but", "while", ";"})


def _came_to(context: Context) -> bool:
    """`spending rose by 5.7 per cent to reach $997 billion`: where a rise ended, and nothing foretells it."""
    low, first = context.bounds[0], context.quantity.first
    front = {t.low for t in context.parsed.tokens[low:first]}
    ended = context.before(2) in (["to", "reach"], ["to", "hit"], ["to", "total"])
    return ended and bool(front & _ROSE) and not front & _FORETELLING


_ROSE = word_list("risen_verbs")
_FORETELLING = word_list("foretelling_words")


def _multiplied(context: Context) -> bool:
    """`That would be double the 32 billion euros spent in 2017`: what is multiplied is no plan."""
    q = context.quantity
    held = any(o.unit == "times" and o.core[1] == q.first - 1 for o in context.parsed.quantities)
    return held and context.before(1) == ["the"]


def _later(context: Context, when: When) -> bool:
    """Whether it is a year to come."""
    on = context.calendar.on
    return on is not None and when.value[:4].isdecimal() and int(when.value[:4]) > on.year


def _to_rise(context: Context) -> bool:
    """`Military spending of $36 billion will rise to $51 billion by 2027`: what it rises from is spent now."""
    tokens, at = context.parsed.tokens, context.quantity.core[1]
    for period in context.parsed.periods:
        if at <= period.first <= at + 1:
            at = period.last
    words = [t.low for t in tokens[at : at + 6]]
    return words[:1] != [] and words[0] in _COMING and bool(_MOVES & set(words[1:])) and "to" in words


_COMING = word_list("coming_verbs")
_MOVES = word_list("moves_to_come")


def _of_now(context: Context, draft: Draft) -> Draft:
    """The year found is that of the end of the rise; the sum itself is of now."""
    newest = context.calendar.newest_year
    return replaced(draft, period=str(newest) if newest else "", period_from="now", likely=True)


def _year_before(context: Context) -> str:
    """`£60.2bn in 2024/25, compared with £55bn a year earlier`: of the year before the sum in front."""
    end = context.quantity.core[1]
    end += bool(_LED_BY_IN.intersection(context.parsed.lows[end : end + 1]))
    behind = context.parsed.text(end, end + 3)
    told = next((d.period for d in reversed(context.earlier) if d.measure == "expenditure"), "")
    return str(int(told) - 1) if behind.startswith(_THE_YEAR_BEFORE) and len(told) == 4 and told.isdecimal() else ""


_THE_YEAR_BEFORE = ("a year earlier", "a year before", "the year before", "the previous year", "one year earlier")
_LED_BY_IN = frozenset({"in", "during"})
"""`up from €640 million in the year before`, `in the previous year`."""


def _end_of_span(context: Context, period: str) -> str:
    """`between 2014 and 2024 it rose from $294m to $1.4bn`: each end has its sum."""
    first, slash, last = period.partition("/")
    role = context.quantity.role or {"to": "to", "from": "from"}.get("".join(context.before(1)), "")
    return period if not slash or not role else first if role == "from" else last
