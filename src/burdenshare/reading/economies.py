"""A state's economy and finances: `Germany's public debt is put at 64 percent of GDP in 2025`, `the economy shrank`.

Strict: the noun, its owner and the figure stand together and the year is told, or nothing is read here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from burdenshare.quick import quick
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_NOUNS = ("gross_debt_share", "net_lending_share", "surplus", "inflation", "real_growth", "grown")
_REACH = 12
"""Tokens between the noun and its figure."""
_WHOSE: tuple[list[str], ...] = (["whose"], [",", "whose"], ["'s"], ["’s"], [])
MACRO = frozenset({"gross_debt_share", "net_lending_share", "inflation", "real_growth"})


@quick
@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun of the table at tokens `first`..`last`."""

    first: int
    last: int
    row: str


def economy_draft(context: Context) -> Draft | None:
    """A percentage that is an ally's debt, balance, inflation or growth in a year."""
    q = context.quantity
    if q.unit != "%" or context.question():
        return None
    noun = next((one for one in reversed(_nouns(context.parsed)) if one.last <= q.first), None)
    noun = _carried(context, noun)
    if noun is None or q.first - noun.last > _REACH:
        return None
    row = load_table("economies")[noun.row]
    between = context.parsed.lows[noun.last : q.first]
    sense = _sense(between)
    if (noun.row == "grown") != (sense is not None) or (row.get("of_gdp", False) and not _of_gdp(context, noun)):
        return None
    owner = _owner(context, noun)
    if owner is None or not _leads(context, noun, owner) or _of_another(context, noun):
        return None
    when = period_of(context)
    told = when.source in ("explicit", "relative") and len(when.value) == 4
    falls = bool(row.get("falls")) or sense == "falling"
    value = _as_printed(context)
    return Draft(
        min(owner.first, noun.first),
        q.last,
        (q.first, q.last),
        Kind.FACT,
        str(row.get("measure", noun.row)),
        "state of the economy",
        (owner.entity,),
        _TURNED.get(q.comparator, q.comparator) if falls else q.comparator,
        _negative(value) if falls else value,
        "%",
        when.value,
        when.source,
        modality=context.modality(),
        likely=not told,
    )


def _as_printed(context: Context) -> Interval:
    """As wide as half a unit of the last digit: a rate lies around zero, where a share of it would be too narrow."""
    q, half = context.quantity, context.quantity.number.step / 2
    if q.comparator != "=" or not q.number.digits or half <= 0:
        return q.value
    low, high = min(q.value.low, q.number.value - half), max(q.value.high, q.number.value + half)
    return replace(q.value, low=low, high=high)


def tells_the_economy(context: Context) -> bool:
    """`the economy may shrink by 0.2 % next quarter`: growth or prices, though not of a year: no share of spending."""
    first = context.quantity.first
    noun = next((one for one in reversed(_nouns(context.parsed)) if one.last <= first), None)
    if noun is None or noun.row not in ("grown", "real_growth", "inflation") or first - noun.last > _REACH:
        return False
    between = context.parsed.lows[noun.last : first]
    parted = {",", ";", "defence", "defense", "military", "spending", "spends", "spent", "while", "and"} & set(between)
    return not parted and (noun.row != "grown" or _sense(between) is not None)


_TURNED = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


def _negative(value: Interval) -> Interval:
    """A fall told without its sign."""
    return replace(
        value,
        low=-value.high,
        high=-value.low,
        central=-value.central,
        low_open=value.high_open,
        high_open=value.low_open,
    )


@lru_cache(maxsize=1)
def _trie() -> Trie[str]:
    rows = load_table("economies")
    return Trie((words, name) for name in (*_NOUNS, "another") for words in rows[name]["words"])


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("economies")[name]["words"])


@once_here
def _hits(parsed: Parsed) -> list[_Noun]:
    found = _trie().find_in(parsed.tokens, parsed.lows, parsed.words)
    return [_Noun(hit.first, hit.last, hit.payload) for hit in found]


def _nouns(parsed: Parsed) -> list[_Noun]:
    return [hit for hit in _hits(parsed) if hit.row != "another"]


def _carried(context: Context, noun: _Noun | None) -> _Noun | None:
    """`Britain's debt exceeds 100 percent; Germany's is put at 64.4`: the noun of the figure before, left out behind an
    owner's apostrophe."""
    last = context.earlier[-1] if context.earlier else None
    if last is None or last.measure not in MACRO or last.unit != "%" or (noun and noun.first >= last.focus[1]):
        return noun
    row = "surplus" if last.measure == "net_lending_share" else last.measure
    owners = [s for s in context.parsed.subjects if last.focus[1] <= s.first and s.last <= context.quantity.first]
    owners = [s for s in owners if s.possessive]
    return _Noun(owners[-1].last, owners[-1].last, row) if owners else None


def _sense(between: list[str]) -> str | None:
    return next((name for name in ("rising", "falling") if not _words(name).isdisjoint(between)), None)


def _of_gdp(context: Context, noun: _Noun) -> bool:
    return noun.first == noun.last or of_gdp(context) or "gdp" in context.parsed.lows[noun.first : noun.last]


def _owner(context: Context, noun: _Noun) -> SubjectMention | None:
    """The ally right at the noun: in front (`Turkish inflation`, `Italy, whose debt`), behind `of` or `in`, or in front
    of a verb of having."""
    parsed = context.parsed
    allies = [s for s in parsed.subjects if s.entity in context.calendar.allies and s.kind != "pronoun"]
    behind = [s for s in allies if noun.last < s.first <= noun.last + 2 and s.last <= context.quantity.first]
    if behind and parsed.lows[noun.last] in ("of", "in"):
        return behind[0]
    front = [s for s in allies if s.last <= noun.first]
    if not front:
        return None
    near = front[-1]
    if noun.first == noun.last:
        return near  # the noun itself is left out
    gap = [low for low in parsed.lows[near.last : noun.first] if low not in ("own", "overall", "total", "gross")]
    if gap in _WHOSE and (gap[-1:] == ["whose"] or gap or near.possessive or near.kind in ("adjective", "metonym")):
        return near
    owned = bool(gap) and gap[0] in _words("has") and len(gap) <= 3 and set(gap[1:]) <= {"a", "an", "the", "its", "up"}
    return near if owned or (not gap and noun.row in ("gross_debt_share", "net_lending_share")) else None


def _leads(context: Context, noun: _Noun, owner: SubjectMention) -> bool:
    """Whether nothing but words of being stands between the noun and its figure."""
    allowed = _words("links") | _words("rising") | _words("falling")
    for i in range(noun.last, context.quantity.first):
        inside = owner.first <= i < owner.last
        dated = any(p.first <= i < p.last for p in context.parsed.periods)
        comma = context.parsed.lows[i] == "," and i == noun.last
        if not (inside or dated or comma or context.parsed.lows[i] in allowed):
            return False
    return not context.other_quantity_between(noun.last, context.quantity.first)


def _of_another(context: Context, noun: _Noun) -> bool:
    """A part of a year, a forecast, a rule or another balance stands in the clause."""
    low, high = context.bounds
    after, lows = context.quantity.core[1], context.parsed.lows
    stop = next((i for i in range(after, min(high, after + 8)) if lows[i] in (",", ";")), min(high, after + 8))
    near = [hit for hit in _hits(context.parsed) if hit.row == "another"]
    return any(max(low, noun.first - 4) <= hit.first < stop and hit.last > noun.first - 4 for hit in near)
