"""The noun a count stands before: `allies`, `NATO members`, `of the 32 member countries`."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.context import Context
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list

EVER_MEMBERS = (12, 14, 15, 16, 19, 26, 28, 29, 30, 31, 32)
"""Sizes the alliance has had; a bare `28 NATO members` means the membership only when it is one of these."""


_OTHER_BODIES = frozenset({"EU", "UN", "G7", "UDCG", "COALITION_WILLING", "WEST", "QUAD", "E3", "E5"})


_OTHER_WORDS = word_list("other_bodies")


_ADJECTIVES = word_list("member_adjectives")


@quick
@dataclass(frozen=True, slots=True)
class Noun:
    """The member noun behind a count: `of the 32 member countries` ends at `last`; `group` is whose members."""

    last: int
    group: str
    open: bool


def member_noun(context: Context) -> Noun | None:
    """The noun a count stands before: `allies`, `NATO members`, `of the 32 member countries`, `-member alliance`."""
    parsed, q = context.parsed, context.quantity
    at, group = q.core[1], ""
    tokens = parsed.tokens
    if at < len(tokens) and tokens[at].text == "-" and at + 1 < len(tokens):
        word = tokens[at + 1].low
        if word in ("member", "nation", "country", "strong", "state") and _alliance_near(parsed, at, at + 8):
            return Noun(at + 2, _body_near(parsed, q, at, at + 8) or "NATO", False)
        return None
    bare = _bare_whole(parsed, q)
    if bare is not None:
        return bare
    steps = 0
    while at < len(tokens) and steps < 9:
        found = _subject_at(parsed, at)
        ends = [end for start, end in parsed.cues.hits.get("member_nouns", ()) if start == at]
        if ends and (found is None or found.kind == "phrase"):
            end = max(ends)
            return Noun(end, _group(parsed, q, at, end, group), group in ("EUR",) and False)
        if found is not None and found.entity not in ("PRONOUN",):
            group = group or found.entity
            at, steps = found.last, steps + 1
            if found.kind == "phrase" and any(
                w in ("allies", "members", "countries", "nations", "states", "member")
                for w in [t.low for t in tokens[found.first : found.last]]
            ):
                return Noun(found.last, _group(parsed, q, found.first, found.last, found.entity), False)
            continue
        inner = next((other for other in parsed.quantities if other is not q and other.core[0] == at), None)
        if inner is not None and "of" in [t.low for t in tokens[q.core[1] : at]]:
            at, steps = inner.core[1], steps + 1
            continue
        described = behind_a_body(parsed, at)
        if described:
            at, steps = described, steps + 1
            continue
        step = then_at(parsed, at) or (1 if tokens[at].low in _ADJECTIVES else 0)
        if not step:
            return None
        at, steps = at + step, steps + 1
    return None


def behind_a_body(parsed: Parsed, at: int) -> int:
    """Where the words go on behind `of the US-led military alliance's`: a body that is described before it is called by
    its noun; 0 where none stands, or where it is another's. No figure, mark or verb of its own may stand in between."""
    lows, tokens = parsed.lows, parsed.tokens
    if lows[at : at + 2] not in (["of", "the"], ["of", "a"]):
        return 0
    for i in range(at + 2, min(len(tokens), at + _DESCRIBED)):
        if tokens[i].possessive:
            another = any(at < s.last and s.first <= i and s.entity == "EU" for s in parsed.subjects)
            return i + 1 if lows[i] in _BODIES and not another else 0
        if tokens[i].kind not in ("word", "abbr") and tokens[i].text != "-":
            return 0
    return 0


_DESCRIBED = 9
"""Tokens within which a body's noun stands: `of the US-led western military alliance's`."""
_BODIES = frozenset({"alliance", "bloc", "club", "organisation", "organization", "pact"})


def then_at(parsed: Parsed, at: int) -> int:
    """How many tokens say of which day a size is: `the then-31 members`, `what were then 28 allies`, `of what are now
    32 allies`, `the now 32 allies`."""
    if parsed.lows[at : at + 1] in (["then"], ["now"]):
        return 2 if parsed.lows[at + 1 : at + 2] == ["-"] else 1
    what, verb, day = [*parsed.lows[at : at + 3], "", "", ""][:3]
    return 2 if what == "what" and verb in ("were", "was", "are", "is") and day in ("then", "now") else 0


def _bare_whole(parsed: Parsed, q: Quantity) -> Noun | None:
    """`22 of the 32 have done so`, `five of 28 actually do`: the size of the alliance stands for its members."""
    words = [t.low for t in parsed.tokens[q.core[1] : q.core[1] + 3]]
    if words[:2] in (["of", "them"], ["of", "these"]) and any(s.entity == "NATO" for s in parsed.subjects):
        return Noun(q.core[1] + 2, "NATO", False)
    if words[:1] != ["of"]:
        return None
    other = next((o for o in parsed.quantities if o is not q and q.core[1] < o.core[0] <= q.core[1] + 2), None)
    if other is None or other.unit or other.number.value not in EVER_MEMBERS or other.number.value < 26:
        return None
    behind = [t.low for t in parsed.tokens[other.core[1] : other.core[1] + 4]]
    verb = any(
        w
        in (
            "have",
            "do",
            "did",
            "met",
            "meet",
            "currently",
            "actually",
            "reached",
            "are",
            "were",
            "now",
            "spend",
            "spent",
        )
        for w in behind
    )
    return Noun(other.core[1], "NATO", False) if verb else None


def _subject_at(parsed: Parsed, at: int) -> SubjectMention | None:
    return next((subject for subject in parsed.subjects if subject.first == at), None)


def _group(parsed: Parsed, q: Quantity, first: int, last: int, group: str) -> str:
    """Whose members: NATO unless the words name another body or a part of the alliance."""
    words = {token.low for token in parsed.tokens[max(0, q.first - 3) : last + 4]}
    inside = {token.low for token in parsed.tokens[q.core[1] : last]}
    if words & _OTHER_WORDS and "nato" not in inside:
        return "OTHER"
    if group in _OTHER_BODIES or _body_near(parsed, q, first, last + 4) in _OTHER_BODIES:
        return "OTHER"
    if group in ("EUR", "B9", "BALTIC", "NORDIC", "EUR_CAN", "EU_ALLIES") or "european" in inside:
        return group if group not in ("", "NATO") else "EUR"
    if inside & {"eastern", "western", "northern", "southern"}:
        return "OTHER"
    return "NATO"


def _body_near(parsed: Parsed, q: Quantity, first: int, last: int) -> str:
    before = [
        s
        for s in parsed.subjects
        if s.last <= q.first and q.first - s.last <= 3 and s.kind not in ("pronoun", "adjective")
    ]
    behind = [s for s in parsed.subjects if first <= s.first <= last and s.kind not in ("pronoun", "adjective")]
    return next((s.entity for s in [*behind, *reversed(before)] if s.entity in (*_OTHER_BODIES, "NATO")), "")


def _alliance_near(parsed: Parsed, first: int, last: int) -> bool:
    words = {token.low for token in parsed.tokens[max(0, first - 6) : last]}
    return bool(words & {"nato", "alliance", "bloc", "organization", "organisation", "pact", "club"}) and not words & {
        "eu",
        "union",
        "european",
    }
