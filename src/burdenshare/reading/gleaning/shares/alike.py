"""Allies that share one figure: `each investing under 1 percent` behind a list, `as does Slovenia` behind it."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.bearers import listed
from burdenshare.reading.gleaning.shares.figures import Figure


def each(figure: Figure, draft: Draft) -> tuple[str, ...]:
    """`Slovenia, Spain and Belgium spent the least, each investing under 1 percent`: all of the list in front."""
    if len(draft.subject) == 1 and {"each", "both"} & set(figure.context.before(4)):
        for s in reversed([s for s in figure.context.parsed.subjects if s.last <= figure.first]):
            entities, _ = listed(figure, s)
            if len(entities) > 1 and draft.subject[0] in entities:
                return entities
    return draft.subject


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
        if same and ally and figure.end <= s.first < figure.segment[1]:
            return (s.entity,)
    return ()
