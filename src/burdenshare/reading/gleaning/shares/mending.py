"""What a strict rule gave to the wrong owner or year, where the clause itself names another."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.bearers import bears, of_neighbour
from burdenshare.reading.gleaning.shares.bounds import bound_of, reached
from burdenshare.reading.gleaning.shares.figures import SHARES, Figure
from burdenshare.reading.gleaning.shares.owners import Owner, clause_owner, owner_of
from burdenshare.reading.gleaning.shares.percent import share_gleaned, the_goal_of_spending
from burdenshare.reading.gleaning.shares.times import counted_year, due_behind, year_of
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind

COARSE = 0.09
"""`reached 2.22 percent` tells the level; `reached 2.2 percent` tells that it is at least that."""
_WHOSE = "not understood: whose share of GDP it is"
_GROUPS = frozenset({"NATO", "EUR", "EUR_CAN"})
_AGREED = {1.5: (2032, 2035), 2.0: (2024,), 3.5: (2032, 2035), 5.0: (2032, 2035)}
"""Shares the whole alliance has agreed on or spoken of, and the years they are due; any other is some ally's own."""


def mended(context: Context, draft: Draft) -> Draft | str:
    """The draft of a strict rule, or a better one of the same figure."""
    if context.quantity.unit != "%" and draft.unit != "%":
        return draft
    if draft.measure == "expenditure_growth":
        return _no_growth(context, draft)
    if draft.measure not in SHARES or draft.rule == "part of a target":
        return draft
    figure = Figure(context)
    if draft.rule.endswith(", carried") and (of_neighbour(figure) or "others" in context.before(4)):
        return _WHOSE
    if draft.measure == "guideline":
        return _fiscal(_dated(figure, _owned(figure, draft)))
    found = _carried(figure, _recorded(figure, draft))
    return found if isinstance(found, str) else _fiscal(found)


def _fiscal(draft: Draft) -> Draft:
    """`2027/28` is 2027: the calendar year that holds most of its months."""
    start, _, end = draft.period.partition("/")
    neighbours = start.isdecimal() and end.isdecimal() and int(end) - int(start) == 1
    return replace(draft, period=start) if neighbours else draft


def _no_growth(context: Context, draft: Draft) -> Draft | str:
    """`to 3.5 % of GDP by 2030, up from the 2.4 % the country currently spends`: where it stood, no rise."""
    words = context.before(3)
    if "from" not in words[-2:]:
        return draft
    figure = Figure(context)
    return (share_gleaned(figure) or _WHOSE) if figure.told() is not None else draft


def _carried(figure: Figure, draft: Draft | str) -> Draft | str:
    """A carried owner or year, where the clause has its own."""
    if isinstance(draft, str):
        return draft
    if not draft.rule.endswith(", carried"):
        return draft
    if draft.kind is Kind.FACT and figure.front("path_words", 8):
        return replace(draft, kind=Kind.PROMISE, measure="guideline", period="", period_from="", likely=True)
    own = clause_owner(figure)
    other = own is not None and own.entities and own.allies and own.entities != draft.subject
    year = counted_year(figure)
    if not other and (year is None or year.value == draft.period):
        return draft
    return share_gleaned(figure) or draft


def _recorded(figure: Figure, draft: Draft) -> Draft | str:
    """`Poland leads NATO members in spending: 4.48 %`, `its own spending comes to 2.1 %`: an ally's."""
    if draft.value is not None and draft.value.central in _AGREED and _a_place(figure, draft):
        return share_gleaned(figure) or _WHOSE
    coarse = figure.context.quantity.number.step >= COARSE
    if draft.comparator == "=" and coarse and draft.subject and reached(figure):
        bound = bound_of(figure)
        draft = draft if bound is None else replace(draft, comparator=bound.comparator, value=bound.value)
    if not set(draft.subject) & _GROUPS or figure.context.quantity.number.step >= 1:
        return draft
    opener = next((s for s in figure.context.parsed.subjects), None)
    ally = opener is not None and opener.entity in figure.context.calendar.allies and opener.first <= 1
    if opener is None or not ally or opener.possessive or not bears(figure, opener) or opener.last > figure.first:
        return draft
    return replace(draft, subject=(opener.entity,), likely=True)


def _a_place(figure: Figure, draft: Draft) -> bool:
    """`the 5 percent agreed in The Hague`: the capital of no owner."""
    parsed = figure.context.parsed
    named = [s for s in parsed.subjects if (s.entity,) == draft.subject]
    return bool(named) and all(
        s.kind in ("capital", "metonym") and s.first > 0 and parsed.tokens[s.first - 1].low in ("in", "at")
        for s in named
    )


