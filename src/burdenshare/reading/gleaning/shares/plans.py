"""Targets that a strict rule gave to the alliance, to no year or to no bound, where the clause itself says more."""

from __future__ import annotations

import math
from dataclasses import replace

from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of, told_earlier
from burdenshare.reading.gleaning.shares.bearers import of_an_office
from burdenshare.reading.gleaning.shares.bounds import Bound, bound_of
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.indirect import Owner, by_home, by_person, of_two
from burdenshare.reading.gleaning.shares.owners import owner_of
from burdenshare.reading.gleaning.shares.percent import share_gleaned, the_goal_of_spending
from burdenshare.reading.gleaning.shares.times import counted_year, due_behind, year_of
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.period_choice import When
from burdenshare.reading.seen_lines import the_goal_of
from burdenshare.reading.speaking_of_us import of_our_gdp
from burdenshare.reading.told_done import told_as_done

GROUPS = frozenset({"NATO", "EUR", "EUR_CAN"})
AGREED = {1.5: (2032, 2035), 2.0: (2024,), 3.5: (2032, 2035), 5.0: (2032, 2035)}
"""Shares the whole alliance has agreed on or spoken of, and the years they are due; any other is some ally's own."""


def reaching(figure: Figure, draft: Draft) -> Draft:
    """`Budapest says it will meet the 2 % guideline`, `would top 2 % in 2025`: what an ally plans at least."""
    ally = bool(draft.subject) and not set(draft.subject) & GROUPS
    if not ally or draft.comparator != "=" or draft.kind is not Kind.PROMISE:
        return draft
    if figure.context.quantity.rule == "above":
        return replace(draft, comparator=">", value=figure.context.quantity.value)  # "to haul it over the 2% mark"
    bound = bound_of(figure) if figure.context.quantity.rule == "plain" else None
    bound = _like_the_first(figure, draft) if bound is not None and bound.comparator == "=" else bound
    if bound is None or bound.denied or bound.comparator not in (">", ">="):
        return draft
    return replace(draft, comparator=bound.comparator, value=bound.value)


def _like_the_first(figure: Figure, draft: Draft) -> Bound | None:
    """`would top 2% in 2025 and 2.5% in 2027`: the verb of the first bears on the second too."""
    context = figure.context
    first = context.earlier[-1] if context.earlier else None
    if first is None or (first.measure, first.subject) != (draft.measure, draft.subject):
        return None
    dated = {i for p in context.parsed.periods for i in range(p.first, p.last)}
    gap = [context.parsed.lows[i] for i in range(first.focus[1], figure.first) if i not in dated]
    if gap not in (["and"], [",", "and"], [","], ["of", "gdp", "and"]) or first.comparator not in (">", ">="):
        return None
    value = figure.value
    return Bound(first.comparator, Interval(value, math.inf, low_open=first.comparator == ">", central=value))


def fiscal(draft: Draft) -> Draft:
    """`2027/28` is 2027: the calendar year that holds most of its months; `From April 2027` is 2027. Of a span, a
    share is the end's."""
    start, _, end = draft.period.partition("/")
    if not end:
        return replace(draft, period=start[:4]) if len(start) == 7 and start[:4].isdecimal() else draft
    if not (start.isdecimal() and end.isdecimal()):
        return draft
    return replace(draft, period=start if int(end) - int(start) == 1 else end)


def owned(figure: Figure, draft: Draft) -> Draft:
    """A target given to the alliance for want of an owner, though the words or the text name one country."""
    if the_goal_of_spending(figure) or the_goal_of(figure.context):
        return replace(draft, subject=("NATO",))
    if draft.subject == ("NATO",) and told_as_done(figure.context):
        return draft
    two = of_two(figure)
    if two is not None and draft.subject != two.entities:
        return replace(draft, subject=two.entities, likely=True)
    home = by_home(figure)
    if home is not None and draft.subject != home.entities:
        return replace(draft, subject=home.entities, likely=True)
    several = owner_of(figure) if "they" in figure.context.parsed.lows[: figure.first] else None
    if several is not None and set(draft.subject) < set(several.entities):
        return replace(draft, subject=several.entities, likely=True)  # "Look at Poland, look at Latvia: they will"
    if _only_an_office(figure, draft):
        return replace(draft, subject=("NATO",), likely=True)
    if draft.subject != ("NATO",) or draft.value is None:
        return draft
    titled = {t.entity for t in figure.context.parsed.titles if t.entity in figure.context.calendar.allies}
    if draft.ours and len(titled) == 1:
        return replace(draft, subject=(titled.pop(),), likely=True)  # "We will spend 3 %, the Danish minister said"
    if draft.ours:
        country = figure.context.topic.country or figure.context.topic.home
        if of_our_gdp(figure.context) and figure.context.topic.home:
            return replace(draft, subject=(figure.context.topic.home,), likely=True)
        spends = figure.found.any("our_spending", 0, figure.first) or figure.context.before(1) == ["our"]
        spends = spends and bool(figure.context.topic.home)  # "the confirmation of our 2 % commitment"
        if (draft.value.central in (*AGREED, 3.0, 4.0) and not spends) or not country:
            return draft
        return replace(draft, subject=(figure.context.topic.home or country,), likely=True)
    own = owner_of(figure)
    if own is not None and own.allies and own.sure and _own_plan(figure, own):
        again = share_gleaned(figure)
        if again is not None and again.subject == own.entities:
            return again
        return replace(draft, subject=own.entities, first=min(own.first, draft.first), likely=True)
    if (own is not None and own.entities and not own.allies) or (own is not None and own.ours):
        return draft
    person = by_person(figure)
    if person is not None:
        return replace(draft, subject=person.entities, likely=True)
    if _alliances(figure, draft):
        return draft
    country = figure.context.topic.country or figure.context.topic.home
    if own is not None and own.allies:
        return replace(draft, subject=own.entities, likely=True)
    if not figure.context.topic.country and any(
        s.entity in figure.context.calendar.allies and s.entity != country for s in figure.context.parsed.subjects
    ):
        return replace(draft, likely=True)  # the text's own country, where the sentence names another
    return replace(draft, subject=(country,) if country else draft.subject, likely=True)


