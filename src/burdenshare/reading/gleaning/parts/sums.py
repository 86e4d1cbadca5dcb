"""Parts of what all allies spend, and parts of NATO's own budget: two sums that texts mix and readers must not."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.growth.marks import Mark, marks, of_kinds
from burdenshare.reading.gleaning.parts.pointed import pointed_whole
from burdenshare.reading.gleaning.parts.statement import part_statement, parted
from burdenshare.reading.gleaning.parts.wholes import wholes
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.other_wholes import LEAST_OF_WHOLE, of_what_another_spends
from burdenshare.reading.percents import of_gdp

RULE_COMMON, RULE_TOTAL = "common budget, second look", "share of the total, second look"
MAX_KEY = 30.0
"""No member has paid more than a quarter of NATO's common budget."""
_REACH = 9
_SHARES = frozenset({"share", "part", "portion", "slice", "proportion", "contribution", "weight"})
_HEADS = frozenset({"equipment_share", "personnel_share", "infrastructure_share", "other_share"})
_AVERAGED = frozenset({"averaged", "average", "averages", "historically"})
_ECONOMIES = frozenset({"economic", "economy", "inhabitants", "people", "population"})
_NOT_OWNERS = frozenset({"on", "than", "against", "to", "for", "with", "like", "unlike", "as", "alongside", "besides"})


def common_part(context: Context, found: list[Mark]) -> Draft | None:
    """`covers 10.5 per cent of the alliance's shared costs`, `Poland's, 3.5 %` behind it."""
    q = context.quantity
    if of_gdp(context) or q.value.central > MAX_KEY:
        return None
    whole = _whole(context, found, "common")
    carried = whole is None and _goes_on(context, "common_budget_share")
    if whole is None and not carried:
        return None
    owner = _owner(context, whole) or _same_owner(context, "common_budget_share") or _it(context)
    if owner is None:
        return None
    likely = carried or owner.carried
    due = due_of(context).value[:4] if context.cue("future") else ""
    ahead = context.calendar.on is not None and due.isdecimal() and int(due) > context.calendar.on.year
    draft = part_statement(context, "common_budget_share", RULE_COMMON, owner, likely=likely, promise=ahead)
    return draft if not draft.comparison else replace(draft, kind=Kind.FACT)


def total_part(context: Context, found: list[Mark]) -> Draft | None:
    """`some 41 per cent of allied expenditure`, `Europe's share of allied spending has gone from 30 % …`."""
    if of_gdp(context) or context.quantity.value.central >= 100:
        return None
    if context.quantity.value.central <= MAX_KEY and any(m.kind == "common" for m in found):
        return None
    if _AVERAGED & {t.low for t in context.parsed.tokens[_last_figure(context) : context.quantity.first]}:
        return None  # of many years, no one of which is named
    whole = _whole(context, found, "whole") or _told_whole(context, found) or pointed_whole(context)
    carried = whole is None and _goes_on(context, "share_of_total")
    if carried and not _ECONOMIES.isdisjoint(context.parsed.lows[context.bounds[0] : context.bounds[1]]):
        return None  # "69 percent of all spending, though its economy is less than half of the club's"
    if (whole is None and not carried) or _of_something_else(context, found, whole):
        return None
    owner = _owner(context, whole) or _same_owner(context, "share_of_total")
    if owner is None or owner.entities == ("NATO",):
        return None
    if of_what_another_spends(context):
        return None
    loose = carried or owner.carried or (whole is not None and whole.kind == "whole_told")
    return part_statement(context, "share_of_total", RULE_TOTAL, owner, likely=loose)


