"""The one ally a text is about, where it is about one: whose `we`, `the country` and `the aim` are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from burdenshare.reading.context import Calendar
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_MOST = 0.6
"""Part of all mentions of allies that the one must have."""
_FEW = 3
"""Mentions below which a text of several allies is about none of them."""
_CHAMBERS = ("GBR", "CAN", "DEU", "USA", "POL", "FRA")


@lru_cache(maxsize=1)
def _forms() -> Trie[str]:
    table = load_table("glean_shares")
    return Trie(
        (words, code) for code in _CHAMBERS for words in table.get(f"chamber_{code.lower()}", {}).get("words", ())
    )


def home_of(parsed: Sequence[Parsed], calendar: Calendar) -> str:
    """The ally most mentions are of, or whose parliament's forms of address are used, or whom all officials serve of a
    text without names of allies; empty where there is none."""
    allies = calendar.allies
    chamber = _chamber(parsed)
    if chamber:
        return chamber
    named: Counter[str] = Counter(s.entity for parse in parsed for s in parse.subjects if s.entity in allies)
    if not named:
        return _served(parsed, calendar)
    first, count = named.most_common(1)[0]
    alone = len(named) == 1 and count > 1
    return first if alone or (count >= _FEW and count >= _MOST * named.total()) else ""


def _served(parsed: Sequence[Parsed], calendar: Calendar) -> str:
    """`Minister Martin Stropnický warned …`: whom everybody serves; those of the United States speak of others too."""
    people = {name for parse in parsed for person in parse.persons for name in person.candidates}
    served = {calendar.serves(name) for name in people} & calendar.allies
    return served.pop() if len(served) == 1 and "USA" not in served else ""


def _chamber(parsed: Sequence[Parsed]) -> str:
    forms = _forms()
    for parse in parsed:
        for i in forms.begins(parse.lows):
            hit = forms.longest(parse.tokens, i)
            if hit is not None:
                return hit[1][0]
    return ""