def _only_an_office(figure: Figure, draft: Draft) -> bool:
    """`Stoltenberg, former Prime Minister of Norway, emphasized the NATO obligation of 2 %`: Norway owns nothing."""
    parsed = figure.context.parsed
    named = [s for s in parsed.subjects if (s.entity,) == draft.subject and s.kind != "pronoun"]
    former = any(t.former for t in parsed.titles)
    alliance = any(s.entity == "NATO" and s.last <= figure.first for s in parsed.subjects)
    return former and alliance and bool(named) and all(of_an_office(parsed, s) for s in named)


def _alliances(figure: Figure, draft: Draft) -> bool:
    """Whether the share and its year can be the alliance's."""
    value = draft.value.central if draft.value is not None else 0.0
    if value in (3.0, 4.0) and _of_the_home(figure):
        return False
    if value not in (*AGREED, 3.0, 4.0) or any(s.entity in GROUPS for s in figure.context.parsed.subjects):
        return True if value in (*AGREED, 3.0, 4.0) else _named(figure)
    due = draft.period[:4]
    years = AGREED.get(value, ())
    return not due.isdecimal() or int(due) in years or not years or int(due) < 2020


def _of_the_home(figure: Figure) -> bool:
    """`Thirdly, defence spending must rise to at least 3 percent`, in a text on one ally: nobody but that ally is
    spoken of, and no goal of the alliance's."""
    parsed = figure.context.parsed
    named = any(s.kind != "pronoun" for s in parsed.subjects) or parsed.cues.has("member_nouns")
    return bool(figure.context.topic.home) and not named and not parsed.cues.has("target") and bool(figure.defence)


def _named(figure: Figure) -> bool:
    low, high = figure.clause
    inside = [s for s in figure.context.parsed.subjects if s.entity in GROUPS and low <= s.first < high]
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


def dated(figure: Figure, draft: Draft) -> Draft:
    """`In April 2024 it committed to 2.5 % by 2030`: the year it is due, not that of the promise."""
    on = figure.context.calendar.on
    if draft.kind is not Kind.PROMISE or on is None or told_as_done(figure.context):
        return draft
    if _put_aside(figure, draft.period) or figure.found.any("open_due", figure.end, figure.end + 8):
        return replace(draft, period="", period_from="")
    if draft.period[:4].isdecimal() and int(draft.period[:4]) > on.year:
        return _due_before(figure, draft, on.year)
    counted_from = counted_year(figure)
    due = counted_from if counted_from is not None and figure.told() is not None else due_behind(figure)
    plain = due_of(figure.context)
    due = plain if due is not None and plain.mention is not None and plain.mention is due.mention else due
    due = due or _of_the_goal(figure, on.year)
    if due is None or not due.value.isdecimal():
        return draft
    if due.mention is not None and told_earlier(figure.context.parsed, due.mention):
        return draft
    counted = due is plain and draft.period.isdecimal() and int(draft.period) < int(due.value)
    if int(due.value) < on.year and not counted:  # "agreed in 2014 to move towards it within a decade"
        return draft
    return replace(draft, period=due.value, period_from="due")


def _put_aside(figure: Figure, year: str) -> bool:
    """`immediately, instead of by 2024 as agreed`: the year that does not hold any more."""
    lows = figure.context.parsed.lows
    return any(
        p.value[:4] == year[:4] and tuple(lows[max(0, p.first - 2) : p.first]) in _INSTEAD
        for p in figure.context.parsed.periods
        if year
    )


_INSTEAD = (("instead", "of"), ("rather", "than"))


def _of_the_goal(figure: Figure, running: int) -> When | None:
    """`higher goals for 2032 of at least 3.5 %`: the year right behind the target's name."""
    low = figure.clause[0]
    goals = {end for _, end in figure.context.parsed.cues.spans("target", low, figure.first)}
    for p in figure.context.parsed.periods:
        if (
            (p.first in goals or p.first - 1 in goals)
            and p.last <= figure.first
            and p.value.isdecimal()
            and int(p.value) >= running
        ):
            return When(p.value, "due", p)
    return None


def _due_before(figure: Figure, draft: Draft, running: int) -> Draft:
    """`By 2020 spending would fall to 1.5 percent and plateau until 2024`, `2.1 % in 2025 and 2.3 % the year after`."""
    own = year_of(figure)
    mention = own.mention
    ahead = own.value.isdecimal() and int(own.value) > running
    counted_from = counted_year(figure) is not None and figure.told() is not None
    explicit = mention is not None and mention.source == "explicit"
    fronted = mention is not None and mention.last <= figure.first and mention.role == "by" and explicit
    return replace(draft, period=own.value, period_from="due") if ahead and (counted_from or fronted) else draft
