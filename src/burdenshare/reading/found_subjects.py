"""A subject that was found for a figure, and the mentions that can be one."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.asides import in_aside
from burdenshare.reading.mention_places import qualifies
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.regions import allies_of
from burdenshare.reading.tables import word_list


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a figure: entities, where it stands, and which readings of the group stay open."""

    entities: tuple[str, ...]
    first: int
    last: int
    open: tuple[str, ...] = ()
    carried: bool = False


TRAILING = frozenset(
    {"lagging", "trailing", "leading", "sitting", "standing", "languishing", "hovering", "coming", "next", "third"}
)


def others_beside(parsed: Parsed, first: int) -> bool:
    """`and India ($86.1 billion)`, `India's $86.1 billion`: a country that no record holds, beside a figure."""
    at = first - (first > 0 and parsed.tokens[first - 1].text in ("(", ":", ",", "—"))
    return any(s.last == at and s.entity == "OTHER" and (at < first or s.possessive) for s in parsed.subjects)


def is_foreign(parsed: Parsed, subject: SubjectMention, ours: frozenset[str]) -> bool:
    """`Russia spends 6.3 %`, `Moscow's military budget`: a country outside the alliance that the figure is about."""
    if (
        subject.entity in ours
        or subject.kind in ("pronoun", "demonym", "adjective")
        or subject.entity in ("AMBIGUOUS", "PRONOUN")
    ):
        return False
    if subject.entity == "UKR" and parsed.cues.has("aid"):
        return False  # the one who is given the aid
    before = parsed.tokens[subject.first - 1].low if subject.first else ""
    if before in ("by", "of") and subject.first > 1 and parsed.tokens[subject.first - 2].low in OUTLAYS:
        return True  # "Spending by Taiwan grew by 1.8 %"
    if before in (
        "to",
        "for",
        "in",
        "against",
        "with",
        "of",
        "on",
        "from",
        "about",
        "by",
        "into",
        "over",
        "near",
        "and",
        "inside",
    ):
        return False
    return not qualifies(parsed, subject) and not in_aside(parsed, subject, len(parsed.tokens))


OUTLAYS = frozenset({"spending", "expenditure", "expenditures", "outlays"})


def carries(subject: SubjectMention, ours: frozenset[str]) -> bool:
    return subject.names_a_body and subject.entity in ours


def as_found(subject: SubjectMention, parsed: Parsed, ours: frozenset[str]) -> Found:
    entities, first = _list_before(parsed, subject, ours)
    return Found(entities, first, subject.last, subject.open)


def _behind_the_union(parsed: Parsed, subject: SubjectMention) -> bool:
    """`The European Union and the United Kingdom must allocate`: the Union and one that is no part of it."""
    gap = parsed.lows[max(0, subject.first - 2) : subject.first]
    gap = gap[:-1] if gap[-1:] == ["the"] else gap[-1:]
    at = subject.first - (2 if parsed.lows[subject.first - 1 : subject.first] == ["the"] else 1)
    return (
        gap == ["and"]
        and subject.entity in _OUTSIDE
        and any(s.entity == "EU" and s.last == at and s.names_a_body and not s.possessive for s in parsed.subjects)
    )


_OUTSIDE = frozenset({"GBR", "NOR", "TUR", "CAN"})
_OF_ONE = word_list("spending_verbs_present") | {"has", "is", "was", "meets", "reaches", "misses", "exceeds"}


def _list_before(parsed: Parsed, subject: SubjectMention, ours: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """`Poland, Estonia and Greece`: every ally of a list that ends with this one shares the figure."""
    last = allies_of(subject.entity)
    entities, first = list(last or (subject.entity,)), subject.first
    if (subject.open or len(subject.entity) != 3) and not last:
        return (subject.entity,), first
    if parsed.lows[subject.last : subject.last + 1] and parsed.lows[subject.last] in _OF_ONE:
        return (subject.entity,), first  # "Its troops are in Latvia and Canada spends 1.37 %": one alone "spends"
    if _behind_the_union(parsed, subject):
        return ("EU", subject.entity), subject.first
    joined = False
    for other in reversed([s for s in parsed.subjects if s.last <= subject.first]):
        gap = [token.low for token in parsed.tokens[other.last : first] if token.low != "the"]
        if gap not in ([","], ["and"], [",", "and"], ["both"]) or not carries(other, ours):
            break
        members = allies_of(other.entity) or ((other.entity,) if len(other.entity) == 3 else ())
        if not members:
            break
        if not joined and "and" not in gap:
            break  # "Behind only Poland and Estonia, the United States spent": the last of a list is joined to it
        joined = True
        entities[:0] = [one for one in members if one not in entities]
        first = other.first
    return (tuple(entities), first) if joined else ((subject.entity,), subject.first)
