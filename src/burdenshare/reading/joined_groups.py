"""Groups told by their parts: European allies joined with Canada, the alliance without the United States."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie


def joined_groups(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """The subjects of a sentence, with those that are told by their parts as one."""
    entities = {s.entity for s in found}
    if "USA" in entities:
        found = _without_america(found, tokens)
    return _with_canada(found, tokens) if "CAN" in entities else found


@cache
def _leaving_out() -> Trie[str]:
    return Trie((words, words) for words in load_table("subjects")["left_out"]["words"])


def _without_america(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`Strip out the Americans and the alliance spent $574bn`: the alliance is then all but the United States."""
    found = _non_american(found, tokens)
    us = next((i for i, s in enumerate(found) if s.entity == "USA" and s.kind != "adjective"), None)
    if us is not None and us and found[us - 1].entity == "NATO" and _left_out_behind(found[us - 1], found[us], tokens):
        s = SubjectMention(found[us - 1].first, found[us].last, "EUR_CAN", "phrase", (), False)
        return [*found[: us - 1], s, *found[us + 1 :]]
    if us is None or found[us].first == 0:
        return found
    first = found[us].first - (1 if tokens[found[us].first - 1].low == "the" else 0)
    starts = range(max(0, first - 4), first)
    if not any((hit := _leaving_out().longest(tokens, i)) is not None and hit[0] == first for i in starts):
        return found
    at = next((i for i, s in enumerate(found) if i > us and s.entity == "NATO"), None)
    if at is None or any(s.entity != "NATO" for s in found[us + 1 : at]):
        return _nouns_alone(found, us, tokens)
    if [t.low for t in tokens[found[us].last : found[at].first] if t.low != "the"] not in (
        [","],
        ["and"],
        [",", "and"],
    ):
        return found
    s = found[at]
    rest = SubjectMention(s.first, s.last, "EUR_CAN", "phrase", (), s.possessive)
    return [*found[:us], *found[us + 1 : at], rest, *found[at + 1 :]]


def _nouns_alone(found: list[SubjectMention], us: int, tokens: list[Token]) -> list[SubjectMention]:
    """`Excluding the U.S., members have spent more`: those who are left, where only a noun names them."""
    at = found[us].last + 1
    if at >= len(tokens) or tokens[at - 1].text != ",":
        return found
    at += tokens[at].low in ("the", "all", "nato")
    if at >= len(tokens) or tokens[at].low not in _MEMBERS:
        return found
    rest = SubjectMention(at, at + 1, "EUR_CAN", "phrase", (), tokens[at].possessive)
    return sorted([*found[:us], *found[us + 1 :], rest], key=lambda s: s.first)


def _non_american(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`the non-American members of the alliance`: all but the United States, whatever noun of theirs follows."""
    kept: list[SubjectMention] = []
    negated = -1
    for s in found:
        front = [t.low for t in tokens[max(0, s.first - 2) : s.first]]
        if s.entity == "USA" and front == ["non", "-"]:
            negated = s.last
            continue
        if s.entity == "NATO" and s.first == negated:
            s = SubjectMention(negated - 3, s.last, "EUR_CAN", "phrase", (), s.possessive)
            negated = -1
        kept.append(s)
    if 0 <= negated < len(tokens) and tokens[negated].low in _MEMBERS:
        rest = SubjectMention(negated - 3, negated + 1, "EUR_CAN", "phrase", (), tokens[negated].possessive)
        kept = sorted([*kept, rest], key=lambda s: s.first)
    return kept


_MEMBERS = frozenset({"members", "allies", "countries", "states", "nations", "partners"})


def _left_out_behind(alliance: SubjectMention, us: SubjectMention, tokens: list[Token]) -> bool:
    """`allies other than America`, `NATO, excluding the United States,`."""
    first, last = alliance.last, us.first - (tokens[us.first - 1].low == "the")
    first += first < len(tokens) and tokens[first].text == ","
    hit = _leaving_out().longest(tokens, first) if first < last else None
    return hit is not None and hit[0] == last


_EUROPES = frozenset({"EUR", "EU"})


@cache
def _links() -> frozenset[str]:
    return frozenset(load_table("subjects")["joined"]["links"])


def _with_canada(found: list[SubjectMention], tokens: list[Token]) -> list[SubjectMention]:
    """`NATO members in Europe plus Canada`: the European allies joined with Canada are one group."""
    entities = {s.entity for s in found}
    if "CAN" not in entities or not entities & _EUROPES:
        return found
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


def _one_group(one: SubjectMention, other: SubjectMention, tokens: list[Token]) -> bool:
    gap = [t.low for t in tokens[one.last : other.first]]
    loose = one.possessive or "adjective" in (one.kind, other.kind)
    return not loose and " ".join(gap[:-1] if gap[-1:] == ["the"] else gap) in _links()
