"""Whether a percentage is a rise or fall, of what, and how sure the words are."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.growth.marks import Mark, marks, of_kinds
from burdenshare.reading.gleaning.growth.owners import group_before
from burdenshare.reading.gleaning.growth.surroundings import MONEY, PAID, allys_outlays, defence_told, denied, supposed
from burdenshare.reading.growth_traps import a_pace, growth_of_nothing_named
from burdenshare.reading.known_lines import passes_a_known_line
from burdenshare.reading.model import Interval

_LEVELS = frozenset({"to", "at", "from", "than", "for", "with", "on", "in", "as", "into", "under", "against", "and"})
_JOINTS = frozenset({"in", "of", "on", "to", "by", "from", "against", "than", "for", "and", "or"})
_SOFT = frozenset({"just", "only", "about", "some", "around", "almost", "nearly", "roughly", "barely", "a", "full"})
_LINES = frozenset({"below", "under", "above", "beneath"})
_EXTREMES = frozenset({"low", "high", "peak", "nadir", "record"})
_REACH = 5
_LONG_REACH = 12


@dataclass(frozen=True, slots=True)
class Sense:
    """A rise in per cent: its value with the sign, its comparator, whether the thing that rises stands in the clause,
    and the tokens of the words that say so."""

    value: Interval
    comparator: str
    sure: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Turn:
    """The word of rising or falling: where it stands, its direction, and on which side of it the thing is sought."""

    first: int
    last: int
    falls: bool
    side: str  # left, right, both


def sense_of(context: Context) -> Sense | None:
    """The rise or fall that a percentage tells, where spending is what rises."""
    if passes_a_known_line(context):
        return None  # "rose above the 3.2 percent planned"
    if context.after(1) == ["of"] or _every_year(context) or a_pace(context) or growth_of_nothing_named(context):
        return None
    low, high = context.bounds
    aside = _past_aside(context)
    high = max(high, aside + 1) if aside > context.quantity.core[1] else high
    found = marks(context.parsed, low, high)
    turn = _behind(context, found) or _in_front(context, found) or _quickened(context, found)
    turn = turn or _signed(context) or _same_way(context)
    if turn is None or denied(context, found) or supposed(context, found):
        return None
    thing = _thing(context, found, turn)
    if thing == "other" or (not thing and not carries_on(context)):
        return None
    if thing and not defence_told(context) and not allys_outlays(context, found):
        return None
    value, comparator = turned(context.quantity.value, context.quantity.comparator, turn.falls)
    return Sense(value, comparator, bool(thing) and context.cue("defence"), turn.first, turn.last)


def _every_year(context: Context) -> bool:
    """`by 5 percent a year`: a pace, not what a span of years adds up to."""
    after = context.after(2)
    return after[:1] in (["annually"], ["yearly"]) or (after[1:] == ["year"] and after[0] in _EACH)


_EACH = frozenset({"a", "per", "each", "every"})


def turned(value: Interval, comparator: str, falls: bool) -> tuple[Interval, str]:
    """A fall is negative, and a fall of more than 3 is a change of less than -3."""
    if not falls or value.central < 0:
        return value, comparator
    flipped = {">": "<", ">=": "<=", "<": ">", "<=": ">="}.get(comparator, comparator)
    return Interval(-value.high, -value.low, value.high_open, value.low_open, -value.central, value.kind), flipped


def _behind(context: Context, found: list[Mark]) -> _Turn | None:
    """`a 21 percent gain`, `150 percent more`, `7 % smaller than`, `3.8 percent, or ten billion dollars, more`."""
    end = _past_aside(context)
    tokens = context.parsed.tokens
    for m in of_kinds(found, "rise_noun", "fall_noun", "more", "less"):
        if not end <= m.first <= end + 3:
            continue
        gap = tokens[end : m.first]
        if any(t.kind == "mark" and t.text not in "-" for t in gap) or any(t.low in _JOINTS for t in gap):
            continue
        comparative = m.kind in ("more", "less")
        if comparative and m.first > end + 1:
            continue
        return _Turn(m.first, m.last, m.kind in ("fall_noun", "less"), "both")
    return None


def _past_aside(context: Context) -> int:
    """The token behind the figure, or behind `, or ten billion dollars,`."""
    end, tokens = context.quantity.core[1], context.parsed.tokens
    words = [t.low for t in tokens[end : end + 2]]
    if words in ([",", "or"], ["or"]):
        following = next((q for q in context.parsed.quantities if q.first == end + 2), None)
        if following is not None and following.last < len(tokens) and tokens[following.last].text == ",":
            return following.last + 1
    return end


def _in_front(context: Context, found: list[Mark]) -> _Turn | None:
    """`rose 43 %`, `upped its defence outlays by 26 percent`, `a real rise of 11 %`, `this year's growth is 4.6 %`."""
    q, tokens = context.quantity, context.parsed.tokens
    at = q.first - 1
    while at > 0 and tokens[at].low in _SOFT:
        at -= 1  # a range keeps the hedge in front of it: "from just 5 % to 17 %"
    edge = tokens[at].low if at >= 0 else ""
    if edge in _LEVELS and edge != "at":
        return None
    if not _LINES.isdisjoint(context.parsed.lows[q.first : q.core[0]]):
        return None  # "dropped below 2 percent in 1992": where it came to
    if edge == "of" and at and tokens[at - 1].low in _EXTREMES:
        return None  # "until it reached a low of 1.1 percent"
    turns = [m for m in of_kinds(found, "rise", "fall", "rise_noun", "fall_noun") if m.last <= q.first]
    if not turns:
        return None
    m = turns[-1]
    gap = [t.low for t in tokens[m.last : q.first]]
    noun = m.kind.endswith("noun")
    linked = edge == "by" or (noun and edge in ("of", "was", "is", ":", ","))
    if len(gap) > (_LONG_REACH if linked else _REACH) or _figure_between(context, m.last):
        return None
    if ";" in gap or (edge in ("at", "is", "was", "of") and not noun) or "to" in gap[-2:]:
        return None
    return _Turn(m.first, m.last, m.kind.startswith("fall"), "gap" if linked and gap else "left")


_PACES = frozenset(
    {"quickened", "accelerated", "slowed", "picked", "increased", "rose", "fell", "dropped", "jumped", "climbed"}
)


def _quickened(context: Context, found: list[Mark]) -> _Turn | None:
    """`Growth among European allies, 3.1 % in 2016, quickened to 5.2 % in 2017`: the growth itself is what moved."""
    front = context.before(3)
    opened = [m for m in marks(context.parsed, 0, context.quantity.first) if m.kind == "rise_noun"]
    growth = [m for m in opened if context.parsed.text(m.first, m.last).endswith(("growth", "growth rate"))]
    if front[-1:] != ["to"] or not _PACES & set(front) or not growth or growth[0].first > 6:
        return None
    return _Turn(context.quantity.first, context.quantity.core[1], False, "left")


def _same_way(context: Context) -> _Turn | None:
    """`and Bulgaria's by 3.6`: the verb of the rise in front of it."""
    told = context.earlier[-1] if context.earlier else None
    if told is None or told.measure != "expenditure_growth" or context.before(1) != ["by"] or told.value is None:
        return None
    return _Turn(context.quantity.first, context.quantity.core[1], told.value.central < 0, "left")


def _figure_between(context: Context, start: int) -> bool:
    """Another percentage or sum between the word of rising and the figure; `for five years in a row` is none."""
    first = context.quantity.first
    return any(o.unit not in ("", "ordinal") and start <= o.core[0] < first for o in context.parsed.quantities)


def _signed(context: Context) -> _Turn | None:
    """`Latvia +24 %`, `Romania (-2 %)`: a sign, under words that tell of a change."""
    q, tokens = context.quantity, context.parsed.tokens
    before = tokens[q.core[0] - 1] if q.core[0] else None
    sign = before.text if before is not None and before.end == tokens[q.core[0]].start else ""
    if sign not in ("+", "-", "−") and tokens[q.core[0]].text not in ("-", "−"):
        return None
    if q.core[0] > 1 and sign in ("-", "−") and tokens[q.core[0] - 2].kind in ("word", "number"):
        return None  # a range or a compound
    told = any(d.measure == "expenditure_growth" for d in context.earlier) or _change_told(context)
    return _Turn(q.first, q.core[1], sign in ("-", "−"), "sign") if told else None


def _change_told(context: Context) -> bool:
    plus = context.parsed.tokens[context.quantity.core[0] - 1].text == "+" if context.quantity.core[0] else False
    if (plus or context.cue_carried("growth")) and _group_grows(context):
        return True
    if context.cue_carried("spending") and (context.cue_carried("growth") or context.cue_carried("defence")):
        return True
    topic = context.topic
    return topic.measure == "expenditure_growth" and context.parsed.sentence.block - topic.block <= 6


def _thing(context: Context, found: list[Mark], turn: _Turn) -> str:
    """`spend` or `other` by the nearest noun on the side where what rises is said, or empty."""
    if turn.side == "sign":
        return "spend"
    things = [m for m in things_of(context, found) if not turn.first <= m.first < turn.last]
    end = context.quantity.core[1]
    right = [m for m in things if m.first >= max(end, turn.last) and not _parted(context, turn.last, m.first)]
    left = [m for m in things if m.last <= min(turn.first, context.quantity.first)]
    gap = [m for m in things if turn.last <= m.first and m.last <= context.quantity.first]
    left = [m for m in left if not _paid(context, m, left)]
    if turn.side == "gap" and gap:
        return _kind(gap[0])
    if turn.side == "both" and right and right[0].first - turn.last <= 3:
        return _kind(right[0])
    if left:
        return "other" if governed(context, left) else _kind(left[-1])
    return _kind(right[0]) if right and turn.side != "left" else ""


_ACTORS = frozenset({"allies", "countries", "members", "membership", "forces", "army", "troops"})
_DEFENCE = frozenset({"defence", "defense", "military", "army", "forces", "armed", "security", "troops", "bundeswehr"})
_LINKS = frozenset({"for", "of", "in", "on", "to", "from", "among", "as"})


def things_of(context: Context, found: list[Mark]) -> list[Mark]:
    """The nouns that may rise; the `allies` of `European allies` are a name."""
    names = context.parsed.subjects
    return [
        m
        for m in of_kinds(found, "spend", "thing")
        if m.kind == "spend" or not any(s.first <= m.first < s.last for s in names)
    ]


def _paid(context: Context, mark: Mark, left: list[Mark]) -> bool:
    """`allotted its soldiers 150 percent more`: who is given it, not what rises."""
    given = any(m.kind == "spend" and 0 <= mark.first - m.last <= 2 for m in left)
    return given and context.parsed.tokens[mark.first].low in PAID


def governed(context: Context, left: list[Mark]) -> bool:
    """`support for higher defence spending`, `the share of defence spending`: another noun rules the nearest one."""
    tokens = context.parsed.tokens
    if not left or left[-1].kind != "spend":
        return False
    behind = [t.low for t in tokens[left[-1].last : left[-1].last + 5]]
    if behind[:1] == ["on"] and not _DEFENCE & set(behind):
        return True  # "spending on ammunition"
    if len(left) < 2:
        return False
    ruler = left[-2]
    if ruler.kind == "thing" and ruler.last == left[-1].first and tokens[ruler.first].low not in _ACTORS:
        return True  # "defence research spending"
    word = tokens[ruler.last - 1].low
    if ruler.kind != "thing" or word in _ACTORS or left[-1].first - ruler.last > 5:
        return False
    gap = [t.low for t in tokens[ruler.last : left[-1].first]]
    return gap[:1] != [] and gap[0] in _LINKS


def _kind(mark: Mark) -> str:
    return "spend" if mark.kind == "spend" else "other"


def _parted(context: Context, low: int, high: int) -> bool:
    return any(t.text in (",", ";", ":") for t in context.parsed.tokens[low:high])


def carries_on(context: Context) -> bool:
    """No noun says what rises: the figure goes on from one of money or growth, told in this sentence or before it."""
    others = [d for d in context.earlier if d.measure != "extra_expenditure"]
    if not others and (_group_grows(context) or group_before(context)):
        return True
    told = [d for d in context.earlier if d.measure in MONEY | {"military_expenditure"}]
    if told:
        return context.earlier[-1] is told[-1]
    topic = context.topic
    return topic.measure in MONEY and topic.block >= context.parsed.sentence.block - 1 and _points(context)


def _group_grows(context: Context) -> bool:
    """`growth of 3.1 % in Europe and Canada`: of this group texts speak for one reason only."""
    return any(s.entity == "EUR_CAN" for s in context.parsed.subjects) and not context.cue_sentence("economy")


_POINTING = frozenset({"it", "its", "that", "this", "they", "their", "figure", "total", "sum", "year", "those"})


def _points(context: Context) -> bool:
    low, high = context.bounds
    return bool(_POINTING & {t.low for t in context.parsed.tokens[low:high]})
