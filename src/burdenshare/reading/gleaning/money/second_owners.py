"""Owners of second figures and of lists: `against $8,600 for the Poles`, `its own budget`, `the Weimar Triangle of`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.money.words import word_set
from burdenshare.reading.mentions import SubjectMention

_TOWARDS = word_set("towards")
_NAMED_GROUPS = frozenset({"WEIMAR", "BALTIC", "NORDIC", "NB8", "B9", "JEF", "V4", "E3", "E5", "QUAD"})


def for_them(context: Context, ours: frozenset[str]) -> Found | None:
    """`against $8,600 for North Macedonians`, `and $9 billion for the Poles`: a second figure, whose owner follows."""
    after = context.after(3)
    if after[:1] != ["for"] or not context.earlier or context.before(1)[-1:] not in (["against"], ["and"], ["versus"]):
        return None
    at = context.quantity.core[1] + (2 if after[1:2] == ["the"] else 1)
    named = context.parsed.tokens[at : at + 1]
    starts = (at, at + 1) if named and named[0].capital else (at,)  # "North Macedonians"
    near = next((s for s in context.parsed.subjects if s.first in starts and s.entity in ours), None)
    return Found((near.entity,), near.first, near.last, near.open) if near is not None else None


def of_two(context: Context, allies: frozenset[str]) -> Found | None:
    """`Britain and Italy run armies of their own. The former spent £60bn, the latter barely €31bn`: of the two allies
    that this sentence in front, or the sentence before, names."""
    lows, low, first = context.parsed.lows, context.bounds[0], context.quantity.first
    at = next((i for i in range(first - 1, low - 1, -1) if lows[i] in _OF_TWO and lows[max(0, i - 1)] == "the"), None)
    if at is None or not (at + 1 == first or lows[at + 1] in _DOING):
        return None  # "the former president"
    here = _named([s for s in context.parsed.subjects if s.last < at], allies)
    before = _named(context.previous.subjects, allies) if context.previous is not None and not here else here
    return Found((before[_OF_TWO[lows[at]]],), at - 1, at + 1) if len(before) == 2 else None


_OF_TWO = {"former": 0, "latter": 1}
_DOING = word_set("of_two_verbs")


def _named(subjects: list[SubjectMention], allies: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.entity for s in subjects if s.entity in allies))


def antecedent(context: Context, found: Found, ours: frozenset[str]) -> Found | None:
    """`Norway will give Ukraine 85 billion, while its own defence budget is 110 billion`: `its` is who acts."""
    low, q = context.bounds[0], context.quantity
    if found.first >= low or not {"its", "it"} & {t.low for t in context.parsed.tokens[low : q.first]}:
        return None
    named = [s for s in context.parsed.subjects if s.last <= low and s.names_a_body and s.entity in ours]
    first = named[0] if named else None
    if first is None or first.entity in found.entities or (first.first and oblique_at(context, first)):
        return None
    return Found((first.entity,), first.first, first.last, first.open)


def group_of_list(context: Context, found: Found) -> Found | None:
    """`The Weimar Triangle of Berlin, Paris and Warsaw`: the group, whose members the list only names."""
    if len(found.entities) < 2:
        return None
    for s in context.parsed.subjects:
        gap = [t.low for t in context.parsed.tokens[s.last : found.first]] if s.last < found.first else []
        if s.entity in _NAMED_GROUPS and gap in (["of"], [","], ["—"], ["("]):
            return Found((s.entity,), s.first, s.last, s.open)
    return None


def oblique_at(context: Context, subject: SubjectMention) -> bool:
    return context.parsed.tokens[subject.first - 1].low in _TOWARDS
