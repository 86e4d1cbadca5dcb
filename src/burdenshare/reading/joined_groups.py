"""Groups told by their parts: European allies joined with Canada, the alliance without the United States."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie


def joined_groups(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """The subjects of a sentence, with those that are told by their parts as one."""
    found = _of_the_union(found, tokens)
    entities = {s.entity for s in found}
    if "EUR" in entities:
        found = _in_europe(found, tokens)
    if "USA" in entities:
        found = _its_allies(_beside_america(_without_america(found, tokens), tokens), tokens)
    return _all_over(_with_canada(found, tokens) if "CAN" in entities else found, tokens)


def _of_the_union(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`the EU's 27 member states`, `European Union Member States`: the Union's members and not the alliance's; whose
    `16 Member States` are, written as the Union writes them, the sentence alone does not tell."""
    kept: list[SubjectMention] = []
    for s in found:
        words = [t.low for t in tokens[s.first : s.last]]
        union = kept[-1] if kept and kept[-1].entity == "EU" else None
        if s.entity == "NATO" and words[:1] == ["member"]:
            gap = [t.low for t in tokens[union.last : s.first]] if union is not None else ["?"]
            if union is not None and len(gap) <= 1 and (not gap or tokens[s.first - 1].kind == "number"):
                kept[-1] = SubjectMention(union.first, s.last, "EU", "phrase", (), s.possessive)
                continue
            written = s.first > 0 and all(t.text[:1].isupper() for t in tokens[s.first : s.last])
            if written and not any(one.entity == "NATO" for one in found if one is not s):
                s = replace(s, entity="AMBIGUOUS")
        kept.append(s)
    return kept


