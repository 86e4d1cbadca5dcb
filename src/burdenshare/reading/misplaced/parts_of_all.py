"""Figures of a part of a group, told by where it lies or by whose it is, and read as the whole group's."""

from __future__ import annotations

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.misplaced.words import words

_SOME = words("some_of_them")
_LIES = words("where_some_lie")
_MEASURES = frozenset({"share_of_gdp", "expenditure", "expenditure_growth", "expenditure_change", "share_of_total"})
_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})
_NEAR = 3
"""Tokens beside a group or behind a number within which a word makes it a part."""


def of_a_part_of_all(context: Context, draft: Draft) -> bool:
    """`Eastern European allies`, `the EU's NATO members`, `Ukraine's allies`, `the EU members of NATO`, `NATO's
    founding members`, `Nine eastern allies`: not the alliance."""
    if len(draft.subject) != 1 or draft.subject[0] not in GROUPS:
        return False
    if draft.measure in _COUNTS:
        end = context.quantity.core[1]
        behind = context.parsed.lows[end : end + _NEAR - 1]
        nouns = context.parsed.cues.spans("member_nouns", end, end + _NEAR)
        return bool(nouns) and not _LIES.isdisjoint(behind[: nouns[0][0] - end])
    if draft.measure not in _MEASURES:
        return False
    own = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= context.quantity.first]
    return bool(own) and (_narrowed(context, own[-1]) or _anothers(context, own[-1]))


def _narrowed(context: Context, own: SubjectMention) -> bool:
    """`Western European allies`, `NATO's founding members`."""
    lows = context.parsed.lows
    if lows[own.first - 1 : own.first] in (["european"], ["american"]) or lows[own.first] in ("european", "american"):
        front = lows[max(0, own.first - 2) : own.first]
        if not (_SOME | _LIES).isdisjoint(front):
            return True
    if own.first and lows[own.first - 1] in _LIES:
        return True
    nouns = context.parsed.cues.spans("member_nouns", own.last, own.last + _NEAR)
    return own.possessive and bool(nouns) and not (_SOME | _LIES).isdisjoint(lows[own.last : nouns[0][0]])


def _anothers(context: Context, own: SubjectMention) -> bool:
    """`the EU's NATO members`, `Ukraine's allies`, `the EU members of NATO`: another stands right in front."""
    lows = context.parsed.lows
    not_others = (own.entity, "PRONOUN", "USA", "NATO")
    others = [s for s in context.parsed.subjects if s.entity not in not_others and s.last <= own.first]
    if not others:
        return False
    last = others[-1]
    between = [low for low in lows[last.last : own.first] if not low.isdigit()]
    if not between:
        return last.possessive or last.entity in GROUPS
    of_it = between[-1:] in (["of"], ["in"]) and len(between) <= _NEAR
    return of_it and bool(context.parsed.cues.spans("member_nouns", last.first, own.first))
