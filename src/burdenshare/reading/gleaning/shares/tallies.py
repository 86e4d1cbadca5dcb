"""Counts of allies in front of a share, whose threshold the share is, and shares right behind one ally's own name."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.gleaning.shares.figures import Figure

MOST_ALLIES = 32
"""A count of allies at a threshold is one of up to so many."""


_NO_ALLIES = frozenset(
    {"years", "months", "weeks", "days", "decades", "times", "officials", "sources", "people", "politicians", "critics"}
)
"""Behind `several`, `most`, `few` these are no allies at a line."""


def counted(figure: Figure) -> bool:
    """`10 allies spent 2 %`, `nobody spends 5 %`: the threshold of a count."""
    context = figure.context
    low, _ = figure.clause
    lines = {draft.threshold for draft in context.earlier if draft.threshold is not None}
    if lines and figure.of_output and figure.context.before(1) == ["to"] and all(line < figure.value for line in lines):
        return False  # "double the 2 % target – met by only 23 members – to 5 percent of GDP"
    if lines:
        return True
    parsed = context.parsed
    if of_its_own(figure):
        return False
    counts = [
        q
        for q in parsed.quantities
        if (not q.unit and low <= q.first < figure.first and 1 <= q.number.value <= MOST_ALLIES)
        or q.number.kind == "fraction"
    ]
    counts = [q for q in counts if q.unit not in ("pp", "bp")]
    counts = [q for q in counts if q.number.step >= 1 or q.number.kind == "fraction"]
    dated = [(p.first, p.last) for p in parsed.periods]
    for q in counts:
        if q.core[0] >= figure.first or q.first < low or any(a <= q.core[0] < b for a, b in dated):
            continue
        behind = [t.low for t in parsed.tokens[q.core[1] : q.core[1] + 5]]
        if parsed.tokens[q.core[0] - 1].low in ("the", "a") and behind[:1] in (["spends"], ["spent"], ["is"], ["was"]):
            continue  # "The one spends 2.4 %, the other 1.7 %"
        if {"percentage", "point", "points", "times"} & set(behind[:3]):
            continue
        if {"allies", "members", "countries", "nations", "states", "of", "governments", "ally", "in"} & set(behind):
            return True
        if behind[:1] and behind[0] in (
            "spend",
            "spent",
            "spends",
            "were",
            "are",
            "meet",
            "met",
            "exceed",
            "others",
            "have",
            "reached",
        ):
            return True
    front = {
        t.low
        for t, following in pairwise(parsed.tokens[low : figure.first + 1])
        if following.low not in _NO_ALLIES and not following.low.endswith(("ers", "mats", "ists", "ents"))
    }
    return bool(front & {"none", "nobody", "most", "majority", "half", "two-thirds", "many", "several", "few"})


def of_its_own(figure: Figure) -> bool:
    """`The top three are Poland (4.1%), …`, `among them France with 2.11 percent`: right behind one ally's name."""
    tokens, first = figure.context.parsed.tokens, figure.first
    link = tokens[first - 1].low if first else ""
    at = first - 1 if link in ("(", "with", "at", "on", ":") else first
    return at < first and any(
        s.last == at and s.entity in figure.context.calendar.allies and s.kind not in ("pronoun", "adjective")
        for s in figure.context.parsed.subjects
    )
