"""Who is helped and who gives behind the figure: help to Israel is none to Ukraine, which is all the record holds."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

HELPED_ELSEWHERE = "another topic: help to another country"
"""The reason of a sum that goes to another country; nothing may look at it again."""
_REACH = 9
"""Tokens behind a sum within which its receiver stands."""
_TOWARDS = frozenset({"to", "for", "toward", "towards", "in", "into"})
_HANDING = word_list("handing_verbs")


def helps_another(context: Context) -> bool:
    """`$3.8 billion in military aid to Israel`, `gives Israel $3.8 billion`: who gets it is no ally and not Ukraine."""
    if not any(s.entity == "OTHER" for s in context.parsed.subjects):
        return False
    behind = _receivers_behind(context)
    if behind:
        return behind[0].entity == "OTHER"
    return any(_handed(context, s) for s in context.parsed.subjects if s.entity == "OTHER")


def _receivers_behind(context: Context) -> list[SubjectMention]:
    """Those the words behind the sum name as receivers, up to the next sum."""
    end, tokens = context.quantity.core[1], context.parsed.tokens
    sums = [q.first for q in context.parsed.quantities if q.first >= end and len(q.unit) == 3]
    stop = min([*sums, end + _REACH])
    return [
        s
        for s in context.parsed.subjects
        if end < s.first < stop and s.entity in ("OTHER", "UKR") and _aimed(tokens, s)
    ]


def _aimed(tokens: list[Token], subject: SubjectMention) -> bool:
    front = tokens[subject.first - 1].low
    return front in _TOWARDS or (front == "the" and tokens[subject.first - 2].low in _TOWARDS)


def _handed(context: Context, subject: SubjectMention) -> bool:
    """`gives Israel $3.8 billion`: a verb of giving in front of the name, and the sum right behind it."""
    near = 0 <= context.quantity.first - subject.last <= 3
    return near and subject.first > 0 and context.parsed.tokens[subject.first - 1].low in _HANDING


def givers_behind(context: Context) -> Found | None:
    """`0.1 % of GDP in France and Italy, against 2 % in Estonia and Denmark`: right behind the figure stand its owners,
    all of the list."""
    tokens, at = context.parsed.tokens, context.quantity.core[1]
    while at < len(tokens) and tokens[at].low in _OF_GDP:
        at += 1
    if at >= len(tokens) or tokens[at].low not in ("in", "by", "from"):
        return None
    listed: list[SubjectMention] = []
    for s in context.parsed.subjects:
        gap = {t.low for t in tokens[(listed[-1].last if listed else at + 1) : s.first]} if s.first > at else {"."}
        if not gap <= {"the", "and", ","} or s.entity not in context.calendar.bearers:
            if listed:
                break
            continue
        listed.append(s)
    if not listed:
        return None
    return Found(tuple(dict.fromkeys(s.entity for s in listed)), listed[0].first, listed[-1].last, listed[0].open)


_OF_GDP = frozenset({"of", "gdp", "their", "its", "per", "cent", "percent"})