def _whole(context: Context, found: list[Mark], kind: str) -> Mark | None:
    """The whole right behind `of`, or in front of the figure as what a share is of."""
    q, tokens = context.quantity, context.parsed.tokens
    whole = of_kinds(found, kind) or of_kinds(marks(context.parsed, 0, context.bounds[1]), kind)
    whole = of_kinds([*whole, *wholes(context)], kind) if kind == "whole" else whole
    for m in whole:
        near = q.core[1] <= m.first <= q.core[1] + 5 and not parted(context, q.core[1], m.first)
        if near and {"of", "to"} & {t.low for t in tokens[q.core[1] : m.first + 1]}:
            return m
    for m in reversed(whole):
        if m.last > q.first:
            continue
        front = [t.low for t in tokens[max(0, m.first - 4) : m.first]]
        if _share_named(context, m):
            return m
        before = "of" in front or "to" in front or "in" in front
        said = (before or tokens[m.first - 1].low in ("each", "every")) and bool((_SHARES | {"of"}) & set(front))
        if said and not _other_part(context, m.last, q.first):
            return m
    return None


def share_of_all_told(context: Context) -> bool:
    """`America's part in all allied spending was closer to 70`: in front of the figure a share of what all spend."""
    found = [*of_kinds(marks(context.parsed, 0, context.quantity.first), "whole"), *wholes(context)]
    return any(m.last <= context.quantity.first and _share_named(context, m) for m in found)


def _share_named(context: Context, whole: Mark) -> bool:
    """`The share of the European allies in the alliance's overall defence spending was 29 %`."""
    tokens = context.parsed.tokens
    near = tokens[max(0, whole.first - 10) : whole.first]
    gap = [t.low for t in tokens[whole.last : context.quantity.first]]
    linked = len(gap) <= 4 and bool(_STOOD & set(gap))
    front = {t.low for t in near[-2:]} & {"in", "of"}
    return linked and bool(front) and bool(_SHARES & {t.low for t in near}) and not any(t.text == ";" for t in near)


_STOOD = frozenset({"was", "is", "stood", "stands", "at", "amounted", "came", "reached", "fell", "rose", "grew"})


def _other_part(context: Context, low: int, high: int) -> bool:
    """Another whole measure between the sum and the figure: the figure is of that."""
    tokens = context.parsed.tokens[low:high]
    return any(t.text == ";" for t in tokens) or bool({"gdp", "by"} & {t.low for t in tokens})


def _told_whole(context: Context, found: list[Mark]) -> Mark | None:
    """`barely 1.3 percent of its total spending`, `68 per cent of the total`, where the alliance was named."""
    q = context.quantity
    close = [
        m
        for m in of_kinds(found, "whole_told")
        if q.core[1] < m.first <= q.core[1] + 2 and context.parsed.tokens[m.first - 1].low == "of"
    ]
    if not close or not _alliance_named(context) or not _spending_told(context, close[0]):
        return None
    return close[0]


def _alliance_named(context: Context) -> bool:
    if any(s.entity == "NATO" for s in context.parsed.subjects) or "alliance" in {t.low for t in context.parsed.tokens}:
        return True
    before = context.previous
    return before is not None and any(s.entity == "NATO" for s in before.subjects)


def _spending_told(context: Context, whole: Mark) -> bool:
    words = context.parsed.text(whole.first, whole.last)
    if "spending" in words or "expenditure" in words:
        return True
    return context.cue_carried("spending") and context.quantity.value.central >= LEAST_OF_WHOLE


def _goes_on(context: Context, measure: str) -> bool:
    """The figure goes on from one of `measure` in the same sentence, with nothing else in between."""
    return bool(context.earlier) and context.earlier[-1].measure == measure and not context.cue("gdp")


def _of_something_else(context: Context, found: list[Mark], whole: Mark | None) -> bool:
    """`52 per cent of the world's military spending`, `of allied equipment spending`: another whole, or a head."""
    end = context.quantity.core[1]
    near = [m for m in of_kinds(found, "world") if end <= m.first <= end + _REACH]
    heads = [m for m in found if m.kind in _HEADS and whole is not None and 0 <= m.first - end <= 12]
    return bool(near) or bool(heads)


