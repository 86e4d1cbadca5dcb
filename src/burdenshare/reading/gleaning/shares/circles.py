"""Which circle of countries a share is of: the alliance with or without America, or the union."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.gleaning.shares.figures import Figure


def without_america(figure: Figure) -> bool:
    """`The bloc spent 1.74% of its combined GDP outside the United States`: the alliance's other members."""
    words = figure.context.parsed.text(0, len(figure.context.parsed.tokens))
    return any(f"{word} the united states" in words or f"{word} the us " in words for word in _WITHOUT)


def of_the_union(figure: Figure) -> bool:
    """`The EU's 27 member states spent 1.9% of GDP on defence`: the union's members, not the alliance's."""
    subjects = [s for s in figure.context.parsed.subjects if s.last <= figure.first and s.kind != "pronoun"]
    if len(subjects) < 2 or subjects[-1].entity != "NATO" or subjects[-2].entity != "EU":
        return False
    words = figure.context.parsed.lows[subjects[-1].first : subjects[-1].last]
    return subjects[-1].first - subjects[-2].last <= 2 and not {"nato", "nato's", "allies", "ally"} & set(words)


def with_america(figure: Figure) -> bool:
    """`With the US's participation, the rate rises to 2.76%`, `Including the US it is 2.71%`: the whole alliance."""
    parsed, low = figure.context.parsed, figure.clause[0]
    for s in parsed.subjects:
        if s.entity != "USA" or not low <= s.first < figure.first or s.first - low > 3:
            continue
        front = [t.low for t in parsed.tokens[low : s.first] if t.low not in ("the", ",")]
        behind = [t.low for t in parsed.tokens[s.last : s.last + 3]]
        if front[-1:] and front[-1] in _ADDING and ("," in behind or _SHARING & set(behind)):
            return True
    return False


def america_counted_again(figure: Figure) -> bool:
    """`Excluding the United States, the members spent 1.77 percent; including it, 2.77`: the second is of them all."""
    told = figure.told()
    words = figure.context.parsed.lows[figure.clause[0] : figure.first]
    back = any(a in _ADDING and b in _IT for a, b in pairwise(words))
    return told is not None and told.subject == ("EUR_CAN",) and back


_IT = frozenset({"it", "them", "america", "washington"})
_ADDING = frozenset({"with", "including", "counting", "adding", "plus", "if"})
_SHARING = frozenset({"participation", "included", "contribution", "added", "share", "counted"})
_WITHOUT = ("outside", "excluding", "without", "minus")
