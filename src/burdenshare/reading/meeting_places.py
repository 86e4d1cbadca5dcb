"""Capitals that name a meeting: `the Hague summit set a target of 5 %` is the alliance's, and not the Netherlands'."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

_MEETINGS = word_list("meeting_nouns")
_BODIES = frozenset({"EU", "NATO"})
_WHOSE = frozenset({"nato", "alliance", "leaders", "ministers"})
"""Between the place and the meeting: `the 2022 Madrid NATO summit`."""
_LED_BY = frozenset({"at", "since", "after", "before", "during", "in", "from", "until", "for", "following", "of", "to"})


def without_hosts(subjects: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """The subjects, where a capital in front of a meeting is no government: of a meeting that does something the whole
    alliance is meant, and one that only tells when or where something was done is nobody."""
    if _MEETINGS.isdisjoint(token.low for token in tokens):
        return subjects
    return [_meeting(s, subjects, tokens) if _names_a_meeting(s, tokens) else s for s in subjects]


def _names_a_meeting(s: SubjectMention, tokens: list[Token]) -> bool:
    if s.kind not in ("capital", "metonym") or s.possessive:
        return False
    named = next((t for t in tokens[s.last : s.last + 3] if t.kind != "number" and t.low not in _WHOSE), None)
    if named is None or named.low not in _MEETINGS:
        return False
    front = tokens[s.first - 1].low if s.first else ""
    return named.low in _SUMMITS or front in _LED_BY | {"the"}  # "Warsaw talks tough"


_SUMMITS = frozenset({"summit", "summits"})


def _meeting(s: SubjectMention, subjects: list[SubjectMention], tokens: list[Token]) -> SubjectMention:
    front = [t.low for t in tokens[max(0, s.first - 2) : s.first] if t.low != "the"]
    told_of = front[-1:] and front[-1] in _LED_BY
    other = any(one.entity in _BODIES for one in subjects) or tokens[s.last].low not in _SUMMITS
    return replace(s, entity="AMBIGUOUS" if told_of or other else "NATO")