def _all_over(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`Across Europe and Canada, NATO allies spend more`: where they are, and so who they are."""
    lead = next((i for i, t in enumerate(tokens) if t.kind == "word"), 0)
    if len(found) < 2 or tokens[lead].low not in ("across", "throughout") or found[0].first > lead + 2:
        return found
    where, who = found[0], found[1]
    gap = [t.low for t in tokens[where.last : who.first]]
    if where.entity not in _EUROPES | {"EUR_CAN"} or who.entity != "NATO" or gap not in ([], [","]):
        return found
    return [SubjectMention(where.first, who.last, where.entity, "phrase", (), who.possessive), *found[2:]]


@cache
def leaving_out() -> Trie[str]:
    """The words that leave somebody out of a group: `excluding`, `without`, `not counting`."""
    return Trie((words, words) for words in load_table("subjects")["left_out"]["words"])


def _without_america(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`Strip out the Americans and the alliance spent $574bn`: the alliance is then all but the United States."""
    found = _non_american(found, tokens)
    us = next((i for i, s in enumerate(found) if s.entity == "USA" and s.kind != "adjective"), None)
    if us is not None and us and found[us - 1].entity == "NATO" and _left_out_behind(found[us - 1], found[us], tokens):
        s = SubjectMention(found[us - 1].first, found[us].last, "EUR_CAN", "phrase", (), False)
        return [*found[: us - 1], s, *found[us + 1 :]]
    if us is None or not _left_out_before(found[us], tokens):
        return found
    bare = _bare_members(tokens, found[us].last)
    if bare is not None and not any(s.first <= bare < s.last for s in found):
        rest = SubjectMention(found[us].first, bare + 1, "EUR_CAN", "phrase", (), tokens[bare].possessive)
        return sorted([*found[:us], *found[us + 1 :], rest], key=lambda s: s.first)
    at = next((i for i, s in enumerate(found) if i > us and s.entity == "NATO"), None)
    if at is None or any(s.entity != "NATO" for s in found[us + 1 : at]):
        return found
    gap = [t.low for t in tokens[found[us].last : found[at].first] if t.low != "the"]
    if gap[_set_aside(found[us], tokens) :] not in (
        [","],
        ["and"],
        [",", "and"],
    ):
        return found
    s = found[at]
    rest = SubjectMention(found[us].first, s.last, "EUR_CAN", "phrase", (), s.possessive)
    return [*found[:us], *found[us + 1 : at], rest, *found[at + 1 :]]


_THE_OTHERS = (("remaining",), ("rest", "of"), ("rest", "of", "the"), ("rest", "of", "its"), ("all", "other"))


def _beside_america(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`the United States for $980bn and the remaining allies for $608bn`: all but the one named before them."""
    kept: list[SubjectMention] = []
    for s in found:
        named = {one.entity for one in kept if len(one.entity) == 3 and one.entity != "EUR"}
        front = tuple(t.low for t in tokens[max(0, s.first - 3) : s.first])
        others = any(front[-len(words) :] == words for words in _THE_OTHERS)
        if s.entity == "NATO" and named == {"USA"} and others:
            s = SubjectMention(s.first, s.last, "EUR_CAN", "phrase", (), s.possessive)
        kept.append(s)
    return kept


def _its_allies(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`U.S. allies are to spend more`, `America's NATO partners`: the members whose ally it is, without itself."""
    kept: list[SubjectMention] = []
    for s in found:
        us = kept[-1] if kept else None
        owned = us is not None and us.entity == "USA" and us.last == s.first
        if owned and us is not None and s.entity == "NATO" and tokens[s.last - 1].low in _PARTNERS:
            kept[-1] = SubjectMention(us.first, s.last, "EUR_CAN", "phrase", (), s.possessive)
        else:
            kept.append(s)
    return kept


_PARTNERS = frozenset({"allies", "partners"})


def _in_europe(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`the alliance's members in Europe`, `allies in Europe`, `the European pillar of the alliance`: the European
    allies, and not the whole alliance that the words begin or end with."""
    kept: list[SubjectMention] = []
    for s in found:
        last = kept[-1] if kept else None
        at = s.first - 2
        if s.entity == "EUR" and at >= 0 and tokens[at].low in _OF_THE_ALLIANCE and tokens[at + 1].low == "in":
            owned = last is not None and last.entity == "NATO" and at - 1 <= last.last <= at + 1
            if owned or tokens[at].low != "states" or tokens[at - 1].low == "member":
                first = last.first if owned and last is not None else at
                kept = kept[:-1] if owned else kept
                s = SubjectMention(first, s.last, "EUR", "phrase", (), s.possessive)
        elif s.entity == "NATO" and last is not None and last.entity == "EUR" and last.last < s.first:
            gap = [t.low for t in tokens[last.last : s.first] if t.low != "the"]
            if gap == ["of"] and tokens[last.last - 1].low in _HALVES:
                kept[-1] = SubjectMention(last.first, s.last, "EUR", "phrase", (), s.possessive)
                continue
        kept.append(s)
    return kept


_OF_THE_ALLIANCE = frozenset({"allies", "members", "partners", "states"})
_HALVES = frozenset({"pillar", "side", "half", "wing", "end", "arm", "leg"})


def _left_out_before(us: SubjectMention, tokens: list[Token]) -> bool:
    """`Strip out the Americans`, `Excluding the U.S.`: whether the words right in front leave it out."""
    if us.first == 0:
        return bool(_set_aside(us, tokens))
    first = us.first - (1 if tokens[us.first - 1].low == "the" else 0)
    if _set_aside(us, tokens):
        return True
    starts = range(max(0, first - 4), first)
    return any((hit := leaving_out().longest(tokens, i)) is not None and hit[0] == first for i in starts)


def _set_aside(us: SubjectMention, tokens: list[Token]) -> int:
    """1 where the word that leaves it out stands behind: `Leaving the US aside, NATO countries spent`."""
    behind = tokens[us.last].low if us.last < len(tokens) else ""
    first = us.first - (1 if us.first and tokens[us.first - 1].low == "the" else 0)
    led = behind in ("out", "apart") and first > 0 and tokens[first - 1].low in _LEAVING
    return int(behind == "aside" or led)


_LEAVING = frozenset({"leaving", "leave", "put", "putting", "set", "setting", "take", "taking"})


def _bare_members(tokens: list[Token], at: int) -> int | None:
    """The `members` of `Excluding the U.S., members have spent`: where they stand behind the comma."""
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    at += 1
    at += at < len(tokens) and tokens[at].low in ("the", "all", "other", "nato")
    return at if at < len(tokens) and tokens[at].low in _MEMBERS else None


def _non_american(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`the non-American members of the alliance`: all but the United States, whatever noun of theirs follows."""
    kept: list[SubjectMention] = []
    negated = -1
    for s in found:
        front = [t.low for t in tokens[max(0, s.first - 2) : s.first]]
        if s.entity == "USA" and front == ["non", "-"]:
            negated = s.last
            continue
        if s.entity == "NATO" and 0 <= s.first - negated <= _OWNED_GAP and negated >= 0:
            first = negated - 3 if s.first == negated else s.first
            s = SubjectMention(first, s.last, "EUR_CAN", "phrase", (), s.possessive)
            negated = -1
        kept.append(s)
    at = next((i for i in range(negated, min(negated + 4, len(tokens))) if tokens[i].low in _OUTLAYS), None)
    if at is not None and negated > 2 and any(s.entity == "NATO" for s in kept):
        kept = sorted([*kept, SubjectMention(negated - 3, at, "EUR_CAN", "phrase", (), False)], key=lambda s: s.first)
    elif 0 <= negated < len(tokens) and tokens[negated].low in _MEMBERS:
        rest = SubjectMention(negated - 3, negated + 1, "EUR_CAN", "phrase", (), tokens[negated].possessive)
        kept = sorted([*kept, rest], key=lambda s: s.first)
    return kept


_OUTLAYS = frozenset({"spending", "expenditure", "outlays"})
_OWNED_GAP = 4
"""Tokens between `non-American` and those it is told of: `non-U.S. defence outlays among the allies`."""
_MEMBERS = frozenset({"members", "allies", "countries", "states", "nations", "partners"})


def _left_out_behind(alliance: SubjectMention, us: SubjectMention, tokens: list[Token]) -> bool:
    """`allies other than America`, `NATO, excluding the United States,`."""
    first, last = alliance.last, us.first - (tokens[us.first - 1].low == "the")
    first += first < len(tokens) and tokens[first].text == ","
    hit = leaving_out().longest(tokens, first) if first < last else None
    return hit is not None and hit[0] == last


_EUROPES = frozenset({"EUR", "EU"})


@cache
def _links() -> frozenset[str]:
    return frozenset(load_table("subjects")["joined"]["links"])


def _with_canada(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`NATO members in Europe plus Canada`: the European allies joined with Canada are one group."""
    entities = {s.entity for s in found}
    if not entities & _EUROPES:
        return _together_with(found, tokens)
    found = _together_with(found, tokens)
    joined: list[SubjectMention] = []
    for s in found:
        last = joined[-1] if joined else None
        pair = {last.entity, s.entity} if last is not None else set()
        if last is not None and "CAN" in pair and pair & _EUROPES and _one_group(last, s, tokens):
            loose = ("EU",) if "EU" in pair else ()  # "the EU states and Canada" of a text on NATO
            joined[-1] = SubjectMention(last.first, s.last, "EUR_CAN", "phrase", loose, s.possessive)
        else:
            joined.append(s)
    return joined


def _together_with(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`Together with Canada, European allies spent`: both; `Together with Canada they spent`: Canada and whoever the
    text spoke of, which the sentence alone does not tell."""
    kept: list[SubjectMention] = []
    for s in found:
        beside = kept[-1] if kept else None
        if beside is not None and s.entity in _EUROPES and _joins(beside, tokens) and _next_to(beside, s.first, tokens):
            loose = ("EU",) if s.entity == "EU" else ()
            kept[-1] = SubjectMention(beside.first, s.last, "EUR_CAN", "phrase", loose, s.possessive)
            continue
        at = s.last + (s.last < len(tokens) and tokens[s.last].text == ",")
        they = at < len(tokens) and tokens[at].low in ("they", "we", "it")
        kept.append(replace(s, entity="AMBIGUOUS", last=at + 1) if they and _joins(s, tokens) else s)
    return kept


def _joins(canada: SubjectMention, tokens: list[Token]) -> bool:
    front = [t.low for t in tokens[max(0, canada.first - 2) : canada.first]]
    return canada.entity == "CAN" and front in (["together", "with"], ["along", "with"], ["combined", "with"])


def _next_to(canada: SubjectMention, at: int, tokens: list[Token]) -> bool:
    gap = [t.low for t in tokens[canada.last : at] if t.low not in ("the", "its", "all")]
    return gap in ([], [","])


def _one_group(one: SubjectMention, other: SubjectMention, tokens: list[Token]) -> bool:
    gap = [t.low for t in tokens[one.last : other.first]]
    loose = one.possessive or "adjective" in (one.kind, other.kind)
    return not loose and " ".join(gap[:-1] if gap[-1:] == ["the"] else gap) in _links()


_SHORTENED = frozenset({"NATO", "EU"})


def with_short_names(subjects: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`the North Atlantic Treaty Organization (NATO)'s 28 members`: a name and its short form are one mention."""
    if len(subjects) < 2 or not any(token.text == "(" for token in tokens):
        return subjects
    found: list[SubjectMention] = []
    for one in subjects:
        held = found[-1] if found else None
        closed = one.last < len(tokens) and tokens[one.last].text == ")"
        opened = held is not None and held.last == one.first - 1 and tokens[held.last].text == "("
        short = one.entity in _SHORTENED and held is not None and held.entity == one.entity
        if held is None or not closed or not opened or not short:
            found.append(one)
            continue
        owned = [token.text for token in tokens[one.last + 1 : one.last + 3]] == ["'", "s"]
        found[-1] = replace(held, last=one.last + (3 if owned else 1), possessive=owned or held.possessive)
    return found
