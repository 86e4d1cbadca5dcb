"""The size of the alliance by the words around it: `the alliance has grown to thirty`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.allies.lines import phrases, words
from burdenshare.reading.member_nouns import EVER_MEMBERS
from burdenshare.reading.model import Kind, exactly
from burdenshare.reading.tables import word_list

_REACH = 10
_OTHER_BODIES = word_list("other_bodies")


def size_draft(context: Context) -> Draft | None:
    """A number that the alliance's membership has had, right behind a verb of size whose subject is the alliance."""
    q = context.quantity
    value = q.number.value
    if q.number.kind != "cardinal" or q.rule != "plain" or value not in EVER_MEMBERS or value < EVER_MEMBERS[0]:
        return None
    if {t.low for t in context.parsed.tokens} & _OTHER_BODIES or context.cue("target"):
        return None
    last = _behind(context) or _belonging(context)
    if not last or not (_belonging(context) or _grown(context) or _taken_to(context) or _with(context, last)):
        return None
    year = next((p for p in context.parsed.periods if p.first == last and p.source == "explicit"), None)
    return Draft(
        q.first,
        last,
        (q.first, last),
        Kind.FACT,
        "members",
        "gleaned allies",
        subject=("NATO",),
        value=exactly(value),
        unit="allies",
        period=year.value if year else "",
        period_from="explicit" if year else "",
        likely=True,
    )


def _behind(context: Context) -> int:
    """Where the size's words end; 0 where it counts something else."""
    tokens, at = context.parsed.tokens, context.quantity.core[1]
    while at < len(tokens) and (
        tokens[at].low in words("size_adjectives") | words("size_behind") or tokens[at].text == "-"
    ):
        at += 1
    if (
        at >= len(tokens)
        or tokens[at].kind == "mark"
        or tokens[at].low in ("in", "with", "after", "and", "when", "from", "on", "by", "as", "since")
    ):
        return at
    return 0


def _size_noun(context: Context, first: int, last: int) -> bool:
    trie = phrases("size_nouns")
    return any(
        (hit := trie.longest(context.parsed.tokens, i)) is not None and hit[0] <= last for i in range(first, last)
    )


def _grown(context: Context) -> bool:
    """`the alliance has grown to thirty`: noun, verb, number."""
    first = context.quantity.first
    trie = phrases("size_verbs")
    for i in range(max(0, first - 4), first):
        if any(end == first for end, _ in trie.every(context.parsed.tokens, i)):
            return _size_noun(context, max(0, i - _REACH), i)
    return False


def _with(context: Context, last: int) -> bool:
    """`With 32 members, NATO is …`, `With 32 members, the North Atlantic alliance is …`."""
    noun = last > context.quantity.core[1]
    beside = any(s.entity == "NATO" and last <= s.first <= last + 2 for s in context.parsed.subjects)
    behind = [t.low for t in context.parsed.tokens[last : last + 6]]
    return context.before(1) == ["with"] and noun and (beside or (behind[:2] == [",", "the"] and "alliance" in behind))


def _belonging(context: Context) -> int:
    """Where `Thirty states` ends in `Thirty states belong to NATO`, `32 nations make up the alliance`; 0 elsewhere."""
    tokens, at = context.parsed.tokens, context.quantity.core[1]
    if at >= len(tokens) or tokens[at].low not in words("size_behind") or context.quantity.first > 1:
        return 0
    noun = at + 1
    while noun < len(tokens) and tokens[noun].low in ("now", "today", "currently", "in", "all"):
        noun += 1
    verb = phrases("size_belonging").longest(tokens, noun)
    if verb is None or not _size_noun(context, verb[0], verb[0] + 5):
        return 0
    return at + 1


def _taken_to(context: Context) -> bool:
    """`taking the number of allies to 29`: carrier, noun, `to`, number."""
    first, tokens = context.quantity.first, context.parsed.tokens
    if context.before(1) != ["to"]:
        return False
    carrier = next((i for i in range(max(0, first - 8), first) if tokens[i].low in words("size_carriers")), None)
    return carrier is not None and _size_noun(context, carrier + 1, first)
