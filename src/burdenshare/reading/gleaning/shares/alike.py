"""Allies that share one figure: `each investing under 1 percent` behind a list, `as does Slovenia` behind it."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.bearers import GAPS, listed
from burdenshare.reading.gleaning.shares.figures import Figure
from burdenshare.reading.gleaning.shares.indirect import Owner
from burdenshare.reading.mentions import SubjectMention


def each(figure: Figure, draft: Draft) -> tuple[str, ...]:
    """`Slovenia, Spain and Belgium spent the least, each investing under 1 percent`: all of the list in front."""
    if len(draft.subject) == 1 and {"each", "both"} & set(figure.context.before(4)):
        for s in reversed([s for s in figure.context.parsed.subjects if s.last <= figure.first]):
            entities, _ = listed(figure, s)
            if len(entities) > 1 and draft.subject[0] in entities:
                return entities
    return draft.subject


def all_of_the_last(figure: Figure) -> tuple[str, ...]:
    """`… as Belgium, Spain and Slovenia. All spend less than 1.4%`: the list that the sentence before ends with."""
    parsed, before = figure.context.parsed, figure.context.previous
    opened = parsed.lows[:1] in (["all"], ["both"]) and figure.first <= _SHORT
    if not opened or before is None or any(s.kind != "pronoun" for s in parsed.subjects if s.last <= figure.first):
        return ()
    found: list[SubjectMention] = []
    for s in reversed([s for s in before.subjects if s.entity in figure.context.calendar.allies]):
        gap = before.lows[s.last : found[0].first] if found else []
        if found and gap != [","] and gap not in GAPS:
            break
        found.insert(0, s)
    both = parsed.lows[0] != "both" or len(found) == 2
    return tuple(dict.fromkeys(s.entity for s in found)) if len(found) > 1 and both else ()


_SHORT = 6
"""Words from `All` to its figure: a longer way may have told of others."""


def as_one_does(figure: Figure) -> Owner | None:
    """`Spending 1% of your GDP on defence, as Germany does, is too little`: the one ally that is told to do so."""
    parsed = figure.context.parsed
    for s in parsed.subjects:
        if s.entity not in figure.context.calendar.allies or not figure.end <= s.first < figure.segment[1]:
            continue
        if parsed.lows[s.first - 1] == "as" and parsed.lows[s.last : s.last + 1] in (["does"], ["did"], ["do"]):
            return Owner((s.entity,), s.first, s.last, sure=False)
    return None


def as_does(figure: Figure, draft: Draft) -> tuple[str, ...]:
    """`Spain spends 1.3% of GDP, as does Slovenia`: the ally that is told to do the same."""
    parsed = figure.context.parsed
    for s in parsed.subjects:
        front = parsed.lows[max(0, s.first - 3) : s.first]
        front = front[:-1] if front[-1:] == ["the"] else front
        same = (
            front[-2:-1] in (["as"], ["so"]) and front[-1:] and front[-1] in ("does", "did", "do", "has", "is", "are")
        )
        ally = s.entity in figure.context.calendar.allies and s.entity not in draft.subject
        if same and ally and figure.end <= s.first < figure.segment[1] and not _has_its_own(figure, s):
            return (s.entity,)
    return ()


def _has_its_own(figure: Figure, mention: SubjectMention) -> bool:
    """`less than the United States (3.22 percent), as do Estonia (3.38) and Poland (4.48)`: a figure right behind, in a
    bracket or led in."""
    parsed, at = figure.context.parsed, mention.last
    led = parsed.lows[at : at + 1] in (["("], ["with"], ["at"], ["on"], [","])
    return led and any(at < q.first <= at + 2 for q in parsed.quantities)
