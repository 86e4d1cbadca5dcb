"""Who is counted: the noun behind a number of allies, and the group they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.gleaning.verdicts import phrases, words
from burdenshare.reading.member_nouns import EVER_MEMBERS
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tries import Trie

_ADJECTIVES = word_list("member_adjectives")
_OTHER_BODIES = word_list("other_bodies")
_PLAIN = frozenset({"NATO", "EUR", "EUR_CAN"})
_LEADING = frozenset({"of", "among", "in", "across", "along", "within", "amongst"})


@dataclass(frozen=True, slots=True)
class Head:
    """The counted allies: their words end at `last`; `noun` where the words name them; `group` empty where unknown."""

    last: int
    group: str
    noun: bool


@cache
def groups() -> Trie[str]:
    """Names of groups of allies beyond those of the record."""
    return Trie((phrase, row["entity"]) for row in load_table("glean_allies")["group"] for phrase in row["words"])


def head_of(context: Context) -> Head | None:
    """What the number counts; None where its noun is no ally, or a part of them that the record has no group for."""
    parsed, q = context.parsed, context.quantity
    at, group, noun = q.core[1], "", False
    tokens = parsed.tokens
    for _ in range(10):
        if at >= len(tokens):
            break
        step, entity, named = _step(parsed, at, of_whole=_after_of(parsed, q.core[1], at))
        if not step:
            break
        group = _narrower(group, entity)
        noun = noun or named
        at = step
    if _foreign(parsed, q.first, at):
        return None
    front = "" if group not in ("", "NATO") else _front_group(parsed, q.first)
    return Head(at, front or group, noun)


def _step(parsed: Parsed, at: int, *, of_whole: bool) -> tuple[int, str, bool]:
    """One word or name of the counted at token `at`: (where it ends or 0, group, whether it names allies)."""
    group = groups().longest(parsed.tokens, at)
    if group is not None:
        return group[0], group[1][0], True
    subject = next((s for s in parsed.subjects if s.first == at and s.entity in GROUPS), None)
    ends = [end for start, end in parsed.cues.hits.get("member_nouns", ()) if start == at]
    if subject is not None:
        noun = subject.kind == "phrase" or subject.entity not in _PLAIN or of_whole
        return max([subject.last, *ends]), subject.entity, noun
    if ends or parsed.tokens[at].low in words("nouns"):
        return max([at + 1, *ends]), "", True
    inner = next((q for q in parsed.quantities if q.core[0] == at and not q.unit), None)
    if inner is not None and of_whole and inner.number.kind == "cardinal":
        return inner.core[1], "", inner.number.value in EVER_MEMBERS
    low = parsed.tokens[at].low
    behind = parsed.tokens[at + 1].low if at + 1 < len(parsed.tokens) else ""
    if low == "(" and behind in ("out", "of"):
        return at + 1, "", False
    if low == ")" and of_whole:
        return at + 1, "", False
    opened = low in _ADJECTIVES and not (low == "of" and behind in ("which", "whom"))
    return (at + 1, "", False) if opened and low not in ("so-called",) else (0, "", False)


def _after_of(parsed: Parsed, first: int, at: int) -> bool:
    return "of" in [t.low for t in parsed.tokens[first:at]]


def _narrower(group: str, entity: str) -> str:
    """Of two names the narrower: `European members of NATO` are the Europeans."""
    return entity if entity and group in ("", "NATO") else group


def _foreign(parsed: Parsed, first: int, last: int) -> bool:
    """The words count others than allies, or a part of them without a name of its own."""
    inside = {t.low for t in parsed.tokens[max(0, first - 2) : last + 1]}
    near = {t.low for t in parsed.tokens[max(0, first - 3) : last + 5]}
    own = groups().find(parsed.tokens[max(0, first - 2) : last + 5])
    if own:
        return False
    return bool(inside & _OTHER_BODIES) or bool(near & words("narrowed"))


def _front_group(parsed: Parsed, first: int) -> str:
    """`Among the Nordics, four of five`, `Of the Europeans in the alliance fewer than a quarter`, `In the Baltic trio`."""
    at = 0 if parsed.tokens[0].low in _LEADING else -1
    starts = [i + 1 for i in range(max(0, first - 10), first) if parsed.tokens[i].low in _LEADING]
    for start in [*([at + 1] if at == 0 else []), *starts]:
        inner = start + (parsed.tokens[start].low == "the") if start < len(parsed.tokens) else start
        found = groups().longest(parsed.tokens, inner)
        last = found[0] if found is not None else 0
        if found is not None and last <= first and _only_marks(parsed, last, first):
            return found[1][0]
    return ""


def _only_marks(parsed: Parsed, first: int, last: int) -> bool:
    return all(t.text == "," or t.low in ("all", "only", "just", "fewer", "than", "more") for t in parsed.tokens[first:last])


def tally_near(parsed: Parsed, at: int, reach: int = 14) -> bool:
    """Whether a noun of the count itself (`the tally of those at 2 %`) stands in front of token `at` or opens behind."""
    trie = phrases("tallies")
    low = max(0, at - reach)
    return any(trie.longest(parsed.tokens, i) is not None for i in trie.starts(parsed.tokens) if low <= i)
