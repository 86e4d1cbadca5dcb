"""Which bloc is meant, where the words tell how many members it has: `the bloc's 32 members` are the alliance's."""

from __future__ import annotations

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tokens import Token

_MEMBERS = frozenset({"allies", "countries", "governments", "members", "member", "nations", "states"})
_ALLIANCES_ALONE = frozenset({"29", "30", "31", "32"})
"""Sizes of the alliance since 2017 that the Union never had."""
_BETWEEN = frozenset({"-", "strong", "nation", "member", "country", "state"})


def blocs_by_size(subjects: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """The mentions, with a bloc of a size that only the alliance had as the alliance, wherever the sentence says it."""
    called_so = [s for s in subjects if s.entity == "EU" and _calls_a_bloc(s, tokens)]
    if not any(_sized(s, tokens) for s in called_so):
        return subjects
    return [replaced(s, entity="NATO", open=()) if s in called_so else s for s in subjects]


def _calls_a_bloc(mention: SubjectMention, tokens: list[Token]) -> bool:
    return any(token.low.startswith("bloc") for token in tokens[mention.first : mention.last])


def _sized(mention: SubjectMention, tokens: list[Token]) -> bool:
    behind = tokens[mention.last : mention.last + 2]
    if len(behind) == 2 and behind[0].text in _ALLIANCES_ALONE and behind[1].low in _MEMBERS:
        return True
    at = mention.last - 1
    while at > 0 and not tokens[at].low.startswith("bloc"):
        at -= 1
    at -= 1
    while at > 0 and tokens[at].low in _BETWEEN:
        at -= 1
    return at >= 0 and tokens[at].text in _ALLIANCES_ALONE
