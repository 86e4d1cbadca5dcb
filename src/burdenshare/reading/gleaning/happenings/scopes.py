"""Among whom a place is: all allies, the European ones, the Union's members among them, the G7's, or a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.reading.context import GROUPS
from burdenshare.reading.gleaning.happenings.words import words
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed

WIDER = "wider"
"""Hole of a rank whose set holds others than allies ("Europe's biggest"), whom the record does not know."""
REACH = 9
"""Words behind a place within which `in`, `of` or `among` may name its set."""
OPENING = 5
"""Words from the start within which `Among the European allies, …` names a set."""
ALLIED = frozenset({"ally", "allies", "member", "members", "nato"})
_ALLIANCE = frozenset({"ally", "allies", "nato", "alliance"})
_SETS = GROUPS | {"NATO"}
_LEADS = frozenset({"in", "of", "among", "amongst", "within", "across", "than", "for"})
_PASSED = frozenset({"the", "any", "all", "every", "its", "other", "whole", "entire", "our", "these"})
_OPENERS = frozenset({"of", "among", "amongst", "within", "in", "across"})
EUROPEANS_OF_THE_G7 = "DEU+FRA+GBR+ITA"
"""The one set that is told by crossing two (`the G7 countries in Europe`)."""
_CROSSED = {frozenset({"G7", "EUR"}): EUROPEANS_OF_THE_G7, frozenset({"EU", "NATO"}): "EU_ALLIES"}


@dataclass(frozen=True, slots=True)
class Scope:
    """`group`: the set as a value (`+` joins a list); `wide`: its words take in others than allies; `spans`: where it
    is told."""

    group: str
    wide: bool
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """What is put behind the owner of a place: nothing for the whole alliance."""
        return () if self.group == "NATO" else (self.group,)

    @property
    def holes(self) -> frozenset[str]:
        return frozenset({WIDER}) if self.wide else frozenset()


def scope_at(parsed: Parsed, first: int, last: int) -> Scope | None:
    """The set that the words tie to a place at tokens `first`..`last`; None where they tie none to it."""
    told = list(dict.fromkeys(_sets(parsed, first, last)))
    spans = tuple((s.first, s.last) for s in told)
    entities = frozenset(s.entity for s in told)
    if not entities:
        return Scope("NATO", wide=False) if _members(parsed, first, last) else None
    if entities in _CROSSED:
        return Scope(_CROSSED[entities], False, spans)
    if entities > {"NATO"} and len(entities) == 2:
        entities -= {"NATO"}
        allied = True
    else:
        allied = any(_of_allies(parsed, s) for s in told)
    if len(entities) != 1:
        return None  # two sets, and the words do not say how they meet
    (entity,) = entities
    if entity == "EU":
        return Scope("EU_ALLIES", not allied, spans)
    return Scope(entity, entity in ("EUR", "EUR_CAN", "EU_ALLIES", "G7") and not allied, spans)


def _sets(parsed: Parsed, first: int, last: int) -> Iterator[SubjectMention]:
    lows = parsed.lows
    opened = lows[:1] != [] and lows[0] in _OPENERS
    comma = lows.index(",") if "," in lows else 0
    for s in parsed.subjects:
        if s.entity not in _SETS:
            continue
        owned = s.possessive and 0 <= first - s.last <= 3 and _idle(lows[s.last : first])
        inside = first <= s.first < last + 1
        front = opened and s.first <= OPENING and s.last <= first
        led = front and (s.last <= comma <= first or _beside_a_name(parsed, s))
        behind = last <= s.first <= last + REACH and _led(parsed, s) and not _cut(lows[last : s.first])
        if owned or inside or led or behind:
            yield s


def set_told_first(parsed: Parsed) -> int:
    """Where the set ends that opens a sentence (`Among the Nordic allies Denmark …`); 0 where none does."""
    if parsed.lows[0] not in _OPENERS:
        return 0
    return max((s.last for s in parsed.subjects if s.entity in _SETS and s.first <= OPENING), default=0)


def _beside_a_name(parsed: Parsed, s: SubjectMention) -> bool:
    """`Among the Nordic allies Denmark spends …`: the set ends where the owner begins."""
    return any(
        other.first - s.last <= 1 and other.first >= s.last and len(other.entity) == 3 for other in parsed.subjects
    )


def _idle(between: list[str]) -> bool:
    """`the EU's third-largest`: nothing but an ordinal or the like stands between."""
    return not set(between) & {",", "and", "is", "has", "of", "in", "with"}


def _cut(between: list[str]) -> bool:
    """A comma or a new verb ends the words of the place."""
    return any(low in (",", ";", ":", "and", "but", "while", "as", "behind", "after") for low in between)


def _led(parsed: Parsed, s: SubjectMention) -> bool:
    at = s.first - 1
    while at > 0 and parsed.lows[at] in _PASSED:
        at -= 1
    return at >= 0 and parsed.lows[at] in _LEADS


def _of_allies(parsed: Parsed, s: SubjectMention) -> bool:
    """`European allies`, `Europe's NATO members`: the set's own words say that it is one of allies."""
    return bool(_ALLIANCE & set(parsed.lows[s.first : s.last + 2]))


def _members(parsed: Parsed, first: int, last: int) -> bool:
    """`of any member`, `among the allies`, `any other ally`: the alliance's by their own word."""
    lows = parsed.lows
    for n in range(first, min(len(lows), last + REACH)):
        if lows[n] in ("ally", "allies", "member", "members") and _member_led(lows, n):
            return not _cut(lows[last:n])
    return False


def _member_led(lows: list[str], n: int) -> bool:
    front = lows[max(0, n - 3) : n]
    return bool(front) and front[-1] in _PASSED | _LEADS and bool((_LEADS | {"any", "other", "no"}) & set(front))


def among_others(parsed: Parsed, first: int, last: int) -> bool:
    """`the world's fourth-largest army`, `the biggest on the eastern flank`: among some the record does not hold."""
    near = parsed.lows[max(0, first - 4) : last + REACH]
    return not words("among_others").isdisjoint(near)
