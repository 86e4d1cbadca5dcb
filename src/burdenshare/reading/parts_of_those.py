"""A part of those at the line: `most of those that miss it have plans`, `five of those that meet it border Russia`.

The line stands in the words that pick the set, and what is told of the part is something else: no count of the line.
"""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

MEASURES = frozenset({"allies_at_guideline", "fraction_at_guideline"})
_PICKING = frozenset(
    {"that", "who", "which", "below", "under", "above", "beneath", "not", "yet", "still", "missing", "failing"}
    | {"meeting", "without", "short"}
)
"""Behind `of those`, `of the allies`: what follows says which of them are meant."""
_OF_THE_LINE = word_list("target_names") | frozenset(
    {"of", "gdp", "on", "defence", "defense", "military", "spending", "their", "mark", "level", "line", "%", "percent"}
    | {"per", "cent", "yet", "the", "for", "nato", "nato's", "alliance's"}
)
_NEAR = 4
_TOLD = frozenset(
    {"have", "has", "had", "are", "were", "is", "was", "do", "did", "say", "said", "plan", "plans", "want", "intend"}
    | {"expect", "hope", "will", "could", "should", "must", "pledged", "promised", "agreed", "raised", "increased"}
    | {"border", "lie", "sit", "belong", "come", "share", "joined", "cut", "spend", "spent", "face"}
)
"""Verbs that tell something of the part, behind the line."""


def without_parts(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """The statements without a count of a part of those whom the line picks out."""
    if "of" not in parsed.words or _PICKING.isdisjoint(parsed.words):
        return drafts
    return [draft for draft in drafts if not _part_of_those(parsed, draft)]


def _one_of_several(parsed: Parsed, draft: Draft) -> bool:
    """`The United States is just one of three nations that exceed it`: who it is, and no count of one."""
    lows, end = parsed.lows, draft.focus[1]
    several = any(draft.focus[0] < q.core[0] < end for q in parsed.quantities)
    return several and lows[end : end + 1] != [] and lows[end] in _PICKING


def _part_of_those(parsed: Parsed, draft: Draft) -> bool:
    if draft.measure not in MEASURES:
        return False
    lows, end = parsed.lows, draft.focus[1]
    if draft.value is not None and draft.value.high == 1 and draft.measure == "allies_at_guideline":
        return _one_of_several(parsed, draft)
    if "of" not in lows[draft.focus[0] : end] or lows[end : end + 1] == [] or lows[end] not in _PICKING:
        return False
    shares = [q.core for q in parsed.quantities if q.unit == "%" and q.first >= end]
    spans = [*shares, *parsed.cues.spans("target", end, len(lows))]
    if not spans:
        return False
    at = min(spans)[1]
    while at < len(lows) and lows[at] in _OF_THE_LINE:
        at += 1
    behind = [i for name in ("met", "missed") for i, _ in parsed.cues.spans(name, at, min(len(lows), at + _NEAR))]
    if any(lows[i - 1] != "to" for i in behind):
        return False  # "only five of the allies that pledged 2 % have met it"
    picked = not {",", ";", "and", "but", "while"} & set(lows[end:at])
    return picked and at < len(lows) and lows[at] in _TOLD
