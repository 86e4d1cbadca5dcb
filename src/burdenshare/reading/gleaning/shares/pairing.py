"""Lists told `respectively`: which number is whose."""

from __future__ import annotations

from burdenshare.reading.gleaning.shares.figures import Figure, like_a_share
from burdenshare.reading.mentions import SubjectMention

_LINKS = ([","], ["and"], [",", "and"])


def told_respectively(figure: Figure) -> SubjectMention | str | None:
    """`Greece, Lithuania and Croatia came in at 3.9, 2.4 and 1.9 percent respectively`: as many allies as numbers.
    Text where the numbers are told in a row and the allies do not fit."""
    parsed = figure.context.parsed
    if not any(token.low in ("respectively", "respective") for token in parsed.tokens):
        return None
    numbers = [q for q in parsed.quantities if q is figure.context.quantity or like_a_share(q)]
    at = next((i for i, q in enumerate(numbers) if q is figure.context.quantity), None)
    if at is None:
        return None
    first = last = at
    while first > 0 and _linked(figure, numbers[first - 1].core[1], numbers[first].first):
        first -= 1
    while last + 1 < len(numbers) and _linked(figure, numbers[last].core[1], numbers[last + 1].first):
        last += 1
    owners = _allies_before(figure, numbers[first].first)
    size = last - first + 1
    if size == 1:
        return None
    return owners[at - first] if len(owners) == size else "unpaired"


def _linked(figure: Figure, start: int, end: int) -> bool:
    return [token.low for token in figure.context.parsed.tokens[start:end]] in _LINKS


def _allies_before(figure: Figure, end: int) -> list[SubjectMention]:
    """The last list of allies in front of the numbers."""
    parsed = figure.context.parsed
    found: list[SubjectMention] = []
    for subject in reversed([s for s in parsed.subjects if s.last <= end and s.kind not in ("pronoun",)]):
        if subject.entity not in figure.context.calendar.allies:
            if found:
                break
            continue
        gap = [t.low for t in parsed.tokens[subject.last : found[0].first] if t.low != "the"] if found else ["and"]
        if gap not in _LINKS:
            break
        found.insert(0, subject)
    return found
