"""Figures of another time than the one they were read of: `then at 3.71`, the second of two that are foretold."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.firmness import firmness
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.model import Modality
from burdenshare.reading.tables import word_list

_THEN = words("then")
_OWN_VERB = words("pairing_verbs")
_UNTOLD = frozenset({"now", "assumed", "carried"})
_SHARES = frozenset({"share_of_gdp", "expenditure"})
_LEADS = frozenset({"at", "on", "of", "with", "spending", "spent"})
_APART = 9
"""Tokens between two figures told of two owners in one breath."""


def of_then(context: Context, draft: Draft) -> bool:
    """`the US, then at 3.71, now spends 3.38`: of a time told before, where no year of its own is."""
    if draft.measure not in _SHARES or draft.period_from not in _UNTOLD:
        return False
    front = context.before(2)
    return bool(front) and (front[-1] in _THEN or (front[0] in _THEN and front[-1] in _LEADS))


def long_at(context: Context, draft: Draft) -> bool:
    """`Germany, long NATO's laggard at 1.2 %, now`, `After two decades at around 1.2 %`: of many years gone by, none of
    which is told."""
    if draft.measure not in _SHARES or draft.period_from not in _UNTOLD or _LONG.isdisjoint(context.parsed.words):
        return False
    lows, first = context.parsed.lows, context.quantity.first
    low = max(0, first - _APART, *(o.core[1] for o in context.parsed.quantities if o.core[1] <= first and o.unit))
    front = lows[low:first]
    at = next((i for i in range(len(front) - 1, -1, -1) if front[i] in _LONG), None)
    if at is None or (_OWN_TIME | {","}) & set(front[at:]):
        return False
    return low + at == 0 or lows[low + at - 1] == "," if front[at] == "long" else front[-1:] == ["at"]


_LONG = frozenset({"long", "decades", "years"})
_OWN_TIME = frozenset({"now", "today", "currently", "ago"})


def of_a_year_told_by_words(context: Context, draft: Draft) -> bool:
    """`The year Russia invaded Ukraine, Germany spent 1.5 %`: a year that an event tells, and not the newest."""
    lows = context.parsed.lows
    if draft.measure not in _SHARES or draft.period_from not in _UNTOLD or lows[0] not in ("the", "in", "back"):
        return False
    at = next((i for i in range(1, min(_OPENING + 1, len(lows))) if lows[i] == "year"), None)
    if at is None or lows[at - 1] != "the" or "," not in lows[at : context.quantity.first]:
        return False
    return not any(p.first <= at + 1 for p in context.parsed.periods)


def carried_from_a_likely(context: Context, draft: Draft) -> bool:
    """`At 4.0, Lithuania's share is twice Hungary's, 2.06, four times what it was in 2014`: the time is carried from a
    figure that was itself read by the words around it."""
    last = context.earlier[-1] if context.earlier else None
    carried = last is not None and last.likely and draft.period_from == "carried"
    return carried and last is not None and bool(draft.period) and last.period == draft.period


def when_it_was(context: Context, draft: Draft) -> bool:
    """`17.9 percent higher this year than last, when it was 9.3 percent higher`: of a time that no year tells."""
    if draft.measure != "expenditure_growth" or "when" not in context.parsed.words:
        return False
    front = context.before(_WHEN)
    at = context.quantity.first - len(front) + (front.index("when") if "when" in front else 0)
    return "when" in front and not any(
        at - 2 <= p.last <= at and p.source == "explicit" for p in context.parsed.periods
    )


_WHEN = 4


_PARTS_AND_SHARES = frozenset({"share_of_gdp", "share_of_total", "common_budget_share", "equipment_share"})


def left_behind(context: Context, draft: Draft) -> bool:
    """`Lithuania (up from 0.9 % to 2.9 %)`: where it began, in a year that stands nowhere beside it."""
    if draft.measure not in _PARTS_AND_SHARES or context.before(1) != ["from"]:
        return False
    end, parsed = context.quantity.core[1], context.parsed
    other = min((o.core[0] for o in parsed.quantities if o.core[0] >= end and o.unit), default=len(parsed.lows))
    return not any(end <= p.first <= min(other, end + _APART) for p in parsed.periods)


def from_here_to_there(context: Context, draft: Draft) -> bool:
    """`wants to raise it from 2 percent to 3 or 3.5 percent`: where it stands and where it is to go, read as a range
    that is spent."""
    if draft.comparator != "between" or draft.measure not in _SHARES:
        return False
    lows, first = context.parsed.lows, context.quantity.first
    front = lows[max(0, first - 1) : context.quantity.core[0]]
    return "from" in front and not _RAISING.isdisjoint(lows[max(0, first - _APART) : first])


_RAISING = word_list("raising_verbs")


def of_other_data(context: Context, draft: Draft) -> bool:
    """`Greece spent 3.5 percent, Eurostat data for 2021 show 2.8`: the year of what other figures are for."""
    if draft.measure not in _SHARES or _DATA.isdisjoint(context.parsed.words) or draft.period_from != "explicit":
        return False
    lows, end = context.parsed.lows, context.quantity.core[1]
    return any(
        p.value == draft.period
        and end < p.first - 2
        and not _DATA.isdisjoint(lows[p.first - 2 : p.last])
        and "," in lows[end : p.first]
        and any(0 < q.core[0] - p.last <= _OPENING for q in context.parsed.quantities)
        for p in context.parsed.periods
    )


def of_what_it_came_after(context: Context, draft: Draft) -> bool:
    """`23 allies spend 2 percent, his own among them with 2.05 after 1.19 in 2015`: the year of where another began."""
    if draft.period_from != "explicit" or _BEGINNING.isdisjoint(context.parsed.words):
        return False
    lows, own = context.parsed.lows, context.quantity
    dated = [p for p in context.parsed.periods if p.value == draft.period and p.first >= own.core[1]]
    if not dated:
        return False
    for p in dated:
        q = next((q for q in context.parsed.quantities if 0 <= p.first - q.core[1] <= 1), None)
        if q is None or q.core == own.core or lows[q.first - 1] not in _BEGINNING or q.first - own.core[1] < _APART:
            return False
    return True


_BEGINNING = frozenset({"after", "from", "against", "versus"})


def as_once_planned(context: Context, draft: Draft) -> bool:
    """`spent 1.9 percent of GDP on defence, as planned in 2015`: the year of the plan."""
    if "as" not in context.parsed.words or draft.period_from != "explicit":
        return False
    lows, end = context.parsed.lows, context.quantity.core[1]
    return any(
        p.value == draft.period and end < p.first and lows[p.first - 2] == "as" and lows[p.first - 1] in _PLANNED
        for p in context.parsed.periods
    )


_PLANNED = frozenset({"planned", "promised", "agreed", "announced", "foreseen", "pledged", "demanded", "decided"})
_DATA = frozenset({"data", "figures", "statistics", "numbers", "estimates"})


def due_in_front(context: Context, draft: Draft) -> str:
    """`By 2024 we expect 19 allies at 2 percent`: the year to come that opens the sentence, where a count took none."""
    on = context.calendar.on
    if draft.measure not in _COUNTS or draft.period_from not in _UNTOLD or on is None:
        return ""
    for p in context.parsed.periods:
        opens = p.role == "by" and p.first <= _OPENING and p.last <= context.quantity.first
        if opens and p.value.isdecimal() and int(p.value) > on.year:
            return p.value
    return ""


_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})
_OPENING = 3


def as_its_pair(context: Context, draft: Draft) -> bool:
    """`Poland projects spending over 4 percent, and nearby Estonia 3.2 percent`: no verb of its own, so that of the
    figure in front is its."""
    if not context.earlier or draft.modality is not Modality.FACT or draft.measure not in _SHARES:
        return False
    last = context.earlier[-1]
    if last.measure != draft.measure or last.subject == draft.subject:
        return False
    between = context.parsed.lows[last.focus[1] : context.quantity.first]
    joined = "and" in between and len(between) <= _APART and "(" not in between
    return joined and _OWN_VERB.isdisjoint(between) and firmness(context.parsed, last) is Modality.FORECAST
