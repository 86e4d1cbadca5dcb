"""Who is counted: the noun behind a number of allies, and the group they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.gleaning.allies.lines import phrases, words
from burdenshare.reading.led_groups import groups, led_group
from burdenshare.reading.member_nouns import EVER_MEMBERS, then_at
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_ADJECTIVES = word_list("member_adjectives")
_OTHER_BODIES = word_list("other_bodies")
_PLAIN = frozenset({"NATO", "EUR", "EUR_CAN"})


@quick
@dataclass(frozen=True, slots=True)
class Head:
    """The counted allies: their words end at `last`; `noun` where the words name them; `group` empty where unknown."""

    last: int
    group: str
    noun: bool
    vague: bool = False  # named by `them`, `those`


def head_of(context: Context) -> Head | None:
    """What the number counts; None where its noun is no ally, or a part of them that the record has no group for."""
    parsed, q = context.parsed, context.quantity
    at, group, noun = q.core[1], "", False
    tokens, end = parsed.tokens, at
    for _ in range(10):
        if at >= len(tokens):
            break
        step, entity, named = _step(parsed, at, of_whole=_after_of(parsed, q.core[1] - 1, at))
        if not step:
            break
        group = _narrower(group, entity)
        noun = noun or named
        at = step
        end = step if named or entity else end
    at = _past_examples(parsed, end) if noun else end
    if _foreign(parsed, q.first, at):
        return None
    front = "" if group not in ("", "NATO") else led_group(parsed, q.first)
    vague = bool({"them", "these", "those"} & {t.low for t in tokens[q.core[1] : at]})
    if vague and not (front or group) and context.previous is not None:
        before = groups().find(context.previous.tokens)
        front = before[-1].payload if before else ""
    return Head(at, front or group, noun, vague)


def _past_examples(parsed: Parsed, at: int) -> int:
    """`the 13 allies like Germany who spend …`: some of the counted named as examples, in front of their clause."""
    led = 1 if parsed.lows[at : at + 1] == ["like"] else 2 if parsed.lows[at : at + 2] == ["such", "as"] else 0
    if not led:
        return at
    end = at + led
    for s in parsed.subjects:
        if s.first <= end + 1 and s.last > end and set(parsed.lows[end : s.first]) <= {"and", "or", ",", "the"}:
            end = s.last
    return end if end > at + led and parsed.lows[end : end + 1] in (["who"], ["that"], ["which"]) else at


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
        closed = parsed.tokens[inner.core[1] : inner.core[1] + 1]
        last = inner.core[1] + (1 if closed and closed[0].text == ")" else 0)
        return last, "NATO" if inner.number.value in EVER_MEMBERS else "", True
    then = then_at(parsed, at) if of_whole else 0
    if then:
        return at + then, "", False  # "23 of NATO's then-31 members"
    bracketed = _short_name(parsed, at)
    if bracketed:
        return bracketed, "", False
    low = parsed.tokens[at].low
    behind = parsed.tokens[at + 1].low if at + 1 < len(parsed.tokens) else ""
    if low == "'" and behind == "s":
        return at + 2, "", False  # the G7's
    if low == "(" and behind in ("out", "of"):
        return at + 1, "", False
    if low == ")" and of_whole:
        return at + 1, "", False
    opened = low in _ADJECTIVES and not (low == "of" and behind in ("which", "whom"))
    return (at + 1, "", False) if opened and low not in ("so-called",) else (0, "", False)


def _short_name(parsed: Parsed, at: int) -> int:
    """The end of `(NATO)` behind the long name, else 0."""
    if parsed.lows[at : at + 1] != ["("]:
        return 0
    short = next((s for s in parsed.subjects if s.first == at + 1 and s.entity == "NATO"), None)
    return short.last + 1 if short is not None and parsed.lows[short.last : short.last + 1] == [")"] else 0


def _after_of(parsed: Parsed, first: int, at: int) -> bool:
    return "of" in [t.low for t in parsed.tokens[first:at]]


def _narrower(group: str, entity: str) -> str:
    """Of two names the narrower: `European members of NATO` are the Europeans."""
    return entity if entity and group in ("", "NATO") else group


def _foreign(parsed: Parsed, first: int, last: int) -> bool:
    """The words count others than allies, or a part of them without a name of its own."""
    own_name = {i for s in parsed.subjects if s.entity == "NATO" for i in range(s.first, s.last)}
    inside = {parsed.lows[i] for i in range(max(0, first - 2), min(len(parsed.lows), last + 1)) if i not in own_name}
    near = {parsed.lows[i] for i in range(max(0, first - 3), min(len(parsed.lows), last + 5)) if i not in own_name}
    own = groups().find(parsed.tokens[max(0, first - 2) : last + 5])
    if own:
        return False
    return bool(inside & _OTHER_BODIES) or bool(near & words("narrowed"))


def tally_near(parsed: Parsed, at: int, reach: int = 14) -> bool:
    """Whether a noun of the count itself (`the tally of those at 2 %`) stands in front of token `at` or behind."""
    trie = phrases("tallies")
    low = max(0, at - reach)
    return any(trie.longest(parsed.tokens, i) is not None for i in trie.begins(parsed.lows) if low <= i)
