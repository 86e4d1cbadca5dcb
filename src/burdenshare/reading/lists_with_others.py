"""Lists of allies that end in others: `Germany, Spain and many other alliance countries spend less than 2 %`."""

from __future__ import annotations

from burdenshare.reading.found_subjects import Found, carries
from burdenshare.reading.parse import Parsed

_QUANTIFIERS = frozenset({"many", "several", "some", "most", "numerous", "a", "few", "the", "number", "of"})
_MEMBERS = frozenset({"countries", "allies", "members", "nations", "states", "governments", "partners"})
_HELD_AGAINST = (["than"], ["like"], ["unlike"], ["with"], ["behind"], ["as"])
_NOUN_WITHIN = 4
_VERB_WITHIN = 8
"""Tokens between the list and its figure: `are spending less than`."""


def named_with_others(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """The allies named in front of `and … other` and a noun for members, where the figure is told of them all."""
    if "other" not in parsed.words:
        return None
    lows = parsed.lows
    at = next((i for i in range(first - 1, 1, -1) if lows[i] == "other"), None)
    if at is None:
        return None
    noun = next((i for i in range(at + 1, min(at + 1 + _NOUN_WITHIN, first)) if lows[i] in _MEMBERS), None)
    joint = at - 1
    while joint > 0 and lows[joint] in _QUANTIFIERS:
        joint -= 1
    if noun is None or lows[joint] != "and" or first - noun > _VERB_WITHIN:
        return None
    if any(s.first > noun and s.last <= first and s.names_a_body for s in parsed.subjects):
        return None
    entities: list[str] = []
    end = joint - (lows[joint - 1] == ",")
    for s in reversed(parsed.subjects):
        if s.last != end or len(s.entity) != 3 or not carries(s, ours):
            continue
        entities.insert(0, s.entity)
        start = s.first - (lows[s.first - 1 : s.first] == ["the"])
        if lows[start - 1 : start] != [","]:
            if lows[start - 1 : start] in _HELD_AGAINST:
                return None  # "spends more than Germany and several other members"
            return Found(tuple(entities), s.first, noun + 1)
        end = start - 1
    return None
