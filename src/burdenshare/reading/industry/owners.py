"""Who makes it: a firm by name, or a country whose plants, factories or industry are named."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.reading.industry.marks import Marks, words_of
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker at tokens `first`..`last`; `firm`: named itself, else the country or group where it is made."""

    id: str
    first: int
    last: int
    firm: bool


def makers_of(parsed: Parsed, marks: Marks, bearers: frozenset[str]) -> list[Maker]:
    """Every maker of a sentence from left to right. A people's adjective in front of a firm's name is no second one."""
    firms = [Maker(hit.payload, hit.first, hit.last, firm=True) for hit in marks.makers]
    places = [
        Maker(s.entity, s.first, s.last, firm=False)
        for s in parsed.subjects
        if _makes(parsed, s, bearers) and not any(one.first < s.last and s.first < one.last for one in firms)
    ]
    return sorted([*firms, *places], key=lambda one: one.first)


_OUTSIDE = frozenset({"RUS", "UKR"})
"""Makers outside the alliance of whose output the record holds statements."""


def _makes(parsed: Parsed, s: SubjectMention, bearers: frozenset[str]) -> bool:
    if s.entity not in bearers | _OUTSIDE or parsed.lows[max(0, s.first - 2) : s.first] == ["up", "with"]:
        return False  # "it plans to catch up with Russia, producing 2.5 million"
    if s.possessive or s.kind in ("adjective", "demonym"):
        return bool(words_of("sites") & set(parsed.lows[s.last : s.last + 3]))
    return s.names_a_body