def _owner(context: Context, whole: Mark | None) -> Found | None:
    """The nearest ally or group that does not stand in the words of the whole: in front first, then behind `is`."""
    low, high = context.bounds
    q = context.quantity
    names = [s for s in context.parsed.subjects if _may_own(context, s, whole)]
    stop = _last_figure(context)
    left = [s for s in names if stop <= s.first and s.last <= q.first]
    inside = [s for s in left if s.first >= low]
    if inside or left:
        return _with_list(context, (inside or left)[-1], names)
    edge = whole.last if whole is not None and whole.first >= q.core[1] else q.core[1]
    right = [s for s in context.parsed.subjects if edge <= s.first < high and s.entity in context.calendar.bearers]
    right = [s for s in right if s.entity != "NATO" and _behind(context, edge, s)]
    return Found((right[0].entity,), right[0].first, right[0].last, right[0].open) if right else None


def _last_figure(context: Context) -> int:
    """Where the figure in front ends, if it is one of per cent: an owner in front of that is its owner."""
    q = context.quantity
    before = [d.focus[1] for d in context.earlier if d.focus[1] <= q.first and d.unit == "%"]
    return before[-1] if before else 0


def _behind(context: Context, edge: int, subject: SubjectMention) -> bool:
    """`two-thirds of allied spending is American`, `36 cents come from Europe`."""
    gap = [t.low for t in context.parsed.tokens[edge : subject.first]]
    return len(gap) <= 6 and bool({"is", "are", "comes", "come", "by", "from", "was", "were"} & set(gap))


def _may_own(context: Context, s: SubjectMention, whole: Mark | None) -> bool:
    if s.entity not in context.calendar.bearers or s.entity == "NATO" or s.kind == "pronoun":
        return False
    if whole is not None and whole.first <= s.first < whole.last:
        return False
    before = context.parsed.tokens[s.first - 1].low if s.first else ""
    return before not in _NOT_OWNERS


def _with_list(context: Context, last: SubjectMention, names: list[SubjectMention]) -> Found:
    """`Germany and Britain each`, as one statement of both."""
    entities, first = [last.entity], last.first
    for other in reversed([s for s in names if s.last <= last.first]):
        gap = [t.low for t in context.parsed.tokens[other.last : first]]
        if gap not in ([","], ["and"], [",", "and"]) or len(other.entity) != 3 or len(last.entity) != 3:
            break
        entities.insert(0, other.entity)
        first = other.first
    group = next((s for s in names if s.last < first and len(s.entity) > 3 and len(entities) > 1), None)
    if group is not None and context.parsed.tokens[first - 1].text == ",":
        return Found((group.entity,), group.first, group.last, group.open)
    return Found(tuple(dict.fromkeys(entities)), first, last.last, last.open)


def _it(context: Context) -> Found | None:
    """`of NATO's own budget it pays 16 percent`: the owner of the figure in front, where a pronoun points to it."""
    at = context.quantity.first
    pointed = bool({"it", "its"} & {t.low for t in context.parsed.tokens[_last_figure(context) : at]})
    return Found(context.earlier[-1].subject, at, at, carried=True) if pointed and context.earlier else None


def _somebody(context: Context, s: SubjectMention) -> bool:
    """A name other than the alliance's own in `NATO spending`, which is the whole."""
    return s.kind != "pronoun" and context.parsed.text(s.first, s.last) not in ("nato", "alliance", "the alliance")


def _same_owner(context: Context, measure: str) -> Found | None:
    """`down from 22 percent`, `41 % in 2025`: the owner of the figure in front."""
    told = next((d for d in reversed(context.earlier) if d.measure == measure), None)
    first = context.quantity.first
    if told is None or any(told.focus[1] <= s.first < first and _somebody(context, s) for s in context.parsed.subjects):
        return None  # "13 allies pay below 1 %": somebody else's
    return Found(told.subject, context.quantity.first, context.quantity.first, carried=True)