def _owned(figure: Figure, draft: Draft) -> Draft:
    """A target given to the alliance for want of an owner, though the words or the text name one country."""
    if the_goal_of_spending(figure):
        return replace(draft, subject=("NATO",))
    if draft.subject != ("NATO",) or draft.value is None:
        return draft
    if draft.ours:
        country = figure.context.topic.country
        return (
            draft
            if draft.value.central in (*_AGREED, 3.0, 4.0) or not country
            else replace(draft, subject=(country,), likely=True)
        )
    own = owner_of(figure)
    if own is not None and own.allies and own.sure and _own_plan(figure, own):
        again = share_gleaned(figure)
        if again is not None and again.subject == own.entities:
            return again
        return replace(draft, subject=own.entities, first=min(own.first, draft.first), likely=True)
    if (own is not None and own.entities and not own.allies) or (own is not None and own.ours):
        return draft
    if _alliances(figure, draft):
        return draft
    country = figure.context.topic.country
    if own is not None and own.allies:
        return replace(draft, subject=own.entities, likely=True)
    return replace(draft, subject=(country,) if country else draft.subject, likely=True)


def _alliances(figure: Figure, draft: Draft) -> bool:
    """Whether the share and its year can be the alliance's."""
    value = draft.value.central if draft.value is not None else 0.0
    if value not in (*_AGREED, 3.0, 4.0) or any(s.entity in _GROUPS for s in figure.context.parsed.subjects):
        return True if value in (*_AGREED, 3.0, 4.0) else _named(figure)
    due = draft.period[:4]
    years = _AGREED.get(value, ())
    return not due.isdecimal() or int(due) in years or not years or int(due) < 2020


def _named(figure: Figure) -> bool:
    low, high = figure.clause
    parsed = figure.context.parsed
    inside = [s for s in parsed.subjects if s.entity in _GROUPS and low <= s.first < high]
    return any(not _beside_it(figure, s) for s in inside)


def _beside_it(figure: Figure, subject: SubjectMention) -> bool:
    """`for NATO's essential needs`, `than any other NATO member`: the alliance named, and not as the owner."""
    parsed = figure.context.parsed
    front = [t.low for t in parsed.tokens[max(0, subject.first - 3) : subject.first]]
    target = parsed.cues.has("target", subject.last, min(len(parsed.tokens), subject.last + 5))
    behind = subject.first >= figure.end
    return "than" in front or (behind and subject.possessive and not target)


def _own_plan(figure: Figure, own: Owner) -> bool:
    """`Budapest says it will meet the 2 % guideline by 2024`, `The Dutch will put 2.05 %`: the ally's own doing."""
    if own.last > figure.first or not figure.found.any("plan_words", own.last, figure.first):
        return False
    tokens = figure.context.parsed.tokens
    article = tokens[figure.context.quantity.core[0] - 1].low in ("the", "that", "this", "nato", "nato's")
    if not article:
        return True
    reached = figure.front("reach_words", 4) or figure.front("over_words", 4)
    committed = tokens[figure.first - 2].low == "to" and tokens[figure.first - 3].low in (
        "committed",
        "commit",
        "commits",
    )
    return (reached and due_behind(figure) is not None) or committed


def _dated(figure: Figure, draft: Draft) -> Draft:
    """`In April 2024 it committed to 2.5 % by 2030`: the year it is due, not that of the promise."""
    on = figure.context.calendar.on
    if draft.kind is not Kind.PROMISE or on is None:
        return draft
    if draft.period[:4].isdecimal() and int(draft.period[:4]) > on.year:
        return _due_before(figure, draft, on.year)
    counted_from = counted_year(figure)
    due = counted_from if counted_from is not None and figure.told() is not None else due_behind(figure)
    if due is None or not due.value.isdecimal() or int(due.value) < on.year:
        return draft
    return replace(draft, period=due.value, period_from="due")


def _due_before(figure: Figure, draft: Draft, running: int) -> Draft:
    """`By 2020 spending would fall to 1.5 percent and plateau until 2024`, `2.1 % in 2025 and 2.3 % the year after`."""
    own = year_of(figure)
    mention = own.mention
    ahead = own.value.isdecimal() and int(own.value) > running
    counted_from = counted_year(figure) is not None and figure.told() is not None
    explicit = mention is not None and mention.source == "explicit"
    fronted = mention is not None and mention.last <= figure.first and mention.role == "by" and explicit
    return replace(draft, period=own.value, period_from="due") if ahead and (counted_from or fronted) else draft
